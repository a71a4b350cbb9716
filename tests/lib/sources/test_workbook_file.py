"""A file as a source: every way a form's export is saved, and what is no export."""

import datetime as dt
import io
import json
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from lib.errors import NotAFormError, NotFoundError, UnreachableError
from lib.sources.workbook_content import decode_csv
from lib.sources.workbook_file import WorkbookFile

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
HEADERS = ("Dấu thời gian", "Có hài lòng?")
CSV = 'Dấu thời gian,Có hài lòng?\r\n10/02/2023 08:05:07,"Có, rất"\r\n11/02/2023 09:00:00,Không\r\n'
COLUMNS = (["10/02/2023 08:05:07", "11/02/2023 09:00:00"], ["Có, rất", "Không"])
WHEN = dt.datetime(2023, 2, 10, 8, 5, 7)


ASIAN = {
    "cp932": "タイムスタンプ,満足していますか",
    "gb18030": "时间戳记,您满意吗？\r\n2023/02/10 8:05:07,满意\r\n2023/02/10 8:05:07,非常满意",
    "cp949": "타임스탬프,만족하십니까?",
    "big5": "時間戳記,您滿意嗎？\r\n2023/2/10 上午 8:05:07,滿意\r\n2023/2/10 下午 8:05:07,非常滿意",
}
FOREIGN = {
    "cp1253": "Χρονική σήμανση,Είστε ευχαριστημένοι;",
    "cp1254": "Zaman damgası,Memnun musunuz? Şişli ığdır",
    "cp1256": "طابع زمني,هل أنت راض",
    "cp874": "ประทับเวลา,คุณพอใจหรือไม่",
    **ASIAN,
}


@pytest.fixture
def saved(tmp_path):
    """Save bytes or text under a name and return the source that reads them."""

    def save(content, name="survey.csv"):
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
        return WorkbookFile(tmp_path / name)

    return save


def zipped(name):
    """Return an archive that holds one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(name, "x")
    return file.getvalue()


def xlsx(**tabs):
    """Return a workbook whose tabs hold these rows."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy hh:mm:ss"}) as book:
        for name, rows in tabs.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return file.getvalue()


def in_code_page(text, encoding):
    """Return bytes; Vietnamese Windows writes a tone as a letter of its own."""
    if encoding != "cp1258":
        return text.encode(encoding)
    apart = (unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(
        unicodedata.normalize("NFC", letter[:2]) + letter[2:]
        if letter[1:2] in "\u0302\u0306\u031b"
        else letter
        for letter in apart
    ).encode("cp1258")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_a_csv_is_read_in_every_encoding(saved, encoding):
    table = saved(in_code_page(CSV, encoding)).read()
    assert (table.headers, table.columns) == (HEADERS, COLUMNS)


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_lines_may_end_otherwise(saved, end):
    assert saved(CSV.replace("\r\n", end)).read().columns == COLUMNS


@pytest.mark.parametrize(
    "above",
    ["\r\n\r\n", "PHIẾU KHẢO SÁT\r\n,,\r\n", "sep=,\r\n", "UBND XÃ,\r\nNăm 2023\r\n"],
)
def test_a_title_above_the_header_is_left_out(saved, above):
    wide = "".join(f"{line},x,y,z\r\n" for line in CSV.splitlines())
    assert saved(above + wide).read().columns[:2] == COLUMNS


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_csv_may_be_separated_otherwise(saved, delimiter):
    table = saved(CSV.replace(",", delimiter)).read()
    assert (table.headers, table.columns[1]) == (
        HEADERS,
        ["Có; rất".replace(";", delimiter), "Không"],
    )


def test_commas_in_a_header_do_not_make_it_comma_separated(saved):
    table = saved("When;Fast, kind, clear\n1;yes\n2;no\n").read()
    assert table.headers == ("When", "Fast, kind, clear")


def test_a_quoted_cell_keeps_its_line_breaks_quotes_and_separators(saved):
    table = saved('When,Why\r\n1,"first\r\nsecond, ""so"""\r\n').read()
    assert table.columns[1] == ['first\r\nsecond, "so"']


def test_short_rows_are_filled_and_long_ones_keep_their_cells(saved):
    table = saved("When,Why\n1\n2,b,c\n").read()
    assert table.headers == ("When", "Why", "")
    assert table.columns == (["1", "2"], ["", "b"], ["", "c"])


def test_cells_of_a_csv_stay_text(saved):
    assert saved("When,Phone\n1,0912345678\n").read().columns[1] == ["0912345678"]


def test_a_cell_of_fifty_thousand_characters_is_read_whole(saved):
    assert saved(f"When,Why\n1,{'x' * 50_000}\n").read().columns[1] == ["x" * 50_000]


def test_a_header_alone_is_a_table_without_rows(saved):
    assert saved("When,Why\n").read().rows == 0


def test_a_file_is_known_by_its_name(saved):
    table = saved("When,Why\n").read()
    assert (table.source, table.title, table.timezone) == ("survey.csv", "survey.csv", None)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"D\xe2\xecu th\xf5\xcci gian, h\xe0i lo\xccng", "Dấu thời gian, hài lòng"),
        ("Отметка времени, Хорошо".encode("cp1251"), "Отметка времени, Хорошо"),
        ("Marca temporal, ¿Está así?".encode("cp1252"), "Marca temporal, ¿Está así?"),
        *((text.encode(page), text) for page, text in FOREIGN.items()),
    ],
    ids=["cp1258", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256", "cp874", *ASIAN],
)
def test_an_old_code_page_of_windows_is_recognised(data, text):
    assert decode_csv(data) == text


