"""“Phiếu xử lý” of one case as a document, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I.

Number, date and signature are blank, and there is no emblem: the office fills them in and signs
in its own system. Always in Vietnamese: it is a paper of the office.
"""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell

from lib.followup.case import OUTCOMES, STATES
from lib.followup.item import Item
from lib.survey.dissatisfied import asked
from lib.wording import day, gettext

FONT = "Times New Roman"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = "." * 60


def docx_file(one: Item, office: str) -> bytes:
    """Return the document of one case; `office` is the agency's name."""
    paper = docx.Document()
    _page(paper)
    _heads(paper, office)
    _centred(paper, "PHIẾU XỬ LÝ", bold=True)
    _centred(paper, "Ý kiến chưa hài lòng về dịch vụ hành chính công", bold=True)
    for title, rows in (
        ("I. Nội dung phản ánh", _said(one)),
        ("II. Quá trình xử lý", _done(one)),
    ):
        paper.add_heading(title, level=1)
        _table(paper, rows)
    paper.add_heading("III. Ý kiến của lãnh đạo", level=1)
    for _ in range(3):
        paper.add_paragraph(BLANK)
    _signatures(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _page(paper: Document) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    for name, size in (("Normal", 13), ("Heading 1", 13)):
        style = paper.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        style.font.bold = name != "Normal"
        # Word takes the letters with diacritics from the font named for East Asia otherwise
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        style.paragraph_format.space_after = Pt(6)


def _heads(paper: Document, office: str) -> None:
    left, right = _pair(paper)
    _line(left, office.upper(), bold=True)
    _line(left, "Số:        /PXL")
    _line(right, NATION, bold=True)
    _line(right, MOTTO, bold=True)
    _line(right, ".........., ngày ..... tháng ..... năm ........")


def _signatures(paper: Document) -> None:
    left, right = _pair(paper)
    _line(left, "NGƯỜI XỬ LÝ", bold=True)
    _line(right, "LÃNH ĐẠO PHỤ TRÁCH", bold=True)


def _pair(paper: Document) -> tuple[_Cell, _Cell]:
    table = paper.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.width, right.width = Mm(70), Mm(95)
    return left, right


def _line(cell: _Cell, words: str, *, bold: bool = False) -> None:
    first = cell.paragraphs[0]
    line = cell.add_paragraph() if first.text else first
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_after = Pt(2)
    run = line.add_run(words)
    run.bold, run.font.size = bold, Pt(12)


def _centred(paper: Document, words: str, *, bold: bool) -> None:
    line = paper.add_paragraph()
    line.alignment = ALIGN.CENTER
    run = line.add_run(words)
    run.bold, run.font.size = bold, Pt(14)


def _said(one: Item) -> list[tuple[str, str]]:
    response = one.response
    place = ", ".join(filter(None, (response.hamlet, response.commune)))
    answers = "\n".join(f"{asked(q)} {level.text}" for q, level in response.answers)
    return [
        ("Mã việc", one.case.code if one.case else ""),
        ("Ngày gửi phiếu", day(response.day) if response.day else "không rõ"),
        ("Nơi cư trú", place),
        ("Lĩnh vực thủ tục", response.sector),
        ("Chưa hài lòng về", answers),
        ("Ý kiến góp ý", response.comment or "Không ghi ý kiến góp ý."),
    ]


def _done(one: Item) -> list[tuple[str, str]]:
    case = one.case
    if case is None:
        return []
    return [
        ("Ngày nhận", day(one.received) if one.received else ""),
        ("Tình trạng", gettext(STATES[case.state])),
        ("Người phụ trách", case.person or BLANK),
        ("Hạn giải quyết", day(one.due) if one.due else BLANK),
        ("Nguyên nhân", case.cause or BLANK),
        ("Biện pháp đã thực hiện", case.text("done") or BLANK),
        ("Kết quả", gettext(OUTCOMES[case.outcome]) if case.outcome else BLANK),
    ]


def _table(paper: Document, rows: list[tuple[str, str]]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for name, words in rows:
        left, right = table.add_row().cells
        left.width, right.width = Mm(50), Mm(115)
        left.paragraphs[0].add_run(name).bold = True
        right.paragraphs[0].add_run(words)
