"""The copies of all sources on the disk: what is new is written, what got too old is let go."""

from collections.abc import Sequence
from pathlib import Path

from lib.errors import NotKeptError
from lib.sources.reading_file import SourceReading, copy_lies_there, load_copy, save_packed_copy
from lib.sources.retention_policy import RetentionPolicy
from lib.sources.watched_source import WatchedSource


class SourceCopies:
    """One folder; None keeps nothing. `since` is the first day of which it holds answers."""

    def __init__(self, folder: Path | None, lasting: RetentionPolicy) -> None:
        """Prepare; nothing is read or written yet."""
        self._folder, self._lasting = folder, lasting
        self.since = lasting.since()

    def load(self, source: str) -> SourceReading | None:
        """Return the copy of the source of this name; None if there is no whole one."""
        return load_copy(self._folder, source) if self._folder else None

    def save(self, sources: Sequence[WatchedSource]) -> NotKeptError | None:
        """Write the copies that are not there yet; return why one could not be.

        All of them on a new day, so that what is older than it is there no more.
        """
        before, self.since = self.since, self._lasting.since()
        failed = None
        for watched in sources:
            watched.saved &= self.since == before
            # somebody may have taken the folder away
            if self._folder and not copy_lies_there(self._folder, watched.source.name):
                watched.saved = False
            if self._folder and watched.copy and not watched.saved:
                try:
                    packed = self._lasting.shorten(watched.copy)
                    save_packed_copy(self._folder, watched.source.name, packed)
                    watched.saved = True
                except NotKeptError as error:
                    failed = error.with_traceback(None)
        return failed
