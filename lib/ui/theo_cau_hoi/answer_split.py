"""The answers to a question told apart: by period, commune, sector or another closed question."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable, answer_table
from lib.analysis.group_counts import ComparedGroups
from lib.analysis.number_summary import summarise_numbers
from lib.analysis.tally import period_positions, trend_timeline
from lib.survey.dimensions import group_dimension
from lib.survey.model.dimension import DimensionValue
from lib.survey.model.places import place_title
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.number_answers import are_percents, number_answers
from lib.survey.selection import communes_with_codes
from lib.survey.selection_sentence import hamlet_titles
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.pieces.phrases import short_period_name
from lib.ui.shell.address import (
    COMPARISON_PAGE,
    CROSS_TABLE,
    SPLIT_PARAMETER,
    TABLE_PARAMETER,
    link_query,
)
from lib.ui.shell.dimension_choice import SPLIT_BY_PERIOD, draw_dimension_choice, offered_dimensions
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import number_words, split_table
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, gettext, ngettext

_MOST = 60  # groups that a table still tells apart

AnswerGroups = ComparedGroups[DimensionValue]
NumberLine = tuple[str, str, str, str]


def draw_answer_split(scope: SurveyScope, question: Question) -> None:
    """Draw the choice of what to tell the answers apart by, and the table of it."""
    offered = offered_dimensions(scope)
    offered.pop(question.id, None)
    if len(trend_timeline(scope.responses, scope.rows)) > 1:
        offered = {SPLIT_BY_PERIOD: gettext("Period"), **offered}
    if not offered:
        return
    draw_static_html(tag("h2", gettext("Told apart"), class_="x-h2"))
    chosen = draw_dimension_choice(scope, gettext("Told apart by"), offered)
    groups = answer_groups(scope, chosen)
    if question.kind is ColumnKind.NUMBER:
        lines = number_lines(scope, question, groups)
        draw_static_html(number_table(offered[chosen], lines[:_MOST]))
        _draw_more(len(lines) - _MOST, question, chosen)
        return
    table = answer_table(scope.responses, question, scope.rows, groups.numbers, groups.size + 1)
    counts, answered = groups.by_subject(table.counts), groups.by_subject(table.answered)
    given: list[int] = np.flatnonzero(answered[:-1]).tolist()
    kept = given[:_MOST]
    names = [groups.subjects[at].name for at in kept]
    options = tuple(map(readable_words, table.options))
    rows = AnswerTable(options, counts[kept], answered[kept])
    draw_static_html(split_table(offered[chosen], names, rows))
    _draw_more(len(given) - _MOST, question, chosen)


def _draw_more(more: int, question: Question, by: str) -> None:
    """Say how many groups are not in the table, and lead to where all of them are."""
    if more <= 0:
        return
    words = ngettext(
        "{n} more row is not shown here: choose with the filters what to see.",
        "{n} more rows are not shown here: choose with the filters what to see.",
        more,
    )
    way: object = ""
    if by != SPLIT_BY_PERIOD:
        query = link_query(
            **{TABLE_PARAMETER: [CROSS_TABLE], SPLIT_PARAMETER: [by], "cau": [question.id]}
        )
        way = page_link(gettext("See all rows on the page Compare"), COMPARISON_PAGE, query)
    note = tag("p", Markup("{} {}").format(words, way), class_="x-note")
    draw_html(note, key="more_groups")


def answer_groups(scope: SurveyScope, name: str) -> AnswerGroups:
    """Return what a dimension tells apart, its values called as this viewer may read them."""
    responses = scope.responses
    if name == SPLIT_BY_PERIOD:
        steps = trend_timeline(responses, scope.rows)
        values = tuple(DimensionValue(step.code, short_period_name(step)) for step in steps)
        return AnswerGroups(values, period_positions(responses.submitted, steps))
    if name == "xa":
        places, codes = communes_with_codes(responses, scope.view.selection.today)
        named = (DimensionValue(place.code, place_title(place, places)) for place in places)
        return AnswerGroups(tuple(named), codes)
    dimension = group_dimension(responses, name)
    if dimension is None:
        return AnswerGroups((), np.full(responses.n, -1, dtype=np.int8))
    names = {value.code: readable_words(value.name) for value in dimension.values}
    if name == "ap":  # many communes have a hamlet 7
        names = hamlet_titles(responses, names)
    read = tuple(DimensionValue(value.code, names[value.code]) for value in dimension.values)
    return AnswerGroups(read, dimension.groups, dimension.members)


def number_lines(scope: SurveyScope, question: Question, groups: AnswerGroups) -> list[NumberLine]:
    """Return what each group is called, its median, its middle half and how many answered."""
    values = np.where(scope.rows, number_answers(scope.responses, question), np.nan)
    percent = are_percents(scope.responses, question)
    lines: list[NumberLine] = []
    for at, subject in enumerate(groups.subjects):
        summary = summarise_numbers(np.where(groups.rows_of(at), values, np.nan))
        if summary:
            low, high = (number_words(round(q, 1), percent=percent) for q in summary.quartiles)
            median = number_words(round(summary.median, 1), percent=percent)
            lines.append((subject.name, median, f"{low}–{high}", format_count(summary.n)))
    return lines


def number_table(first: str, lines: Sequence[NumberLine]) -> Markup:
    """Return these lines as a table; `first` is what its rows are."""
    heads = (first, gettext("Median"), gettext("Middle half"), gettext("Answers"))
    return scroll_region(html_table(heads, lines, kind="x-split", caption=first), first, "x-tall")
