"""The answers to a question told apart: by period, commune, sector or another closed question."""

import functools
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable, answer_table
from lib.analysis.number_summary import summarise_numbers
from lib.analysis.tally import GroupCodes, period_positions, trend_timeline
from lib.survey.answered_column import answered_column
from lib.survey.model.places import place_title
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.number_answers import are_percents, number_answers
from lib.survey.recognise.checkbox_options import gather_other_options
from lib.survey.selection import communes_with_codes
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.phrases import short_period_name
from lib.ui.shell.address import SPLIT_PARAMETER, current_address, show_filter_value, write_filter
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import number_words, split_table
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, gettext

_KEY = "split_by"
_MOST = 60  # groups that a table still tells apart


class AnswerGroups(NamedTuple):
    """What responses are told apart by: the groups' names, and each response's group or -1."""

    names: tuple[str, ...]
    codes: GroupCodes


def draw_answer_split(scope: SurveyScope, question: Question) -> None:
    """Draw the choice of what to tell the answers apart by, and the table of it."""
    offered = _offered(scope, question)
    if not offered:
        return
    asked = (current_address().get(SPLIT_PARAMETER) or [""])[-1]
    chosen = asked if asked in offered else next(iter(offered))
    show_filter_value(_KEY, chosen)
    draw_static_html(tag("h2", gettext("Told apart"), class_="x-h2"))
    with st.container(key="noprint_split"):
        st.selectbox(
            gettext("Told apart by"),
            list(offered),
            format_func=lambda name: offered[name][0],
            key=_KEY,
            on_change=write_filter,
            args=(SPLIT_PARAMETER, _KEY, lambda: [st.session_state[_KEY]]),
        )
    words, groups = offered[chosen][0], offered[chosen][1]()
    present = np.bincount(
        groups.codes[scope.rows & (groups.codes >= 0)], minlength=len(groups.names)
    )
    kept: list[int] = np.flatnonzero(present).tolist()[:_MOST]
    if question.kind is ColumnKind.NUMBER:
        draw_static_html(_numbers(scope, question, words, groups, kept))
        return
    table = answer_table(scope.responses, question, scope.rows, groups.codes, len(groups.names))
    names = [groups.names[at] for at in kept]
    options = tuple(map(readable_words, table.options))
    rows = AnswerTable(options, table.counts[kept], table.answered[kept])
    draw_static_html(split_table(words, names, rows))


def _numbers(
    scope: SurveyScope, question: Question, first: str, groups: AnswerGroups, kept: list[int]
) -> Markup:
    """Return the median and the middle half of each group."""
    values = np.where(scope.rows, number_answers(scope.responses, question), np.nan)
    percent = are_percents(scope.responses, question)
    heads = (first, gettext("Median"), gettext("Middle half"), gettext("Answers"))
    lines = []
    for at in kept:
        summary = summarise_numbers(np.where(groups.codes == at, values, np.nan))
        if summary:
            low, high = (number_words(round(q, 1), percent=percent) for q in summary.quartiles)
            median = number_words(round(summary.median, 1), percent=percent)
            lines.append((groups.names[at], median, f"{low}–{high}", format_count(summary.n)))
    return scroll_region(html_table(heads, lines, kind="x-split", caption=first), first)


def _offered(
    scope: SurveyScope, question: Question
) -> Mapping[str, tuple[str, Callable[[], AnswerGroups]]]:
    """Return by what the answers can be told apart: a name and how the groups are found."""
    responses = scope.responses
    offered: dict[str, tuple[str, Callable[[], AnswerGroups]]] = {}
    if len(trend_timeline(responses, scope.rows)) > 1:
        offered["ky"] = gettext("Period"), lambda: _periods(scope)
    if len(communes_with_codes(responses, scope.view.selection.today)[0]) > 1:
        offered["xa"] = gettext("Commune"), lambda: _communes(scope)
    if len(responses.sectors) > 1:
        names = tuple(sector.name for sector in responses.sectors)
        offered["linh_vuc"] = (
            gettext("Sector of the procedure"),
            lambda: AnswerGroups(names, responses.sector),
        )
    for other in responses.form.questions:
        closed = other.kind in (ColumnKind.SINGLE, ColumnKind.SCALE) and len(other.answers) > 1
        if closed and other.id != question.id and len(other.answers) <= _MOST:
            offered[other.id] = other.label, functools.partial(_answers, scope, other)
    return offered


def _periods(scope: SurveyScope) -> AnswerGroups:
    steps = trend_timeline(scope.responses, scope.rows)
    names = tuple(map(short_period_name, steps))
    return AnswerGroups(names, period_positions(scope.responses.submitted, steps))


def _communes(scope: SurveyScope) -> AnswerGroups:
    places, codes = communes_with_codes(scope.responses, scope.view.selection.today)
    return AnswerGroups(tuple(place_title(place, places) for place in places), codes)


def _answers(scope: SurveyScope, other: Question) -> AnswerGroups:
    column = gather_other_options(answered_column(scope.responses, other))
    return AnswerGroups(tuple(map(readable_words, column.texts)), column.codes)
