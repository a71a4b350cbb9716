"""The slip of one case: the form of an office's paper, blanks where the office fills in."""

import io

import docx
from docx.shared import Mm

from lib.reports.handling_slip import handling_slip_docx
from lib.reports.paper_issuer import Issuer
from lib.wording import use_language
from tests.lib.reports.test_case_files import WORKED

SEAL = "226-3f2a9c81d0b4e6f75a1c2d3e4f506172"
JOURNAL = "57-9c1e9c81d0b4e6f75a1c2d3e4f506172"
PAPER = docx.Document(
    io.BytesIO(handling_slip_docx(WORKED, Issuer("UBND xã Xuân Đông"), SEAL, JOURNAL))
)


def words() -> str:
    tables = (cell.text for table in PAPER.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(line.text for line in PAPER.paragraphs), *tables])


def test_it_bears_the_nation_the_motto_and_the_office_and_no_number_of_its_own():
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words()
    assert "Độc lập - Tự do - Hạnh phúc" in words()
    assert "UBND XÃ XUÂN ĐÔNG" in words()
    assert "Số:        /PXL" in words()


def test_it_is_an_a4_page_with_the_margins_of_the_decree_in_times_new_roman():
    page = PAPER.sections[0]
    sizes = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 30, 15]
    assert PAPER.styles["Normal"].font.name == "Times New Roman"


def test_it_says_what_was_said_and_done():
    for part in (
        "Câu 1: Không hài lòng",
        SEAL,
        JOURNAL,
        "Chờ lâu",
        "Công chức Địa chính",
        "=Đã sửa",
        "30/09/2026",
    ):
        assert part in words()


def test_parts_are_real_headings_and_what_is_not_known_is_left_to_be_written():
    assert [line.style.name for line in PAPER.paragraphs].count("Heading 1") == 3
    assert "Hạn giải quyết" in words()
    assert "......" in words()


def test_it_holds_no_picture():
    assert not PAPER.inline_shapes


def test_it_is_in_vietnamese_whoever_takes_it():
    use_language("en")
    made = docx.Document(io.BytesIO(handling_slip_docx(WORKED, Issuer("UBND xã Xuân Đông"))))
    use_language("vi")
    assert "Đã xong" in [cell.text for table in made.tables for cell in table.column_cells(1)]


def test_what_is_said_has_more_room_than_what_it_is_called():
    for table in PAPER.tables[1:3]:
        name, said = (column.width for column in table.columns)
        assert said > 2 * name
