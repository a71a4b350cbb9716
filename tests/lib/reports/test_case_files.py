"""The files, read back with readers that are not ours."""

import csv
import dataclasses
import datetime as dt
import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from lib.followup.case_events import case_from_events
from lib.followup.case_item import CaseItem
from lib.journal.journal_lines import Event, EventKind
from lib.reports.case_files import activity_xlsx, cases_csv, cases_xlsx
from lib.survey.dissatisfied_answers import DissatisfiedResponse
from tests.lib.analysis.made import LEVELS, Row, responses

# Inches: a digit of Excel's own font on the screen, an A4 page lying without its margins.
SCREEN_INCH, A4_ROOM = 7 / 96, 11.69 - 1.0
SMALLEST = 0.58  # of 11 points: what is printed smaller cannot be read
[QUESTION] = responses(Row("D")).form.questions
READ = [
    "Ngày",
    "Xã, phường, thị trấn",
    "Ấp, khu vực",
    "Lĩnh vực thủ tục",
    "Chưa hài lòng về",
    "Ý kiến góp ý",
]
MORE = [
    "Mã việc", "Ngày nhận", "Tình trạng", "Phụ trách", "Hạn",
    "Còn (ngày làm việc; âm là quá hạn)", "Nguyên nhân", "Đã làm gì", "Kết quả", "Ngày xong",
]  # fmt: skip
HEADER = [*READ, *MORE]
ROW = "05/11/2022;Xuân Tây;Ấp 7;Đất đai;Câu 1: Không hài lòng;Chờ lâu"


def response(
    comment: str = "Chờ lâu", day: dt.date | None = dt.date(2022, 11, 5)
) -> DissatisfiedResponse:
    return DissatisfiedResponse(
        day, "Xuân Tây", "Ấp 7", "Đất đai", ((QUESTION, LEVELS[3]),), comment
    )


def csv_file(given: list[DissatisfiedResponse], notes: list[str]) -> bytes:
    return cases_csv(map(CaseItem, given), notes, local)


def xlsx_file(given: list[DissatisfiedResponse], notes: list[str]) -> bytes:
    return cases_xlsx(map(CaseItem, given), notes, local)


def local(moment: dt.datetime) -> dt.datetime:
    return moment + dt.timedelta(hours=7)


def from_csv(*given: DissatisfiedResponse, notes: tuple[str, ...] = ()) -> list[list[str]]:
    text = csv_file(given, notes).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def from_xlsx(*given: DissatisfiedResponse, notes: tuple[str, ...] = ()) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_file(given, notes)))
    return book.get_sheet_by_index(0).to_python()


def test_csv_begins_with_a_bom_and_has_semicolons_and_windows_lines():
    lines = csv_file([response()], []).decode().split("\r\n")
    assert lines[0].startswith(f"\ufeff{';'.join(READ)};Mã việc;Ngày nhận;Tình trạng;")
    assert lines[1:] == [ROW, ""]


@pytest.mark.parametrize("text", ["chậm; lâu", 'nói "nhanh"', "một\nhai", "a,b"])
def test_csv_keeps_a_comment_in_one_cell(text):
    assert from_csv(response(text))[1][5] == text


@pytest.mark.parametrize("first", list("=+-@\t\r\n＝＋－＠"))
def test_csv_makes_text_of_what_excel_would_take_for_a_formula(first):
    text = f'{first}HYPERLINK("http://x")'
    assert from_csv(response(text))[1][5] == f"'{text}"


def test_csv_makes_text_of_notes_and_places_too():
    found = from_csv(DissatisfiedResponse(None, "=1", "+1", "-1", (), ""), notes=("@1",))
    assert [found[0], found[2]] == [["'@1"], ["", "'=1", "'+1", "'-1", "", ""]]


def test_xlsx_holds_real_dates():
    assert from_xlsx(response())[1][:2] == [dt.date(2022, 11, 5), "Xuân Tây"]


def test_an_unknown_time_is_an_empty_cell():
    assert from_xlsx(response(day=None))[1][0] == ""
    assert from_csv(response(day=None))[1][0] == ""


@pytest.mark.parametrize(
    "text",
    ["=1+1", "{=1+1}", "http://example.org", "mailto:a@example.org", "0912345678", "_x0041_"],
)
def test_xlsx_holds_text_as_it_was_written(text):
    assert from_xlsx(response(text))[1][5] == text


def test_xlsx_holds_neither_formulas_nor_links():
    book = zipfile.ZipFile(io.BytesIO(xlsx_file([response("=1+1"), response("http://x.vn")], [])))
    whole = b"".join(book.read(name) for name in book.namelist())
    assert b"<f>" not in whole
    assert b"hyperlink" not in whole


@pytest.mark.parametrize(("length", "cut"), [(32_767, False), (32_768, True), (50_000, True)])
def test_a_comment_longer_than_a_cell_of_excel_is_cut_with_a_word(length, cut):
    found = from_xlsx(response("ý" * length))[1][5]
    assert len(found) == 32_767
    assert found.endswith("(đã cắt: dài hơn một ô của Excel)") is cut


def test_csv_keeps_the_longest_comment_whole():
    assert len(csv_file([response("y" * 50_000)], [])) > 50_000


