"""A sheet that people alter between two readings, and the evidence that watches it."""

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np

from lib.evidence.ledger_finding import Finding
from lib.evidence.survey_evidence import Evidence
from lib.followup.response_codes import match_sightings, new_sightings
from lib.journal.journal_store import JournalStore
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.source_table import CellValue, SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey

TIME, RATED, COMMENT = "Dấu thời gian", "Ông/Bà có hài lòng không?", "Ý kiến góp ý"
HEADERS = [TIME, RATED, COMMENT]
LEVELS = ("Hài lòng", "Không hài lòng", "Bình thường")
FIRST = dt.datetime(2026, 10, 1, 8, 0)
START = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
PLACES = Places.read()


def row(minute: int, comment: CellValue = "", level: int = 0) -> list[CellValue]:
    """Return a response submitted so many minutes after the first one."""
    return [FIRST + dt.timedelta(minutes=minute), LEVELS[level], comment]


def rows(n: int = 6) -> list[list[CellValue]]:
    """Return responses five minutes apart, each with a comment of its own and every level."""
    return [row(5 * at, f"lời góp ý số {at}", at % 3) for at in range(n)]


@dataclasses.dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: dt.datetime = START

    def __call__(self) -> dt.datetime:
        return self.now


class Office:
    """An office whose sheet is altered by hand; `look` is a reading by the running app."""

    def __init__(self, store: JournalStore | None = None, heads: Path | None = None) -> None:
        """Begin with an empty ledger, or with that of the store."""
        self.headers, self.rows = list(HEADERS), rows()
        self.source, self.description = "sheet", SurveyDescription()
        self.clock, self.heads = Clock(), heads
        self.numbers = QuestionIds()
        self.store = store or SqlStore.memory()
        self.start()

    def start(self) -> None:
        """Start the app anew over the same store."""
        self.journal = Journal(self.store)
        self.journal.take_in()
        self.evidence = Evidence(self.journal, self.heads, self.clock)

    def table(self) -> SourceTable:
        """Return the sheet as it stands."""
        columns = tuple([line[at] for line in self.rows] for at in range(len(self.headers)))
        return SourceTable(self.source, "Phiếu", tuple(self.headers), columns)

    def read(self, *tables: SourceTable) -> Responses:
        """Return the responses as they stand, or those of other tables."""
        made = read_survey(tables or [self.table()], self.description, self.numbers, PLACES)
        self.numbers = made.numbers
        return made

    def look(self, *tables: SourceTable, after: float = 5) -> list[Finding]:
        """Read so many seconds later; return what was found that was not before, oldest first."""
        before = len(self.evidence.findings())
        self.clock.now += dt.timedelta(seconds=after)
        self.observe(self.read(*tables))
        found = self.evidence.findings()
        return found[: len(found) - before][::-1]

    def observe(self, made: Responses, read_at: dt.datetime | None = None) -> None:
        """Give every response a code and observe the reading."""
        seen = match_sightings(made, self.journal.sightings)
        if len(seen.new):
            self.journal.register(list(new_sightings(made, seen, self.clock.now)))
        codes = self.journal.sightings.codes[match_sightings(made, self.journal.sightings).at]
        self.evidence.observe(made, codes, read_at or self.clock.now)

    def codes(self) -> np.ndarray:
        """Return the codes of the rows as they stand."""
        return self.journal.sightings.codes[match_sightings(self.read(), self.journal.sightings).at]

    def code(self, at: int) -> str:
        """Return the code of the row at this place."""
        return self.codes()[at].decode()


def told(findings: list[Finding]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what findings say, in short."""
    return [(str(one.what), one.code, one.questions) for one in findings]
