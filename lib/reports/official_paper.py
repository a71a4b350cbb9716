"""The form of an office's paper by Nghị định 30/2020/NĐ-CP, Phụ lục I: page, head, title, end.

Number, date and signature are blank, and there is no emblem: the office fills them in and signs
in its own system. What is written is Word's own styles, headings and tables, to be edited there.
"""

import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from lib.reports.empty_paper import BODY_STYLE
from lib.reports.paper_issuer import Issuer

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
PLACE, UNNAMED = "." * 10, "." * 20
_ISSUED = "ngày ..... tháng ..... năm ........"
_DATE = f"{{place}}, {_ISSUED}"
_DOTS = "." * 120
ANNEX_SENTENCE = "Số liệu chi tiết ở Phụ lục kèm theo."  # the decree asks the paper to say so
LEFT, RIGHT = Mm(68), Mm(97)  # the two sides of head and end, all of the text's width
_LETTERS = 24  # of a name that fit beside the nation's
CAPITAL, SMALL = Mm(2.9), Mm(2.4)  # about as wide as a bold letter is, in names and in titles


def add_letterhead(made: Document, issuer: Issuer, code: str) -> None:
    """Write agency, nation and motto side by side; number, place and date are blank."""
    left, right = _pair(made)
    if issuer.above:
        add_cell_line(left, _even(issuer.above.upper()))
    name = _even(issuer.name.upper() or UNNAMED)
    add_cell_line(left, name, bold=True)
    _rule(left, LEFT, _part(name.splitlines()[-1], CAPITAL))
    add_cell_line(left, f"Số:        /{_code(issuer, code)}", size=13)
    add_cell_line(right, _NATION, bold=True)
    add_cell_line(right, _MOTTO, bold=True, size=13)
    _rule(right, RIGHT, Mm(60))
    add_cell_line(right, _DATE.format(place=issuer.place or PLACE), size=13, italic=True)
    made.add_paragraph()


def add_paper_title(made: Document, kind: str, about: str) -> None:
    """Write the kind of paper and what it is about."""
    made.add_paragraph(kind, style="Title")
    made.add_paragraph(about, style="Subtitle")
    _rule(made, Mm(165), _part(about.splitlines()[-1], SMALL))


def add_addressees(made: Document, issuer: Issuer) -> None:
    """Write whom a report upwards is for: dots where that is not stated."""
    to = issuer.addressees or (_DOTS[:50],)
    if len(to) == 1:
        made.add_paragraph(f"Kính gửi: {to[0]}").alignment = ALIGN.CENTER
        return
    made.add_paragraph("Kính gửi:").paragraph_format.left_indent = Mm(40)
    for at, addressee in enumerate(to, start=1):
        end = "." if at == len(to) else ";"
        made.add_paragraph(f"- {addressee}{end}").paragraph_format.left_indent = Mm(58)


def add_body_paragraph(made: Document, sentences: Iterable[str]) -> None:
    """Write a paragraph of sentences, justified."""
    made.add_paragraph(unbroken_words(" ".join(sentences)), style=BODY_STYLE)


def unbroken_words(words: str) -> str:
    """Return words in which no number parts from its sign at the end of a line."""
    hard = "\N{NO-BREAK SPACE}"
    return words.replace(" %", f"{hard}%").replace(" = ", f"{hard}={hard}")


def add_dotted_lines(made: Document, lines: int) -> None:
    """Leave dotted lines to be written on; they stay with what follows."""
    for _ in range(lines):
        made.add_paragraph(_DOTS).paragraph_format.keep_with_next = True


def add_paper_end(made: Document, issuer: Issuer) -> None:
    """Write who gets the paper and who signs, with room for the signature."""
    made.add_paragraph().paragraph_format.keep_with_next = True
    left, right = _pair(made)
    add_cell_line(left, "Nơi nhận:", bold=True, italic=True, centred=False)
    for recipient in ("Như trên", *issuer.recipients, "Lưu: VT."):
        words = recipient if recipient.endswith(".") else f"{recipient};"
        add_cell_line(left, f"- {words}", size=11, centred=False)
    for sign in issuer.signs or (".........................",):
        add_cell_line(right, sign.upper(), bold=True, size=13)
    for _ in range(4):
        add_cell_line(right, " ", size=13)


def begin_annex(made: Document, issuer: Issuer, code: str, name: str) -> None:
    """Begin the annex: its name, of which paper it is, numbered from 1 on lying pages."""
    _lying(made)
    made.add_paragraph("Phụ lục", style="Title")
    made.add_paragraph(name, style="Subtitle")
    belonging = (
        f"(Kèm theo Báo cáo số ....../{_code(issuer, code)} {_ISSUED} của {issuer.name or UNNAMED})"
    )
    made.add_paragraph(belonging, style="Subtitle").runs[0].italic = True
    made.paragraphs[-1].runs[0].bold = False
    made.paragraphs[-1].runs[0].font.size = Pt(13)
    made.paragraphs[-1].paragraph_format.space_after = Pt(6)


def _lying(made: Document) -> None:
    section: Section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(20)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(number, "w:cols", "w:titlePg", "w:docGrid")
    # the break is an empty line, which must not need a page of its own
    breaks = made.paragraphs[-1].paragraph_format
    breaks.line_spacing, breaks.space_after = Pt(1), Pt(0)


def add_signatures(made: Document, left: str, right: str) -> None:
    """Write two who sign beside each other."""
    for cell, words in zip(_pair(made), (left, right), strict=True):
        add_cell_line(cell, words, bold=True)


def set_column_widths(table: Table, widths: Sequence[int]) -> None:
    """Give a table's columns their widths: readers go by the grid or by the cells."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)


def paper_bytes(made: Document) -> bytes:
    """Return the finished paper: the same bytes whenever the same is written."""
    saved, out = io.BytesIO(), io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name)  # without the time of writing
            kept.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def add_cell_line(
    cell: _Cell,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 12,
    centred: bool = True,
) -> Paragraph:
    """Write one more line into a cell and return it."""
    first = cell.paragraphs[0]
    added: Paragraph = cell.add_paragraph() if first.text else first
    added.alignment = ALIGN.CENTER if centred else ALIGN.LEFT
    added.paragraph_format.space_after = Pt(0)
    run = added.add_run(unbroken_words(words))
    run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)
    return added


def _pair(made: Document) -> tuple[_Cell, _Cell]:
    table = made.add_table(rows=1, cols=2)
    set_column_widths(table, (LEFT, RIGHT))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    return left, right


def _code(issuer: Issuer, code: str) -> str:
    return "-".join(filter(None, (code, issuer.abbreviation)))


def _even(name: str) -> str:
    """Return a long name in as few lines as it needs, none of them much shorter than another."""
    wrapped = [textwrap.wrap(name, width) for width in range(1, _LETTERS + 1)]
    return "\n".join(next(lines for lines in wrapped if len(lines) <= len(wrapped[-1])))


def _part(words: str, letter: int) -> int:
    """Return how long the rule below a line is: the decree asks for a third to a half of it."""
    return int(len(words) * letter * 0.42)


def _rule(where: Document | _Cell, width: int, long: int) -> None:
    """Draw a rule of this length in the middle of a width: the border of an empty line."""
    drawn = where.add_paragraph()
    form = drawn.paragraph_format
    form.left_indent = form.right_indent = (width - long) // 2
    form.space_after, form.line_spacing = Pt(4), Pt(2)
    borders, border = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    drawn._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")
