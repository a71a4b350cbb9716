"""What else the form asks: each question with its commonest answer and the way to its page."""

from markupsafe import Markup

from lib.analysis.answer_table import answer_table
from lib.survey.answered_column import answered_column
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.ui.pieces.full_names import full_question
from lib.ui.pieces.html_tables import TableCell, html_table, scroll_region
from lib.ui.pieces.markup import page_link, tag
from lib.ui.shell.address import QUESTION_PAGE, link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, format_percent, gettext


def other_questions_section(scope: SurveyScope) -> Markup:
    """Return the questions that are in no rate, each with the way to its answers; or nothing."""
    asked = [
        question
        for question in scope.responses.form.questions
        if question.role is not ColumnRole.SATISFACTION and question.kind is not ColumnKind.IDENTITY
    ]
    if not asked:
        return Markup("")
    name = gettext("What else the form asks")
    heads = [gettext("Question")]
    if scope.private:  # how many answered of part of the responses may be few
        heads += [gettext("Answers"), gettext("Answered most")]
    rows = [_row(scope, question) for question in asked]
    table = scroll_region(html_table(heads, rows, kind="x-others", caption=name), name)
    return tag("section", tag("h2", name, class_="x-h2"), table, class_="x-more")


def _row(scope: SurveyScope, question: Question) -> tuple[object, ...]:
    link = page_link(question.label, QUESTION_PAGE, link_query(cau=[question.id]))
    way = TableCell((link, full_question(question)))
    if not scope.private:
        return (way,)
    if question.kind not in CLOSED_KINDS:
        given = answered_column(scope.responses, question).codes >= 0
        return way, format_count(int((given & scope.rows).sum())), ""
    table = answer_table(scope.responses, question, scope.rows)
    answered = int(table.answered[0])
    if not answered:
        return way, format_count(0), ""
    most = int(table.counts[0].argmax())
    share = format_percent(int(table.counts[0, most]) / answered)
    return way, format_count(answered), f"{readable_words(table.options[most])} ({share})"
