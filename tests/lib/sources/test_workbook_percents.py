"""Percents in a workbook are what people saw."""

import xlsxwriter

from lib.sources.workbook_file import WorkbookFile


def columns(path, *formats):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, code in enumerate(formats):
            style = book.add_format({"num_format": code})
            sheet.write(0, at, f"Câu {at}")
            for row, value in enumerate([0.75, 1, "", 0.075], 1):
                sheet.write(row, at, value, style)
    return WorkbookFile(path).read().columns


def test_a_percent_is_the_text_that_a_csv_has(tmp_path):
    assert columns(tmp_path / "a.xlsx", "0%", '0.0" %"') == (["75%", "100%", "", "7.5%"],) * 2


def test_a_fraction_that_is_no_percent_stays_a_number(tmp_path):
    assert columns(tmp_path / "a.xlsx", "0.00") == ([0.75, 1.0, "", 0.075],)


def test_columns_of_equal_numbers_are_told_apart_where_one_is_a_percent(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["A", "B"])
        sheet.write_row(1, 0, [0.5, 0.5])
        sheet.write(1, 0, 0.5, book.add_format({"num_format": "0%"}))
        sheet.write(2, 1, 0.25)
    assert WorkbookFile(tmp_path / "a.xlsx").read().columns == (["50%", ""], [0.5, 0.25])
