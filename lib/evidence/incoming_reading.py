"""A reading as the ledger takes it: its rows known by their codes, its columns by their numbers."""

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from lib.evidence.column_identity import SheetColumns, ledger_numbers
from lib.evidence.column_standing import sheet_standing
from lib.evidence.ledger_columns import ColumnStatus, LedgerSheet
from lib.evidence.ledger_fold import unite_texts
from lib.evidence.ledger_state import UNKNOWN_INDEX, CodeArray, FlagArray, LedgerState, PlaceArray
from lib.evidence.personal_columns import always_personal
from lib.survey.question_cells import QuestionCells
from lib.survey.responses import Responses, ResponseSheet


@dataclasses.dataclass(frozen=True, eq=False)
class IncomingReading:
    """n responses of a reading; arrays of length n. `answers` holds only what the form asks."""

    responses: Responses
    codes: CodeArray
    places: PlaceArray  # in the state; -1 never seen
    answers: Mapping[str, QuestionCells]
    sheets: Mapping[str, LedgerSheet]  # by source, as they stand now
    # by source, columns not compared so far that enter a rate from now on
    counted: Mapping[str, Sequence[str]]

    def asked(self, number: str) -> FlagArray:
        """Return which responses are of a source where the form asks this."""
        asking = [
            self.sheets[sheet.source].status.get(number) == ColumnStatus.ASKED
            for sheet in self.responses.sheets
        ]
        return np.array(asking, bool)[self.responses.sheet]

    def counts_now(self, number: str) -> FlagArray:
        """Return which responses are of a source where this was not compared, and is from now."""
        counting = [number in self.counted[sheet.source] for sheet in self.responses.sheets]
        return np.array(counting, bool)[self.responses.sheet]

    def asks_otherwise(self, state: LedgerState) -> bool:
        """Tell whether a header or an address is new or another: it is still to be known."""
        none = LedgerSheet("")
        known = ((now, state.sheets.get(source, none)) for source, now in self.sheets.items())
        return any(
            (now.headers, now.status, now.origin) != (was.headers, was.status, was.origin)
            for now, was in known
        )


def incoming_reading(
    state: LedgerState, read: Responses, codes: CodeArray, origins: Mapping[str, str]
) -> IncomingReading:
    """Return the reading as the ledger with this state takes it; `origins` of its sources."""
    places = state.places(codes)
    said: dict[str, QuestionCells] = {}
    sheets, counted = {}, {}
    rated = {header for question in read.form.rated for header in question.headers}
    # The sealed times are those by which a response is known for ever, told by their own clock.
    clocks = [sheet.timezone for sheet in read.identified.sheets]
    own_clocks = zip(read.sheets, clocks, strict=True)
    for at, sheet in enumerate(dataclasses.replace(s, timezone=zone) for s, zone in own_clocks):
        rows = np.flatnonzero(read.sheet == at)
        known = state.sheets.get(sheet.source)
        old = rows[places[rows] >= 0]
        columns = SheetColumns(sheet.headers, read.cells, old, places[old])
        numbers = ledger_numbers(state, sheet.source, columns)
        for number, own in numbers.items():
            said[own] = _placed(said.get(own), read.cells[number], rows, read.n)
        headers = {own: sheet.headers[number] for number, own in numbers.items()}
        cells = {own: said[own] for own in headers}
        asks = {own for own, header in headers.items() if header in rated}
        personal = always_personal(state, sheet)
        standing = sheet_standing(state, sheet.source, cells, (rows, old), asks, personal)
        counted[sheet.source] = standing.counted
        made = _sheet(sheet, headers, known, standing.status)
        origin = origins.get(sheet.source, "")
        sheets[sheet.source] = dataclasses.replace(made, origin=origin)
        for own in sheets[sheet.source].columns_with(ColumnStatus.BESIDE, ColumnStatus.HIDDEN):
            if own in said:
                said[own] = _placed(said[own], blank_cells(read.n), rows, read.n)
    return IncomingReading(read, codes, places, said, sheets, counted)


def blank_cells(n: int) -> QuestionCells:
    """Return a column in which nobody of n answered."""
    return QuestionCells(np.full(n, UNKNOWN_INDEX, np.int32), pa.array([], pa.string()))


def _placed(
    before: QuestionCells | None, cells: QuestionCells, rows: PlaceArray, n: int
) -> QuestionCells:
    """Return the cells put into these rows of n."""
    if len(rows) == n:
        return cells
    before = before or blank_cells(n)
    texts, moved = unite_texts(before.texts, cells.texts)
    codes = before.codes.copy()
    codes[rows] = np.append(moved, UNKNOWN_INDEX)[cells.codes[rows]]
    return QuestionCells(codes, texts)


def _sheet(
    sheet: ResponseSheet,
    headers: Mapping[str, str],
    known: LedgerSheet | None,
    status: Mapping[str, ColumnStatus],
) -> LedgerSheet:
    return LedgerSheet(
        title=sheet.title,
        timezone=sheet.timezone,
        commune=sheet.commune,
        headers={**(known.headers if known else {}), **headers},
        status={number: str(each) for number, each in status.items()},
        private=list(sheet.private),
    )
