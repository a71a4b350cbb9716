"""What viewers see of a feed: it moves in steps of several responses, never by a single one.

Whoever compares two readings that differ by one response knows what was answered in it. So a
shown reading stays whole as it was until enough responses differ from it, whatever comes,
goes or is edited meanwhile, and over a restart too.
"""

import dataclasses
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from lib.errors import JournalError
from lib.source_table import SourceTable
from lib.sources.change_signal import ChangeListener, ChangeSignal
from lib.sources.last_step import KeptSteps, LastStep, Noted, nothing_noted, unpacked_readings
from lib.sources.reading_file import SourceReading, pack_reading, reading_tables
from lib.sources.retention_policy import KEEP_EVERYTHING, RetentionPolicy
from lib.sources.snapshot import Snapshot
from lib.sources.source_feed import Feed

_Made = TypeVar("_Made")


class ViewerFeed(Generic[_Made]):
    """The last step taken; `number` moves with it, and when sources fail or recover."""

    def __init__(
        self,
        feed: Feed[_Made],
        make: Callable[[Sequence[SourceTable]], _Made],
        apart: Callable[[_Made, _Made], int],
        k: int,
        keep: Path | None,
        lasting: RetentionPolicy = KEEP_EVERYTHING,
        noted: Noted = nothing_noted,
    ) -> None:
        """Begin with what was shown before the last stop, where `keep` or what is `noted` has it.

        `make` makes older rows again after the survey's description changed; `apart` gives
        how many responses differ. Only what is `lasting` lies on the disk. `noted` gives what
        was shown last as KeptSteps asks for it.
        """
        self._feed, self._make, self._apart, self._k = feed, make, apart, k
        self._kept = KeptSteps(keep, noted)
        self.snapshot: Snapshot[_Made] | None = None
        self._counted: _Made | None = None  # what is counted from where the last step is unknown
        self._before = self._kept.copies()
        # asked before this process notes anything of its own
        self._noted = None if self._before else self._asked()
        self._lasting, self._since = lasting, lasting.since()
        self._short = False  # rows too old for the disk are missing in what is shown
        self._newest: Snapshot[_Made] | None = None
        self._troubles: object = ()
        self._bell, self._lock = ChangeSignal(), threading.Lock()
        feed.listen(lambda _: self._look())
        self._look()

    @property
    def number(self) -> int:
        """Moves whenever there is something new to draw for viewers."""
        return self._bell.number

    def listen(self, callback: ChangeListener) -> Callable[[], None]:
        """Call back with each new `number`, from whatever thread; return what ends it."""
        return self._bell.listen(callback)

    def _look(self) -> None:
        with self._lock:
            before, failed = self.snapshot, self._troubles
            self._troubles = [trouble.kind for trouble in self._feed.troubles]
            newest = self._feed.snapshot
            if newest and (newest is not self._newest or self._undecided):
                self._newest = newest
                self._step(newest)
            if self._since != (since := self._lasting.since()) and self.snapshot:
                self._since = since
                self._save(self.snapshot.copies)
            moved = self.snapshot is not before or self._troubles != failed
        for callback in self._bell.advance() if moved else ():
            callback(self.number)

    @property
    def _undecided(self) -> bool:
        return self.snapshot is None and self._counted is None

    def _step(self, newest: Snapshot[_Made]) -> None:
        """Show the newest snapshot if enough differs, else what was shown, read as it is now."""
        if self._undecided:
            self._begin(newest)
            return
        current = self.snapshot
        if current and (self._short or current.made_by != newest.made_by):
            again = self._again(current.copies, newest)
            if again is None and self._short:  # what it lacks would count as new
                self._before, self.snapshot = current.copies, None
                self._begin(newest)
                return
            current = again or current
        counted = current.made if current else self._counted
        if counted is None or self._are_enough(counted, newest):
            self._show(newest)
        else:
            self.snapshot = current

    def _begin(self, newest: Snapshot[_Made]) -> None:
        """Show what was shown before, or what was never shown; else begin to count from here."""
        if self._before == newest.copies and newest.copies:
            self._show(newest)
            return
        again = self._again(self._before, newest)
        noted = None if again else self._noted or self._asked()
        if again is None and noted:
            again = self._made(noted.readings, newest)
        if again:
            self.snapshot = again
            if noted:
                self._save(again.copies)
            if self._are_enough(again.made, newest):
                self._show(newest)
        elif noted and noted.known and not self._before:
            self._show(newest)
        elif noted:
            self._counted = newest.made

    def _are_enough(self, before: _Made, newest: Snapshot[_Made]) -> bool:
        return self._apart(before, newest.made) >= self._k

    def _asked(self) -> LastStep | None:
        """Return what is noted of the last step; None where nobody can say it now."""
        try:
            return self._kept.noted()
        except JournalError:
            return None

    def _show(self, newest: Snapshot[_Made]) -> None:
        self.snapshot, self._short = newest, _short(unpacked_readings(newest.copies))
        self._save(newest.copies)

    def _again(self, copies: Sequence[bytes], newest: Snapshot[_Made]) -> Snapshot[_Made] | None:
        """Return older rows as they are understood now, None where not all of them are there."""
        return self._made(self._whole(copies, newest.copies), newest)

    def _made(
        self, readings: Sequence[SourceReading], newest: Snapshot[_Made]
    ) -> Snapshot[_Made] | None:
        if not readings:
            return None
        self._short = _short(readings)
        made = self._make(reading_tables(readings))
        read_at = max(reading.read_at for reading in readings)
        packed = tuple(pack_reading(reading) for reading in readings)
        return dataclasses.replace(newest, read_at=read_at, made=made, copies=packed)

    def _whole(self, copies: Sequence[bytes], newest: Sequence[bytes]) -> list[SourceReading]:
        """Return what lay on the disk with what was too old for it; nothing if that cannot be."""
        now = {reading.source: reading for reading in unpacked_readings(newest)}
        known = unpacked_readings(copies)
        restored = [self._lasting.restore(copy, now.get(copy.source)) for copy in known]
        whole = [reading for reading in restored if reading]
        return whole if len(whole) == len(copies) else []

    def _save(self, copies: Sequence[bytes]) -> None:
        self._kept.save([*map(self._lasting.shorten, copies)])


def _short(readings: Sequence[SourceReading]) -> bool:
    return not all(reading.version for reading in readings)
