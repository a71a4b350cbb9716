"""What of the rows may lie on the disk: those of responses submitted since a day."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from lib.source_table import SourceTable
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

        None where the source has other columns by now. What was never shortened stays.
        """
        if reading.version or newest is None:
            return reading
        if _columns(reading) != _columns(newest):
            return None
        pairs = zip(newest.tables, reading.tables, strict=True)
        tables = tuple(self._old(new).followed(self._young(before)) for new, before in pairs)
        return dataclasses.replace(reading, tables=tables, version=newest.version)

    def _old(self, table: SourceTable) -> SourceTable:
        return table.only(self.old(table, self.since()))

    def _young(self, table: SourceTable) -> SourceTable:
        old = self.old(table, self.since())
        return table.only([not gone for gone in old]) if any(old) else table


def _columns(reading: SourceReading) -> list[tuple[str, ...]]:
    return [table.headers for table in reading.tables]


KEEP_EVERYTHING = RetentionPolicy()
