"""The evidence of one survey: its ledger, what was found by it, and every reading it can show."""

import datetime as dt
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from lib.errors import JournalError
from lib.evidence.answer_erasure import (
    ContentRows,
    personal_columns,
    rewrite_contents,
    rows_of_codes,
    rows_too_old,
    without_persons,
)
from lib.evidence.confirmed_answers import confirm_answers
from lib.evidence.explained_findings import ChangedAnswers, list_findings
from lib.evidence.incoming_reading import incoming_reading
from lib.evidence.journal_chain import JournalChain
from lib.evidence.kept_answers import KeptAnswers
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_finding import Finding, LedgerReading
from lib.evidence.ledger_state import CodeArray, LedgerState
from lib.evidence.pinned_tables import no_such_reading, tables_of_readings
from lib.evidence.reading_changes import reading_changes
from lib.evidence.reading_seal import seal_reading
from lib.evidence.remembered_head import RememberedHead
from lib.evidence.stored_ledger import StoredLedger
from lib.evidence.viewed_readings import ViewedReadings
from lib.journal.sealed_reading import SealedReading
from lib.journal.shared_journal import Journal
from lib.office_clock import utc_now
from lib.source_table import SourceTable
from lib.survey.responses import Responses

_CLOCKS = dt.timedelta(minutes=10)  # by which clocks of several servers may differ
_TRIES = 10  # of sealing, where another process is first


