"""What of the rows may lie on the disk: those of responses submitted since a day."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from lib.sources import kept
from lib.sources.kept import Reading
from lib.table import Table


@dataclasses.dataclass(frozen=True)
class Lasting:
    """`since` gives the first day that is kept, `old` which rows of a table are from before it."""

    since: Callable[[], dt.date] = lambda: dt.date.min
    old: Callable[[Table, dt.date], Sequence[bool]] = lambda table, since: [False] * table.rows

    def copy(self, packed: bytes) -> bytes:
        """Return a packed reading without what is too old; the same bytes where nothing is."""
        reading = kept.unpack(packed)
        young = tuple(map(self._young, reading.tables)) if reading else ()
        if reading is None or young == reading.tables:
            return packed
        # of no version: whoever loads it reads its source again, whatever that says
        return kept.pack(dataclasses.replace(reading, tables=young, version=""))

    def whole(self, reading: Reading, newest: Reading | None) -> Reading | None:
        """Return a reading that was shortened, with the old rows that its source still holds.

        None where the source has other columns by now. What was never shortened stays.
        """
        if reading.version or newest is None:
            return reading
        if _columns(reading) != _columns(newest):
            return None
        pairs = zip(newest.tables, reading.tables, strict=True)
        tables = tuple(self._old(new).followed(self._young(shown)) for new, shown in pairs)
        return dataclasses.replace(reading, tables=tables, version=newest.version)

    def _old(self, table: Table) -> Table:
        return table.only(self.old(table, self.since()))

    def _young(self, table: Table) -> Table:
        old = self.old(table, self.since())
        return table.only([not one for one in old]) if any(old) else table


def _columns(reading: Reading) -> list[tuple[str, ...]]:
    return [table.headers for table in reading.tables]


EVERYTHING = Lasting()
