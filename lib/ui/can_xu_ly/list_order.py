"""The list of cases that somebody came from: its order, its pages, the way to each and back."""

import dataclasses
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.ui.can_xu_ly.case_filters import case_list_query
from lib.ui.can_xu_ly.dissatisfied_responses import sought_words
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.wording import format_count, gettext

CASES_A_PAGE = 20
_AROUND = 2  # pages before and after this one that have a link
_LISTED = "_listed"


@dataclasses.dataclass(frozen=True)
class _ListedCases:
    """The codes of a list as it was drawn, and what chose them."""

    chosen_by: object
    codes: Sequence[str]


def remember_case_order(codes: Sequence[str]) -> None:
    """Keep the order of the list on the screen: a case that is finished leaves it later."""
    st.session_state[_LISTED] = _ListedCases(_chosen_by(), codes)


def known_case_order(code: str) -> Sequence[str]:
    """Return the list from which this case was opened, empty where it came by a link."""
    listed: _ListedCases | None = st.session_state.get(_LISTED)
    if listed and listed.chosen_by == _chosen_by() and code in listed.codes:
        return listed.codes
    return ()


def _chosen_by() -> object:
    return case_list_query(trang=[]), sought_words()


def draw_case_ways(code: str, order: Sequence[str]) -> None:
    """Draw the way back to the list and to the cases before and after this one in it."""
    pieces = [page_link(gettext("← All cases in this view"), "can_xu_ly", case_list_query(),
                        data_key="u")]  # fmt: skip
    if code in order:
        at = order.index(code)
        place = gettext("{n} of {all}", n=format_count(at + 1), all=format_count(len(order)))
        before = _way(gettext("‹ Case before"), order, at - 1, "k")
        after = _way(gettext("Case after ›"), order, at + 1, "j")
        pieces += [tag("span", before, tag("span", place), after, class_="x-steps")]
    draw_html(tag("nav", join_markup(pieces), class_="x-back"), key="slip_back")


def _way(words: str, order: Sequence[str], at: int, key: str) -> Markup:
    if not 0 <= at < len(order):
        return tag("span", words, class_="x-mute")
    query = case_list_query(viec=[order[at]], trang=_written(at // CASES_A_PAGE + 1))
    return page_link(words, "can_xu_ly", query, data_key=key)


def draw_list_pages(page: int, pages: int) -> None:
    """Draw the way to the other pages of the list."""
    near = {1, pages, *range(page - _AROUND, page + _AROUND + 1)} & set(range(1, pages + 1))
    pieces, last = [], 0
    for number in sorted(near):
        if number > last + 1:
            pieces.append(tag("span", "…"))
        pieces.append(_page(number, page))
        last = number
    words = gettext("Pages of the list")
    draw_html(tag("nav", join_markup(pieces), class_="x-pages", aria_label=words), key="pages")


def _page(number: int, page: int) -> Markup:
    words = format_count(number)
    if number == page:
        return tag("b", words, aria_current="page")
    label = gettext("Page {n}", n=words)
    query = case_list_query(trang=_written(number))
    return page_link(words, "can_xu_ly", query, aria_label=label)


def _written(page: int) -> list[str]:
    return [str(page)] if page > 1 else []