@pytest.mark.parametrize("read", [from_csv, from_xlsx])
def test_notes_stand_above_the_header(read):
    found = read(response(), notes=("Dữ liệu mẫu", "cập nhật lúc 08:05"))
    assert [row[0] for row in found[:2]] == ["Dữ liệu mẫu", "cập nhật lúc 08:05"]
    assert found[2] == HEADER


@pytest.mark.parametrize("read", [from_csv, from_xlsx])
def test_several_answers_stand_in_one_cell(read):
    both = ((QUESTION, LEVELS[3]), (QUESTION, LEVELS[4]))
    [_, row] = read(DissatisfiedResponse(None, "", "", "", both, ""))
    assert row[4] == "Câu 1: Không hài lòng; Câu 1: Rất không hài lòng"


@pytest.mark.parametrize("read", [from_csv, from_xlsx])
def test_a_yes_stands_after_the_whole_question(read):
    harmed = dataclasses.replace(
        QUESTION, text="Có bị phiền hà không?", label="Không bị phiền hà", levels=LEVELS[2:4]
    )
    [_, row] = read(DissatisfiedResponse(None, "", "", "", ((harmed, LEVELS[3]),), ""))
    assert row[4] == f"Có bị phiền hà không? {LEVELS[3].text}"


@pytest.mark.parametrize("read", [from_csv, from_xlsx])
def test_without_responses_the_header_stands_alone(read):
    assert read() == [HEADER]


WORKED = CaseItem(
    response(),
    case_from_events(
        "abc",
        [
            Event("1", "abc", EventKind.TAKEN_UP, dt.datetime(2026, 10, 1, 1, 0, tzinfo=dt.UTC),
                  "canbo@xa.vn", "", {"person": "Công chức Địa chính"}),
            Event("2", "abc", EventKind.CLOSED, dt.datetime(2026, 10, 5, 18, 0, tzinfo=dt.UTC),
                  "canbo@xa.vn", "1", {"cause": "Khác", "outcome": "da-tra-loi"},
                  {"done": "=Đã sửa"}),
        ],
    ),
    tracked=True,
    received=dt.date(2026, 9, 30),
)  # fmt: skip


def sheets(data: bytes) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_index(at).to_python() for at in range(len(book.sheet_names))]


def test_a_case_has_its_work_beside_what_was_said():
    (_, row), _ = sheets(cases_xlsx([WORKED], [], local))
    assert row[6:] == [
        "abc", dt.date(2026, 9, 30), "Đã xong", "Công chức Địa chính", "", "", "Khác", "=Đã sửa",
        "đã trả lời, công khai", dt.date(2026, 10, 6),
    ]  # fmt: skip


def test_what_happened_stands_on_a_second_sheet_by_the_offices_clock():
    _, (_, first, second) = sheets(cases_xlsx([WORKED], [], local))
    assert first[:3] == ["abc", dt.datetime(2026, 10, 1, 8, 0), "canbo@xa.vn"]
    assert "phụ trách: Công chức Địa chính" in str(first[3])
    assert second[4] == "=Đã sửa"


def test_an_untracked_one_says_so_and_has_a_code():
    rest = dataclasses.replace(WORKED, tracked=False)
    (_, row), _ = sheets(cases_xlsx([rest], [], local))
    assert row[6:9] == ["abc", "", "Phiếu cũ, chưa đưa vào xử lý"]


def test_one_row_says_when_who_what_and_of_which_case_but_no_text():
    at = dt.datetime(2026, 10, 1, 1, 0, tzinfo=dt.UTC)
    texts = {"note": "lời riêng"}
    event = Event("1", "abc", EventKind.UNMASKED, at, "canbo@xa.vn", texts=texts)
    data = activity_xlsx([event], ["ghi chú"], local)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    note, _, row = book.get_sheet_by_index(0).to_python()
    assert note[0] == "ghi chú"
    assert row == [
        dt.datetime(2026, 10, 1, 8, 0), "canbo@xa.vn", "Xem thông tin liên hệ trong góp ý", "abc"
    ]  # fmt: skip
    assert "lời riêng" not in data.decode("latin-1")


def test_the_workbook_prints_a_page_wide_that_can_be_read_with_its_header_on_every_page():
    packed = xlsx_file([response("ý " * 200)], ["cập nhật lúc 08:05"])
    book = zipfile.ZipFile(io.BytesIO(packed))
    for sheet in ("sheet1", "sheet2"):
        page = book.read(f"xl/worksheets/{sheet}.xml").decode()
        assert '<pageSetUpPr fitToPage="1"/>' in page
        assert re.search(r'<pageSetup paperSize="9"[^>]*orientation="landscape"', page)
        assert 'fitToHeight="0"' in page
        wide = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', page)
        width = sum(float(each) * (int(last) - int(first) + 1) for first, last, each in wide)
        assert width * SCREEN_INCH < A4_ROOM / SMALLEST
    heads = re.findall(
        r"<definedName[^>]*Print_Titles[^>]*>([^<]*)<", book.read("xl/workbook.xml").decode()
    )
    assert [rows.rpartition("!")[2] for rows in heads] == ["$2:$2", "$1:$1"]
