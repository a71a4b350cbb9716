"""What Google does when it is asked to write: append below a table, empty cells, add a tab."""

from typing import Any

from tests.emulator import ranges
from tests.emulator.answers import Query, RefusalError
from tests.emulator.spreadsheet import Spreadsheet, Tab


def append(spreadsheet: Spreadsheet, name: str, query: Query, body: Any) -> dict[str, Any]:
    """Answer values.append: the rows stand below the tab's last row that holds anything."""
    tab, _ = _area(spreadsheet, name)
    if query.get("valueInputOption") != ["RAW"]:
        raise RefusalError(400, "INVALID_ARGUMENT", "only RAW is written here")
    while tab.rows and not any(cell not in (None, "") for cell in tab.rows[-1]):
        tab.rows.pop()
    first = len(tab.rows)
    tab.rows += [list(row) for row in body["values"]]
    spreadsheet.moved()
    widest = max(map(len, body["values"]))
    written = ranges.Area(tab.title, first, 0, len(tab.rows), widest)
    updates = {
        "spreadsheetId": spreadsheet.key,
        "updatedRange": str(written),
        "updatedRows": len(body["values"]),
        "updatedColumns": widest,
        "updatedCells": sum(map(len, body["values"])),
    }
    return {"spreadsheetId": spreadsheet.key, "updates": updates}


def batch_clear(spreadsheet: Spreadsheet, body: Any) -> dict[str, Any]:
    """Answer values.batchClear: the cells are empty, the rows stay where they are."""
    cleared = []
    for name in body["ranges"]:
        tab, area = _area(spreadsheet, name)
        for row in tab.rows[area.top : area.bottom]:
            row[area.left : area.right] = [None] * len(row[area.left : area.right])
        cleared.append(str(area))
    spreadsheet.moved()
    return {"spreadsheetId": spreadsheet.key, "clearedRanges": cleared}


def batch_update(spreadsheet: Spreadsheet, body: Any) -> dict[str, Any]:
    """Answer spreadsheets.batchUpdate with addSheet; a title that exists is refused."""
    replies = []
    for request in body["requests"]:
        title = request["addSheet"]["properties"]["title"]
        if title in {tab.title for tab in spreadsheet.tabs}:
            said = f'A sheet with the name "{title}" already exists. Please enter another name.'
            raise RefusalError(400, "INVALID_ARGUMENT", f"Invalid requests[0].addSheet: {said}")
        gid = spreadsheet.add_tab(title)
        replies.append({"addSheet": {"properties": {"sheetId": gid, "title": title}}})
    return {"spreadsheetId": spreadsheet.key, "replies": replies}


def _area(spreadsheet: Spreadsheet, name: str) -> tuple[Tab, ranges.Area]:
    tabs = {tab.title: tab for tab in spreadsheet.tabs if tab.kind == "GRID"}
    try:
        area = ranges.area(name, {title: tab.grid for title, tab in tabs.items()})
    except ranges.RangeError as error:
        raise RefusalError(400, "INVALID_ARGUMENT", str(error)) from None
    return tabs[area.title], area
