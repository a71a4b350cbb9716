"""The journal in a Google spreadsheet of the office's own, for hosts whose disk does not last.

Google may have done what it did not confirm, so every line bears an id: a failed call is
followed by a look, and readers take a repeated line once. Rows are in the order kept.
"""

import datetime as dt
import json
import secrets
import threading
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from lib.errors import (
    ChangedMeanwhileError,
    ForbiddenError,
    JournalError,
    JournalForbiddenError,
    QuotaError,
    SettingError,
    SourceError,
)
from lib.journal.event import Event, Kind, Sighting
from lib.journal.tables import hashed, said
from lib.roles import named
from lib.settings import SheetEntry, sheet_address
from lib.sources.account import Account
from lib.sources.own_tabs import OwnTabs, Row, Tab
from lib.wording import Phrase, mark, moment

EVENTS = Tab("dien_bien", ("id", "at", "subject", "kind", "who", "after", "fields", "hashes"))
TEXTS = Tab("noi_dung", ("event", "name", "nonce", "text"))
SIGHTINGS = Tab(
    "phieu", ("code", "source", "submitted", "ordinal", "seen_at", "nonce", "fingerprint")
)
TABS = (EVENTS, TEXTS, SIGHTINGS)
Result = TypeVar("Result")
FIRST = 2  # below the names of the columns


class SpreadsheetStore:
    """A journal in the tabs of one spreadsheet, which it makes where they are absent."""

    def __init__(self, url: str, account: Account | None, emulator: str | None) -> None:
        """Prepare; nothing is asked before the first call."""
        self.title = Phrase(mark("The journal (Google spreadsheet)"))
        self._tabs = OwnTabs(url, TABS, account, emulator)
        self._lock = threading.RLock()
        self._rows: dict[Tab, list[Row]] = {tab: [] for tab in TABS}  # as they stand, no repeats

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep the events, all or none; texts first, so that no event is without its own."""
        with self._lock:
            self._look()
            new = [event for event in events if event.id not in self._ids()]
            if not although_moved:
                self._check(new)
            texts = {event.id: _texts(event) for event in new}
            self._append(TEXTS, [row for rows in texts.values() for row in rows])
            self._append(EVENTS, [_row(event, texts[event.id]) for event in new])

    def events(self, after: int = 0) -> tuple[Sequence[Event], int]:
        """Return the events after this position, in order, and the last one's position."""
        with self._lock:
            self._look(texts=after == 0)
            known = _once(self._rows[EVENTS], 1)
            texts = {(row[0], row[1]): row[3] for row in self._rows[TEXTS] if row[2]}
            return [_event(row, texts) for row in known[after:]], len(known)

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; an identity that has a code keeps it."""
        with self._lock:
            self._look()
            known = {tuple(row[1:4]) for row in self._rows[SIGHTINGS]}
            rows = [_sighted(sighting) for sighting in sightings]
            self._append(SIGHTINGS, [row for row in rows if tuple(row[1:4]) not in known])

    def sightings(self, after: int = 0) -> tuple[Sequence[Sighting], int]:
        """Return the sightings after this position, in order, and the last one's position."""
        with self._lock:
            self._look()
            seen: dict[tuple[str, ...], Row] = {}
            for row in self._rows[SIGHTINGS]:
                seen.setdefault(tuple(row[1:4]), row)
            known = list(seen.values())
            return [_sighting(row) for row in known[after:]], len(known)

    def erase(self, ids: Collection[str]) -> None:
        """Empty the cells of these events' texts; Google's own history of versions stays."""
        with self._lock:
            self._look(texts=True)
            found = enumerate(self._rows[TEXTS], FIRST)
            rows = [at for at, row in found if row[0] in ids and row[2]]
            if rows:
                self._call(lambda: self._tabs.clear(TEXTS, rows, 2, 3))
                self._look(texts=True)

    def close(self) -> None:
        """Keep nothing open."""

    def _ids(self) -> set[str]:
        return {row[0] for row in self._rows[EVENTS]}

    def _check(self, events: Sequence[Event]) -> None:
        last = {row[2]: row for row in _once(self._rows[EVENTS], 1)}
        first = {event.subject: event for event in reversed(events)}
        for subject, event in first.items():
            before = last.get(subject)
            if before is not None and before[0] != event.after:
                when = moment(dt.datetime.fromisoformat(before[1]))
                raise ChangedMeanwhileError(who=named(before[4]), moment=when)

    def _look(self, *, texts: bool = False) -> None:
        """Read what is new, the last known row once more; texts anew where some may be gone."""
        if texts:
            self._rows[TEXTS] = []
        # the header, or the last known row: behind the last row Google refuses
        starts = {tab: FIRST - 1 + len(self._rows[tab]) for tab in TABS}
        found = self._call(lambda: self._tabs.read(starts))
        if not all(found):  # somebody deleted rows: everything is read anew
            self._rows = {tab: [] for tab in TABS}
            found = self._call(lambda: self._tabs.read(dict.fromkeys(TABS, FIRST - 1)))
        for tab, rows in zip(TABS, found, strict=True):
            self._rows[tab] += rows[1:]

    def _append(self, tab: Tab, rows: list[Row]) -> None:
        """Add rows; where Google does not confirm, see whether they stand there all the same."""
        if not rows:
            return
        try:
            self._tabs.append(tab, rows)
        except (QuotaError, ForbiddenError) as error:
            raise self._in_words(error) from error
        except SourceError:
            self._look()
            there = {tuple(row) for row in self._rows[tab]}
            if not all(tuple(row) in there for row in rows):
                raise JournalError(title=self.title) from None

    def _call(self, step: Callable[[], Result]) -> Result:
        try:
            return step()
        except SourceError as error:
            raise self._in_words(error) from error

    def _in_words(self, error: SourceError) -> JournalError:
        if isinstance(error, ForbiddenError):
            return JournalForbiddenError(title=self.title, account=error.fields["account"])
        return JournalError(title=self.title)


