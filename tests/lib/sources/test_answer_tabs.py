import datetime as dt

import pytest
import xlsxwriter

from lib.source_table import TablePart
from lib.sources.workbook_file import WorkbookFile
from lib.survey.table.form_table import form_likeness, open_form_table

HEADERS = ["Dấu thời gian", "Thái độ", "Xã"]


def answers(first, n, commune="A", hour=8):
    days = (dt.datetime(2026, 10, first + at, hour) for at in range(n))
    return [[day, "Hài lòng", commune] for day in days]


@pytest.fixture
def book(tmp_path):
    """Save tabs of rows as a workbook and return how it is read."""

    def save(*, read_before=lambda source: False, **tabs):
        with xlsxwriter.Workbook(
            tmp_path / "xa.xlsx", {"default_date_format": "dd/mm/yyyy hh:mm"}
        ) as made:
            for name, rows in tabs.items():
                sheet = made.add_worksheet(name)
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
        return WorkbookFile(tmp_path / "xa.xlsx", form_likeness, read_before).read()

    return save


def test_all_tabs_that_are_answers_of_one_form_are_read(book):
    turned = [row[::-1] for row in [HEADERS, *answers(5, 2, "B")]]
    found = book(A=[["Xã A"], HEADERS, *answers(1, 3)], B=turned, C=[["Xã", "Dân"], ["A", 9]])
    assert [str(cell)[8:10] for cell in found.columns[0]] == ["01", "02", "03", "05", "06"]
    assert found.columns[2] == ["A", "A", "A", "B", "B"]
    assert found.parts == (TablePart("A", 1, 3), TablePart("B", 0, 2))
    assert found.left_out == ()


def test_rows_that_stand_in_an_earlier_tab_too_are_read_once(book):
    whole = answers(1, 5) + answers(6, 3, "B")
    assert book(All=[HEADERS, *whole], B=[HEADERS, *whole[5:]]).rows == 8
    assert book(A=[HEADERS, *answers(1, 3)], B=[HEADERS, *answers(1, 3, hour=9)]).rows == 6
    assert book(A=[HEADERS, *answers(1, 3)], B=[HEADERS, *answers(3, 4)]).rows == 6


def test_equal_answers_of_one_day_in_two_communes_are_all_read(book):
    days = answers(1, 2, "", hour=0) + answers(5, 2, "", hour=0)
    other = answers(1, 1, "", hour=0) + answers(8, 2, "", hour=0)
    headers = ["Ngày khảo sát", *HEADERS[1:]]
    assert book(A=[headers, *days], B=[headers, *other]).rows == 7


def test_a_tab_of_answers_to_other_questions_is_named(book):
    other = [["Dấu thời gian", "Khác"], *[row[:2] for row in answers(1, 2)]]
    found = book(A=[HEADERS, *answers(1, 3)], B=other)
    assert (found.rows, found.left_out) == (3, ("B",))


def test_what_was_read_before_keeps_its_one_tab_and_names_the_others(book):
    found = book(A=[HEADERS, *answers(1, 3)], B=[HEADERS, *answers(4, 2)], read_before=bool)
    assert (found.rows, found.left_out) == (3, ("B",))


def test_totals_below_each_tab_are_none_of_its_answers(book):
    tabs = {
        name: [HEADERS, *answers(first, 3), ["Tổng", 3, ""]] for name, first in (("A", 1), ("B", 9))
    }
    found = open_form_table(book(**tabs))
    assert (found.rows, found.below) == (6, (3, 7))
