"""The answers of a form in one tab of its Google Sheet, read as they are."""

import dataclasses
import functools
import hashlib
import itertools
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import gspread

from lib.errors import NotFoundError
from lib.settings import SheetEntry, sheet_address
from lib.source_table import SourceTable, TablePart
from lib.sources.google_client import READ_TIMEOUT, google_client
from lib.sources.google_spreadsheet import (
    GoogleSpreadsheet,
    RawColumn,
    headers_and_columns,
    tab_range,
    tabs_with_cells,
)
from lib.sources.header_row import (
    FIRST_ROWS,
    ReadBefore,
    header_row,
    is_google_header,
    never_read,
)
from lib.sources.service_account import ServiceAccount, check_account
from lib.wording import Phrase

_ORIGIN_DIGITS = 32
_CENTURY = (36526, 73051)  # serial dates of the years 2000 to 2099


def configured_sheets(
    entries: Sequence[SheetEntry],
    account: ServiceAccount | None,
    emulator: str | None,
    timeout: tuple[float, float] = READ_TIMEOUT,
    read_before: ReadBefore = never_read,
) -> tuple["FormSheet", ...]:
    """Return the configured sheets, which share one client; nothing is asked yet.

    A setting that would send data elsewhere is a SettingError now; a key that is of no use is
    a CredentialsError when a sheet is first read, so that everything else goes on.
    """
    check_account(account, emulator)
    connect = functools.cache(functools.partial(google_client, account, emulator, timeout))
    email = str(account["client_email"]) if account else ""
    return tuple(FormSheet(entry, connect, email, read_before) for entry in entries)


def sheet_name(entry: SheetEntry) -> str:
    """Return the name by which a configured sheet is known for ever."""
    key, gid = sheet_address(entry.url)
    return entry.name or (key if gid is None else f"{key}/{gid}")


def sheet_origin(entry: SheetEntry) -> str:
    """Return what tells a configured sheet's address from another, and not what it is."""
    key, gid = sheet_address(entry.url)
    return hashlib.sha256(f"{key}/{gid or 0}".encode()).hexdigest()[:_ORIGIN_DIGITS]


class AnswerTab(NamedTuple):
    """One tab of a spreadsheet, and whether a form seems to have written into it."""

    gid: int
    title: str
    holds_times: bool


class FormSheet:
    """One tab of a Google Sheet as a Source: its version is Drive's, its rows are raw."""

    answers_whole = False

    def __init__(
        self,
        entry: SheetEntry,
        connect: Callable[[], gspread.HTTPClient],
        email: str,
        read_before: ReadBefore = never_read,
    ) -> None:
        """Keep what is configured; `email` is the account with which the sheet must be shared."""
        key, self._gid = sheet_address(entry.url)
        self._read_before = read_before
        self._entry, self._file = entry, GoogleSpreadsheet(key, connect, email)
        self.name = sheet_name(entry)
        if entry.name:
            self._file.title = entry.name

    @property
    def title(self) -> str:
        """The name for people: as configured, or of the file and its tab."""
        return str(self._file.title)

    def version(self) -> str:
        """Return a text that moves with every change of the file, or of what it is set up to be."""
        return f"{self._file.version()} {self._entry.commune or ''}".strip()

    def read(self) -> SourceTable:
        """Return the tab's cells by column, dates as serial numbers, errors as their text."""
        about = self._file.about()
        tab = self._tab(tabs_with_cells(about))
        [cells] = self._file.columns([tab_range(tab)])
        above = 0 if self._read_before(self.name) else _drop_rows_above(cells)
        headers, columns = headers_and_columns(cells)
        self._file.title = self._entry.name or f"{about['properties']['title']} – {tab['title']}"
        table = SourceTable(
            source=self.name,
            title=self.title,
            headers=headers,
            columns=columns,
            timezone=about["properties"].get("timeZone"),
            commune=self._entry.commune,
        )
        parts = (TablePart("", above, table.rows),) if above else ()
        return dataclasses.replace(table, parts=parts)

    def tabs(self) -> tuple[str, list[AnswerTab]]:
        """Return the file's title and all its tabs that hold cells, asked anew."""
        about = self._file.about()
        tabs = tabs_with_cells(about)
        beginnings = self._file.columns([tab_range(tab, "1:20") for tab in tabs])
        found = [
            AnswerTab(tab.get("sheetId", 0), tab["title"], any(map(holds_form_times, columns)))
            for tab, columns in zip(tabs, beginnings, strict=True)
        ]
        return str(about["properties"]["title"]), found

    def _tab(self, tabs: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the tab with the configured gid; without one, the first with a time column."""
        chosen = [tab for tab in tabs if self._gid in (None, tab.get("sheetId", 0))]
        if not chosen:
            names = ", ".join(f"{tab['title']} (gid={tab.get('sheetId', 0)})" for tab in tabs)
            what = Phrase(
                "the tab with gid={gid}; there are: {tabs}", {"gid": self._gid, "tabs": names}
            )
            raise NotFoundError(title=self._file.title, what=what)
        if len(chosen) == 1:
            return chosen[0]
        beginnings = self._file.columns([tab_range(tab, "1:20") for tab in chosen])
        pairs = zip(chosen, beginnings, strict=True)
        return next(
            (tab for tab, columns in pairs if any(map(holds_form_times, columns))), chosen[0]
        )


def _drop_rows_above(columns: list[RawColumn]) -> int:
    """Take the rows above the header off the columns, in place, and return how many there were."""
    beginnings = (column[: 2 * FIRST_ROWS] for column in columns)
    rows = list(itertools.zip_longest(*beginnings, fillvalue=""))
    above = header_row(rows, before=False) or 0
    for column in columns if above else ():
        del column[:above]
    return above


def holds_form_times(column: RawColumn) -> bool:
    """Tell whether a form wrote its times here: by the header, or by dates with a time of day."""
    if not column:
        return False
    low, high = _CENTURY
    dated = (isinstance(cell, float) and low <= cell < high for cell in column[1:])
    return is_google_header(str(column[0])) or any(dated)
