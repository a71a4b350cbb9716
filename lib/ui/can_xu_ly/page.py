"""The page of cases: how the work goes, the filters, the cases, and one of them opened."""

from collections.abc import Iterator, Sequence

import numpy as np
import streamlit as st

from lib.errors import JournalError
from lib.followup.case_arrays import CaseFlags, Cases
from lib.followup.case_item import CaseItem, read_case_items
from lib.survey.dissatisfied_answers import ResponsePositions, search_comments
from lib.ui.can_xu_ly.case_cards import CaseCard, case_cards
from lib.ui.can_xu_ly.case_downloads import draw_case_downloads
from lib.ui.can_xu_ly.case_filters import (
    case_list_query,
    chosen_cases,
    draw_case_filters,
    draw_person_filter,
)
from lib.ui.can_xu_ly.case_shortcuts import draw_case_shortcuts, draw_list_shortcuts
from lib.ui.can_xu_ly.case_summary import cases_in_scope, draw_case_summary
from lib.ui.can_xu_ly.case_view import CaseView, decode_case_view
from lib.ui.can_xu_ly.dissatisfied_responses import (
    count_with_search,
    draw_comment_search,
    sought_words,
)
from lib.ui.can_xu_ly.list_order import (
    CASES_A_PAGE,
    draw_list_pages,
    known_case_order,
    remember_case_order,
)
from lib.ui.can_xu_ly.opened_case import draw_opened_case
from lib.ui.can_xu_ly.recorded_measures import draw_measures
from lib.ui.can_xu_ly.settled_cases import draw_settled_cases
from lib.ui.can_xu_ly.several_cases import (
    SEVERAL_CASES,
    choosing_cases,
    draw_case_choice,
    draw_choosing_button,
)
from lib.ui.pieces.banners import draw_error, draw_nothing_left, draw_warning
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.address import current_address
from lib.ui.shell.keeping_events import draw_outcome
from lib.ui.shell.process import the_desk, the_refused_channels, the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


def draw_cases_page(scope: SurveyScope) -> None:
    """Draw the cases for those who work on them, of now whatever reading the link is pinned to."""
    if not scope.displayed.live:
        words = gettext("Cases are shown as they are now: the work itself is not frozen.")
        draw_static_html(tag("p", words, class_="x-read", role="status"))
        scope = scope.live
    desk = the_desk()
    try:
        cases = desk.cases(scope.responses)
    except JournalError as error:
        draw_error(str(error))
        return
    if desk.journal.trouble:
        draw_warning(str(desk.journal.trouble))
    _notified()
    view = decode_case_view(current_address(), desk.persons())
    if view.case:
        draw_opened_case(scope, cases, view.case, _order(scope, cases, view))
        draw_case_shortcuts()
    else:
        _list(scope, cases, view)
        draw_list_shortcuts()


def _notified() -> None:
    """Say quietly which channels do not accept what they are to be told."""
    if silent := the_refused_channels().numbers(len(the_settings().notify.urls)):
        words = gettext(
            "Notifications: entry {entries} of [notify] urls did not accept the last message; "
            "the app tries again by itself.",
            entries=", ".join(silent),
        )
        draw_static_html(tag("p", words, class_="x-read", role="status"))


def _list(scope: SurveyScope, cases: Cases, view: CaseView) -> None:
    in_view = cases_in_scope(scope, cases)
    draw_case_summary(scope, cases, in_view)
    draw_measures(scope)
    draw_settled_cases(scope, cases)
    for problem in view.problems:
        draw_warning(problem)
    if view.unknown:
        draw_nothing_left(
            gettext("Nothing is shown because the link asks for what does not exist.")
        )
        return
    with st.container(key="noprint_work"):
        draw_case_filters(cases, in_view, view)
        left, right = st.columns(2)
        with left:
            draw_person_filter(the_desk().persons(), view)
        with right:
            draw_comment_search()
    draw_outcome(SEVERAL_CASES)
    chosen = _listed(scope, cases, in_view, view)
    remember_case_order(_codes(cases, chosen))
    _cases(scope, cases, chosen, view.page)


def _codes(cases: Cases, chosen: ResponsePositions) -> tuple[str, ...]:
    return tuple(cases.codes[at] for at in _readable(cases, chosen))


def _readable(cases: Cases, chosen: ResponsePositions) -> ResponsePositions:
    """Return those that this reader may open."""
    return chosen if may_read_restricted() else chosen[~cases.restricted[chosen]]


def _listed(
    scope: SurveyScope, cases: Cases, in_view: CaseFlags, view: CaseView
) -> ResponsePositions:
    """Return which cases are listed, by their places: those of the address with what is sought."""
    sought = sought_words()
    chosen = np.flatnonzero(chosen_cases(cases, in_view, view))
    positions = cases.positions[chosen]
    kept = np.isin(positions, search_comments(scope.responses, positions, sought))
    if sought and not may_read_restricted():
        kept &= ~cases.restricted[chosen]  # what a held one says is not to be found by trying words
    listed: ResponsePositions = chosen[kept]
    return listed


def _cases(scope: SurveyScope, cases: Cases, chosen: ResponsePositions, asked: int) -> None:
    """Draw a page of the cases, what can be done with them, and the way to the others."""
    if not len(chosen):
        draw_static_html(tag("p", gettext("No case matches these filters."), role="status"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="over_cases"):
        draw_static_html(tag("p", count_with_search(len(chosen)), class_="x-h2", role="status"))
        with st.container(horizontal=True, width="content", key="noprint_ways"):
            draw_choosing_button()
            draw_case_downloads(scope, cases, chosen)
    pages = -(-len(chosen) // CASES_A_PAGE)
    page = min(asked, pages)
    questions = scope.view.selection.questions
    part = chosen[(page - 1) * CASES_A_PAGE : page * CASES_A_PAGE]
    drawn = [_card(item) for item in read_case_items(scope.responses, cases, part, questions)]
    if choosing_cases():
        readable = _readable(cases, chosen)

        def listed() -> Iterator[CaseItem]:
            return read_case_items(scope.responses, cases, readable)

        draw_case_choice(drawn, len(readable), listed)
    else:
        draw_html(case_cards(drawn), key="cases")
    if pages > 1:
        with st.container(key="noprint_pages"):
            draw_list_pages(page, pages)


def _card(item: CaseItem) -> CaseCard:
    code = item.case.code if item.case else ""
    way = page_link(gettext("View and handle"), "can_xu_ly", case_list_query(viec=[code]))
    hidden = item.restricted and not may_read_restricted()
    return CaseCard(item, hidden, tag("p", way, class_="x-open"))


def _order(scope: SurveyScope, cases: Cases, view: CaseView) -> Sequence[str]:
    """Return the list that an opened case belongs to: the one it came from, else that of now."""
    if known := known_case_order(view.case):
        return known
    in_view = cases_in_scope(scope, cases)
    return () if view.unknown else _codes(cases, _listed(scope, cases, in_view, view))
