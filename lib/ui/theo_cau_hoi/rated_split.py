"""The rate of a question told apart: by commune, by sector, and by whatever somebody chooses."""

import streamlit as st
from markupsafe import Markup

from lib.analysis.rates import Rate, question_rate
from lib.analysis.tally import ResponseSum, sum_responses
from lib.survey.model.dimension import DimensionValue
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.selection import Selection
from lib.ui.pieces.html_tables import TableCell
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.pieces.rate_dots import rate_dot_table
from lib.ui.shell.address import QUESTION_PAGE, SPLIT_PARAMETER, current_address
from lib.ui.shell.dimension_choice import draw_dimension_choice, offered_dimensions
from lib.ui.shell.filter_chips import selection_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_split import answer_groups
from lib.wording import gettext

_ALWAYS = ("xa", "linh_vuc")


def draw_question_by_places(scope: SurveyScope, number: int) -> None:
    """Draw the rate of each commune and of each sector; each chooses itself."""
    titles = {"xa": gettext("By commune"), "linh_vuc": gettext("By sector")}
    for name, first in offered_dimensions(scope).items():
        if name in titles:
            picture = _rates(scope, number, name, first)
            if picture:
                heading = tag("h2", titles[name], class_="x-h2")
                draw_html(tag("section", heading, picture, class_="x-chart"), key=f"by_{name}")


def draw_question_by_choice(scope: SurveyScope, number: int) -> None:
    """Draw the choice of what else to tell the rate apart by, and the rates."""
    offered = further_splits(scope, number)
    if not offered:
        return
    is_chosen = SPLIT_PARAMETER in current_address()  # else it need not stand on the printed sheet
    with st.container(key="by_choice" if is_chosen else "noprint_by_choice"):
        draw_static_html(tag("h2", gettext("Told apart"), class_="x-h2"))
        chosen = draw_dimension_choice(scope, gettext("Told apart by"), offered)
        picture = _rates(scope, number, chosen, offered[chosen])
        words = gettext("Nothing of this may be shown, or nobody answered.")
        draw_html(picture or tag("p", words, class_="x-note"), key="rates_by_choice")


def further_splits(scope: SurveyScope, number: int) -> dict[str, str]:
    """Return what else a rate is told apart by, beside commune and sector."""
    own = scope.responses.form.rated[number].id
    return {
        name: words
        for name, words in offered_dimensions(scope).items()
        if name not in _ALWAYS and name != own
    }


def split_rates(scope: SurveyScope, number: int, name: str) -> list[tuple[DimensionValue, Rate]]:
    """Return the rate of each value that may be shown, by their names; [] of fewer than two."""
    groups, selection = answer_groups(scope, name), scope.view.selection
    summed = sum_responses(scope.responses, scope.rows, (number,), groups.numbers, groups.size + 1)
    rows = []
    for value, sums in zip(groups.subjects, groups.by_subject(summed).tolist(), strict=False):
        rate = question_rate(sums[ResponseSum.S], sums[ResponseSum.V])
        if rate.valid and scope.may(selection.choosing(name, (value.code,)), number):
            rows.append((value, rate))
    if name in _ALWAYS:
        rows.sort(key=lambda row: sort_key(row[0].name))
    return rows if len(rows) > 1 and any(rate.rate is not None for _, rate in rows) else []


def _rates(scope: SurveyScope, number: int, name: str, first: str) -> Markup | None:
    """Return the picture of these rates, each with the link that chooses it."""
    rows = [
        (_chooses(scope.view.selection, name, value), rate)
        for value, rate in split_rates(scope, number, name)
    ]
    return rate_dot_table(first, rows, sortable=True) if rows else None


def _chooses(selection: Selection, name: str, value: DimensionValue) -> TableCell:
    only = selection.choosing(name, (value.code,))
    link = page_link(value.name, QUESTION_PAGE, selection_query(only))
    return TableCell((link,), sort=value.name)
