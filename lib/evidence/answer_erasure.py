"""Which kept answers are to be forgotten: those of some responses, or those that are too old."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_line import LedgerLine
from lib.evidence.ledger_state import LedgerState, UnsealedReading, unseal_reading
from lib.evidence.sealed_contents import SealedContents, pack_contents, unpack_contents
from lib.journal.sealed_reading import SealedReading
from lib.office_clock import OfficeClock

ContentRows = Mapping[int, Collection[int]]  # of the contents of a reading, by its number


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


def personal_columns(state: LedgerState) -> dict[str, list[str]]:
    """Return by source the numbers of the columns that turned out to name persons."""
    hidden = {s: sheet.columns_with(ColumnStatus.HIDDEN) for s, sheet in state.sheets.items()}
    return {source: sorted(numbers) for source, numbers in hidden.items() if numbers}


def without_columns(
    readings: Iterable[SealedReading], columns: Mapping[str, Collection[str]]
) -> dict[int, bytes]:
    """Return what is left of the contents of these readings without these columns, by source."""
    left = {}
    for sealed in readings:
        before = unpack_contents(sealed.contents)
        after = before.without_columns(columns)
        if after.partly != before.partly:
            left[sealed.number] = pack_contents(after)
    return left


def _is_there(contents: SealedContents, at: int) -> bool:
    return at < len(contents.nonces) and contents.nonces[at] is not None and at not in contents.old


def _kept(reading: UnsealedReading) -> Iterator[tuple[int, LedgerLine]]:
    return enumerate(line for line in reading.lines if line.hash)
