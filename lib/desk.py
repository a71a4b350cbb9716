"""One office's follow-up put together: its journal, its cases, its clock."""

import datetime as dt
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from lib.evidence.ledger_state import CodeArray
from lib.evidence.survey_evidence import Evidence
from lib.followup.case_arrays import CaseCandidates, Cases, CaseTargets, build_cases
from lib.followup.case_candidates import find_candidates
from lib.followup.case_events import Case, fold_cases, is_readable_event
from lib.followup.office_measures import is_complete_measure
from lib.followup.response_codes import SightingMatch, match_sightings, new_sightings
from lib.followup.text_retention import erasure_event, event_ids_with_texts, expired_event_ids
from lib.followup.working_days import HOLIDAYS_FILE, WorkingDays
from lib.journal.journal_backup import JOURNAL_FILE
from lib.journal.journal_lines import Event, EventKind
from lib.journal.journal_store import JournalStore
from lib.journal.shared_journal import Journal
from lib.journal.sighting_arrays import SightingArrays
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from lib.office_clock import OfficeClock
from lib.settings import Settings, TrackingRules
from lib.sources.form_sheet import sheet_name, sheet_origin
from lib.survey.responses import Responses

_HEADS = "ledger.json"  # in the data folder: the newest head, beside the store that it stands for


