"""A table opened as a form's answers: its times found, blank rows left out, headers told apart."""

import collections
import dataclasses
import functools
import itertools

import numpy as np
import numpy.typing as npt

from lib.errors import NoQuestionsError, NotAFormError, NoTimeColumnError
from lib.source_table import CellValue, SourceTable
from lib.survey.model.lexicon import is_time_header
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.table.coded_column import CodedColumn, blank_column, code_column
from lib.survey.table.rows_below import rows_below_answers
from lib.survey.table.stated_clocks import on_home_clock, on_sheet_clock, order_of_excel
from lib.survey.table.submission_times import SubmissionTimes, TimeArray, read_times
from lib.survey.table.table_reading import TableReading
from lib.survey.table.time_column import time_column_position


@dataclasses.dataclass(frozen=True, eq=False)
class FormTable:
    """A table of which every kept row is a response."""

    table: SourceTable
    time: int  # position of the time column
    kept: npt.NDArray[np.bool_]
    submitted: SubmissionTimes  # of the kept rows
    positions: dict[str, int]  # header, made unique → position; the time column is left out
    zone: str | None = None  # whose clock the times are of, None unknown
    copies: TimeArray = dataclasses.field(  # of responses that another table holds too
        default_factory=lambda: np.zeros(0, "datetime64[s]")
    )
    below: tuple[int, ...] = ()  # rows with totals and notes below the answers, from 0
    first_times: TimeArray | None = None  # of the kept rows, as the table was read first
    first_zone: str | None = None  # and whose clock these are of

    @property
    def rows(self) -> int:
        """The number of responses."""
        return len(self.submitted.times)

    @functools.cached_property
    def blank_rows(self) -> int:
        """How many rows held nothing at all."""
        return len(self.kept) - self.rows - len(self.copies) - len(self.below)

    @property
    def identified(self) -> "FormTable":
        """The table with the times by which its responses are known for ever."""
        if self.first_times is None:
            return self
        times = dataclasses.replace(self.submitted, times=self.first_times)
        return dataclasses.replace(self, submitted=times, zone=self.first_zone)

    def column(self, header: str) -> CodedColumn:
        """Return the answers below this header, nobody's where the table lacks it."""
        if header not in self.positions:
            return blank_column(self.rows)
        if len(self.copies) or self.below:  # whose texts are no answers
            return code_column(self._cells(header))
        return code_column(self.table.columns[self.positions[header]]).taken(self.kept)

    def _cells(self, header: str) -> list[CellValue]:
        return list(itertools.compress(self.table.columns[self.positions[header]], self.kept))

    def stated(self, header: str) -> int:
        """Return how many answered, without looking at what."""
        if header not in self.positions:
            return 0
        left_out = len(self.copies) or self.below
        cells = self._cells(header) if left_out else self.table.columns[self.positions[header]]
        return len(cells) - cells.count(None) - cells.count("")

    def without(self, copies: npt.NDArray[np.bool_]) -> "FormTable":
        """Return the table without those of its responses that another one holds too."""
        kept = self.kept.copy()
        kept[np.flatnonzero(kept)[copies]] = False
        submitted = dataclasses.replace(self.submitted, times=self.submitted.times[~copies])
        known = self.identified.submitted.times
        return dataclasses.replace(
            self,
            kept=kept,
            submitted=submitted,
            copies=np.concatenate([self.copies, known[copies]]),
            first_times=None if self.first_times is None else known[~copies],
        )


_USUAL = TableReading()


def open_form_table(table: SourceTable, reading: TableReading = _USUAL) -> FormTable:
    """Return the table opened, or raise the FormError that says what it lacks."""
    if not any(map(clean_text, table.headers)):
        raise NotAFormError(title=table.title)
    time = time_column_position(table, current=reading.current)
    if time is None:
        raise NoTimeColumnError(title=table.title, n=len(table.headers))
    found = header_positions(table, time)
    if not found:
        raise NoQuestionsError(title=table.title)
    kept = _kept(table, time)
    submitted = _read_times(table, time, reading)
    below = rows_below_answers(table, time, submitted.times, kept)
    kept &= ~below
    submitted = dataclasses.replace(submitted, times=submitted.times[kept], zones=None)
    left_out = tuple(np.flatnonzero(below).tolist())
    zone = None if reading.at_home else table.timezone
    made = FormTable(
        table, time, kept, submitted, found, zone=zone or submitted.timezone, below=left_out
    )
    return _known_by(made, reading.first) if reading.first else made


def _read_times(table: SourceTable, time: int, reading: TableReading) -> SubmissionTimes:
    """Return the times of all rows."""
    submitted = read_times(table.columns[time], reading.halves)
    if reading.current:
        submitted = on_sheet_clock(submitted, table.timezone)
        submitted = order_of_excel(submitted, table.columns[time])
    zone = table.timezone or submitted.timezone
    return on_home_clock(submitted, zone) if reading.at_home and zone else submitted


def _known_by(made: FormTable, first: TableReading) -> FormTable:
    """Return the table with the times that its rows had as it was read first."""
    time = time_column_position(made.table, current=first.current)
    if time is None:
        return made
    submitted = _read_times(made.table, time, first)
    zone = made.table.timezone or submitted.timezone
    return dataclasses.replace(made, first_times=submitted.times[made.kept], first_zone=zone)


def form_likeness(table: SourceTable) -> int:
    """Return how much a tab looks like a form's answers: from 0, not at all, to 3."""
    time = time_column_position(table)
    if time is None:
        return 0
    filled = not np.isnat(read_times(table.columns[time]).times).all()
    return 2 * filled + is_time_header(table.headers[time])


def header_positions(table: SourceTable, time: int | None) -> dict[str, int]:
    """Return where each question stands, by its header, cleaned and made unique.

    A column with neither a header nor any answer is none.
    """
    seen: collections.Counter[str] = collections.Counter()
    found = {}
    for at, header in enumerate(table.headers):
        text = clean_text(header)
        # Spreadsheets have empty columns at their right end; they ask nothing.
        if at == time or not (text or any(map(_is_stated, table.columns[at]))):
            continue
        seen[text] += 1
        found[text if seen[text] == 1 else f"{text} #{seen[text]}"] = at
    return found


def _kept(table: SourceTable, time: int) -> npt.NDArray[np.bool_]:
    kept = np.ones(table.rows, dtype=bool)
    if all(table.columns[time]):
        return kept
    for row, cell in enumerate(table.columns[time]):
        if not _is_stated(cell):
            kept[row] = any(_is_stated(column[row]) for column in table.columns)
    return kept


def _is_stated(cell: CellValue) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
