"""A spreadsheet of the office's own: rows are added below its tabs, never to a form's sheet.

The one place that writes to Google, with a session of its own; a reader of forms cannot.
"""

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from typing import Any

from gspread.exceptions import APIError
from gspread.utils import absolute_range_name

from lib.errors import NotFoundError
from lib.settings import sheet_address
from lib.sources.account import WRITING, Account
from lib.sources.sheet import client, in_words

TIMEOUT = (3.05, 20.0)  # seconds to connect, and to wait for the next bytes
MOST = 2_000  # rows in one request
LETTERS = "ABCDEFGHIJ"
Row = list[str]


@dataclasses.dataclass(frozen=True)
class Tab:
    """A tab and the names of its columns, which stand in its first row."""

    title: str
    columns: tuple[str, ...]

    def below(self, row: int) -> str:
        """Return the range from this row on, counted from 1."""
        return absolute_range_name(self.title, f"A{row}:{LETTERS[len(self.columns) - 1]}")


class OwnTabs:
    """The tabs of one spreadsheet, made where they are absent; raises SourceErrors."""

    def __init__(
        self, url: str, tabs: Sequence[Tab], account: Account | None, emulator: str | None
    ) -> None:
        """Prepare; nothing is asked before the first call."""
        self._key, _ = sheet_address(url)
        self._tabs, self._email = tuple(tabs), str(account["client_email"]) if account else ""
        self._connect = functools.cache(
            functools.partial(client, account, emulator, TIMEOUT, WRITING)
        )
        self._ready = False

    def read(self, starts: Mapping[Tab, int]) -> list[list[Row]]:
        """Return each tab's rows from this row on, counted from 1, in one request.

        A row that stands there must be asked for: behind the last one Google refuses.
        """
        self._prepare()
        params: dict[str, Any] = {
            "valueRenderOption": "UNFORMATTED_VALUE",
            "fields": "valueRanges(values)",
            "prettyPrint": "false",
        }
        ranges = [tab.below(row) for tab, row in starts.items()]
        with in_words(self._key, self._email):
            answer = self._connect().values_batch_get(self._key, ranges, params)
        found = answer.get("valueRanges") or [{} for _ in ranges]
        return [
            [_whole(row, tab) for row in part.get("values", [])]
            for tab, part in zip(starts, found, strict=True)
        ]

    def append(self, tab: Tab, rows: Sequence[Row]) -> None:
        """Add rows below a tab; where this raises, some or all may stand there all the same."""
        self._prepare()
        params: dict[str, Any] = {"valueInputOption": "RAW", "insertDataOption": "INSERT_ROWS"}
        for at in range(0, len(rows), MOST):
            body = {"majorDimension": "ROWS", "values": rows[at : at + MOST]}
            with in_words(self._key, self._email):
                self._connect().values_append(
                    self._key, absolute_range_name(tab.title, "A1"), params, body
                )

    def clear(self, tab: Tab, rows: Sequence[int], first: int, last: int) -> None:
        """Empty the cells of these rows from one column to another, counted from 0."""
        self._prepare()
        ranges = [
            absolute_range_name(tab.title, f"{LETTERS[first]}{row}:{LETTERS[last]}{row}")
            for row in rows
        ]
        with in_words(self._key, self._email):
            self._connect().values_batch_clear(self._key, {}, {"ranges": ranges})

    def _prepare(self) -> None:
        """Make the tabs that are not there, each with its first row."""
        if self._ready:
            return
        there = self._titles()
        missing = [tab for tab in self._tabs if tab.title not in there]
        for tab in missing:
            self._add(tab)
        self._ready = True
        for tab, [row] in zip(self._tabs, self._firsts(), strict=True):
            if not any(row):
                self.append(tab, [list(tab.columns)])

    def _firsts(self) -> list[list[Row]]:
        firsts = self.read(dict.fromkeys(self._tabs, 1))
        return [rows[:1] or [[""]] for rows in firsts]

    def _titles(self) -> set[str]:
        with in_words(self._key, self._email):
            params: dict[str, Any] = {"fields": "sheets.properties.title", "prettyPrint": "false"}
            about = self._connect().fetch_sheet_metadata(self._key, params)
        return {sheet["properties"]["title"] for sheet in about.get("sheets", [])}

    def _add(self, tab: Tab) -> None:
        body: dict[str, Any] = {"requests": [{"addSheet": {"properties": {"title": tab.title}}}]}
        try:
            with in_words(self._key, self._email):
                self._connect().batch_update(self._key, body)
        except NotFoundError as error:
            # a 400 may mean that another process made it meanwhile
            if not isinstance(error.__cause__, APIError) or tab.title not in self._titles():
                raise


def _whole(row: Sequence[object], tab: Tab) -> Row:
    """Return a row as wide as its tab: Google leaves out empty cells at the end."""
    cells = ["" if cell is None else str(cell) for cell in row[: len(tab.columns)]]
    return cells + [""] * (len(tab.columns) - len(cells))
