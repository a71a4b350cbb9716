"""A copy of everything each night, while the app runs; what went wrong is remembered to be told."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from lib.errors import BackupError
from lib.office_clock import OfficeClock
from lib.setup.office_backup import OfficeFolders, backup_day, backups, write_backup

LATE = 3  # days, after which it is said that no copy is made any more


class NightlyBackup:
    """Copies once a day; `trouble` is why the last try did not succeed."""

    def __init__(self, office: OfficeFolders, folder: Path, now: Callable[[], dt.datetime]) -> None:
        """Prepare; `now` returns this moment (UTC)."""
        self._office, self.folder, self._now = office, folder, now
        self._tried: dt.date | None = None
        self.trouble: BackupError | None = None

    def look(self) -> None:
        """Copy everything where no copy of this day is there; once a day at most."""
        today = self._today()
        if self._tried == today or self.newest == today:
            return
        self._tried = today
        self.copy()

    def copy(self) -> None:
        """Copy everything now."""
        try:
            write_backup(self._office, self.folder, OfficeClock.local(self._now()))
            self.trouble = None
        except BackupError as error:
            self.trouble = error.with_traceback(None)

    @property
    def newest(self) -> dt.date | None:
        """The day of the newest copy, None where there is none."""
        there = backups(self.folder)
        return backup_day(there[0]) if there else None

    @property
    def is_late(self) -> bool:
        """Whether the newest copy is so old that somebody should look."""
        newest = self.newest
        return newest is None or (self._today() - newest).days >= LATE

    def _today(self) -> dt.date:
        return OfficeClock.local(self._now()).date()
