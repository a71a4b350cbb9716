"""A reading as the ledger takes it: its rows known by their codes, its columns by their numbers."""

import dataclasses
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.evidence.canonical import canonical
from lib.evidence.sheet import Sheet, Status, matched
from lib.evidence.state import UNKNOWN, Codes, Flags, Ints, State, united
from lib.survey import responses
from lib.survey.cells import Cells
from lib.survey.responses import Responses

FILLED = (Status.ASKED, Status.BLANK)


@dataclasses.dataclass(frozen=True, eq=False)
class Now:
    """n responses of a reading; arrays of length n. `said` holds only what the form asks."""

    responses: Responses
    codes: Codes
    places: Ints  # in the state; -1 never seen
    said: Mapping[str, Cells]
    sheets: Mapping[str, Sheet]  # by source, as they stand now

    def asked(self, number: str) -> Flags:
        """Return which responses are of a source where the form asks this."""
        of = [
            self.sheets[sheet.source].status.get(number) == Status.ASKED
            for sheet in self.responses.sheets
        ]
        return np.array(of, bool)[self.responses.sheet]

    def asks_otherwise(self, state: State) -> bool:
        """Tell whether a header is new, gone or another: no finding, and still to be known."""
        none = Sheet("")
        known = ((its, state.sheets.get(source, none)) for source, its in self.sheets.items())
        return any((its.headers, its.status) != (was.headers, was.status) for its, was in known)


def now(state: State, read: Responses, codes: Codes) -> Now:
    """Return the reading as the ledger with this state takes it."""
    places = state.places(codes)
    said: dict[str, Cells] = {}
    sheets = {}
    for at, sheet in enumerate(read.sheets):
        rows = np.flatnonzero(read.sheet == at)
        known = state.sheets.get(sheet.source)
        numbers = matched(sheet.headers, known.headers if known else {})
        if known:
            numbers |= dict(_renamed(state, read, (rows, places[rows]), numbers, known))
        for number, own in numbers.items():
            said[own] = _placed(said.get(own), read.cells[number], rows, read.n)
        filled = {own: said[own].codes[rows] >= 0 for own in numbers.values()}
        headers = {own: sheet.headers[number] for number, own in numbers.items()}
        sheets[sheet.source] = _sheet(sheet, headers, known, filled, places[rows] >= 0)
        for own in sheets[sheet.source].of(Status.BESIDE, Status.HIDDEN):
            if own in said:
                said[own] = _placed(said[own], blank(read.n), rows, read.n)
    return Now(read, codes, places, said, sheets)


def differing(before: Cells, after: Cells, places: Ints, rows: Ints) -> Flags:
    """Return where two columns differ in what they say, at these places and rows of theirs."""
    texts, moved = united(before.texts, after.texts)
    then = before.codes[places].astype(np.int64)
    here = np.append(moved, UNKNOWN)[after.codes[rows]]
    differ: Flags = then != here
    at = np.flatnonzero(differ)
    if len(at):
        pairs, which = np.unique(np.stack([then[at], here[at]]), axis=1, return_inverse=True)
        apart = [_said(texts, one) != _said(texts, other) for one, other in pairs.T.tolist()]
        differ[at] = np.array(apart)[which]
    return differ


def blank(n: int) -> Cells:
    """Return a column in which nobody of n answered."""
    return Cells(np.full(n, UNKNOWN, np.int32), pa.array([], pa.string()))


def _said(texts: pa.Array, code: int) -> str:
    return canonical(texts[code].as_py()) if code >= 0 else ""


def _placed(before: Cells | None, cells: Cells, rows: Ints, n: int) -> Cells:
    """Return the cells put into these rows of n."""
    if len(rows) == n:
        return cells
    before = before or blank(n)
    texts, moved = united(before.texts, cells.texts)
    codes = before.codes.copy()
    codes[rows] = np.append(moved, UNKNOWN)[cells.codes[rows]]
    return Cells(codes, texts)


def _renamed(
    state: State, read: Responses, at: tuple[Ints, Ints], numbers: Mapping[str, str], known: Sheet
) -> Iterator[tuple[str, str]]:
    """Yield the new columns that say just what one says that is gone: it has another header."""
    gone = [own for own in known.of(Status.ASKED) if own not in numbers.values()]
    for number in (number for number, own in numbers.items() if own not in known.headers):
        for own in gone:
            rows, places = (of[at[1] >= 0] for of in at)
            then = state.said.get(own)
            if then is None or not (then.codes[places] >= 0).any():
                continue
            if not differing(then, read.cells[number], places, rows).any():
                gone.remove(own)
                yield number, own
                break


def _sheet(
    sheet: responses.Sheet,
    headers: Mapping[str, str],
    known: Sheet | None,
    filled: Mapping[str, npt.NDArray[np.bool_]],
    old: Flags,
) -> Sheet:
    """Return the source as it stands now; a column that came later is looked at once it is used."""
    status = dict.fromkeys(headers, Status.ASKED)
    if known:
        status = {
            number: _status(known.status.get(number), filled[number], old) for number in headers
        }
        for number, was in known.status.items():
            if number not in headers:
                status[number] = _gone(Status(was), known.headers[number] in sheet.private)
    return Sheet(
        title=sheet.title,
        timezone=sheet.timezone,
        commune=sheet.commune,
        headers={**(known.headers if known else {}), **headers},
        status={number: str(its) for number, its in status.items()},
        private=list(sheet.private),
    )


def _status(was: str | None, filled: Flags, old: Flags) -> Status:
    if was not in (None, Status.BLANK):
        return Status(was) if was in (Status.BESIDE, Status.HIDDEN) else Status.ASKED
    if not filled.any():
        return Status.BLANK
    # a form's new question is answered by those who come after it
    return Status.BESIDE if filled[old].any() else Status.ASKED


def _gone(was: Status, private: bool) -> Status:
    if private:
        return Status.HIDDEN
    return Status.GONE if was in FILLED else was
