"""Every tab of a spreadsheet as one source: a register lies in several."""

import functools
from pathlib import Path

from lib.settings import sheet_address
from lib.sources.account import Account, check
from lib.sources.google import TIMEOUT, client
from lib.sources.spreadsheet import Spreadsheet, grids, table_cells, whole
from lib.sources.workbook import Workbook
from lib.table import Table


class SheetTabs:
    """A Google spreadsheet with all its tabs; a date comes as the text that people see."""

    def __init__(
        self,
        url: str,
        account: Account | None,
        emulator: str | None,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        """Keep where it lies; nothing is asked yet."""
        check(account, emulator)
        self.name, _ = sheet_address(url)
        connect = functools.cache(functools.partial(client, account, emulator, timeout))
        email = str(account["client_email"]) if account else ""
        self._file = Spreadsheet(self.name, connect, email)

    @property
    def title(self) -> str:
        """The name for people: the file's, its key until it was read."""
        return self._file.title

    def version(self) -> str:
        """Return a text that moves with every change of the file."""
        return self._file.version()

    def read(self) -> tuple[Table, ...]:
        """Return the tabs that hold something, in their order; each bears its own name."""
        about = self._file.about()
        tabs = grids(about)
        # as a number, a date in a column of values could not be told from a value
        read = self._file.columns(list(map(whole, tabs)), dates="FORMATTED_STRING")
        self._file.title = str(about["properties"]["title"])
        zone = about["properties"].get("timeZone")
        return tuple(
            Table(self.name, tab["title"], *table_cells(columns), timezone=zone)
            for tab, columns in zip(tabs, read, strict=True)
            if columns
        )


class BookTabs:
    """An xlsx file with all its tabs, or a csv, which has one."""

    def __init__(self, path: Path) -> None:
        """Remember the file; nothing is opened yet."""
        self._book = Workbook(path)
        self.name = self.title = path.name

    def version(self) -> str:
        """Return what differs whenever the file was written."""
        return self._book.version()

    def read(self) -> tuple[Table, ...]:
        """Return the tabs that hold something, in their order; each bears its own name."""
        return self._book.tabs()
