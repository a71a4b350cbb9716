"""What Google answers: Sheets v4 and Drive v3, as its recorded answers show it."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from typing import Any

from tests.emulator import ranges
from tests.emulator.spreadsheet import Cell, Spreadsheet, Tab

EPOCH = dt.datetime(1899, 12, 30)
DAY = dt.timedelta(days=1)
Query = dict[str, list[str]]


@dataclasses.dataclass(eq=False)
class RefusalError(Exception):
    """An answer that is an error: HTTP status, Google's name for it, the sentence beside it."""

    status: int
    name: str
    message: str
    reason: str = ""

    def body(self) -> dict[str, Any]:
        """Return the error as Google writes it."""
        body = {"code": self.status, "message": self.message, "status": self.name}
        if self.reason:
            error = {"message": self.message, "domain": "global", "reason": self.reason}
            body["errors"] = [error]
        return {"error": body}


def drive_file(spreadsheet: Spreadsheet, query: Query) -> dict[str, Any]:
    """Answer files.get: without a mask Drive sends four fields only."""
    answer = {
        "kind": "drive#file",
        "id": spreadsheet.key,
        "name": spreadsheet.title,
        "mimeType": "application/vnd.google-apps.spreadsheet",
    }
    if "fields" in query:
        answer["version"] = str(spreadsheet.version)
        answer["modifiedTime"] = spreadsheet.modified.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return answer


def metadata(spreadsheet: Spreadsheet) -> dict[str, Any]:
    """Answer spreadsheets.get without grid data."""
    properties = {
        "title": spreadsheet.title,
        "locale": spreadsheet.locale,
        "autoRecalc": "ON_CHANGE",
        "timeZone": spreadsheet.zone,
    }
    return {
        "spreadsheetId": spreadsheet.key,
        "properties": properties,
        "sheets": [_sheet(at, tab) for at, tab in enumerate(spreadsheet.tabs)],
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{spreadsheet.key}/edit",
    }


def batch(spreadsheet: Spreadsheet, query: Query) -> dict[str, Any]:
    """Answer values.batchGet: one range after the other, in the order asked."""
    found = [values(spreadsheet, name, query) for name in query.get("ranges", [])]
    return {"spreadsheetId": spreadsheet.key, "valueRanges": found}


def values(spreadsheet: Spreadsheet, name: str, query: Query) -> dict[str, Any]:
    """Answer values.get: cut to the grid, trailing empty cells and rows left out."""
    tabs = {tab.title: tab for tab in spreadsheet.tabs if tab.kind == "GRID"}
    try:
        area = ranges.area(name, {title: tab.grid for title, tab in tabs.items()})
    except ranges.RangeError as error:
        raise RefusalError(400, "INVALID_ARGUMENT", str(error)) from None
    dimension = query.get("majorDimension", ["ROWS"])[0]
    rows = [row[area.left : area.right] for row in tabs[area.title].rows[area.top : area.bottom]]
    lines: Iterable[Sequence[Cell]] = rows
    if dimension == "COLUMNS":
        lines = itertools.zip_longest(*rows, fillvalue=None)
    shown = _trimmed([_line(line, spreadsheet.locale, query) for line in lines])
    answer = {"range": str(area), "majorDimension": dimension}
    return answer | ({"values": shown} if shown else {})


def _sheet(at: int, tab: Tab) -> dict[str, Any]:
    properties = {"sheetId": tab.gid, "title": tab.title, "index": at, "sheetType": tab.kind}
    if tab.kind == "GRID":
        rows, columns = tab.grid
        grid = {"rowCount": rows, "columnCount": columns, "frozenRowCount": 1}
        properties["gridProperties"] = grid
    return {"properties": properties}


def _trimmed(lines: list[list[Any]]) -> list[list[Any]]:
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _line(line: Sequence[Cell], locale: str, query: Query) -> list[Any]:
    end = len(line)
    while end and line[end - 1] in (None, ""):
        end -= 1
    if query.get("valueRenderOption", ["FORMATTED_VALUE"])[0] == "FORMATTED_VALUE":
        return [_formatted(cell, locale) for cell in line[:end]]
    if query.get("dateTimeRenderOption", ["SERIAL_NUMBER"])[0] == "FORMATTED_STRING":
        return [_formatted(c, locale) if isinstance(c, dt.date) else _raw(c) for c in line[:end]]
    return [_raw(cell) for cell in line[:end]]


def _raw(cell: Cell) -> str | float | bool:
    if isinstance(cell, dt.datetime):
        return (cell - EPOCH) / DAY
    if isinstance(cell, dt.date):
        return (cell - EPOCH.date()).days
    return "" if cell is None else cell


def _formatted(cell: Cell, locale: str) -> str:
    day = "%d/%m/%Y" if locale == "vi_VN" else "%m/%d/%Y"
    if isinstance(cell, dt.datetime):
        return cell.strftime(f"{day} %H:%M:%S")
    if isinstance(cell, dt.date):
        return cell.strftime(day)
    if isinstance(cell, bool):
        return str(cell).upper()
    text = "" if cell is None else str(cell)
    return text.replace(".", ",") if isinstance(cell, float) and locale == "vi_VN" else text
