"""The journal in a Google spreadsheet of the office's own, for hosts whose disk does not last.

One row is one line, added whole or not at all. Google may have done what it did not confirm, so
every line bears an id: a failed call is followed by a look, and a repeated line is read once.
"""

import json
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from lib.errors import (
    ChangedMeanwhileError,
    ForbiddenError,
    JournalError,
    JournalForbiddenError,
    JournalSetUpError,
    NotFoundError,
    SourceError,
    UnreachableError,
)
from lib.format_versions import NewerJournalError
from lib.journal.journal_lines import Event, Sighting
from lib.journal.sealed_reading import SealedReading
from lib.journal.sealed_tab import READINGS_TAB, SealedTab
from lib.journal.stored_cells import (
    NoncedText,
    event_cells,
    event_from_cells,
    nonced_texts,
    sighting_cells,
    sighting_from_cells,
)
from lib.journal.tab_rows import TabRows
from lib.office_clock import OfficeClock
from lib.roles import other_actor_in_words
from lib.sources.own_tabs import WRITE_TIMEOUT, OwnTab, OwnTabs, TabRow
from lib.sources.service_account import ServiceAccount
from lib.wording import Phrase, format_moment, mark

SPREADSHEET_FORMAT = 2  # 1 did not say which it is
# the texts stand in cells of their own, the only ones that are ever emptied
_TEXTS = "texts"
EVENTS_TAB = OwnTab(
    1101,
    "Diễn biến",
    ("id", "at", "subject", "kind", "who", "after", "fields", "hashes", _TEXTS),
)
SIGHTINGS_TAB = OwnTab(
    1102,
    "Phiếu",
    ("source", "submitted", "ordinal", "code", "seen_at", "nonce", "fingerprint"),
)
# its first row says the format: it is made in one step with the tab
FORMAT_TAB = OwnTab(1104, "Phiên bản", ("schema", str(SPREADSHEET_FORMAT)))
_MOST = 2_000  # rows in one request
_SURELY = 30.0  # seconds after which Google's version alone is not believed
_PAUSE = 0.3  # seconds before a second try, doubled before each further one
_Result = TypeVar("_Result")


