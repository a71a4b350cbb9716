"""The page of cases: how the work goes, the filters, the cases, and one of them opened."""

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.followup.cases import Cases
from lib.followup.item import Item, item, items
from lib.roles import Role
from lib.survey.dissatisfied import Positions, searched
from lib.ui import (
    access,
    acting,
    address,
    approving,
    banners,
    dissatisfied,
    downloads,
    erasing,
    handling,
    measures,
    several,
    slip,
    work_filters,
    work_summary,
)
from lib.ui.cases import Card, cards, standing
from lib.ui.desk import the_desk, the_refused_channels
from lib.ui.feed import configured
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, still, tag
from lib.ui.scope import Scope
from lib.ui.work_view import WorkView, decode
from lib.wording import day, gettext

A_PAGE = 20


def draw(scope: Scope) -> None:
    """Draw the cases for those who work on them, of now whatever reading the link is pinned to."""
    if not scope.shown.live:
        words = gettext("Cases are shown as they are now: work is not pinned.")
        still(tag("p", words, class_="x-read", role="status"))
        scope = scope.live
    desk = the_desk()
    try:
        cases = desk.cases(scope.responses)
    except JournalError as error:
        banners.error(str(error))
        return
    if desk.journal.trouble:
        banners.warning(str(desk.journal.trouble))
    _notified()
    view = decode(address.current(), desk.persons())
    if view.case:
        _one(scope, cases, view.case)
    else:
        _list(scope, cases, view)


def _notified() -> None:
    """Say quietly which channels do not accept what they are to be told."""
    if silent := the_refused_channels().numbers(len(configured().notify.urls)):
        words = gettext(
            "Notifications: entry {entries} of [notify] urls did not accept the last message; "
            "the app tries again by itself.",
            entries=", ".join(silent),
        )
        still(tag("p", words, class_="x-read", role="status"))


def _list(scope: Scope, cases: Cases, view: WorkView) -> None:
    in_view = work_summary.in_view(scope, cases)
    work_summary.draw(scope, cases, in_view)
    for problem in view.problems:
        banners.warning(problem)
    if view.unknown:
        banners.nothing(gettext("Nothing is shown because the link asks for what does not exist."))
        return
    with st.container(key="noprint_work"):
        work_filters.draw(cases, in_view, view)
        left, right = st.columns(2)
        with left:
            work_filters.persons(the_desk().persons(), view)
        with right:
            sought = dissatisfied.search()
    found = np.flatnonzero(work_filters.chosen(cases, in_view, view))
    positions = cases.positions[found]
    kept = np.isin(positions, searched(scope.responses, positions, sought))
    if sought and not access.reads_held():
        kept &= ~cases.held[found]  # what a held one says is not to be found by trying words
    acting.outcome(several.SEVERAL)
    _cases(scope, cases, found[kept])
    measures.draw(scope)


def _cases(scope: Scope, cases: Cases, found: Positions) -> None:
    """Draw a page of the cases, what can be done with them, and the way to the others."""
    if not len(found):
        still(tag("p", gettext("No case is left by these filters."), role="status"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="over_cases"):
        still(tag("p", dissatisfied.how_many(len(found)), class_="x-h2", role="status"))
        with st.container(horizontal=True, width="content", key="noprint_ways"):
            several.opener()
            downloads.draw(scope, cases, found)
    pages = -(-len(found) // A_PAGE)
    shown = st.session_state.get(f"page_{pages}") or 1
    questions = scope.view.selection.questions
    part = found[(shown - 1) * A_PAGE : shown * A_PAGE]
    drawn = [_card(one) for one in items(scope.responses, cases, part, questions)]
    if several.choosing():
        several.draw(drawn)
    else:
        draw_html(cards(drawn), key="cases")
    if pages > 1:
        with st.container(key="noprint_pages"):
            st.pagination(pages, key=f"page_{pages}")


def _card(one: Item) -> Card:
    code = one.case.code if one.case else ""
    way = link(gettext("Open the response"), "can_xu_ly", work_filters.query(viec=[code]))
    hidden = one.held and not access.reads_held()
    return Card(one, hidden, tag("p", way, class_="x-open"))


def _one(scope: Scope, cases: Cases, code: str) -> None:
    slip.back()
    at = cases.find(code)
    if at is None:
        words = gettext("There is no case “{code}” in this survey.", code=code[:40])
        still(banners.html("∅", Markup("<b>{}</b>").format(words)))
        return
    one = item(scope.responses, cases, at)
    case = cases.case(at)
    if one.held and not handling.draw_held(case):
        return
    read = slip.as_read(one)
    slip.draw_said(read.response, case, hidden=read != one)
    handling.draw_work(case, _standing(one), tracked=one.tracked)
    downloads.draw_slip(scope, read)
    if not one.held:
        approving.draw(case, one.response.comment)
    slip.draw_history(case)
    if scope.role is Role.LEADER:
        erasing.draw(case)


def _standing(one: Item) -> Markup:
    if one.left is None or one.due is None:
        return Markup("")
    words = gettext("{late}, due on {day}", late=standing(one.left), day=day(one.due))
    return tag("b", words, class_="x-late") if one.left < 0 else tag("span", words)
