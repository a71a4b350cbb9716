"""“Báo cáo kết quả khảo sát” in the form of the decree, to be finished and signed in Word.

Always in Vietnamese: it is a paper of the office. No figure of it is only here: the pages show
the same for the same address.
"""

import io
from collections.abc import Iterable

from docx.document import Document
from docx.shared import Length, Mm, Pt

from lib.reports.document_table import add_document_table
from lib.reports.empty_paper import empty_paper
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
    unbroken_words,
)
from lib.reports.paper_basis import SurveyBasis
from lib.reports.paper_issuer import Issuer
from lib.reports.report_table import ReportTable, document_cell
from lib.reports.survey_changes import change_table
from lib.reports.survey_handling import cause_table
from lib.reports.survey_pictures import ReportPicture, questions_picture, trend_picture
from lib.reports.survey_results import SurveyResults
from lib.reports.survey_sentences import (
    comparison_sentences,
    overall_sentences,
    question_sentences,
    sipas_sentences,
    survey_situation,
)
from lib.reports.survey_tables import questions_table, sipas_table, survey_tables
from lib.reports.survey_weak_points import (
    below_sentences,
    concern_sentences,
    handling_sentences,
    measure_sentences,
    weakness_rule,
)
from lib.reports.xml_words import xml_words
from lib.wording import in_vietnamese, without_capital

WIDTH, LYING = Mm(165), Mm(257)  # between the margins of an upright and of a lying page
_CODE = "BC"  # báo cáo
SIZE, SMALL = 11, 9  # points of letters in tables


def survey_report_docx(results: SurveyResults, about: SurveyBasis, issuer: Issuer) -> bytes:
    """Return the report."""
    paper = empty_paper()
    with in_vietnamese():
        add_letterhead(paper, issuer, _CODE)
        add_paper_title(paper, "BÁO CÁO", _subject(results, about))
        add_addressees(paper, issuer)
        paper.add_heading("I. Tình hình khảo sát", level=1)
        _body(paper, survey_situation(results))
        _body(paper, (*about.notes(), ANNEX_SENTENCE))
        paper.add_heading("II. Kết quả", level=1)
        _results(paper, results)
        paper.add_heading("III. Nội dung còn yếu", level=1)
        _weak(paper, results)
        paper.add_heading("IV. Ý kiến chưa hài lòng và việc xử lý", level=1)
        _body(paper, handling_sentences(results.handled))
        if results.handled:
            _table(paper, cause_table(results.handled))
        paper.add_heading("V. Biện pháp đã thực hiện và thay đổi sau đó", level=1)
        for sentence in measure_sentences(results):
            _body(paper, [sentence])
        paper.add_heading("VI. Đề xuất, kiến nghị", level=1)
        add_dotted_lines(paper, 3)
        add_paper_end(paper, issuer)
        _annex(paper, results, about, issuer)
    return paper_bytes(paper)


def _subject(results: SurveyResults, about: SurveyBasis) -> str:
    title = results.form.title or "Khảo sát mức độ hài lòng"
    sample = " (DỮ LIỆU MẪU)" if about.sample else ""
    if title.lower().startswith("khảo sát"):
        subject = f"Kết quả {without_capital(title)}"
    else:
        subject = f"Kết quả khảo sát: {title}"
    return f"{subject}\n{about.when()}{sample}"


def _results(paper: Document, results: SurveyResults) -> None:
    if results.overview.figures.rate.rate is None:
        _body(paper, overall_sentences(results))
        return
    _part(paper, "1. Kết quả chung", overall_sentences(results))
    _part(paper, "2. Kết quả theo câu hỏi", question_sentences(results))
    _picture(paper, questions_picture(results.overview))
    _table(paper, questions_table(results))
    _part(paper, "3. So với kỳ trước và cùng kỳ", comparison_sentences(results))
    _table(paper, change_table(results))
    _picture(paper, trend_picture(results.overview))
    _part(paper, "4. Theo phương pháp SIPAS", sipas_sentences(results))
    _table(paper, sipas_table(results))


def _body(paper: Document, sentences: Iterable[str]) -> None:
    words = " ".join(sentences)
    if words:
        add_body_paragraph(paper, [words])


def _part(paper: Document, title: str, sentences: Iterable[str]) -> None:
    paper.add_heading(title, level=2)
    _body(paper, sentences)


def _weak(paper: Document, results: SurveyResults) -> None:
    weak_points = [*concern_sentences(results), *below_sentences(results)]
    _body(paper, [weakness_rule(results, anything=bool(weak_points))])
    for sentence in weak_points:
        _body(paper, [f"- {sentence}"])


def _picture(paper: Document, drawn: ReportPicture | None) -> None:
    """Add a picture in the text's width, with what it shows for those who cannot see it."""
    if drawn is None:
        return
    shape = paper.add_picture(io.BytesIO(drawn.png), WIDTH)
    around = paper.paragraphs[-1].paragraph_format
    around.keep_with_next, around.space_after = True, Pt(0)
    for side in ("distL", "distR"):
        shape._inline.set(side, "0")
    shape._inline.docPr.set("descr", xml_words(drawn.words))
    paper.add_paragraph(unbroken_words(drawn.title), style="Caption")


def _table(paper: Document, table: ReportTable, width: Length = WIDTH, size: int = SIZE) -> None:
    """Add a table with its name above and its notes below."""
    if not table.rows:
        return
    name = paper.add_paragraph(table.title, style="Caption")
    name.paragraph_format.keep_with_next = True
    rows = [
        [document_cell(head, cell) for head, cell in zip(table.heads, row, strict=True)]
        for row in table.rows
    ]
    add_document_table(paper, table.heads, rows, width, size, last_bold=table.summed)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)
    for note in table.below:
        _body(paper, [note])


def _annex(paper: Document, results: SurveyResults, about: SurveyBasis, issuer: Issuer) -> None:
    """Add every table, on lying pages."""
    begin_annex(paper, issuer, _CODE, "BẢNG SỐ LIỆU")
    paper.add_paragraph(about.when(), style="Subtitle").paragraph_format.space_after = Pt(6)
    _body(paper, about.notes())
    for table in survey_tables(results):
        _table(paper, table, LYING, SMALL)
