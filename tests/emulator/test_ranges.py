"""A1 notation as Google reads and repeats it."""

import pytest

from tests.emulator import ranges

GRIDS = {"Sheet1": (1000, 26), "Bà Ba's": (50, 3)}


@pytest.mark.parametrize(
    ("asked", "echoed"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("'Sheet1'!A1:C", "Sheet1!A1:C1000"),
        ("Sheet1!1:1", "Sheet1!A1:Z1"),
        ("Sheet1!B2", "Sheet1!B2:B2"),
        ("A2:B3", "Sheet1!A2:B3"),
        ("'Bà Ba''s'!1:20", "'Bà Ba''s'!A1:C20"),
        ("'Bà Ba''s'!A1:O99", "'Bà Ba''s'!A1:C50"),
    ],
)
def test_a_range_is_cut_to_the_grid(asked, echoed):
    assert str(ranges.area(asked, GRIDS)) == echoed


def test_a_range_that_starts_beyond_the_grid_is_refused():
    with pytest.raises(ranges.RangeError) as refused:
        ranges.area("Sheet1!A1001:O", GRIDS)
    said = "Range ('Sheet1'!A1001:O) exceeds grid limits. Max rows: 1000, max columns: 26"
    assert str(refused.value) == said


@pytest.mark.parametrize("asked", ["Nháp", "'Nháp'!A1", "Nháp!A1:B2"])
def test_a_tab_that_is_not_there_cannot_be_parsed(asked):
    with pytest.raises(ranges.RangeError, match="Unable to parse range: "):
        ranges.area(asked, GRIDS)


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_columns_have_letters(column, name):
    assert ranges.letters(column) == name
    assert ranges.cell(f"{name}7") == (6, column)
