"""A spreadsheet of the office's own: rows are added below its tabs, never to a form's sheet.

The one place that writes to Google, with a session of its own; a reader of forms cannot.
"""

import contextlib
import dataclasses
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gspread.urls import DRIVE_FILES_API_V3_URL
from gspread.utils import absolute_range_name, rowcol_to_a1

from lib.errors import FormsOwnError, NotFoundError
from lib.settings import sheet_address
from lib.sources.form_sheet import holds_form_times
from lib.sources.google_client import google_client, google_errors_in_words
from lib.sources.service_account import WRITE_SCOPES, ServiceAccount, check_account

WRITE_TIMEOUT = (3.05, 10.0)  # seconds to connect, and to wait for the next bytes
_ABOUT = "sheets.properties(sheetId,title,sheetType)"
TabRow = list[str]


@dataclasses.dataclass(frozen=True)
class OwnTab:
    """A tab and the names of its columns; known by its number, as somebody may rename it."""

    gid: int
    title: str  # at first
    columns: tuple[str, ...]

    def row(self, cells: Mapping[str, object]) -> TabRow:
        """Return these cells in the order of the columns."""
        return [str(cells[name]) for name in self.columns]

    def place(self, first: int, last: int | None = None, *, name: str = "") -> str:
        """Return the cells from one row to another, in the columns from `name` on."""
        left = self.columns.index(name) + 1 if name else 1
        end = rowcol_to_a1(last or 1, len(self.columns))
        return f"{rowcol_to_a1(first, left)}:{end if last else end.rstrip('1')}"


class OwnTabs:
    """The tabs of one spreadsheet, made where they are absent; raises SourceErrors."""

    def __init__(
        self,
        url: str,
        tabs: Sequence[OwnTab],
        account: ServiceAccount | None,
        emulator: str | None,
        timeout: tuple[float, float] = WRITE_TIMEOUT,
    ) -> None:
        """Prepare; nothing is asked before the first call."""
        check_account(account, emulator)
        self._key, _ = sheet_address(url)
        self._tabs, self._email = tuple(tabs), str(account["client_email"]) if account else ""
        self._connect = functools.cache(
            functools.partial(google_client, account, emulator, timeout, WRITE_SCOPES)
        )
        self._titles: dict[int, str] = {}  # of all tabs by number; empty: to be asked for

    def version(self) -> str:
        """Return what moves with every change; Drive counts it apart from reads of cells."""
        params: dict[str, Any] = {"fields": "version", "supportsAllDrives": "true"}
        with self._asked():
            url = f"{DRIVE_FILES_API_V3_URL}/{self._key}"
            return str(self._connect().request("get", url, params=params).json()["version"])

    def read(self, starts: Mapping[OwnTab, int]) -> list[list[TabRow]]:
        """Return each tab's rows from this row on, counted from 1, in one request.

        A row that stands there must be asked for: behind the last one Google refuses.
        """
        ranges = [self._named(tab, tab.place(row)) for tab, row in starts.items()]
        cells = self._values(ranges, "ROWS")
        return [[_whole(row, tab) for row in rows] for tab, rows in zip(starts, cells, strict=True)]

    def append(self, tab: OwnTab, rows: Sequence[TabRow]) -> None:
        """Add the rows, all or none, below a tab; where this raises, they may stand there."""
        place = self._named(tab, "A1")
        params: dict[str, Any] = {"valueInputOption": "RAW", "insertDataOption": "INSERT_ROWS"}
        body = {"majorDimension": "ROWS", "values": rows}
        with self._asked():
            self._connect().values_append(self._key, place, params, body)

    def clear(self, tab: OwnTab, places: Sequence[str]) -> None:
        """Empty these cells."""
        ranges = [self._named(tab, place) for place in places]
        with self._asked():
            self._connect().values_batch_clear(self._key, {}, {"ranges": ranges})

    def write(self, tab: OwnTab, name: str, texts: Mapping[int, str]) -> None:
        """Write these texts into the column of this name, by row, all or none."""
        body: dict[str, Any] = {
            "requests": [_writing(tab, row, name, text) for row, text in texts.items()]
        }
        with self._asked():
            self._named(tab, "A1")  # the tab is there
            self._connect().batch_update(self._key, body)

    def close(self) -> None:
        """Let go of connections."""
        if self._connect.cache_info().currsize:
            self._connect().session.close()

    @contextlib.contextmanager
    def _asked(self) -> Iterator[None]:
        try:
            with google_errors_in_words(self._key, self._email):
                yield
        except NotFoundError:
            self._titles = {}  # a tab may have another name now, or be gone
            raise

    def _named(self, tab: OwnTab, place: str) -> str:
        """Return the place with the name that its tab has now; tabs are made where absent."""
        if not self._titles:
            there = self._listed()
            if missing := [each for each in self._tabs if each.gid not in there]:
                self._refuse_a_forms(there.values())
                self._make(missing)
                there = self._listed()
            self._titles = there
        return absolute_range_name(self._titles[tab.gid], place)

    def _listed(self) -> dict[int, str]:
        params: dict[str, Any] = {"fields": _ABOUT, "prettyPrint": "false"}
        with self._asked():
            about = self._connect().fetch_sheet_metadata(self._key, params)
        tabs = [sheet["properties"] for sheet in about.get("sheets", [])]
        return {
            tab.get("sheetId", 0): tab["title"]
            for tab in tabs
            if tab.get("sheetType", "GRID") == "GRID"
        }

    def _refuse_a_forms(self, titles: Iterable[str]) -> None:
        """Raise FormsOwnError where a form writes into one of the tabs that are there."""
        ranges = [absolute_range_name(title, "1:20") for title in titles]
        if ranges and any(map(holds_form_times, itertools.chain(*self._values(ranges, "COLUMNS")))):
            raise FormsOwnError(title=self._key)

    def _values(self, ranges: list[str], dimension: str) -> list[list[Any]]:
        params: dict[str, Any] = {
            "majorDimension": dimension,
            "valueRenderOption": "UNFORMATTED_VALUE",
            "fields": "valueRanges(values)",
            "prettyPrint": "false",
        }
        with self._asked():
            answer = self._connect().values_batch_get(self._key, ranges, params)
        parts = answer.get("valueRanges") or [{} for _ in ranges]
        return [part.get("values", []) for part in parts]

    def _make(self, tabs: Sequence[OwnTab]) -> None:
        """Make the tabs, all at once with their first rows, unless another process just did."""
        body: dict[str, Any] = {"requests": [step for tab in tabs for step in _making(tab)]}
        try:
            with self._asked():
                self._connect().batch_update(self._key, body)
        except NotFoundError:
            if not {tab.gid for tab in tabs} <= self._listed().keys():
                raise


