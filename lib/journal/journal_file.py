"""The file that a journal in SQLite lies in: whether it is still the one that was opened.

SQLite goes on writing into a file that was deleted or moved away, and confirms what is kept
nowhere.
"""

from pathlib import Path

from lib.errors import JournalError
from lib.wording import mark


class ReplacedJournalError(JournalError):
    """Another file lies in the journal's place, or none: everything is to be read anew."""

    code = "journal_replaced"


class NoDataFolderError(JournalError):
    """The folder of the journal's file cannot be made."""

    code = "no_data_folder"
    message = mark(
        "{title}: nothing was saved, because the data folder (SURVEY_DATA_DIR) cannot be made: "
        "may the app write there, and does no file stand in its place? What you typed stays."
    )


class JournalFile:
    """A path, None for a journal in no file; nothing is looked at before `opened`."""

    def __init__(self, path: Path | None, title: object) -> None:
        """Keep where it lies, and how people call it."""
        self._path, self._title = path, title
        self._stamp: tuple[int, int] | None = None

    def make_folder(self) -> None:
        """Make the folder where it is missing; raises NoDataFolderError."""
        try:
            if self._path:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            raise NoDataFolderError(title=self._title) from None

    def opened(self) -> None:
        """Remember which file lies there now."""
        self._stamp = self._stamped()

    def closed(self) -> None:
        """Forget which file it was."""
        self._stamp = None

    def check(self) -> None:
        """Raise a ReplacedJournalError where the file that was opened lies there no more."""
        if self._stamp and self._stamp != self._stamped():
            raise ReplacedJournalError(title=self._title)

    def _stamped(self) -> tuple[int, int] | None:
        try:
            stat = self._path.stat() if self._path else None
        except OSError:
            return None
        return stat and (stat.st_dev, stat.st_ino)
