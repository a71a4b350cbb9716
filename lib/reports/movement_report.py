"""A short report on the movement in the form of the decree, to be finished in Word.

Always in Vietnamese: it is a paper of the office.
"""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell

from lib.movement.coverage import Coverage
from lib.movement.records import Register
from lib.movement.summary import Summary
from lib.reports import movement_results, movement_sentences, official, summary_table
from lib.reports.head import Head, has_groups, spans
from lib.reports.movement_about import About
from lib.reports.official import Issuer
from lib.reports.workbook import Cell
from lib.wording import in_vietnamese

BLANK = "." * 120
WIDTH = 257  # mm between the margins of the lying page


def docx_file(
    part: Register, summary: Summary, coverage: Coverage, about: About, issuer: Issuer
) -> bytes:
    """Return the report on a part of the register; `summary` and `coverage` are that part's."""
    paper = official.paper()
    with in_vietnamese():
        official.head(paper, issuer, "BC")
        official.title(paper, "BÁO CÁO", _subject(about))
        paper.add_heading("I. Tình hình", level=1)
        official.body(paper, movement_sentences.situation(part, summary))
        official.body(paper, about.notes())
        paper.add_heading("II. Kết quả", level=1)
        _results(paper, part)
        paper.add_heading("III. Nơi chưa có mô hình, nơi ưu tiên", level=1)
        official.body(paper, movement_sentences.places(coverage))
        paper.add_heading("IV. So với cùng kỳ", level=1)
        official.body(paper, movement_sentences.compared(summary, about.year_before()))
        paper.add_heading("V. Đề xuất, kiến nghị", level=1)
        for _ in range(3):
            paper.add_paragraph(BLANK)
        official.end(paper, issuer)
        _annex(paper, summary, about)
    return official.file(paper)


def _subject(about: About) -> str:
    sample = " (DỮ LIỆU MẪU)" if about.sample else ""
    return f"Kết quả thực hiện phong trào thi đua “Dân vận khéo”{_period(about)}{sample}"


def _period(about: About) -> str:
    return f"\n{about.when()}" if about.period else ""


def _results(paper: Document, part: Register) -> None:
    parts = list(movement_results.by_sector(part))
    for number, sector in enumerate(parts, start=1):
        paper.add_heading(f"{number}. {sector.title}", level=2)
        official.body(paper, sector.sentences)
        for item in sector.items:
            official.body(paper, [f"- {item}"])
    if not parts:
        official.body(paper, ["Chưa ghi nhận mô hình, điển hình hoặc số liệu nào."])


def _annex(paper: Document, summary: Summary, about: About) -> None:
    official.annex(paper)
    paper.add_paragraph("Phụ lục", style="Title")
    paper.add_paragraph(summary_table.TITLE, style="Subtitle")
    paper.add_paragraph(about.when(), style="Subtitle")
    paper.add_paragraph()
    heads = summary_table.heads(summary)
    table = paper.add_table(rows=0, cols=len(heads), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _header(table, heads)
    for row in summary_table.rows(summary):
        _row(table, heads, row)
    _row(table, heads, summary_table.total(summary), bold=True)
    paper.add_paragraph()
    official.body(paper, summary_table.RULES)


def _header(table: Table, heads: Sequence[Head]) -> None:
    """Write both rows of the header, cells of a group joined, repeated on every page."""
    upper, lower = (_row(table, heads, [""] * len(heads)) for _ in range(2))
    for group, first, last in spans(heads):
        below = upper if group else lower
        joined = upper[first].merge(below[last])
        official.line(joined, group or heads[first].title, bold=True, size=11)
    for cell, head in zip(lower, heads, strict=True):
        if head.group and has_groups(heads):
            official.line(cell, head.title, bold=True, size=11)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _row(
    table: Table, heads: Sequence[Head], cells: Iterable[Cell], *, bold: bool = False
) -> tuple[_Cell, ...]:
    """Add a row and return its cells."""
    whole = sum(head.width for head in heads)
    row: tuple[_Cell, ...] = table.add_row().cells
    for cell, head, value in zip(row, heads, cells, strict=True):
        cell.width = Mm(WIDTH * head.width / whole)
        if value != "":
            official.line(
                cell, _written(head, value), bold=bold, size=11, centred=bool(head.number)
            )
    return row


def _written(head: Head, value: Cell) -> str:
    is_change = head.number == summary_table.SIGNED
    return f"{value:+d}" if is_change and isinstance(value, int) and value else str(value)