def _writing(tab: OwnTab, row: int, name: str, text: str) -> dict[str, Any]:
    """Return what writes a text into one cell; the row is counted from 1."""
    start = {"sheetId": tab.gid, "rowIndex": row - 1, "columnIndex": tab.columns.index(name)}
    cells = [{"values": [{"userEnteredValue": {"stringValue": text}}]}]
    return {"updateCells": {"start": start, "rows": cells, "fields": "userEnteredValue"}}


def _making(tab: OwnTab) -> list[dict[str, Any]]:
    """Return what makes a tab, names its columns and warns whoever types into it."""
    grid = {"rowCount": 2, "columnCount": len(tab.columns), "frozenRowCount": 1}
    about = {"sheetId": tab.gid, "title": tab.title, "gridProperties": grid}
    names = [{"userEnteredValue": {"stringValue": name}} for name in tab.columns]
    start = {"sheetId": tab.gid, "rowIndex": 0, "columnIndex": 0}
    first = {"start": start, "rows": [{"values": names}], "fields": "userEnteredValue"}
    guard = {"range": {"sheetId": tab.gid}, "warningOnly": True}
    return [
        {"addSheet": {"properties": about}},
        {"updateCells": first},
        {"addProtectedRange": {"protectedRange": guard}},
    ]


def _whole(row: Sequence[object], tab: OwnTab) -> TabRow:
    """Return a row as wide as its tab: Google leaves out empty cells at the end."""
    cells = ["" if cell is None else str(cell) for cell in row[: len(tab.columns)]]
    return cells + [""] * (len(tab.columns) - len(cells))
