"""The one reader of the process: it watches every source and publishes what they hold together.

Whatever goes wrong, the last good rows stay, and each trouble is told with the time since
when. No Python list of cells outlives a round: the collector would walk it after every rerun.
"""

import dataclasses
import datetime as dt
import functools
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from lib.errors import NotKeptError
from lib.office_clock import utc_now
from lib.source_table import SourceTable
from lib.sources.change_signal import ChangeListener, ChangeSignal
from lib.sources.reading_file import SourceReading, pack_reading, reading_tables, unpack_reading
from lib.sources.retention_policy import KEEP_EVERYTHING, RetentionPolicy
from lib.sources.snapshot import Snapshot
from lib.sources.source_copies import SourceCopies
from lib.sources.watched_source import (
    PACE_DICE,
    SourceTrouble,
    TableSource,
    WatchedSource,
    log_stumble,
)

__all__ = ["Feed", "Snapshot", "SourceTrouble", "TableSource"]

_Made = TypeVar("_Made")
_Result = TypeVar("_Result")


class Feed(Generic[_Made]):
    """One thread that reads; everybody else takes `snapshot` once and passes it down."""

    BUSY, IDLE = 5.0, 60.0  # seconds between two looks while somebody watches, and nobody
    FIRST, LONGEST = 1.0, 300.0  # seconds of pause after one failure, and after many
    DOUBT = 30.0  # seconds of pause after a reading that can hardly be true

    def __init__(
        self,
        sources: Sequence[TableSource],
        make: Callable[[Sequence[SourceTable]], _Made],
        private: Callable[[SourceTable, _Made], frozenset[int]],
        keep: Path | None,
        check: Callable[[SourceTable], object] = lambda table: None,
        made_by: Callable[[], object] = lambda: None,
        lasting: RetentionPolicy = KEEP_EVERYTHING,
        moment: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        """Prepare; nothing is read before `start`.

        `make` must not hold on to its tables. `private` gives the columns that no copy may
        hold. `check` raises a FormError for a table that would spoil the others. When what
        `made_by` returns is another than before, everything is read and made anew. Only what is
        `lasting` lies on the disk. `moment` (UTC) tells when something is read.
        """
        self._watched = tuple(WatchedSource(s, moment, self.DOUBT, self._tell) for s in sources)
        self._make, self._private, self._check = make, private, check
        self.snapshot: Snapshot[_Made] | None = None
        self._bell = ChangeSignal()
        self.checked_at: dt.datetime | None = None  # when a source last answered (UTC)
        self.keep_error: NotKeptError | None = None
        self._made_by, self._was_made_by = made_by, made_by()
        self._disk = SourceCopies(keep, lasting)
        self._told = self._state()
        self._viewers, self._lock = 0, threading.Lock()
        self._wake, self._ready, self._stopped = (threading.Event() for _ in range(3))
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)

    @property
    def number(self) -> int:
        """Moves whenever there is something new to draw."""
        return self._bell.number

    @property
    def troubles(self) -> tuple[SourceTrouble, ...]:
        """The sources that cannot be read now; their last good rows are in the snapshot."""
        return tuple(trouble for w in self._watched if (trouble := w.told))

    @property
    def progress(self) -> tuple[int, int]:
        """How many sources were tried, of how many: of interest before the first snapshot."""
        return sum(w.tried for w in self._watched), len(self._watched)

    @property
    def watched(self) -> bool:
        """Whether somebody has a page open."""
        return self._viewers > 0

    @property
    def next_try(self) -> float:
        """Seconds until a source in trouble is asked again, or any source if none is."""
        dues = [w.due for w in self._watched if w.trouble] or [w.due for w in self._watched]
        return max(0.0, min(dues) - time.monotonic())

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self, seconds: float = 3.0) -> bool:
        """End the thread, return whether it ended; a hanging request dies with the process."""
        self._stopped.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def look(self) -> None:
        """Look at every source now; those in trouble keep their pause."""
        self._wake.set()

    def stir(self) -> None:
        """Have every page drawn anew: something beside the rows is new."""
        self._tell()

    def tables(self) -> list[SourceTable]:
        """Return the last good rows of all sources, without what identifies a person."""
        copies = (unpack_reading(watched.copy) for watched in self._watched if watched.copy)
        return reading_tables(filter(None, copies))

    def ready(self, timeout: float | None = None) -> bool:
        """Wait for the first snapshot or failure, return whether it came."""
        return self._ready.wait(timeout)

    def watching(self, step: int) -> None:
        """Count viewers, +1 or -1; the first one wakes the reader."""
        with self._lock:
            self._viewers += step
            first = self._viewers == step == 1
        if first:
            self._wake.set()

    def listen(self, callback: ChangeListener) -> Callable[[], None]:
        """Call back with each new `number`, from whatever thread; return what ends it."""
        return self._bell.listen(callback)

    def _run(self) -> None:
        self._restore()
        while not self._stopped.is_set():
            self._round()
            self._ready.set()
            self._sleep()

    def _restore(self) -> None:
        """Publish the last good copies, so that a restart without network shows figures."""
        loaded = {w: self._attempt(functools.partial(self._kept, w)) for w in self._watched}
        if copies := {w: reading for w, reading in loaded.items() if reading}:
            self._attempt(functools.partial(self._publish, copies))
            if self.snapshot:
                self._ready.set()

    def _kept(self, watched: WatchedSource) -> SourceReading | None:
        reading = self._disk.load(watched.source.name)
        for table in reading.tables if reading else ():
            self._check(table)
        return reading

    def _round(self) -> None:
        """Look at the sources that are due and publish what is new in them together."""
        if (made_by := self._made_by()) != self._was_made_by:
            self._was_made_by = made_by
            for watched in self._watched:
                watched.forget()
        due = [w for w in self._watched if w.due <= time.monotonic()]
        if fresh := self._read(due):
            self._attempt(functools.partial(self._publish, fresh), fresh)
        self._attempt(self._save)
        pace = (self.BUSY if self._viewers else self.IDLE) * PACE_DICE.uniform(0.9, 1.1)
        for watched in due:
            watched.rest(pace)
        if self._told != self._state():
            self._tell()

    def _read(self, due: Iterable[WatchedSource]) -> dict[WatchedSource, SourceReading]:
        fresh = {}
        for watched in due:
            if self._stopped.is_set():
                break
            if reading := self._attempt(functools.partial(self._look, watched), [watched]):
                fresh[watched] = reading
            first, watched.tried = not watched.tried, True
            if first and self.snapshot is None and len(self._watched) > 1:
                self._tell()  # so that pages draw the progress
        return fresh

    def _look(self, watched: WatchedSource) -> SourceReading | None:
        reading = watched.look(self._check)
        self.checked_at = utc_now()
        return reading

    def _attempt(
        self, step: Callable[[], _Result], blamed: Iterable[WatchedSource] = ()
    ) -> _Result | None:
        """Return what the step returned, or None and the blamed sources in trouble.

        The one catch-all of the product: a dead reader would show old figures as live.
        """
        try:
            return step()
        except Exception as error:
            log_stumble(error)
            for watched in blamed:
                watched.blame(error, self.FIRST, self.LONGEST)
        return None

    def _publish(self, fresh: Mapping[WatchedSource, SourceReading]) -> None:
        """Make one snapshot of fresh readings and all other copies; an error changes nothing."""
        known = (fresh.get(w) or (w.copy and unpack_reading(w.copy)) for w in self._watched)
        readings = [reading for reading in known if reading]
        made = self._make(reading_tables(readings))
        packed = {}
        for watched, reading in fresh.items():
            bare = tuple(table.without(self._private(table, made)) for table in reading.tables)
            packed[watched] = pack_reading(dataclasses.replace(reading, tables=bare))
        for watched, copy in packed.items():
            watched.hold(fresh[watched], copy)
        copies = tuple(watched.copy for watched in self._watched if watched.copy)
        read_at = max(r.read_at for r in readings)
        whole = all(reading.version for reading in readings)
        self.snapshot = Snapshot(self.number + 1, read_at, made, copies, self._was_made_by, whole)
        self._tell()

    def _save(self) -> None:
        since = self._disk.since
        self.keep_error = self._disk.save(self._watched)
        if self._disk.since != since:
            self._tell()  # so that the copies of others are written anew as well

    def _state(self) -> object:
        return [trouble.kind for trouble in self.troubles], self.keep_error is None

    def _tell(self) -> None:
        self._told = self._state()
        for callback in self._bell.advance():
            self._attempt(functools.partial(callback, self.number))

    def _sleep(self) -> None:
        """Wait until a source is due; the first viewer ends it, but no pause after a failure."""
        pause = min(w.due for w in self._watched) - time.monotonic()
        if self._wake.wait(max(0.0, min(pause, self.BUSY))):
            self._wake.clear()
            for watched in self._watched:
                watched.rest(0.0)
