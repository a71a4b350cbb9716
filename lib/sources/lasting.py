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
        if reading is None or not any(old := self.old(reading.table, self.since())):
            return packed
        table = reading.table.only([not one for one in old])
        # of no version: whoever loads it reads its source again, whatever that says
        return kept.pack(dataclasses.replace(reading, table=table, version=""))

    def whole(self, reading: Reading, newest: Reading | None) -> Reading | None:
        """Return a reading that was shortened, with the old rows that its source still holds.

        None where the source has other columns by now. What was never shortened stays.
        """
        if reading.version or newest is None:
            return reading
        if reading.table.headers != newest.table.headers:
            return None
        since = self.since()
        old = newest.table.only(self.old(newest.table, since))
        young = reading.table.only([not one for one in self.old(reading.table, since)])
        return dataclasses.replace(reading, table=old.followed(young), version=newest.version)


EVERYTHING = Lasting()
