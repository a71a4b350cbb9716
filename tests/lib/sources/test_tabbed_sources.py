"""A whole spreadsheet through the real gspread client: every tab, dates as people see them."""

import datetime as dt

import pytest
import xlsxwriter

from lib.errors import NotFoundError
from lib.sources.tabbed_sources import BookTabs, SheetTabs

MODELS = [["Tên mô hình", "Năm"], ["Camera an ninh", 2022]]
RESULTS = [["Mô hình", "Giá trị"], ["Camera an ninh", dt.datetime(2022, 12, 5)], ["", 13.5]]


@pytest.fixture
def register(emulator):
    """A spreadsheet with a tab of models, one of results and an empty one."""
    made = emulator.create(("Mô hình", MODELS))
    made.add_tab("Kết quả", RESULTS)
    made.add_tab("Trang tính3")
    return made


def tabs(emulator, url):
    return SheetTabs(url, None, emulator.host, (1.0, 5.0))


def test_every_tab_that_holds_something_is_read_under_its_own_name(emulator, register):
    read = tabs(emulator, register.url).read()
    assert [(table.title, table.headers) for table in read] == [
        ("Mô hình", ("Tên mô hình", "Năm")),
        ("Kết quả", ("Mô hình", "Giá trị")),
    ]


def test_a_date_among_numbers_is_a_text_so_that_nobody_takes_it_for_one(emulator, register):
    values = tabs(emulator, register.url).read()[1].columns[1]
    assert values == ["05/12/2022 00:00:00", 13.5]


def test_its_version_moves_when_any_tab_is_changed(emulator, register):
    source = tabs(emulator, register.url)
    before = source.version()
    register.edit("B2", 7, gid=register.tabs[1].gid)
    assert source.version() != before


def test_it_is_called_by_the_files_name_once_it_was_read(emulator, register):
    source = tabs(emulator, register.url)
    source.read()
    assert source.title == "Khảo sát"


def test_a_spreadsheet_that_is_not_there_is_told(emulator):
    with pytest.raises(NotFoundError):
        tabs(emulator, "https://docs.google.com/spreadsheets/d/none/edit").read()


def test_a_file_is_read_tab_by_tab_too_and_a_csv_is_one(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "so.xlsx") as book:
        for name, rows in {"Mô hình": MODELS, "Trống": [], "Kết quả": [["Mô hình"], ["A"]]}.items():
            tab = book.add_worksheet(name)
            for at, row in enumerate(rows):
                tab.write_row(at, 0, row)
    (tmp_path / "mo-hinh.csv").write_text("Tên mô hình,Năm\nA,2022\n", encoding="utf-8")
    assert [t.title for t in BookTabs(tmp_path / "so.xlsx").read()] == ["Mô hình", "Kết quả"]
    [table] = BookTabs(tmp_path / "mo-hinh.csv").read()
    assert (table.title, table.headers) == ("mo-hinh.csv", ("Tên mô hình", "Năm"))
