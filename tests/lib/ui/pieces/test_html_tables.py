from pathlib import Path

from lib.ui.pieces import html_tables
from lib.ui.pieces.html_tables import (
    TableCell,
    html_table,
    scroll_region,
)
from lib.ui.pieces.markup import tag
from tests.building import parsed, words


def cells(html: str) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in parsed(html).findall(".//tbody/tr")]


def test_the_class_of_a_head_is_that_of_its_column_and_a_cell_adds_its_own():
    heads = (TableCell(("Xã",), "x-place", title="Nơi nộp"), TableCell(("Số phiếu",), "x-n"))
    rows = [("A", "1"), ("B", TableCell((tag("b", "2"), " phiếu"), "x-mute"))]
    table = parsed(html_table(heads, rows, row_classes=["", "x-small"]))
    assert [(cell.tag, cell.attrib) for cell in table.findall(".//tr/*")] == [
        ("th", {"scope": "col", "title": "Nơi nộp", "class": "x-place"}),
        ("th", {"scope": "col", "class": "x-n"}),
        ("th", {"scope": "row"}),
        ("td", {"class": "x-n"}),
        ("th", {"scope": "row"}),
        ("td", {"class": "x-n x-mute"}),
    ]
    assert [row.get("class") for row in table.findall(".//tbody/tr")] == [None, "x-small"]
    assert words(table.findall(".//tbody/tr")[1]) == "B2 phiếu"


def test_a_named_cell_bears_its_head_for_a_screen_too_narrow_for_columns():
    table = html_table(("Biện pháp", "Ở đó"), [("Quầy", "tăng")], named_cells=True)
    assert parsed(table).find(".//td").get("data-of") == "Ở đó"


def test_a_table_that_scrolls_by_itself_is_reached_by_keys_and_says_what_it_is():
    [region] = parsed(scroll_region(html_table(("Xã",), []), "Số phiếu của xã"))
    assert (region.get("role"), region.get("tabindex")) == ("region", "0")
    assert region.get("aria-label") == "Số phiếu của xã"


def test_no_table_is_built_by_hand():
    """One place knows how a table is read aloud; the trend alone has two axes."""
    code = Path(html_tables.__file__).parents[1]
    built = [path.name for path in code.rglob("*.py") if '"thead"' in path.read_text("utf-8")]
    regions = [path.name for path in code.rglob("*.py") if "tabindex=" in path.read_text("utf-8")]
    assert (built, regions) == (["html_tables.py"], ["html_tables.py"])


def test_a_sortable_table_has_a_button_in_each_named_head_and_what_its_cells_are_ordered_by():
    row = [TableCell(("Xuân Tây",), sort="Xuân Tây"), "", TableCell(("98,2 %",), sort=0.982)]
    made = html_table(["Xã", "", "Tỷ lệ"], [row], sortable=True)
    heads = parsed(made).findall(".//thead/tr/th")
    assert [[words(button) for button in head.iter("button")] for head in heads] == [
        ["Xã"],
        [],
        ["Tỷ lệ"],
    ]
    assert [cell.get("data-sort") for cell in parsed(made).findall(".//tbody/tr/*")] == [
        "Xuân Tây",
        None,
        "0.982",
    ]
