"""The answers to a question told apart: by period, commune, sector or another closed question."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable, answer_table
from lib.analysis.group_counts import ComparedGroups
from lib.analysis.number_summary import NumberSummary, summarise_numbers
from lib.analysis.tally import period_positions, trend_timeline
from lib.survey.dimensions import group_dimension
from lib.survey.model.dimension import DimensionValue
from lib.survey.model.places import place_title
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.moment_answers import MOMENT_KINDS
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
from lib.ui.theo_cau_hoi.moment_bars import moment_table
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, gettext, ngettext

_MOST = 60  # groups that a table still tells apart

AnswerGroups = ComparedGroups[DimensionValue]


def draw_answer_split(scope: SurveyScope, question: Question) -> None:
    """Draw the choice of what to tell the answers apart by, and the table of it."""
    offered = offered_splits(scope, question)
    if not offered:
        return
    draw_static_html(tag("h2", gettext("Told apart"), class_="x-h2"))
    chosen = draw_dimension_choice(scope, gettext("Told apart by"), offered)
    if question.kind is ColumnKind.NUMBER:
        numbers = split_numbers(scope, question, answer_groups(scope, chosen))
        draw_static_html(number_table(scope, question, offered[chosen], numbers[:_MOST]))
        _draw_more(len(numbers) - _MOST, question, chosen)
    elif split := split_answers(scope, question, chosen):
        names, table = split
        shown = AnswerTable(table.options, table.counts[:_MOST], table.answered[:_MOST])
        draw_static_html(split_table(offered[chosen], names[:_MOST], shown))
        _draw_more(len(names) - _MOST, question, chosen)


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


def offered_splits(scope: SurveyScope, question: Question) -> dict[str, str]:
    """Return what the answers to a question that is in no rate are told apart by."""
    offered = offered_dimensions(scope)
    offered.pop(question.id, None)
    if len(trend_timeline(scope.responses, scope.rows)) > 1:
        return {SPLIT_BY_PERIOD: gettext("Period"), **offered}
    return offered


def split_answers(
    scope: SurveyScope, question: Question, name: str
) -> tuple[list[str], AnswerTable] | None:
    """Return the names of all groups that answered, and their answers; None where nobody did."""
    groups = answer_groups(scope, name)
    table = _by_group(scope, question, groups)
    if table is None:
        return None
    counts, answered = groups.by_subject(table.counts), groups.by_subject(table.answered)
    kept: list[int] = np.flatnonzero(answered[:-1]).tolist()
    names = [groups.subjects[at].name for at in kept]
    options = tuple(map(readable_words, table.options))
    return names, AnswerTable(options, counts[kept], answered[kept])


def _by_group(scope: SurveyScope, question: Question, groups: AnswerGroups) -> AnswerTable | None:
    """Return the answers by group, and not stated as the last."""
    if question.kind in MOMENT_KINDS:
        return moment_table(scope, question, groups.numbers, groups.size + 1)
    return answer_table(scope.responses, question, scope.rows, groups.numbers, groups.size + 1)


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


def number_table(
    scope: SurveyScope, question: Question, first: str, numbers: Sequence[tuple[str, NumberSummary]]
) -> Markup:
    """Return the median and the middle half of these groups; `first` is what they are."""
    percent = are_percents(scope.responses, question)
    heads = (first, gettext("Median"), gettext("Middle half"), gettext("Answers"))
    lines = []
    for name, summary in numbers:
        low, high = (number_words(round(q, 1), percent=percent) for q in summary.quartiles)
        median = number_words(round(summary.median, 1), percent=percent)
        lines.append((name, median, f"{low}–{high}", format_count(summary.n)))
    return scroll_region(html_table(heads, lines, kind="x-split", caption=first), first, "x-tall")


def split_numbers(
    scope: SurveyScope, question: Question, groups: AnswerGroups
) -> list[tuple[str, NumberSummary]]:
    """Return all groups that answered with numbers, by their names, and what these say."""
    values = np.where(scope.rows, number_answers(scope.responses, question), np.nan)
    given = (
        (subject.name, summarise_numbers(np.where(groups.rows_of(at), values, np.nan)))
        for at, subject in enumerate(groups.subjects)
    )
    return [(name, summary) for name, summary in given if summary]
