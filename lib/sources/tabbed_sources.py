"""Every tab of a spreadsheet as one source: a register lies in several."""

import functools
from pathlib import Path

from lib.settings import RegisterSource, sheet_address
from lib.source_table import SourceTable
from lib.sources.google_client import READ_TIMEOUT, google_client
from lib.sources.google_spreadsheet import (
    GoogleSpreadsheet,
    headers_and_columns,
    tab_range,
    tabs_with_cells,
)
from lib.sources.service_account import ServiceAccount, check_account
from lib.sources.workbook_file import WorkbookFile


class SheetTabs:
    """A Google spreadsheet with all its tabs; a date comes as the text that people see."""

    answers_whole = False

    def __init__(
        self,
        url: str,
        account: ServiceAccount | None,
        emulator: str | None,
        timeout: tuple[float, float] = READ_TIMEOUT,
    ) -> None:
        """Keep where it lies; nothing is asked yet."""
        check_account(account, emulator)
        self.name, _ = sheet_address(url)
        connect = functools.cache(functools.partial(google_client, account, emulator, timeout))
        email = str(account["client_email"]) if account else ""
        self._file = GoogleSpreadsheet(self.name, connect, email)

    @property
    def title(self) -> str:
        """The name for people: the file's, the begin of its key until it was read."""
        return str(self._file.title)

    def version(self) -> str:
        """Return a text that moves with every change of the file."""
        return self._file.version()

    def read(self) -> tuple[SourceTable, ...]:
        """Return the tabs that hold something, in their order; each bears its own name."""
        about = self._file.about()
        tabs = tabs_with_cells(about)
        # as a number, a date in a column of values could not be told from a value
        read = self._file.columns(list(map(tab_range, tabs)), dates="FORMATTED_STRING")
        self._file.title = str(about["properties"]["title"])
        zone = about["properties"].get("timeZone")
        return tuple(
            SourceTable(self.name, tab["title"], *headers_and_columns(columns), timezone=zone)
            for tab, columns in zip(tabs, read, strict=True)
            if columns
        )


class BookTabs:
    """An xlsx file with all its tabs, or a csv, which has one."""

    answers_whole = True

    def __init__(self, path: Path) -> None:
        """Remember the file; nothing is opened yet."""
        self._book = WorkbookFile(path)
        self.name = self.title = path.name

    def version(self) -> str:
        """Return what differs whenever the file was written."""
        return self._book.version()

    def read(self) -> tuple[SourceTable, ...]:
        """Return the tabs that hold something, in their order; each bears its own name."""
        return self._book.tabs()


def configured_register(
    register: RegisterSource, account: ServiceAccount | None, emulator: str | None
) -> tuple[SheetTabs | BookTabs, ...]:
    """Return where the register lies by the settings; nothing where there is none."""
    if register.sheet:
        return (SheetTabs(register.sheet, account, emulator),)
    return (BookTabs(register.file),) if register.file else ()
