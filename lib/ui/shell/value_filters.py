"""The filters that somebody adds: any dimension, its values with how many responses have each."""

from collections.abc import Iterator

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.analysis.disclosure import MayShow, allow_everything
from lib.survey.dimensions import dimension_names, find_dimension
from lib.survey.model.dimension import Dimension, sums_by_value
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.address import addressed_page, link_query
from lib.ui.shell.value_parameter import VALUE_PARAMETER, value_query
from lib.wording import format_count, gettext

_KEY = "add_filter"
_ADDED = "_added"  # dimensions whose values are offered although none is chosen yet
_FIRST = 12  # values shown at once


def draw_value_filters(responses: Responses, selection: Selection, may: MayShow) -> None:
    """Draw the choice of a further filter, and of each added one its values."""
    names = dimension_names(responses)
    if may is not allow_everything:
        names = {name: words for name, words in names.items() if not _overlaps(responses, name)}
    chosen = [name for name, _ in selection.values]
    added = [name for name in st.session_state.get(_ADDED, ()) if name not in chosen]
    shown = [name for name in (*chosen, *added) if name in names]
    offered = {name: words for name, words in names.items() if name not in shown}
    if offered:
        st.selectbox(
            gettext("Add a filter"),
            list(offered),
            index=None,
            format_func=offered.__getitem__,
            placeholder=gettext("Choose a question"),
            key=_KEY,
            on_change=_add,
        )
    drawn = [_values(responses, selection, name, may) for name in shown]
    if drawn:
        draw_html(join_markup(drawn), key="value_filters")


def forget_added_filters() -> None:
    """Offer no values any more where none is chosen."""
    st.session_state[_ADDED] = []


def _add() -> None:
    added, name = st.session_state.get(_ADDED, []), st.session_state[_KEY]
    if name and name not in added:  # a message may repeat it
        st.session_state[_ADDED] = [*added, name]
    st.session_state[_KEY] = None


def _overlaps(responses: Responses, name: str) -> bool:
    dimension = find_dimension(responses, name)
    return dimension is None or dimension.is_several


def _values(responses: Responses, selection: Selection, name: str, may: MayShow) -> Markup:
    dimension = find_dimension(responses, name)
    if dimension is None:
        return Markup("")
    lines = list(_lines(responses, selection, dimension, may))
    words: object = tag("ul", *lines[:_FIRST])
    if len(lines) > _FIRST:
        more = tag("summary", gettext("{n} more", n=len(lines) - _FIRST))
        words = join_markup(
            [tag("ul", *lines[:_FIRST]), tag("details", more, tag("ul", *lines[_FIRST:]))]
        )
    if not lines:
        words = tag("p", gettext("None of its answers may be shown here."), class_="x-note")
    return tag("div", tag("p", dimension.name, class_="x-facet-name"), words, class_="x-facet")


def _lines(
    responses: Responses, selection: Selection, dimension: Dimension, may: MayShow
) -> Iterator[Markup]:
    """Yield each value that may be shown with its number of responses, a link that toggles it."""
    chosen = selection.chosen_of(dimension.id)
    rows = chosen_rows(responses, selection.choosing(dimension.id, ()))
    groups = dimension.groups[rows]
    counts = np.bincount(groups[groups >= 0], minlength=len(dimension.members))
    by_value = sums_by_value(dimension.members, len(dimension.values), counts).tolist()
    for value, n in zip(dimension.values, by_value, strict=True):
        alone = selection.choosing(dimension.id, (value.code,))
        is_chosen = value.code in chosen
        if not is_chosen and (not n or not may(alone, None)):
            continue
        others = tuple(code for code in chosen if code != value.code)
        toggled = others if is_chosen else (*chosen, value.code)
        told = format_count(n) if may(alone, None) else ""
        yield _line(value.name, told, selection.choosing(dimension.id, toggled), is_chosen)


def _line(name: str, n: str, after: Selection, is_chosen: bool) -> Markup:
    box = tag("span", "☑" if is_chosen else "☐", aria_hidden="true")
    state = tag("span", gettext("chosen"), class_="x-hidden") if is_chosen else ""
    words = join_markup([box, tag("span", name), tag("span", n, class_="x-facet-n")])
    query = link_query(**{VALUE_PARAMETER: value_query(after), "trang": []})
    return tag("li", page_link(words, addressed_page(), query), state)
