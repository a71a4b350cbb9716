"""A short report on the movement in the form of the decree, to be finished in Word.

Always in Vietnamese: it is a paper of the office.
"""

from docx.document import Document
from docx.shared import Mm, Pt

from lib.movement.coverage import Coverage
from lib.movement.records import Register
from lib.movement.summary import Summary
from lib.reports import (
    empty_paper,
    movement_results,
    movement_sentences,
    official,
    summary_table,
)
from lib.reports.document_table import add_document_table
from lib.reports.head import Head
from lib.reports.issuer import Issuer
from lib.reports.movement_about import About
from lib.reports.workbook import Cell
from lib.wording import count, in_vietnamese

CODE = "BC"
SMALL = 10  # points, in a table of many columns
WIDTH = Mm(257)  # between the margins of the lying page


def docx_file(
    part: Register, summary: Summary, coverage: Coverage, about: About, issuer: Issuer
) -> bytes:
    """Return the report on a part of the register; `summary` and `coverage` are that part's."""
    paper = empty_paper.paper()
    with in_vietnamese():
        official.head(paper, issuer, CODE)
        official.title(paper, "BÁO CÁO", _subject(about))
        official.addressed(paper, issuer)
        paper.add_heading("I. Tình hình", level=1)
        official.body(paper, movement_sentences.situation(part, summary))
        official.body(paper, (*about.notes(), official.ANNEXED))
        paper.add_heading("II. Kết quả", level=1)
        _results(paper, part)
        paper.add_heading("III. Nơi chưa có mô hình, nơi ưu tiên", level=1)
        official.body(paper, movement_sentences.places(coverage))
        paper.add_heading("IV. So với cùng kỳ", level=1)
        official.body(paper, movement_sentences.compared(summary, about.year_before()))
        paper.add_heading("V. Đề xuất, kiến nghị", level=1)
        official.blank(paper, 3)
        official.end(paper, issuer)
        _annex(paper, summary, about, issuer)
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


def _annex(paper: Document, summary: Summary, about: About, issuer: Issuer) -> None:
    official.annex(paper, issuer, CODE, summary_table.TITLE)
    paper.add_paragraph(about.when(), style="Subtitle").paragraph_format.space_after = Pt(12)
    heads = summary_table.heads(summary)
    rows = [*summary_table.rows(summary), summary_table.total(summary)]
    written = [[_written(*cell) for cell in zip(heads, row, strict=True)] for row in rows]
    add_document_table(paper, heads, written, WIDTH, SMALL, last_bold=True)
    paper.add_paragraph()
    official.body(paper, summary_table.RULES)


def _written(head: Head, value: Cell) -> str:
    if not isinstance(value, int):
        return str(value)
    sign = "+" if value > 0 and head.number == summary_table.SIGNED else ""
    return f"{sign}{count(value)}"
