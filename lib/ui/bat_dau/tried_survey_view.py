"""A survey that is only tried: how it was understood, what is to be confirmed, its figures."""

from collections.abc import Callable, Sequence

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.analysis.overview_figures import Overview, compute_overview
from lib.setup.tried_survey import TriedSurvey
from lib.survey.model.survey_form import ColumnKind
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.can_xac_nhan.unsettled_questions import draw_unsettled_questions
from lib.ui.du_lieu.column_card import column_kind_words, column_role_words
from lib.ui.du_lieu.page import notice_sentence
from lib.ui.pieces.banners import banner_html
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.pieces.phrases import rate_in_words, response_count_words
from lib.wording import format_count, format_day, gettext, ngettext


def draw_tried_survey(
    tried: TriedSurvey, describe: Callable[[str], None], draw_way_on: Callable[[], None]
) -> None:
    """Draw it: its figures, the way on, then how it was understood.

    `describe` is given the text of survey.toml when questions were confirmed.
    """
    responses = tried.responses
    words = gettext(
        "You are trying {title}: nothing is saved yet, and nobody else sees it.",
        title=tried.title,
    )
    draw_static_html(banner_html("i", words, "x-sample"))
    overview = compute_overview(responses, Selection())
    draw_static_html(_cards(responses, overview))
    draw_way_on()
    draw_static_html(_questions(overview) + _understood(responses) + _notices(responses))
    if responses.form.unsettled:
        n = len(responses.form.unsettled)
        title = ngettext("{n} question to be confirmed", "{n} questions to be confirmed", n)
        with st.expander(title, expanded=n <= 3):
            draw_unsettled_questions(tried, responses, describe)


def _cards(responses: Responses, overview: Overview) -> Markup:
    figures = overview.figures
    number, unit, interval = rate_in_words(figures.rate)
    return figure_cards(
        figure_card(
            gettext("Responses"), *response_count_words(figures.responses), _span(responses)
        ),
        figure_card(gettext("Overall satisfaction rate"), number, unit, interval),
        figure_card(
            gettext("Dissatisfied responses"),
            *response_count_words(figures.dissatisfied),
            kind="x-d",
        ),
    )


def _questions(overview: Overview) -> Markup:
    rated = [
        (each.question.label, rate_in_words(each.rate)[0], format_count(each.rate.valid))
        for each in overview.questions
    ]
    title = gettext("Satisfaction by question")
    heads = (gettext("Question"), gettext("Satisfied"), gettext("Answers that count"))
    return _folded(title, heads, rated) if rated else Markup("")


def _folded(title: str, heads: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Markup:
    table = scroll_region(html_table(heads, rows, caption=title), title)
    summary = tag("summary", f"{title} ({format_count(len(rows))})")
    return tag("details", summary, table, class_="x-tech")


def _span(responses: Responses) -> str:
    days = responses.submitted[~np.isnat(responses.submitted)].astype("datetime64[D]")
    if not len(days):
        return gettext("no time could be read")
    first, last = format_day(days.min().item()), format_day(days.max().item())
    return gettext("from {first} to {last}", first=first, last=last)


def _understood(responses: Responses) -> Markup:
    kinds, roles = column_kind_words(), column_role_words()
    rows = [
        (
            question.text or gettext("(no header)"),
            " · ".join(filter(None, (kinds[question.kind], roles[question.role]))),
            "" if question.kind is ColumnKind.IDENTITY else format_count(question.answered),
        )
        for question in responses.form.questions
    ]
    title = gettext("How each column is understood")
    heads = (gettext("Column"), gettext("Understood as"), gettext("Answers"))
    return _folded(title, heads, rows)


def _notices(responses: Responses) -> Markup:
    told = [notice_sentence(notice) for notice in responses.form.notices]
    if not told:
        return Markup("")
    title = gettext("Worth knowing")
    summary = tag("summary", f"{title} ({format_count(len(told))})")
    listed = tag("ul", join_markup(tag("li", each) for each in told), class_="x-list")
    return tag("details", summary, listed, class_="x-tech")
