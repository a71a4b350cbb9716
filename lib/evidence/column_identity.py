"""Which of the ledger's columns stands below each header of a reading.

By the header, by the survey's number, by the answers: and a header that was another column's
stays that one's, so that whoever exchanges headers, however slowly, alters the answers below them.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from lib.evidence.answer_differences import differing_cells
from lib.evidence.ledger_columns import ColumnStatus, LedgerSheet, match_columns
from lib.evidence.ledger_state import LedgerState, PlaceArray
from lib.survey.history.header_likeness import plain_wording, wordings_alike
from lib.survey.question_cells import QuestionCells

_SAME_COLUMN = 0.5  # of its answers stand there still: a few may be altered together with a header


@dataclasses.dataclass(frozen=True, eq=False)
class SheetColumns:
    """What stands below the headers of one source, both by the survey's number.

    `rows` are those that the ledger knows, `places` where it has them.
    """

    headers: Mapping[str, str]
    cells: Mapping[str, QuestionCells]
    rows: PlaceArray
    places: PlaceArray


def ledger_numbers(state: LedgerState, source: str, now: SheetColumns) -> dict[str, str]:
    """Return the ledger's number for each number of the survey."""
    known = state.sheets.get(source)
    if known is None:
        return match_columns(now.headers, {})
    numbers = match_columns(now.headers, known.headers)
    numbers |= _continued(state, known, now, numbers)
    worded = state.worded.get(source, {})
    for number, whose in _claimed(known, worded, now.headers, numbers):
        holder = next((other for other, own in numbers.items() if own == whose), None)
        if holder is not None:
            numbers[holder] = numbers[number]
        numbers[number] = whose
    return numbers


def _continued(
    state: LedgerState, known: LedgerSheet, now: SheetColumns, numbers: Mapping[str, str]
) -> dict[str, str]:
    """Return the new columns that say what one says that is gone: it has another header."""
    gone = known.columns_with(ColumnStatus.ASKED, ColumnStatus.GONE)
    new = [number for number, own in numbers.items() if own not in known.headers]
    pairs = (
        (_agreement(state, own, now, number), number, own)
        for own in gone
        if own not in numbers.values()
        for number in new
    )
    found: dict[str, str] = {}
    for share, number, own in sorted(pairs, reverse=True):
        if share >= _SAME_COLUMN and number not in found and own not in found.values():
            found[number] = own
    return found


def _agreement(state: LedgerState, own: str, now: SheetColumns, number: str) -> float:
    """Return what share of the answers known of a column stands below a header still."""
    then = state.answers.get(own)
    if then is None:
        return 0.0
    answered = state.answer_known[now.places] & (then.codes[now.places] >= 0)
    if not answered.any():
        return 0.0
    rows, places = now.rows[answered], now.places[answered]
    return 1 - float(np.mean(differing_cells(then, now.cells[number], places, rows)))


def _claimed(
    known: LedgerSheet,
    worded: Mapping[str, Iterable[str]],
    headers: Mapping[str, str],
    numbers: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield the columns under a new header that was another's, and the number of that one."""
    standing = {own: headers[number] for number, own in numbers.items()}
    for number, own in list(numbers.items()):
        header = headers[number]
        if own in known.headers and known.headers[own] != header:
            others = (other for other in worded if other != own)
            whose = _whose(header, worded.get(own, ()), {o: worded[o] for o in others}, standing)
            if whose is not None:
                yield number, whose


def _whose(
    header: str,
    own: Iterable[str],
    others: Mapping[str, Iterable[str]],
    standing: Mapping[str, str],
) -> str | None:
    """Return which other column a header worded, None where it is this column's as well."""
    for alike, gone_too in ((_same_words, True), (wordings_alike, False)):
        if any(alike(former, header) for former in own):
            return None
        for other, wordings in others.items():
            worded = any(alike(former, header) for former in wordings)
            left = not alike(standing[other], header) if other in standing else gone_too
            if worded and left:
                return other
    return None


def _same_words(one: str, other: str) -> bool:
    return plain_wording(one) == plain_wording(other)