def refuse_the_forms(url: str, sheets: Sequence[SheetEntry]) -> None:
    """Raise a SettingError where the journal would lie in a form's own spreadsheet."""
    key, _ = sheet_address(url)
    if key in {sheet_address(entry.url)[0] for entry in sheets}:
        problem = mark(
            "is the form’s own spreadsheet, into which nothing is ever written; make a new, "
            "empty spreadsheet for the journal"
        )
        raise SettingError(
            key="[tracking] url",
            file=".streamlit/secrets.toml",
            problem=Phrase(problem),
            example='[tracking] url = "https://docs.google.com/spreadsheets/d/1AbC.../edit"',
        )


def _once(rows: Sequence[Row], width: int) -> list[Row]:
    """Return the rows without those that repeat an earlier one's first cells."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        first.setdefault(tuple(row[:width]), row)
    return list(first.values())


def _texts(event: Event) -> list[Row]:
    return [[event.id, name, secrets.token_hex(16), text] for name, text in said(event)]


def _row(event: Event, texts: Sequence[Row]) -> Row:
    hashes = {name: hashed(nonce, text) for _, name, nonce, text in texts}
    fields = json.dumps(dict(event.fields), ensure_ascii=False)
    told = (event.id, event.at.isoformat(), event.subject, str(event.kind), event.who, event.after)
    return [*told, fields, json.dumps(hashes)]


def _event(row: Row, texts: dict[tuple[str, str], str]) -> Event:
    id_, at, subject, kind, who, after, fields, hashes = row
    return Event(
        id=id_,
        subject=subject,
        kind=Kind(kind),
        at=dt.datetime.fromisoformat(at),
        who=who,
        after=after,
        fields=json.loads(fields),
        texts={name: texts.get((id_, name)) for name in json.loads(hashes)},
    )


def _sighted(one: Sighting) -> Row:
    seen_at = one.seen_at.isoformat()
    identity = (one.source, one.submitted, str(one.ordinal))
    return [one.code, *identity, seen_at, one.nonce, one.fingerprint]


def _sighting(row: Row) -> Sighting:
    code, source, submitted, ordinal, seen_at, nonce, fingerprint = row
    when = dt.datetime.fromisoformat(seen_at)
    return Sighting(code, source, submitted, int(ordinal), when, nonce, fingerprint)
