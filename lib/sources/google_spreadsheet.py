"""One spreadsheet at Google, asked with the fewest requests; nothing here can write."""

from collections.abc import Callable, Sequence
from typing import Any

import gspread
from gspread.urls import DRIVE_FILES_API_V3_URL
from gspread.utils import absolute_range_name

from lib.errors import NotFoundError
from lib.sources.google_client import google_errors_in_words
from lib.wording import Phrase, mark

_ABOUT = "properties(title,timeZone),sheets.properties(sheetId,title,sheetType)"
_TOLD = 8  # letters of a key by which an office with several sheets tells them apart
RawColumn = list[Any]


class GoogleSpreadsheet:
    """A spreadsheet by its key; `title` is how people call it, the begin of its key until then."""

    def __init__(self, key: str, connect: Callable[[], gspread.HTTPClient], email: str) -> None:
        """Keep how to ask; `email` is the account with which it must be shared."""
        self._key = key
        self.title: object = Phrase(mark("Google Sheet {key}…"), {"key": key[:_TOLD]})
        self._connect, self._email = connect, email

    def version(self) -> str:
        """Return a text that moves with every change of the file."""
        params: dict[str, Any] = {"fields": "version", "supportsAllDrives": "true"}
        try:
            with google_errors_in_words(self.title, self._email):
                url = f"{DRIVE_FILES_API_V3_URL}/{self._key}"
                return str(self._connect().request("get", url, params=params).json()["version"])
        except NotFoundError:
            # Drive hides a file that is not shared; Sheets says that it is not allowed
            self.about()
            raise

    def about(self) -> dict[str, Any]:
        """Return the properties of the file and of its tabs, as Google names them."""
        params: dict[str, Any] = {"fields": _ABOUT, "prettyPrint": "false"}
        with google_errors_in_words(self.title, self._email):
            return dict(self._connect().fetch_sheet_metadata(self._key, params))

    def columns(self, ranges: Sequence[str], dates: str = "SERIAL_NUMBER") -> list[list[RawColumn]]:
        """Return the cells of each range by column; dates as numbers, or as FORMATTED_STRING."""
        params: dict[str, Any] = {
            "majorDimension": "COLUMNS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": dates,
            "fields": "valueRanges(values)",
            "prettyPrint": "false",
        }
        with google_errors_in_words(self.title, self._email):
            answer = self._connect().values_batch_get(self._key, list(ranges), params)
        # an empty tab is an empty object, and a file of empty tabs may be an empty answer
        parts = answer.get("valueRanges") or [{} for _ in ranges]
        return [part.get("values", []) for part in parts]


def tabs_with_cells(about: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the properties of the tabs that hold cells."""
    tabs = [sheet["properties"] for sheet in about.get("sheets", [])]
    return [tab for tab in tabs if tab.get("sheetType", "GRID") == "GRID"]


def tab_range(tab: dict[str, Any], rows: str = "") -> str:
    """Return the range of a tab: all of it, or these rows, such as "1:20"."""
    return str(absolute_range_name(tab["title"], rows or None))


def headers_and_columns(columns: list[RawColumn]) -> tuple[tuple[str, ...], tuple[RawColumn, ...]]:
    """Return the headers and the columns below them, of one length.

    They are taken apart in place: a sheet may hold a million cells.
    """
    headers = tuple(str(column.pop(0)) if column else "" for column in columns)
    rows = max(map(len, columns), default=0)
    for column in columns:
        column.extend([None] * (rows - len(column)))
    return headers, tuple(columns)
