"""Any question × any dimension: how many gave each answer, and where that is beyond chance."""

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable
from lib.analysis.cross_table import CrossTable, cross_table, without_own_words
from lib.reports.crossed_table import crossed_report_tables
from lib.reports.report_table import ReportTable
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.dimensions import find_dimension
from lib.survey.model.dimension import DimensionValue
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.recognise.checkbox_options import OTHER_OPTION
from lib.survey.selection import Selection
from lib.ui.pieces.banners import draw_nothing_left
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.html_tables import TableCell, html_table, scroll_region
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.address import COMPARISON_PAGE
from lib.ui.shell.dimension_choice import draw_dimension_choice, offered_dimensions
from lib.ui.shell.filter_chips import selection_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_split import (
    AnswerGroups,
    answer_groups,
    number_table,
    split_numbers,
)
from lib.ui.theo_cau_hoi.question_choice import draw_question_choice
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.ui.tong_quan.paper_buttons import draw_table_button
from lib.wording import format_count, format_decimal, gettext

_MOST = 30  # answers beside each other
_COLUMN, _NAMES = 5.5, 16  # rem


def draw_crossed_answers(scope: SurveyScope) -> None:
    """Draw the choice of question and rows, and the table of both."""
    question = draw_question_choice(scope)
    offered = offered_dimensions(scope)
    if question is None or not offered.keys() - {question.id}:
        draw_nothing_left(gettext("The form asks nothing that tells responses apart."))
        return
    offered.pop(question.id, None)
    by = draw_dimension_choice(scope, gettext("Rows"), offered)
    groups = answer_groups(scope, by)
    rated = question in scope.responses.form.rated
    if not rated and not scope.private:
        draw_nothing_left(
            gettext(
                "Whoever sees totals only is shown this question for all responses together, "
                "and questions of satisfaction across others."
            )
        )
    elif rated or question.kind in CLOSED_KINDS:
        _draw_table(scope, question, by, groups)
    elif question.kind is ColumnKind.NUMBER:
        numbers = split_numbers(scope, question, groups)
        draw_static_html(number_table(scope, question, offered[by], numbers))
    else:
        draw_nothing_left(gettext("What people wrote themselves makes no table."))


def _draw_table(scope: SurveyScope, question: Question, by: str, groups: AnswerGroups) -> None:
    """Draw the table and the way to take it along, or say that nothing of it may be shown."""
    table = cross_table(scope.responses, question, scope.rows, groups)
    if not scope.private:
        table = without_own_words(table, question)
    answered = np.flatnonzero(table.answers.answered).tolist()
    kept = [at for at in answered if _may(scope, question, by, groups, at)]
    options = _most_given(table.answers)
    if not kept or not options:
        draw_nothing_left(gettext("Nothing of this may be shown, or nobody answered."))
        return
    readable = tuple(map(readable_words, table.answers.options))
    shown = [
        (at, groups.subjects[at].name, _chosen(scope.view.selection, by, groups.subjects[at]))
        for at in kept
    ]
    codes = _codes(scope, question, table.answers.options)
    lines = [
        (
            page_link(name, COMPARISON_PAGE, selection_query(own)),
            format_count(int(table.answers.answered[at])),
            *(_cell(table, at, option, own, question.id, codes) for option in options),
        )
        for at, name, own in shown
    ]
    first = offered_dimensions(scope)[by]
    heads = (first, TableCell((gettext("Answers"),), "x-n"), *(readable[at] for at in options))
    drawn = html_table(heads, lines, kind="x-heat x-cross", caption=question.label)
    width = f"min-width:{_NAMES + _COLUMN * len(options):.0f}rem"
    region = scroll_region(tag("div", drawn, style=width), question.label, "x-tall")
    draw_html(tag("div", region, *_notes(table.answers, options)), key="crossed")
    taken = dataclasses.replace(table, answers=dataclasses.replace(table.answers, options=readable))

    def report() -> Iterator[ReportTable]:
        named = offered_dimensions(scope)[by]  # in the language of papers
        names = [(at, name) for at, name, _ in shown]
        titles = (f"{question.label}, theo {named}", named)
        return crossed_report_tables(titles, taken, names)

    draw_table_button(scope, "bang-cheo", report, of_one_question=True)


def _notes(answers: AnswerTable, options: Sequence[int]) -> Iterator[Markup]:
    """Yield what the figures and marks are, and that not every answer stands in the table."""
    yield tag("p", with_term_link(_note(), "chua-du-co-so-ket-luan"), class_="x-note")
    if len(options) < int(np.count_nonzero(answers.counts.sum(axis=0))):
        words = gettext(
            "Shown are the {n} answers given most; the Excel file has all of them.",
            n=len(options),
        )
        yield tag("p", words, class_="x-note")


def _may(
    scope: SurveyScope, question: Question, by: str, groups: AnswerGroups, subject: int
) -> bool:
    if scope.private:
        return True
    own = _chosen(scope.view.selection, by, groups.subjects[subject])
    at = scope.responses.form.rated.index(question)
    return scope.may(own, None) and scope.may(own, at)


def _chosen(selection: Selection, by: str, value: DimensionValue) -> Selection:
    """Return the selection of one row."""
    own = selection.choosing(by, (value.code,))
    return own.choosing("ap", ()) if by == "xa" else own


def _codes(scope: SurveyScope, question: Question, options: Sequence[str]) -> dict[str, str]:
    """Return the codes by which links choose these answers to the question, each by itself."""
    dimension = find_dimension(scope.responses, question.id)
    codes = {value.name: value.code for value in dimension.values} if dimension else {}
    if set(options) - codes.keys():
        codes.pop(OTHER_OPTION, None)  # its link chooses those others too
    return codes


def _most_given(answers: AnswerTable) -> Sequence[int]:
    """Return the answers given most, in their own order, those that nobody gave left out."""
    counts = answers.counts.sum(axis=0)
    most = sorted(np.flatnonzero(counts).tolist(), key=lambda at: -int(counts[at]))
    return sorted(most[:_MOST])


def _cell(
    table: CrossTable,
    row: int,
    option: int,
    own: Selection,
    question: str,
    codes: dict[str, str],
) -> TableCell:
    n, answered = int(table.answers.counts[row, option]), int(table.answers.answered[row])
    name, share = table.answers.options[option], f"{format_decimal(n / answered * 100)}"
    opened: object = share
    if n and name in codes:
        query = selection_query(own.choosing(question, (codes[name],)))
        opened = page_link(share, "", query, title=gettext("Overview of these responses"))
    count = tag("small", format_count(n))
    sign = int(table.marks[row, option])
    if not sign:
        return TableCell((opened, count))
    arrow, meaning = ("▲", gettext("higher")) if sign > 0 else ("▼", gettext("lower"))
    mark = tag("span", f" {arrow}", aria_hidden="true")
    spoken = tag("span", meaning, class_="x-hidden")
    return TableCell((tag("b", opened, mark), spoken, count), "x-high" if sign > 0 else "x-low")


def _note() -> str:
    return gettext(
        "Each cell: the share of those of its row who answered, in percent, and how many. ▲ ▼: the "
        "row differs from all the others by more than chance (95%, all cells together; adjusted "
        "residuals, Fisher's exact test where fewer than 5 are expected). Without a mark one "
        "cannot say that it differs."
    )