class SpreadsheetStore:
    """A journal in four tabs of one spreadsheet, which it makes where they are absent."""

    def __init__(
        self,
        url: str,
        account: ServiceAccount | None,
        emulator: str | None,
        patience: float = 5.0,
        timeout: tuple[float, float] = WRITE_TIMEOUT,
    ) -> None:
        """Prepare; nothing is asked before the first call.

        What fails is tried again for `patience` seconds, for which somebody waits.
        """
        self.title = Phrase(mark("The journal (Google spreadsheet)"))
        tabs = (EVENTS_TAB, SIGHTINGS_TAB, READINGS_TAB, FORMAT_TAB)
        self._tabs, self._reading_tabs = (
            OwnTabs(url, tabs, account, emulator, timeout) for _ in range(2)
        )
        self._patience = patience
        # a reading takes many calls: whoever acts on a case does not wait for them
        self._lock, self._reading_lock = threading.RLock(), threading.RLock()
        self._events = _no_events()
        self._sightings = TabRows(SIGHTINGS_TAB, 3, sighting_from_cells)  # a response has one code
        self._version, self._read_at = "", 0.0
        self._sealed = SealedTab(self._reading_tabs)

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep the events, all or none, as Store promises; looks directly before."""
        with self._lock:
            self._look(surely=True)
            new = [event for event in events if not self._events.has((event.id,))]
            if not although_moved:
                self._check(new)
            self._append(self._events, [_row(event) for event in new])

    def events(self, after: int = 0) -> tuple[Sequence[Event], int]:
        """Return the events after this position, in order, and the last one's position."""
        with self._lock:
            again = not after and bool(self._events.lines)  # texts may have been erased
            self._look(surely=again, anew=again)
            return self._events.lines[after:], len(self._events.lines)

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; an identity that has a code keeps it."""
        with self._lock:
            self._look()
            rows = [SIGHTINGS_TAB.row(sighting_cells(sighting)) for sighting in sightings]
            new = [row for row in rows if not self._sightings.has(row)]
            for at in range(0, len(new), _MOST):
                self._append(self._sightings, new[at : at + _MOST])

    def sightings(self, after: int = 0) -> tuple[Sequence[Sighting], int]:
        """Return the sightings after this position, in order, and the last one's position."""
        with self._lock:
            self._look()
            return self._sightings.lines[after:], len(self._sightings.lines)

    def erase(self, ids: Collection[str]) -> None:
        """Empty the cells of these events' texts; Google's own history of versions stays."""
        gone, texts = set(ids), EVENTS_TAB.columns.index(_TEXTS)
        with self._lock:
            [rows] = self._call(lambda: self._tabs.read({EVENTS_TAB: 1}))
            positions = [at for at, row in enumerate(rows, 1) if row[0] in gone and row[texts]]
            if positions:
                places = [EVENTS_TAB.place(at, at, name=_TEXTS) for at in positions]
                self._call(lambda: self._tabs.clear(EVENTS_TAB, places))
            self._look(surely=True, anew=True)

    def seal(self, sealed: SealedReading) -> bool:
        """Keep a reading, whole or not at all; tell whether its number was still free."""
        with self._reading_lock:
            return self._call(lambda: self._sealed.seal(sealed))

    def sealed(self, after: int = 0) -> Sequence[SealedReading]:
        """Return the readings after this number, in order."""
        with self._reading_lock:
            return self._call(lambda: self._sealed.sealed(after))

    def rewrite(self, contents: Mapping[int, bytes]) -> None:
        """Put these contents in the place of the readings' own; Google's history stays."""
        with self._reading_lock:
            self._call(lambda: self._sealed.rewrite(contents))

    def close(self) -> None:
        """Let go of connections."""
        self._tabs.close()
        self._reading_tabs.close()

    def _check(self, events: Sequence[Event]) -> None:
        """Raise ChangedMeanwhileError for the first event whose subject has moved on."""
        last = {event.subject: event for event in self._events.lines}
        first = {event.subject: event for event in reversed(events)}
        for subject, event in first.items():
            before = last.get(subject)
            if before is not None and before.id != event.after:
                when = format_moment(OfficeClock.local(before.at))
                who = other_actor_in_words(before.who, event.who)
                raise ChangedMeanwhileError(who=who, moment=when)

    def _look(self, *, surely: bool = False, anew: bool = False) -> None:
        """Read what is new where anything is; `anew` also what is known of the events."""
        old = time.monotonic() - self._read_at > _SURELY
        version = "" if surely else self._call(self._tabs.version)
        if version and version == self._version and not old:
            return
        events = _no_events() if anew else self._events
        known: tuple[TabRows[Any], ...] = (events, self._sightings)
        for rows, new_rows in zip(known, self._call(lambda: self._new(known)), strict=True):
            rows.take(new_rows)
        self._events = events
        self._version, self._read_at = version, time.monotonic()

    def _new(self, known: Sequence[TabRows[Any]]) -> list[list[TabRow]]:
        """Return what stands from the row read last on, everything where rows were moved."""
        try:
            new_rows = self._read({rows.tab: rows.row for rows in known})
        except NotFoundError:
            new_rows = [[]]  # behind the last row: somebody deleted some
        if all(map(TabRows.go_on_from, known, new_rows)):
            return new_rows
        for rows in known:
            rows.row = 1
        return self._read({rows.tab: 1 for rows in known})

    def _read(self, starts: Mapping[OwnTab, int]) -> list[list[TabRow]]:
        """Return what stands there; raises NewerJournalError where a newer version wrote it."""
        *read, stated = self._tabs.read({**starts, FORMAT_TAB: 1})
        if any(int(row[1]) > SPREADSHEET_FORMAT for row in stated if row[1].isdecimal()):
            raise NewerJournalError(title=self.title)
        return read

    def _append(self, known: TabRows[Any], rows: Sequence[TabRow]) -> None:
        """Add the rows; where Google does not confirm it, look, and try again for a while."""
        end, pause = time.monotonic() + self._patience, _PAUSE
        while not all(map(known.has, rows)):
            try:
                self._tabs.append(known.tab, rows)
            except UnreachableError as error:
                self._look(surely=True)
                if all(map(known.has, rows)):
                    return
                if time.monotonic() + pause > end:
                    raise self._in_words(error) from error
                time.sleep(pause)
                pause *= 2
            except SourceError as error:
                raise self._in_words(error) from error
            else:
                self._version = ""  # Drive may hear of it later than we
                return

    def _call(self, step: Callable[[], _Result]) -> _Result:
        try:
            return step()
        except SourceError as error:
            raise self._in_words(error) from error

    def _in_words(self, error: SourceError) -> JournalError:
        if isinstance(error, ForbiddenError):
            return JournalForbiddenError(title=self.title, account=error.fields["account"])
        if isinstance(error, UnreachableError):
            return JournalError(title=self.title)
        return JournalSetUpError(title=self.title, reason=error)


def _no_events() -> TabRows[Event]:
    return TabRows(EVENTS_TAB, 1, _event)


def _row(event: Event) -> TabRow:
    said = nonced_texts(event)
    texts = json.dumps(said, ensure_ascii=False) if said else ""
    return EVENTS_TAB.row({**event_cells(event, said), _TEXTS: texts})


def _event(cells: dict[str, str]) -> Event:
    said = json.loads(cells[_TEXTS] or "{}")
    return event_from_cells(cells, {name: NoncedText(*text) for name, text in said.items()})
