"""What viewers see of a feed: it moves in steps of several responses, never by a single one.

Whoever compares two readings that differ by one response knows what was answered in it. So a
shown reading stays whole as it was until enough responses differ from it, whatever comes,
goes or is edited meanwhile, and over a restart too.
"""

import dataclasses
import io
import threading
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from lib.errors import NotKeptError
from lib.source_table import SourceTable
from lib.sources.change_signal import ChangeListener, ChangeSignal
from lib.sources.reading_file import (
    SourceReading,
    load_packed_copy,
    pack_reading,
    reading_tables,
    save_packed_copy,
    unpack_reading,
    warn_unreadable,
)
from lib.sources.retention_policy import KEEP_EVERYTHING, RetentionPolicy
from lib.sources.snapshot import Snapshot
from lib.sources.source_feed import Feed

_Made = TypeVar("_Made")
_NAME = "shown"  # of the file; no source can have it, theirs are addresses and files' names


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
    ) -> None:
        """Begin with what was shown before the last stop, where `keep` still has it.

        `make` makes older rows again after the survey's description changed; `apart` gives
        how many responses differ. Only what is `lasting` lies on the disk.
        """
        self._feed, self._make, self._apart, self._k, self._keep = feed, make, apart, k, keep
        self.snapshot: Snapshot[_Made] | None = None
        self._before = _load(keep)
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
            if newest and newest is not self._newest:
                self._newest = newest
                self._step(newest)
            if self._since != (since := self._lasting.since()) and self.snapshot:
                self._since = since
                self._save(self.snapshot.copies)
            moved = self.snapshot is not before or self._troubles != failed
        for callback in self._bell.advance() if moved else ():
            callback(self.number)

    def _step(self, newest: Snapshot[_Made]) -> None:
        """Show the newest snapshot if enough differs, else what was shown, read as it is now."""
        current = self.snapshot
        if current is None and self._before != newest.copies:
            current = self._again(self._before, newest)
        elif current and (self._short or current.made_by != newest.made_by):
            current = self._again(current.copies, newest)
        if current is None or self._apart(current.made, newest.made) >= self._k:
            self.snapshot, self._short = newest, _short(_unpacked(newest.copies))
            self._save(newest.copies)
        else:
            self.snapshot = current

    def _again(self, copies: tuple[bytes, ...], newest: Snapshot[_Made]) -> Snapshot[_Made] | None:
        """Return older rows as they are understood now, None where there are none."""
        readings = self._whole(copies, newest.copies)
        if not readings:
            return None
        self._short = _short(readings)
        made = self._make(reading_tables(readings))
        read_at = max(reading.read_at for reading in readings)
        packed = tuple(pack_reading(reading) for reading in readings)
        return dataclasses.replace(newest, read_at=read_at, made=made, copies=packed)

    def _whole(self, copies: Sequence[bytes], newest: Sequence[bytes]) -> list[SourceReading]:
        """Return what lay on the disk with what was too old for it; nothing if that cannot be."""
        now = {reading.source: reading for reading in _unpacked(newest)}
        restored = [self._lasting.restore(copy, now.get(copy.source)) for copy in _unpacked(copies)]
        whole = [reading for reading in restored if reading]
        return whole if len(whole) == len(restored) else []

    def _save(self, copies: tuple[bytes, ...]) -> None:
        if self._keep:
            try:
                kept = _together([*map(self._lasting.shorten, copies)])
                save_packed_copy(self._keep, _NAME, kept)
            except NotKeptError:
                return  # the feed tells the same of its own copies


def _short(readings: Sequence[SourceReading]) -> bool:
    return not all(reading.version for reading in readings)


def _unpacked(copies: Sequence[bytes]) -> list[SourceReading]:
    return [reading for copy in copies if (reading := unpack_reading(copy))]


def _together(copies: Sequence[bytes]) -> bytes:
    """Return the copies as one file, so that a step is on the disk whole or not at all."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as together:
        for at, copy in enumerate(copies):
            together.writestr(f"{at}.json.gz", copy)
    return file.getvalue()


def _load(keep: Path | None) -> tuple[bytes, ...]:
    """Return the copies that were shown last; none where no whole file is there."""
    packed = load_packed_copy(keep, _NAME) if keep else None
    if keep is None or packed is None:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as together:
            return tuple(together.read(name) for name in together.namelist())
    except zipfile.BadZipFile:
        warn_unreadable(keep, _NAME)
        return ()
