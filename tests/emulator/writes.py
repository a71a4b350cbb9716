"""What Google does when it is asked to write: append below a table, empty cells, add a tab."""

from typing import Any

from tests.emulator import ranges
from tests.emulator.answers import Query, RefusalError
from tests.emulator.spreadsheet import Spreadsheet, Tab

MOST = 50_000  # characters in a cell


def append(spreadsheet: Spreadsheet, name: str, query: Query, body: Any) -> dict[str, Any]:
    """Answer values.append: the rows stand below the tab's last row that holds anything."""
    tab, _ = _area(spreadsheet, name)
    if (query.get("valueInputOption"), query.get("insertDataOption")) != (["RAW"], ["INSERT_ROWS"]):
        raise RefusalError(400, "INVALID_ARGUMENT", "only RAW is written here, in rows of its own")
    if any(len(str(cell)) > MOST for row in body["values"] for cell in row):
        said = f"Your input contains more than the maximum of {MOST} characters in a single cell."
        raise RefusalError(400, "INVALID_ARGUMENT", said)
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
    """Answer spreadsheets.batchUpdate: every step is taken, or none of them."""
    tabs, replies = list(spreadsheet.tabs), []
    try:
        for at, request in enumerate(body["requests"]):
            [(name, told)] = request.items()
            try:
                replies.append(STEPS[name](spreadsheet, told))
            except ValueError as error:
                said = f"Invalid requests[{at}].{name}: {error}"
                raise RefusalError(400, "INVALID_ARGUMENT", said) from None
    except RefusalError:
        spreadsheet.tabs = tabs
        raise
    return {"spreadsheetId": spreadsheet.key, "replies": replies}


def _add_sheet(spreadsheet: Spreadsheet, told: Any) -> dict[str, Any]:
    title, gid = told["properties"]["title"], told["properties"].get("sheetId")
    if title in {tab.title for tab in spreadsheet.tabs}:
        said = f'A sheet with the name "{title}" already exists. Please enter another name.'
        raise ValueError(said)
    if gid in {tab.gid for tab in spreadsheet.tabs}:
        raise ValueError(f"A sheet with the ID {gid} already exists.")
    gid = spreadsheet.add_tab(title, gid=gid)
    grid = told["properties"].get("gridProperties", {})
    spreadsheet.tabs[-1].least = (grid.get("rowCount", 1000), grid.get("columnCount", 26))
    return {"addSheet": {"properties": {"sheetId": gid, "title": title}}}


def _update_cells(spreadsheet: Spreadsheet, told: Any) -> dict[str, Any]:
    start, tab = told["start"], _tab(spreadsheet, told["start"]["sheetId"])
    for at, row in enumerate(told["rows"]):
        for cell, value in enumerate(row["values"]):
            place = ranges.letters(start["columnIndex"] + cell)
            text = value["userEnteredValue"]["stringValue"]
            spreadsheet.edit(f"{place}{start['rowIndex'] + at + 1}", text, gid=tab.gid)
    return {}


def _add_protected_range(spreadsheet: Spreadsheet, told: Any) -> dict[str, Any]:
    asked = told["protectedRange"]
    _tab(spreadsheet, asked["range"]["sheetId"])
    return {"addProtectedRange": {"protectedRange": {"protectedRangeId": 1, **asked}}}


STEPS = {
    "addSheet": _add_sheet,
    "updateCells": _update_cells,
    "addProtectedRange": _add_protected_range,
}


def _tab(spreadsheet: Spreadsheet, gid: int) -> Tab:
    found = [tab for tab in spreadsheet.tabs if tab.gid == gid]
    if not found:
        raise ValueError(f"No grid with id: {gid}")
    return found[0]


def _area(spreadsheet: Spreadsheet, name: str) -> tuple[Tab, ranges.Area]:
    tabs = {tab.title: tab for tab in spreadsheet.tabs if tab.kind == "GRID"}
    try:
        area = ranges.area(name, {title: tab.grid for title, tab in tabs.items()})
    except ranges.RangeError as error:
        raise RefusalError(400, "INVALID_ARGUMENT", str(error)) from None
    return tabs[area.title], area
