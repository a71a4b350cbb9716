"""A csv or xlsx file as Google exports it, read again when it changes on disk."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from lib.errors import FileBusyError, FileGoneError
from lib.source_table import SourceTable
from lib.sources.header_row import ReadBefore, never_read
from lib.sources.workbook_content import WorkbookContent


def _has_times(table: SourceTable) -> bool:
    """Return whether some column of a workbook's tab holds dates or times for the most part."""
    filled = ([cell for cell in column if cell != ""] for column in table.columns)
    return any(sum(isinstance(c, dt.date) for c in cells) > len(cells) / 2 for cells in filled)


class WorkbookFile:
    """One file as a source, read again when it changes on disk.

    Of a file with several tabs the one that `suits` best is read, the first among equals, with
    those of the same headers.
    """

    answers_whole = True

    def __init__(
        self,
        path: Path,
        suits: Callable[[SourceTable], int] = _has_times,
        read_before: ReadBefore = never_read,
    ) -> None:
        """Remember the file; nothing is opened yet."""
        self.path = path
        self.name = self.title = path.name
        self._suits, self._read_before = suits, read_before

    def version(self) -> str:
        """Return what differs whenever the file was written: its time and size."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            raise FileGoneError(title=self.title, what=self.title) from None
        except OSError as error:
            raise FileBusyError(title=self.title) from error
        return f"{stat.st_mtime_ns}-{stat.st_size}"

    def read(self) -> SourceTable:
        """Return the file's cells; those of a csv are all text, "" where empty."""
        return self._content().table(self._suits, before=self._read_before(self.name))

    def tabs(self) -> tuple[SourceTable, ...]:
        """Return every tab that holds something, whole, as WorkbookContent does."""
        return self._content().tabs()

    def _content(self) -> WorkbookContent:
        return WorkbookContent(self._bytes(), self.name, self.title)

    def _bytes(self) -> bytes:
        before = self.version()
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise FileBusyError(title=self.title) from error
        if self.version() != before:
            raise FileBusyError(title=self.title)
        return data
