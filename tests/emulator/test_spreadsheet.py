"""What the form and staff do to a sheet."""

import datetime as dt

import pytest

from tests.emulator.spreadsheet import Spreadsheet

AT = dt.datetime(2026, 10, 1, 8, 0, 0)


@pytest.fixture
def sheet():
    """A sheet into which the form has written two responses."""
    spreadsheet = Spreadsheet("1abc")
    spreadsheet.add_tab("Trả lời", [["Thời gian", "Xã"], [AT, "b"], [AT, "a"]])
    return spreadsheet


def second_column(sheet):
    return [row[1] for row in sheet.tabs[0].rows]


def test_a_response_stands_above_what_staff_typed_at_the_bottom(sheet):
    sheet.type_below("", "tổng cộng")
    sheet.submit("c", at=AT)
    assert second_column(sheet) == ["Xã", "b", "a", "c", "tổng cộng"]


def test_after_a_row_is_deleted_the_next_response_still_follows_the_last(sheet):
    sheet.type_below("", "tổng cộng")
    sheet.delete_row(2)
    sheet.submit("c", at=AT)
    assert second_column(sheet) == ["Xã", "a", "c", "tổng cộng"]


def test_after_a_row_is_inserted_the_next_response_still_follows_the_last(sheet):
    sheet.insert_row(2, "", "chèn")
    sheet.type_below("", "tổng cộng")
    sheet.submit("c", at=AT)
    assert second_column(sheet) == ["Xã", "chèn", "b", "a", "c", "tổng cộng"]


def test_a_sort_leaves_the_header_in_place(sheet):
    sheet.sort("B")
    assert second_column(sheet) == ["Xã", "a", "b"]


def test_a_cell_can_be_edited_where_nothing_stood(sheet):
    sheet.edit("C5", "ghi chú")
    assert sheet.tabs[0].rows[4] == [None, None, "ghi chú"]


CHANGES = {
    "submit": lambda sheet: sheet.submit("c"),
    "type below": lambda sheet: sheet.type_below("x"),
    "edit": lambda sheet: sheet.edit("B2", "c"),
    "delete row": lambda sheet: sheet.delete_row(2),
    "insert row": lambda sheet: sheet.insert_row(2, "x"),
    "sort": lambda sheet: sheet.sort("B", descending=True),
    "add column": lambda sheet: sheet.add_column("mới"),
    "rename tab": lambda sheet: sheet.rename_tab("Phiếu"),
    "add tab": lambda sheet: sheet.add_tab("Nháp"),
    "delete tab": lambda sheet: sheet.delete_tab(),
    "share": lambda sheet: sheet.share("a@example.com"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_moves_the_version(sheet, change):
    before = sheet.version
    CHANGES[change](sheet)
    assert sheet.version > before
