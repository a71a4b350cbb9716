"""“Báo cáo kết quả khảo sát” in the form of the decree, to be finished and signed in Word.

Always in Vietnamese: it is a paper of the office. No figure of it is only here: the pages show
the same for the same address.
"""

import io
from collections.abc import Iterable

from docx.document import Document
from docx.shared import Length, Mm, Pt

from lib.reports import (
    empty_paper,
    official,
    survey_moved,
    survey_pictures,
    survey_sentences,
    survey_tables,
    survey_weak,
    survey_work,
)
from lib.reports.document_table import add_document_table
from lib.reports.issuer import Issuer
from lib.reports.survey_about import About
from lib.reports.survey_pictures import Picture
from lib.reports.survey_results import Results
from lib.reports.table import Table, written
from lib.wording import in_vietnamese, inside

WIDTH, LYING = Mm(165), Mm(257)  # between the margins of an upright and of a lying page
CODE = "BC"  # báo cáo
SIZE, SMALL = 11, 9  # points of letters in tables


def docx_file(told: Results, about: About, issuer: Issuer) -> bytes:
    """Return the report."""
    paper = empty_paper.paper()
    with in_vietnamese():
        official.head(paper, issuer, CODE)
        official.title(paper, "BÁO CÁO", _subject(told, about))
        official.addressed(paper, issuer)
        paper.add_heading("I. Tình hình khảo sát", level=1)
        _body(paper, survey_sentences.situation(told))
        _body(paper, (*about.notes(), official.ANNEXED))
        paper.add_heading("II. Kết quả", level=1)
        _results(paper, told)
        paper.add_heading("III. Nội dung còn yếu", level=1)
        _weak(paper, told)
        paper.add_heading("IV. Ý kiến chưa hài lòng và việc xử lý", level=1)
        _body(paper, survey_weak.handling(told.handled))
        if told.handled:
            _table(paper, survey_work.by_cause(told.handled))
        paper.add_heading("V. Biện pháp đã thực hiện và thay đổi sau đó", level=1)
        for sentence in survey_weak.measures(told):
            _body(paper, [sentence])
        paper.add_heading("VI. Đề xuất, kiến nghị", level=1)
        official.blank(paper, 3)
        official.end(paper, issuer)
        _annex(paper, told, about, issuer)
    return official.file(paper)


def _subject(told: Results, about: About) -> str:
    title = told.form.title or "Khảo sát mức độ hài lòng"
    sample = " (DỮ LIỆU MẪU)" if about.sample else ""
    if title.lower().startswith("khảo sát"):
        subject = f"Kết quả {inside(title)}"
    else:
        subject = f"Kết quả khảo sát: {title}"
    return f"{subject}\n{about.when()}{sample}"


def _results(paper: Document, told: Results) -> None:
    if told.overview.figures.rate.rate is None:
        _body(paper, survey_sentences.together(told))
        return
    _part(paper, "1. Kết quả chung", survey_sentences.together(told))
    _part(paper, "2. Kết quả theo câu hỏi", survey_sentences.questions(told))
    _picture(paper, survey_pictures.questions(told.overview))
    _table(paper, survey_tables.asked(told))
    _part(paper, "3. So với kỳ trước và cùng kỳ", survey_sentences.compared(told))
    _table(paper, survey_moved.table(told))
    _picture(paper, survey_pictures.trend(told.overview))
    _part(paper, "4. Theo phương pháp SIPAS", survey_sentences.sipas(told))
    _table(paper, survey_tables.sipas(told))


def _body(paper: Document, sentences: Iterable[str]) -> None:
    words = " ".join(sentences)
    if words:
        official.body(paper, [words])


def _part(paper: Document, title: str, sentences: Iterable[str]) -> None:
    paper.add_heading(title, level=2)
    _body(paper, sentences)


def _weak(paper: Document, told: Results) -> None:
    found = [*survey_weak.concerns(told), *survey_weak.below(told)]
    _body(paper, [survey_weak.rules(told, found=bool(found))])
    for sentence in found:
        _body(paper, [f"- {sentence}"])


def _picture(paper: Document, drawn: Picture | None) -> None:
    """Add a picture in the text's width, with what it shows for those who cannot see it."""
    if drawn is None:
        return
    shape = paper.add_picture(io.BytesIO(drawn.png), WIDTH)
    around = paper.paragraphs[-1].paragraph_format
    around.keep_with_next, around.space_after = True, Pt(0)
    for side in ("distL", "distR"):
        shape._inline.set(side, "0")
    shape._inline.docPr.set("descr", drawn.words)
    paper.add_paragraph(official.joined(drawn.title), style="Caption")


def _table(paper: Document, table: Table, width: Length = WIDTH, size: int = SIZE) -> None:
    """Add a table with its name above and its notes below."""
    if not table.rows:
        return
    name = paper.add_paragraph(table.title, style="Caption")
    name.paragraph_format.keep_with_next = True
    rows = [
        [written(head, cell) for head, cell in zip(table.heads, row, strict=True)]
        for row in table.rows
    ]
    add_document_table(paper, table.heads, rows, width, size, last_bold=table.summed)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)
    for note in table.below:
        _body(paper, [note])


def _annex(paper: Document, told: Results, about: About, issuer: Issuer) -> None:
    """Add every table, on lying pages."""
    official.annex(paper, issuer, CODE, "BẢNG SỐ LIỆU")
    paper.add_paragraph(about.when(), style="Subtitle").paragraph_format.space_after = Pt(6)
    _body(paper, about.notes())
    for table in survey_tables.tables(told):
        _table(paper, table, LYING, SMALL)
