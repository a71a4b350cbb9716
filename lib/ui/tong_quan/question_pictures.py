"""A form that asks for no satisfaction: its responses over time, each question as a small picture.

Every picture is a table of its own and leads to the question's page.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable
from lib.analysis.number_summary import summarise_numbers
from lib.analysis.overview_figures import Overview
from lib.survey.answered_column import answered_column
from lib.survey.closed_answers import CLOSED_KINDS
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.moment_answers import MOMENT_KINDS
from lib.survey.number_answers import are_percents, number_answers
from lib.survey.selection_sentence import n_responses
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.count_bars import CountedRow, count_bar_table
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.ui.pieces.phrases import response_count_words
from lib.ui.shell.address import QUESTION_PAGE, link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import number_words
from lib.ui.theo_cau_hoi.moment_bars import moment_names, shown_moments
from lib.ui.theo_cau_hoi.shown_answers import shown_answers
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, format_percent, gettext

_FIRST = 5  # answers in a small picture


def unrated_overview(scope: SurveyScope, overview: Overview) -> Markup:
    """Return the overview of a form in which no question is in a rate."""
    n = figure_card(gettext("Responses"), *response_count_words(scope.n))
    said = tag("p", gettext("This form asks no question that makes a satisfaction rate."))
    asked = [q for q in scope.responses.form.questions if q.kind is not ColumnKind.IDENTITY]
    pictures = tag("div", *(_picture(scope, each) for each in asked), class_="x-pictures")
    return join_markup(
        (
            figure_cards(n),
            said,
            _over_time(overview),
            tag("section", tag("h2", gettext("What was answered"), class_="x-h2"), pictures),
        )
    )


def _over_time(overview: Overview) -> Markup:
    rows = [
        CountedRow(
            page_link(point.period.name(), "", link_query(ky=[point.period.code])),
            point.figures.responses,
        )
        for point in overview.trend
        if point.figures
    ]
    if len(rows) < 2:
        return Markup("")
    heads = gettext("Period"), gettext("Responses"), ""
    title = tag("h2", gettext("Responses over time"), class_="x-h2")
    return tag("section", title, count_bar_table(heads, rows))


def _picture(scope: SurveyScope, question: Question) -> Markup:
    way = page_link(question.label, QUESTION_PAGE, link_query(cau=[question.id]))
    return tag("article", tag("h3", way), *_drawn(scope, question), class_="x-picture")


def _drawn(scope: SurveyScope, question: Question) -> Iterator[Markup]:
    """Yield what of the answers this viewer may see at a glance."""
    if question.kind in CLOSED_KINDS:
        table = shown_answers(scope, question)
        if table is not None and table.answered[0]:
            yield _bars(table)
    elif question.kind is ColumnKind.NUMBER and scope.private:
        values = np.where(scope.rows, number_answers(scope.responses, question), np.nan)
        if summary := summarise_numbers(values):
            percent = are_percents(scope.responses, question)
            low, high = (number_words(round(q, 1), percent=percent) for q in summary.quartiles)
            yield tag("p", tag("b", number_words(round(summary.median, 1), percent=percent)))
            middle = gettext("median; middle half {low}–{high}", low=low, high=high)
            yield tag("p", middle, " · ", n_responses(summary.n), class_="x-meta")
    elif question.kind in MOMENT_KINDS and (scope.private or scope.whole):
        binned = shown_moments(scope, question)
        if binned and binned.bins:
            names = tuple(moment_names(binned.bins, question.kind))
            counts = np.array([[each.n for each in binned.bins]], dtype=np.int64)
            yield _bars(AnswerTable(names, counts, np.array([binned.n], dtype=np.int64)))
    elif scope.private:
        given = answered_column(scope.responses, question).codes >= 0
        yield tag("p", n_responses(int((given & scope.rows).sum())), class_="x-meta")


def _bars(table: AnswerTable) -> Markup:
    """Return the answers given most, in the order of all of them, and how many more there are."""
    counts, answered = table.counts[0].tolist(), int(table.answered[0])
    given: Sequence[int] = np.flatnonzero(table.counts[0]).tolist()
    most = sorted(sorted(given, key=lambda at: -counts[at])[:_FIRST])
    rows = [
        CountedRow(
            readable_words(table.options[at]) or gettext("Other answers, or none"),
            counts[at],
            format_percent(counts[at] / answered),
            "c-s",
        )
        for at in most
    ]
    heads = gettext("Answer"), gettext("Responses"), gettext("Share")
    more = len(given) - len(most)
    words = gettext("{n} more answers", n=format_count(more)) if more else ""
    return count_bar_table(heads, rows) + (tag("p", words, class_="x-meta") if more else "")