class Evidence:
    """What is known of one survey's ledger; pages ask from any thread, one thread observes."""

    def __init__(
        self,
        journal: Journal,
        heads: Path | None = None,
        clock: Callable[[], dt.datetime] = utc_now,
        sources: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare; the file `heads` remembers the newest head.

        `sources` are the names of what is read, each with what tells its address from another.
        """
        self.trouble: JournalError | None = None  # why the newest reading is not in the ledger
        self._journal, self._clock, self._sources = journal, clock, sources
        self.remembered = RememberedHead(heads, clock)
        self.chain = JournalChain(journal, self.remembered)
        self._lock, self._seen = threading.RLock(), ViewedReadings(journal)
        self._answers = KeptAnswers(journal.store.sealed)
        self._stored = StoredLedger(journal, self.remembered, clock)
        self._erased = 0
        self._forgotten = personal_columns(LedgerState())
        self._observed: dt.datetime | None = None

    def observe(self, responses: Responses, codes: CodeArray, read_at: dt.datetime) -> None:
        """Compare a reading that it `awaits` with what was seen; `codes` are those of its rows.

        A store that does not answer is told as `trouble`, and caught up at the next look.
        """
        with self._lock:
            before = self.trouble
            try:
                self._catch_up()
                self._stored.seal_earlier_contents()
                self._seal(responses, codes, read_at)
                self._forget_persons()
                self.trouble = None
            except JournalError as error:
                self.trouble = error.with_traceback(None)
        if (before is None) != (self.trouble is None):
            self._journal.tell()

    def awaits(self, read_at: dt.datetime) -> bool:
        """Tell whether there is anything to observe in a reading of this moment."""
        current = self.known and self._stored.is_of_now and not self.trouble
        return not (current and self._is_old(read_at))

    def hold_journal(self) -> None:
        """Look where it is due whether the journal was altered; raises JournalError."""
        if self.known:
            with self._lock:
                self.chain.look_if_due(self.ledger.journal)

    def showed(self, read_at: dt.datetime) -> None:
        """Note that viewers are shown the reading of this moment, if it was observed last."""
        last = self.reading(read_at)
        if self.trouble or read_at != self._observed or last is None or last.seen_by_viewers:
            return
        self._seen.note(last.number, self._clock())

    @property
    def known(self) -> bool:
        """Whether the ledger was read; until then it looks empty."""
        return self._stored.known

    @property
    def ledger(self) -> Ledger:
        """The ledger as it was read last; until then an empty one."""
        return self._stored.ledger

    @property
    def erasures(self) -> int:
        """Moves whenever answers were erased, here or by another process."""
        return self._erased + self._journal.generation

    def ready(self) -> None:
        """Read the ledger where that was not done yet; raises JournalError."""
        while not self.known:  # asked first: the lock is kept while a reading is sealed
            if self._lock.acquire(timeout=0.1):
                try:
                    if not self.known:
                        self._catch_up()
                finally:
                    self._lock.release()

    def readings(
        self, first: int = 0, count: int | None = None, *, seen_only: bool = False
    ) -> list[LedgerReading]:
        """Return readings that brought something new, or that viewers saw, the newest first."""
        ledger, seen = self.ledger, self._seen.numbers()
        numbers = ledger.numbers_of(seen, seen_only=seen_only)[first:][:count]
        return [ledger.reading(number, seen) for number in numbers]

    def find(self, code: str) -> LedgerReading | None:
        """Return the reading that a link names by this code, None where there is none."""
        return self.ledger.find(code, self._seen.numbers())

    def reading(self, read_at: dt.datetime, *, seen_only: bool = False) -> LedgerReading | None:
        """Return the newest reading up to this moment, None yet; if `seen_only`, by viewers."""
        return self.ledger.newest(read_at, self._seen.numbers(), seen_only=seen_only)

    def findings(self, first: int = 0, count: int | None = None) -> list[Finding]:
        """Return so many findings, the newest first, from the one at `first` on."""
        return list_findings(self.ledger, self._journal.events, self._seen.numbers(), first, count)

    def before_and_after(self, findings: Sequence[Finding]) -> list[ChangedAnswers]:
        """Return for each finding what each of its questions said before and after.

        None where nobody answered, no question where it is not kept; raises JournalError.
        """
        return self._answers.both(findings, self.erasures)

    def tables_at(self, number: int, *, original: bool = False) -> list[SourceTable]:
        """Return the rows as this reading had them, or as each had first been received by then.

        Raises JournalError, and LinkError where the ledger does not reach back or was erased.
        """
        if not self.ledger.has(number):
            raise no_such_reading(number, self.ledger.state.number)
        readings = [sealed for sealed in self._journal.store.sealed() if sealed.number <= number]
        return tables_of_readings(readings, self.ledger.state, original=original)

    def erase(self, codes: Collection[str]) -> int:
        """Forget for good what these responses said; return how much. Raises JournalError."""
        with self._lock:
            readings = self._journal.store.sealed()
            return self._rewrite(readings, rows_of_codes(codes, readings), {})

    def retain(self, since: dt.date) -> int:
        """Let go for good of answers submitted before this day; return how many.

        Whether the Sheet still says the same can be told of them. Raises JournalError.
        """
        with self._lock:
            self._stored.renew()
            readings, state = self._journal.store.sealed(), self.ledger.state
            last = dict(zip(state.codes.tolist(), state.answered_in.tolist(), strict=True))
            old, gone = rows_too_old(since, readings, lambda code: last[code.encode()])
            self._erased += 1  # another process may have let go of them before
            return self._rewrite(readings, gone, old)

    def _rewrite(
        self, readings: Sequence[SealedReading], gone: ContentRows, old: ContentRows
    ) -> int:
        self._keep_left(left := rewrite_contents(readings, gone, old))
        return sum(len(rows[number]) for rows in (gone, old) for number in left if number in rows)

    def _forget_persons(self) -> None:
        """Let go of what was kept below columns that turned out to name persons."""
        columns = personal_columns(self.ledger.state)
        if columns != self._forgotten:  # after a start once more: it may have ended too early
            self._keep_left(without_persons(self._journal.store.sealed(), columns))
            self._forgotten = columns

    def _keep_left(self, left: dict[int, bytes]) -> None:
        if left:
            self._stored.rewrite(left)
            self._erased += 1
            self._observed = None

    def _catch_up(self) -> None:
        self._observed = self._observed if self._stored.is_of_now else None
        self._stored.catch_up()
        self.chain.look(self.ledger.journal, anew=self.chain.is_short)

    def _seal(self, responses: Responses, codes: CodeArray, read_at: dt.datetime) -> None:
        for _ in range(_TRIES):
            ledger = self.ledger
            if self._is_old(read_at):
                return
            made = incoming_reading(ledger.state, responses, codes, self._sources or {})
            ledger.state, false = confirm_answers(ledger.state, made)
            changes = reading_changes(ledger, made, read_at, false, self._sources, self.chain)
            if changes is None:
                break
            new = seal_reading(ledger.state, ledger.tree, made, changes, read_at, self._observed)
            if self._stored.seal(new):
                self.chain.sealed(self.ledger)
                break
            self._catch_up()
        self._observed = read_at

    def _is_old(self, read_at: dt.datetime) -> bool:
        """Tell whether something newer was observed, here or by another process.

        A clock that was set back makes nothing old. After a start or a deletion the reading that
        was sealed is none: it may confirm what is too old to be kept.
        """
        known = [moment for moment in (self.ledger.state.read_at, self._observed) if moment]
        newer = [moment for moment in known if read_at <= moment <= self._clock() + _CLOCKS]
        return any(read_at < moment or self._observed for moment in newer)
