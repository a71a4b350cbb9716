"""A reading as the ledger takes it: its rows known by their codes, its columns by their numbers."""

import dataclasses
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.evidence.canonical_answer import canonical_answer
from lib.evidence.ledger_columns import ColumnStatus, LedgerSheet, match_columns
from lib.evidence.ledger_fold import unite_texts
from lib.evidence.ledger_state import UNKNOWN_INDEX, CodeArray, FlagArray, LedgerState, PlaceArray
from lib.survey.question_cells import QuestionCells
from lib.survey.responses import Responses, ResponseSheet

_FILLED = (ColumnStatus.ASKED, ColumnStatus.BLANK)


@dataclasses.dataclass(frozen=True, eq=False)
class IncomingReading:
    """n responses of a reading; arrays of length n. `answers` holds only what the form asks."""

    responses: Responses
    codes: CodeArray
    places: PlaceArray  # in the state; -1 never seen
    answers: Mapping[str, QuestionCells]
    sheets: Mapping[str, LedgerSheet]  # by source, as they stand now

    def asked(self, number: str) -> FlagArray:
        """Return which responses are of a source where the form asks this."""
        asking = [
            self.sheets[sheet.source].status.get(number) == ColumnStatus.ASKED
            for sheet in self.responses.sheets
        ]
        return np.array(asking, bool)[self.responses.sheet]

    def asks_otherwise(self, state: LedgerState) -> bool:
        """Tell whether a header is new, gone or another: no finding, and still to be known."""
        none = LedgerSheet("")
        known = ((now, state.sheets.get(source, none)) for source, now in self.sheets.items())
        return any((now.headers, now.status) != (was.headers, was.status) for now, was in known)


def incoming_reading(state: LedgerState, read: Responses, codes: CodeArray) -> IncomingReading:
    """Return the reading as the ledger with this state takes it."""
    places = state.places(codes)
    said: dict[str, QuestionCells] = {}
    sheets = {}
    # The sealed times are those by which a response is known for ever, told by their own clock.
    clocks = [sheet.timezone for sheet in read.identified.sheets]
    own_clocks = zip(read.sheets, clocks, strict=True)
    for at, sheet in enumerate(dataclasses.replace(s, timezone=zone) for s, zone in own_clocks):
        rows = np.flatnonzero(read.sheet == at)
        known = state.sheets.get(sheet.source)
        numbers = match_columns(sheet.headers, known.headers if known else {})
        if known:
            numbers |= dict(_renamed(state, read, (rows, places[rows]), numbers, known))
        for number, own in numbers.items():
            said[own] = _placed(said.get(own), read.cells[number], rows, read.n)
        filled = {own: said[own].codes[rows] >= 0 for own in numbers.values()}
        headers = {own: sheet.headers[number] for number, own in numbers.items()}
        sheets[sheet.source] = _sheet(sheet, headers, known, filled, places[rows] >= 0)
        for own in sheets[sheet.source].columns_with(ColumnStatus.BESIDE, ColumnStatus.HIDDEN):
            if own in said:
                said[own] = _placed(said[own], blank_cells(read.n), rows, read.n)
    return IncomingReading(read, codes, places, said, sheets)


def differing_cells(
    before: QuestionCells, after: QuestionCells, places: PlaceArray, rows: PlaceArray
) -> FlagArray:
    """Return where two columns differ in what they say, at these places and rows of theirs."""
    texts, moved = unite_texts(before.texts, after.texts)
    then = before.codes[places].astype(np.int64)
    here = np.append(moved, UNKNOWN_INDEX)[after.codes[rows]]
    differ: FlagArray = then != here
    at = np.flatnonzero(differ)
    if len(at):
        pairs, which = np.unique(np.stack([then[at], here[at]]), axis=1, return_inverse=True)
        apart = [_said(texts, left) != _said(texts, right) for left, right in pairs.T.tolist()]
        differ[at] = np.array(apart)[which]
    return differ


def blank_cells(n: int) -> QuestionCells:
    """Return a column in which nobody of n answered."""
    return QuestionCells(np.full(n, UNKNOWN_INDEX, np.int32), pa.array([], pa.string()))


def _said(texts: pa.Array, code: int) -> str:
    return canonical_answer(texts[code].as_py()) if code >= 0 else ""


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


def _renamed(
    state: LedgerState,
    read: Responses,
    at: tuple[PlaceArray, PlaceArray],
    numbers: Mapping[str, str],
    known: LedgerSheet,
) -> Iterator[tuple[str, str]]:
    """Yield the new columns that say just what one says that is gone: it has another header."""
    gone = [own for own in known.columns_with(ColumnStatus.ASKED) if own not in numbers.values()]
    for number in (number for number, own in numbers.items() if own not in known.headers):
        for own in gone:
            rows, places = (each[at[1] >= 0] for each in at)
            then = state.answers.get(own)
            if then is None or not (then.codes[places] >= 0).any():
                continue
            if not differing_cells(then, read.cells[number], places, rows).any():
                gone.remove(own)
                yield number, own
                break


def _sheet(
    sheet: ResponseSheet,
    headers: Mapping[str, str],
    known: LedgerSheet | None,
    filled: Mapping[str, npt.NDArray[np.bool_]],
    old: FlagArray,
) -> LedgerSheet:
    """Return the source as it stands now; a column that came later is looked at once it is used."""
    status = dict.fromkeys(headers, ColumnStatus.ASKED)
    if known:
        status = {
            number: _status(known.status.get(number), filled[number], old) for number in headers
        }
        for number, was in known.status.items():
            if number not in headers:
                status[number] = _gone(ColumnStatus(was), known.headers[number] in sheet.private)
    return LedgerSheet(
        title=sheet.title,
        timezone=sheet.timezone,
        commune=sheet.commune,
        headers={**(known.headers if known else {}), **headers},
        status={number: str(each) for number, each in status.items()},
        private=list(sheet.private),
    )


def _status(was: str | None, filled: FlagArray, old: FlagArray) -> ColumnStatus:
    if was not in (None, ColumnStatus.BLANK):
        return (
            ColumnStatus(was)
            if was in (ColumnStatus.BESIDE, ColumnStatus.HIDDEN)
            else ColumnStatus.ASKED
        )
    if not filled.any():
        return ColumnStatus.BLANK
    # a form's new question is answered by those who come after it
    return ColumnStatus.BESIDE if filled[old].any() else ColumnStatus.ASKED


def _gone(was: ColumnStatus, private: bool) -> ColumnStatus:
    if private:
        return ColumnStatus.HIDDEN
    return ColumnStatus.GONE if was in _FILLED else was