class Desk:
    """The follow-up of one survey; `cases` are as of the newest reading and event."""

    def __init__(
        self,
        journal: Journal,
        tracking: TrackingRules,
        working: WorkingDays,
        clock: OfficeClock | None = None,
        heads: Path | None = None,
        sources: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare; nothing is read before the first call. `sources` as in Evidence."""
        self.clock = clock or OfficeClock()
        self.evidence = Evidence(journal, heads, self.clock.now, sources)
        self.journal, self.tracking, self.working = journal, tracking, working
        self._lock = threading.RLock()
        self._folded: tuple[int, int] = (0, 0)  # generation, and events added up so far
        self._known: dict[str, Case] = {}
        self._measures: dict[str, list[Event]] = defaultdict(list)
        self._retained: dt.date | None = None  # the day of the last look for texts too old
        self._matched: tuple[Responses, SightingArrays, SightingMatch] | None = None
        self._candidates: tuple[Responses, SightingArrays, CaseCandidates] | None = None
        self._cases: tuple[Responses, object, Cases] | None = None
        self._stood: tuple[Responses, dt.datetime, Cases] | None = None  # as of a moment

    @classmethod
    def open(cls, settings: Settings, folder: Path) -> "Desk":
        """Return the desk of a configured office; its own days lie in `folder`, `.streamlit`."""
        journal, heads = Journal(journal_store(settings)), settings.data_dir / _HEADS
        working = WorkingDays.read(folder / HOLIDAYS_FILE)
        sources = configured_sources(settings)
        return cls(journal, settings.tracking, working, heads=heads, sources=sources)

    def now(self) -> dt.datetime:
        """Return this moment (UTC), the sample's by its own clock."""
        return self.clock.now()

    def today(self) -> dt.date:
        """Return the day at the office."""
        return self.clock.today()

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep what somebody did; raises as Store.add does.

        Kind.ERASED takes with it every text of its case. ValueError where a page made an event
        that nothing can be read from.
        """
        begun = self.measures() if any(event.kind is EventKind.MEASURE for event in events) else {}
        for event in events:
            begins = event.kind is EventKind.MEASURE and event.subject not in begun
            if not is_readable_event(event) or (begins and not is_complete_measure(event)):
                raise ValueError(f"an incomplete event: {event.kind}")
        for event in events:
            if event.kind is EventKind.ERASED:
                self.journal.take_in()  # what others wrote meanwhile goes too
                self.evidence.erase([event.subject])
                self.journal.erase(event_ids_with_texts(self.journal.events, event.subject), event)
        self.journal.add(events, although_moved=although_moved)

    def register_codes(self, responses: Responses) -> None:
        """Give a code to every response that was never seen before."""
        seen = self._seen(responses)
        if len(seen.new):  # without a lock: the store may be slow, and keeps the first code
            self.journal.register(list(new_sightings(responses, seen, self.now())))

    def observe(self, responses: Responses, read_at: dt.datetime) -> None:
        """Have the evidence compare this reading with what was seen before, once."""
        if self.evidence.awaits(read_at):
            self.register_codes(responses)
            known = self.journal.sightings
            codes = known.codes[self._seen(responses, known).at]
            self.evidence.observe(responses, codes, read_at)

    def codes(self, responses: Responses) -> CodeArray:
        """Return the code of each response, b"" where it has none; none is given here.

        Of rows that are pinned, too: they are no reading of now.
        """
        known = self.journal.sightings
        return np.append(known.codes, b"")[match_sightings(responses, known).at]

    def retain(self) -> None:
        """Delete for good, once a day, texts and answers older than the office keeps them."""
        today = self.today()
        if today == self._retained or self.journal.trouble:
            return
        since = self.tracking.kept_from(today)
        if ids := expired_event_ids(self.journal.events, since):
            self.journal.erase(ids, erasure_event(ids, self.now()))
        self.evidence.retain(since)
        self._retained = today

    def persons(self) -> tuple[str, ...]:
        """Return who can be in charge: those of the settings, and whoever was written down."""
        with self._lock:
            written = {case.person for case in self._all().values() if case.person}
        return tuple(dict.fromkeys((*self.tracking.persons, *sorted(written))))

    def measures(self) -> dict[str, list[Event]]:
        """Return the events of each measure, by its code."""
        with self._lock:
            self._all()
            return {code: list(events) for code, events in self._measures.items()}

    def acted(self) -> list[Case]:
        """Return the cases that somebody did something about."""
        with self._lock:
            return list(self._all().values())

    def cases(self, responses: Responses) -> Cases:
        """Return all cases of these responses; raises JournalError where new ones have no code."""
        self.register_codes(responses)
        with self._lock:
            known, last = self._all(), self._cases
            state = (self.journal.sightings.n, *self._folded, self.today())
            if last is None or last[0] is not responses or last[1] != state:
                candidates, targets = self._dissatisfied(responses), self._targets()
                made = build_cases(candidates, dict(known), targets, self.working, self.today())
                last = self._cases = (responses, state, made)
            return last[2]

    def cases_as_of(self, responses: Responses, moment: dt.datetime) -> Cases:
        """Return the cases of these responses as they stood at a moment (UTC), whoever asks when.

        Raises JournalError where new ones have no code.
        """
        self.register_codes(responses)
        with self._lock:
            last = self._stood
            if last is None or last[0] is not responses or last[1] != moment:
                known = self.journal.sightings
                at = match_sightings(responses, known).at
                acted = fold_cases(event for event in self.journal.events if event.at <= moment)
                day = self.clock.local(moment).date()
                candidates = find_candidates(responses, known, at)
                made = build_cases(candidates, acted, self._targets(), self.working, day)
                last = self._stood = (responses, moment, made)
            return last[2]

    def _targets(self) -> CaseTargets:
        tracking, seen_at = self.tracking, self.journal.sightings.seen_at
        begun = seen_at.min().item() if len(seen_at) else self.now()
        since = tracking.since or self.clock.local(begun).date()
        return CaseTargets(since, tracking.take_up_days, tracking.finish_days)

    def _all(self) -> dict[str, Case]:
        """Add up the events that are new; after texts were erased, all of them."""
        journal = self.journal
        with self._lock:
            generation, done = self._folded
            if generation != journal.generation:
                self._known, done = {}, 0
                self._measures.clear()
            events = journal.events
            upto = len(events)
            for event in events[done:upto]:
                if event.kind is EventKind.MEASURE:
                    self._measures[event.subject].append(event)
            fold_cases(events[done:upto], self._known)
            self._folded = (journal.generation, upto)
            return self._known

    def _seen(self, responses: Responses, known: SightingArrays | None = None) -> SightingMatch:
        with self._lock:
            known, last = known or self.journal.sightings, self._matched
            if last is None or last[0] is not responses or last[1] is not known:
                last = self._matched = (responses, known, match_sightings(responses, known))
            return last[2]

    def _dissatisfied(self, responses: Responses) -> CaseCandidates:
        known, last = self.journal.sightings, self._candidates
        if last is None or last[0] is not responses or last[1] is not known:
            made = find_candidates(responses, known, self._seen(responses, known).at)
            last = self._candidates = (responses, known, made)
        return last[2]


def configured_sources(settings: Settings) -> Mapping[str, str] | None:
    """Return by name of each source which address it has, "" a file; None: no source is named."""
    if settings.files:
        return {file.name: "" for file in settings.files}
    return {sheet_name(entry): sheet_origin(entry) for entry in settings.sheets} or None


def journal_store(settings: Settings) -> JournalStore:
    """Return where the journal of these settings lies."""
    tracking = settings.tracking
    if tracking.url:
        return SpreadsheetStore(tracking.url, settings.account, settings.emulator)
    if tracking.database:
        return SqlStore(tracking.database)
    return SqlStore.file(settings.data_dir / JOURNAL_FILE)
