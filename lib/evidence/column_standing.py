"""What each column of a source is to the ledger in a reading: compared, or beside the form's."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence

from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_state import LedgerState, PlaceArray
from lib.survey.question_cells import QuestionCells

_FILLED = (ColumnStatus.ASKED, ColumnStatus.BLANK)
_NOT_COMPARED = (ColumnStatus.BESIDE, ColumnStatus.HIDDEN)


@dataclasses.dataclass(frozen=True)
class SheetStanding:
    """What the columns of a source are, by the ledger's number.

    `counted` were filled in for responses there already and enter a rate from now on: what they
    say is sealed as it is found.
    """

    status: Mapping[str, ColumnStatus]
    counted: Sequence[str] = ()


def sheet_standing(
    state: LedgerState,
    source: str,
    cells: Mapping[str, QuestionCells],
    at: tuple[PlaceArray, PlaceArray],
    rated: Collection[str],
    private: Collection[str],
) -> SheetStanding:
    """Return what the columns are.

    `cells` are those that stand there, `at` all rows of the source and those seen before, `rated`
    the numbers that enter a rate, `private` headers below which persons were named all along.
    """
    known = state.sheets.get(source)
    if known is None:
        return SheetStanding(dict.fromkeys(cells, ColumnStatus.ASKED))
    replaced = any(
        len(state.answering(source, number))
        for number in known.columns_with(ColumnStatus.ASKED)
        if number not in cells and known.headers[number] not in private
    )
    status, counted = {}, []
    for number, its in cells.items():
        was = known.status.get(number)
        each = _by_its_answers(was, *(bool((its.codes[rows] >= 0).any()) for rows in at))
        if each in _NOT_COMPARED and replaced and was not in _NOT_COMPARED:
            each = ColumnStatus.ASKED  # for those before it, each answer is an edit
        elif each in _NOT_COMPARED and number in rated:
            each = ColumnStatus.ASKED
            counted.append(number)
        status[number] = each
    for number, was in known.status.items():
        if number not in cells:
            status[number] = _gone(ColumnStatus(was), known.headers[number] in private)
    return SheetStanding(status, counted)


def _by_its_answers(was: str | None, filled: bool, before: bool) -> ColumnStatus:
    """Return what a column is; `before`: filled in for responses that were there already."""
    if was not in (None, ColumnStatus.BLANK):
        return ColumnStatus(was) if was in _NOT_COMPARED else ColumnStatus.ASKED
    if not filled:
        return ColumnStatus.BLANK
    # a form's new question is answered by those who come after it
    return ColumnStatus.BESIDE if before else ColumnStatus.ASKED


def _gone(was: ColumnStatus, private: bool) -> ColumnStatus:
    if private:
        return ColumnStatus.HIDDEN
    return ColumnStatus.GONE if was in _FILLED else was
