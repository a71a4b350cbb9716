"""Which kept answers are to be forgotten: those of some responses, or those that are too old."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_line import LedgerLine
from lib.evidence.ledger_state import LedgerState, UnsealedReading, unseal_reading
from lib.evidence.personal_columns import turned_columns
from lib.evidence.sealed_contents import SealedContents, pack_contents, unpack_contents
from lib.journal.sealed_reading import SealedReading
from lib.office_clock import OfficeClock
from lib.survey.recognise.personal_data import is_personal_answer

ContentRows = Mapping[int, Collection[int]]  # of the contents of a reading, by its number


class PersonalColumns(NamedTuple):
    """Numbers by source: of the first nothing is kept, of the others what is no person's."""

    always: Mapping[str, Sequence[str]]
    turned: Mapping[str, Sequence[str]]


def rows_of_codes(codes: Collection[str], readings: Iterable[SealedReading]) -> ContentRows:
    """Return all that these responses ever said."""
    said = defaultdict[int, list[int]](list)
    for sealed in readings:
        for at, line in _kept(unseal_reading(sealed)):
            if line.code in codes:
                said[sealed.number].append(at)
    return said


def rows_too_old(
    since: dt.date, readings: Iterable[SealedReading], last: Callable[[str], int]
) -> tuple[ContentRows, ContentRows]:
    """Return what was submitted before this day: what stands still, and what was superseded.

    `last` gives the reading in which a response said what it says. One without a time is as old
    as its reading.
    """
    current, superseded = (defaultdict[int, list[int]](list) for _ in range(2))
    for sealed in readings:
        reading = unseal_reading(sealed)
        read_on = OfficeClock.local(sealed.read_at).date().isoformat()
        for at, line in _kept(reading):
            if (reading.contents.times[at] or read_on) < since.isoformat():
                old = current if last(line.code) == sealed.number else superseded
                old[sealed.number].append(at)
    return current, superseded


def rewrite_contents(
    readings: Sequence[SealedReading], erased: ContentRows, old: ContentRows
) -> dict[int, bytes]:
    """Return what is left of the contents of these readings, where anything is to be let go."""
    left = {}
    for sealed in readings:
        before = unpack_contents(sealed.contents)
        gone, aged = (
            [at for at in rows.get(sealed.number, ()) if _is_there(before, at)]
            for rows in (erased, old)
        )
        if gone or aged:
            left[sealed.number] = pack_contents(before.without(gone).let_go(aged))
    return left


def personal_columns(state: LedgerState) -> PersonalColumns:
    """Return the columns that turned out to name persons."""
    by_source = state.sheets.items()
    hidden = {source: sheet.columns_with(ColumnStatus.HIDDEN) for source, sheet in by_source}
    turned = {source: turned_columns(sheet) for source, sheet in by_source}
    return PersonalColumns(
        *({s: numbers for s, numbers in each.items() if numbers} for each in (hidden, turned))
    )


def without_persons(
    readings: Iterable[SealedReading], columns: PersonalColumns
) -> dict[int, bytes]:
    """Return what is left of the contents of these readings, where anything is let go."""
    left = {}
    for sealed in readings:
        before = unpack_contents(sealed.contents)
        after = before.without_columns(columns.always)
        after = after.without_columns(columns.turned, is_personal_answer)
        if after.partly != before.partly:
            left[sealed.number] = pack_contents(after)
    return left


def _is_there(contents: SealedContents, at: int) -> bool:
    return at < len(contents.nonces) and contents.nonces[at] is not None and at not in contents.old


def _kept(reading: UnsealedReading) -> Iterator[tuple[int, LedgerLine]]:
    return enumerate(line for line in reading.lines if line.hash)