def test_a_foreign_byte_leaves_the_rest_as_it_is():
    assert decode_csv(CSV.encode() + b"\xff") == CSV + "\ufffd"


def test_a_letter_cut_in_two_is_a_file_still_being_written(saved):
    with pytest.raises(UnreachableError):
        saved("Dấu,Có".encode()[:-1]).read()


def test_an_xlsx_gives_typed_cells(saved):
    rows = [["Dấu thời gian", "Điểm", "Ý kiến"], [WHEN, 4, "0912"], [WHEN, "", "=1"]]
    table = saved(xlsx(A=rows), "survey.xlsx").read()
    assert table.headers == ("Dấu thời gian", "Điểm", "Ý kiến")
    assert table.columns[:2] == ([WHEN, WHEN], [4.0, ""])


def test_the_form_is_the_first_tab_with_times(saved):
    notes, answers = [["Note", "By"], ["a", "b"]], [["When", "Why"], [WHEN, "x"]]
    table = saved(xlsx(Empty=[], Notes=notes, Form=answers, Older=answers)).read()
    assert table.headers == ("When", "Why")


def test_without_times_the_first_tab_with_a_header_is_read(saved):
    notes = [["Note", "By"], ["a", "b"]]
    assert saved(xlsx(Empty=[], Notes=notes, More=[["x"]])).read().headers == ("Note", "By")


def test_a_cell_at_the_far_end_of_a_tab_takes_no_memory(saved):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Dấu thời gian")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(NotAFormError):
        saved(file.getvalue()).read()


def test_who_chooses_the_tab_may_be_told(saved):
    file = saved(xlsx(A=[["a"], [WHEN]], B=[["b"], ["x"]]))
    chosen = WorkbookFile(file.path, suits=lambda table: table.headers == ("b",))
    assert chosen.read().headers == ("b",)


def test_the_content_decides_and_not_the_name(saved):
    assert saved(CSV, "really.xlsx").read().headers == HEADERS
    assert saved(xlsx(A=[["a", "b"]]), "really.csv").read().headers == ("a", "b")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n \n"[:1],
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"<!DOCTYPE html><html>sign in, please</html>",
        xlsx(Empty=[]),
        b"PK\x05\x06" + bytes(18),
        zipped("notes.txt"),
        b"\xd0\xcf\x11\xe0" + bytes(600),
        b'When,Why\n1,"' + b"x" * 200_000,
    ],
    ids=[
        "empty",
        "blank",
        "picture",
        "web page",
        "no rows",
        "no zip",
        "zip",
        "password",
        "open quote",
    ],
)
def test_what_is_no_table_is_no_form(saved, data):
    with pytest.raises(NotAFormError):
        saved(data).read()


def test_half_an_xlsx_is_a_file_still_being_written(saved):
    with pytest.raises(UnreachableError):
        saved(xlsx(A=[["a", "b"]])[:-30]).read()


class GrowingPath(type(Path())):
    """A file that another program goes on writing while it is read."""

    def read_bytes(self):
        data = super().read_bytes()
        self.write_bytes(data + b"more")
        return data


def test_a_file_that_changes_while_it_is_read_is_not_taken(saved):
    with pytest.raises(UnreachableError):
        WorkbookFile(GrowingPath(saved(CSV).path)).read()


def test_a_folder_in_its_place_cannot_be_read(tmp_path):
    with pytest.raises(UnreachableError):
        WorkbookFile(tmp_path).read()


def test_a_file_that_vanished_is_not_found(saved):
    file = saved(CSV)
    file.path.unlink()
    for act in (file.version, file.read):
        with pytest.raises(NotFoundError):
            act()


@pytest.mark.parametrize(
    ("text", "time", "moves"), [(CSV, 1, False), (CSV + "x", 1, True), (CSV, 2, True)]
)
def test_the_version_moves_with_the_size_or_the_time_of_the_file(saved, text, time, moves):
    file = saved(CSV)
    os.utime(file.path, ns=(1, 1))
    first = file.version()
    saved(text)
    os.utime(file.path, ns=(time, time))
    assert (file.version() != first) is moves


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not part of the project")
def test_real_exports_are_read_with_every_row():
    expected = json.loads((SAMPLES / "expected.json").read_text())
    counted = {sample["file"]: sample["responses"] for sample in expected.values()}
    assert {file: filled(WorkbookFile(SAMPLES / file).read()) for file in counted} == counted


def filled(table):
    """Return how many rows are not blank."""
    return sum(any(cell != "" for cell in row) for row in zip(*table.columns, strict=True))


def test_every_tab_that_holds_something_comes_whole_with_its_own_name(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "so.xlsx")
    for name, cells in {"Mô hình": {(2, 1): "Tên"}, "Trống": {}, "Kết quả": {(0, 0): 18}}.items():
        sheet = book.add_worksheet(name)
        for (row, column), cell in cells.items():
            sheet.write(row, column, cell)
    book.close()
    tabs = WorkbookFile(tmp_path / "so.xlsx").tabs()
    assert [(tab.title, tab.rows) for tab in tabs] == [("Mô hình", 2), ("Kết quả", 0)]
    assert tabs[0].columns == (["", "Tên"],)


def test_a_csv_is_one_tab_with_the_files_name(tmp_path):
    (tmp_path / "so.csv").write_text("SỔ MÔ HÌNH\r\nTên,Nơi\r\nA,B\r\n", encoding="utf-8")
    [tab] = WorkbookFile(tmp_path / "so.csv").tabs()
    assert (tab.title, tab.headers) == ("so.csv", ("SỔ MÔ HÌNH", ""))
    assert tab.columns == (["Tên", "A"], ["Nơi", "B"])
