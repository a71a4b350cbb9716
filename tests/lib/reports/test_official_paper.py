"""The form that Nghị định 30/2020/NĐ-CP, Phụ lục I, asks of an office's paper."""

import datetime as dt

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from lib.settings import Letterhead
from lib.settings.office_settings import OfficeName
from tests.lib.analysis.made import Row, responses
from tests.lib.reports.survey import cells, document, made, words

NAMES = (
    OfficeName("Ủy ban nhân dân xã Xuân Tây", place="Xuân Tây", abbreviation="UBND"),
    OfficeName("Ủy ban nhân dân xã Xuân Đông", dt.date(2025, 7, 1), abbreviation="UBND"),
)


@pytest.fixture(scope="module")
def paper() -> Document:
    """The report of the published quarter."""
    return document(made("2022-Q4", "xuan-tay", letterhead=Letterhead(NAMES)).report())


def addressed(*to: str) -> str:
    return words(document(made("2019", letterhead=Letterhead(NAMES, addressees=to)).report()))


def test_the_page_is_a4_with_the_decrees_margins_and_its_number_above_from_the_second_on(paper):
    page = paper.sections[0]
    sizes = (page.page_width, page.page_height, page.left_margin, page.right_margin)
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 30, 15]
    assert [round(side / Mm(1)) for side in (page.top_margin, page.bottom_margin)] == [20, 20]
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header.paragraphs[0]._p.xml
    assert page.header.paragraphs[0].style.paragraph_format.alignment == ALIGN.CENTER


def test_the_text_is_13_points_justified_with_its_first_line_in(paper):
    body = paper.styles["Body Text"]
    form = body.paragraph_format
    assert (body.font.name, body.font.size) == ("Times New Roman", Pt(13))
    assert form.alignment == ALIGN.JUSTIFY
    assert abs(form.first_line_indent - Cm(1)) < Mm(0.1)
    assert form.space_after >= Pt(6)
    assert 1 <= form.line_spacing <= 1.5


@pytest.mark.parametrize(
    ("ky", "name"),
    [("2025-Q2", "XÃ XUÂN TÂY"), ("2025-Q3", "XÃ XUÂN ĐÔNG"), ("2025", "XÃ XUÂN ĐÔNG")],
)
def test_the_office_bears_the_name_of_the_last_day_of_the_period(ky, name):
    paper = document(made(ky, letterhead=Letterhead(NAMES)).report())
    assert f"ỦY BAN NHÂN DÂN\n{name}" in cells(paper)


def test_a_report_upwards_says_whom_it_is_for_in_one_line_or_in_one_for_each(paper):
    assert "Kính gửi: UBND thành phố Đồng Nai\n" in addressed("UBND thành phố Đồng Nai")
    assert "Kính gửi:\n- UBND thành phố;\n- Sở Nội vụ.\n" in addressed(
        "UBND thành phố", "Sở Nội vụ"
    )
    assert "Kính gửi: ........" in addressed()
    assert "Nơi nhận:\n- Như trên;\n- Lưu: VT." in cells(paper)


def test_the_paper_tells_of_its_annex_and_the_annex_of_its_paper(paper):
    found = words(paper)
    assert "Số liệu chi tiết ở Phụ lục kèm theo." in found
    assert (
        "Phụ lục\nBẢNG SỐ LIỆU\n(Kèm theo Báo cáo số ....../BC-UBND ngày ..... tháng ..... năm "
        "........ của Ủy ban nhân dân xã Xuân Tây)"
    ) in found


def test_the_annexs_pages_are_numbered_from_1_and_lie(paper):
    annex = paper.sections[-1]
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert annex.page_width > annex.page_height


def kept(table) -> list[bool]:
    first = (row.cells[0].paragraphs[0].paragraph_format for row in table.rows)
    return [bool(form.keep_with_next) for form in first]


def test_a_table_is_not_cut_unless_it_is_long_and_then_repeats_its_header(paper):
    many = document(made(responses=responses(Row("S" * 37, 40))).report())
    tables = [table for each in (paper, many) for table in each.tables if len(table.rows) > 3]
    for table in tables:
        whole = len(table.rows) <= 20
        assert all(kept(table)[:-1]) is whole
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert {len(table.rows) > 20 for table in tables} == {True, False}


def test_no_number_parts_from_its_sign(paper):
    shown = "\n".join(line.text for line in paper.paragraphs if line.style.name == "Body Text")
    assert "95,7\N{NO-BREAK SPACE}%" in shown
    assert " %" not in shown
