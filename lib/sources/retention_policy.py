"""What of the rows may lie on the disk: those of responses submitted since a day."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from lib.source_table import CellValue, SourceTable
from lib.sources.reading_file import SourceReading, pack_reading, unpack_reading


@dataclasses.dataclass(frozen=True)
class RetentionPolicy:
    """`since` gives the first day that is kept, `old` which rows of a table are from before it."""

    since: Callable[[], dt.date] = lambda: dt.date.min
    old: Callable[[SourceTable, dt.date], Sequence[bool]] = lambda table, since: (
        [False] * table.rows
    )

    def shorten(self, packed: bytes) -> bytes:
        """Return a packed reading without what is too old; the same bytes where nothing is."""
        reading = unpack_reading(packed)
        young = tuple(map(self._young, reading.tables)) if reading else ()
        if reading is None or young == reading.tables:
            return packed
        # of no version: whoever loads it reads its source again, whatever that says
        return pack_reading(dataclasses.replace(reading, tables=young, version=""))

    def restore(self, reading: SourceReading, newest: SourceReading | None) -> SourceReading | None:
        """Return a reading that was shortened, with the old rows that its source still holds.

        A column that the source has added meanwhile is blank in it, a reworded one bears its
        new header; None where there are other tabs by now. What was never shortened stays.
        """
        if reading.version or newest is None:
            return reading
        if len(reading.tables) != len(newest.tables):
            return None
        pairs = zip(newest.tables, reading.tables, strict=True)
        tables = tuple(
            self._old(new).followed(_in_columns_of(new, self._young(before)))
            for new, before in pairs
        )
        return dataclasses.replace(reading, tables=tables, version=newest.version)

    def _old(self, table: SourceTable) -> SourceTable:
        return table.only(self.old(table, self.since()))

    def _young(self, table: SourceTable) -> SourceTable:
        old = self.old(table, self.since())
        return table.only([not gone for gone in old]) if any(old) else table


def _in_columns_of(new: SourceTable, before: SourceTable) -> SourceTable:
    """Return a table in the columns of another: by their headers, a reworded one by its place."""
    if before.headers == new.headers:
        return before
    named, now = _named(before.headers), _named(new.headers)
    places = {name: at for at, name in enumerate(named)}
    columns: list[list[CellValue]] = []
    for at, name in enumerate(now):
        reworded = at if at < len(named) and named[at] not in now else None
        place = places.get(name, reworded)
        if place is None or (place in before.dropped and at not in new.dropped):
            columns.append([None] * before.rows)
        else:
            columns.append(before.columns[place])
    moved = dataclasses.replace(
        before, headers=new.headers, columns=tuple(columns), dropped=frozenset()
    )
    return moved.without(new.dropped)


def _named(headers: Sequence[str]) -> list[tuple[str, int]]:
    """Return each header with which of those of its words it is."""
    return [(header, headers[:at].count(header)) for at, header in enumerate(headers)]


KEEP_EVERYTHING = RetentionPolicy()
