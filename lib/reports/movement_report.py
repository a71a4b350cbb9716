"""A short report on the movement in the form of the decree, to be finished in Word.

Always in Vietnamese: it is a paper of the office.
"""

from docx.document import Document
from docx.shared import Mm, Pt

from lib.movement.commune_coverage import Coverage
from lib.movement.model_summary import ModelSummary
from lib.movement.register_records import Register
from lib.reports.document_table import add_document_table
from lib.reports.empty_paper import empty_paper
from lib.reports.movement_achievements import sector_sections
from lib.reports.movement_sentences import (
    coverage_sentences,
    movement_comparison,
    movement_situation,
)
from lib.reports.official_paper import (
    ANNEX_SENTENCE,
    add_addressees,
    add_body_paragraph,
    add_dotted_lines,
    add_letterhead,
    add_paper_end,
    add_paper_title,
    begin_annex,
    paper_bytes,
)
from lib.reports.paper_basis import MovementBasis
from lib.reports.paper_issuer import Issuer
from lib.reports.safe_workbook import BookCell
from lib.reports.summary_table import (
    SIGNED,
    SUMMARY_RULES,
    SUMMARY_TITLE,
    summary_heads,
    summary_rows,
    summary_total,
)
from lib.reports.table_head import TableHead
from lib.wording import format_count, in_vietnamese

_CODE = "BC"
_SMALL = 10  # points, in a table of many columns
_WIDTH = Mm(257)  # between the margins of the lying page


def movement_report_docx(
    part: Register, summary: ModelSummary, coverage: Coverage, about: MovementBasis, issuer: Issuer
) -> bytes:
    """Return the report on a part of the register; `summary` and `coverage` are that part's."""
    paper = empty_paper()
    with in_vietnamese():
        add_letterhead(paper, issuer, _CODE)
        add_paper_title(paper, "BÁO CÁO", _subject(about))
        add_addressees(paper, issuer)
        paper.add_heading("I. Tình hình", level=1)
        add_body_paragraph(paper, movement_situation(part, summary))
        add_body_paragraph(paper, (*about.notes(), ANNEX_SENTENCE))
        paper.add_heading("II. Kết quả", level=1)
        _results(paper, part)
        paper.add_heading("III. Nơi chưa có mô hình, nơi ưu tiên", level=1)
        add_body_paragraph(paper, coverage_sentences(coverage))
        paper.add_heading("IV. So với cùng kỳ", level=1)
        add_body_paragraph(paper, movement_comparison(summary, about.year_before()))
        paper.add_heading("V. Đề xuất, kiến nghị", level=1)
        add_dotted_lines(paper, 3)
        add_paper_end(paper, issuer)
        _annex(paper, summary, about, issuer)
    return paper_bytes(paper)


def _subject(about: MovementBasis) -> str:
    sample = " (DỮ LIỆU MẪU)" if about.sample else ""
    return f"Kết quả thực hiện phong trào thi đua “Dân vận khéo”{_period(about)}{sample}"


def _period(about: MovementBasis) -> str:
    return f"\n{about.when()}" if about.period else ""


def _results(paper: Document, part: Register) -> None:
    parts = list(sector_sections(part))
    for number, sector in enumerate(parts, start=1):
        paper.add_heading(f"{number}. {sector.title}", level=2)
        add_body_paragraph(paper, sector.sentences)
        for item in sector.items:
            add_body_paragraph(paper, [f"- {item}"])
    if not parts:
        add_body_paragraph(paper, ["Chưa ghi nhận mô hình, điển hình hoặc số liệu nào."])


def _annex(paper: Document, summary: ModelSummary, about: MovementBasis, issuer: Issuer) -> None:
    begin_annex(paper, issuer, _CODE, SUMMARY_TITLE)
    paper.add_paragraph(about.when(), style="Subtitle").paragraph_format.space_after = Pt(12)
    heads = summary_heads(summary)
    rows = [*summary_rows(summary), summary_total(summary)]
    written = [[_written(*cell) for cell in zip(heads, row, strict=True)] for row in rows]
    add_document_table(paper, heads, written, _WIDTH, _SMALL, last_bold=True)
    paper.add_paragraph()
    add_body_paragraph(paper, SUMMARY_RULES)


def _written(head: TableHead, value: BookCell) -> str:
    if not isinstance(value, int):
        return str(value)
    sign = "+" if value > 0 and head.number == SIGNED else ""
    return f"{sign}{format_count(value)}"
