"""The page of cases: how the work goes, the filters, the cases, and one of them opened."""

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.followup.cases import Cases
from lib.followup.masks import masked
from lib.roles import Role
from lib.survey.dissatisfied import Dissatisfied, Positions, read, searched
from lib.ui import (
    acting,
    address,
    banners,
    dissatisfied,
    measures,
    several,
    slip,
    work_filters,
    work_summary,
)
from lib.ui.cases import Card, cards, standing
from lib.ui.desk import the_desk
from lib.ui.frame import Scope
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, still, tag
from lib.ui.work_view import WorkView, decode
from lib.wording import day, gettext

A_PAGE = 20


def draw(scope: Scope) -> None:
    """Draw the cases for those who work on them."""
    desk = the_desk()
    try:
        cases = desk.cases(scope.responses)
    except JournalError as error:
        banners.error(str(error))
        return
    if desk.journal.trouble:
        banners.warning(str(desk.journal.trouble))
    view = decode(address.current(), desk.persons())
    if view.case:
        _one(scope, cases, view.case)
    else:
        _list(scope, cases, view)


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
            dissatisfied.draw_downloads(scope, cases.positions[found])
    pages = -(-len(found) // A_PAGE)
    shown = st.session_state.get(f"page_{pages}") or 1
    drawn = [_card(scope, cases, int(at)) for at in found[(shown - 1) * A_PAGE : shown * A_PAGE]]
    if several.choosing():
        several.draw(drawn)
    else:
        draw_html(cards(drawn), key="cases")
    if pages > 1:
        with st.container(key="noprint_pages"):
            st.pagination(pages, key=f"page_{pages}")


def _card(scope: Scope, cases: Cases, at: int) -> Card:
    case = cases.case(at)
    hidden = bool(cases.held[at]) and scope.role < Role.LEADER
    way = link(gettext("Open the response"), "can_xu_ly", work_filters.query(viec=[case.code]))
    return Card(
        _said(scope, cases, at),
        case,
        tracked=bool(cases.tracked[at]),
        held=hidden,
        left=_left(cases, at),
        way=tag("p", way, class_="x-open"),
    )


def _said(scope: Scope, cases: Cases, at: int) -> Dissatisfied:
    """Return what a response says, contacts hidden."""
    questions = scope.view.selection.questions
    (told,) = read(scope.responses, cases.positions[at : at + 1], questions)
    return told.saying(masked(told.comment))


def _left(cases: Cases, at: int) -> int | None:
    return int(cases.left[at]) if cases.due[at] else None


def _one(scope: Scope, cases: Cases, code: str) -> None:
    slip.back()
    at = cases.find(code)
    if at is None:
        words = gettext("There is no case “{code}” in this survey.", code=code[:40])
        still(banners.html("∅", Markup("<b>{}</b>").format(words)))
        return
    case, tracked = cases.case(at), bool(cases.tracked[at])
    if cases.held[at] and not slip.draw_held(scope, case):
        return
    (told,) = read(scope.responses, cases.positions[at : at + 1])
    slip.draw_said(told, case)
    slip.draw_work(scope, case, _standing(cases, at), tracked=tracked)
    slip.draw_history(case)


def _standing(cases: Cases, at: int) -> str:
    left = _left(cases, at)
    if left is None:
        return ""
    due = np.datetime64(int(cases.due[at]), "D").item()
    return gettext("{late}, due on {day}", late=standing(cases.case(at), left), day=day(due))
