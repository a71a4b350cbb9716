"""The filters of the page of cases: state, due, person; in the address, as all filters are."""

from collections.abc import Mapping

import numpy as np
import streamlit as st

from lib.followup.case import STATES as WORDS
from lib.followup.case import State
from lib.followup.cases import STATES, Cases, Flags
from lib.survey.text import slug
from lib.ui import address, filters, work_view
from lib.ui.filters import Choice
from lib.ui.work_view import DUES, NOBODY, UNTRACKED, Due, WorkView
from lib.wording import count, gettext

ALL = "tat-ca"


def query(**changes: list[str]) -> dict[str, list[str]]:
    """Return the view's parameters with those of this page, for a link that stays on it."""
    here = {name: v for name, v in address.current().items() if name in work_view.NAMES}
    return {name: v for name, v in {**address.query(), **here, **changes}.items() if v}


def chosen(cases: Cases, in_view: Flags, view: WorkView) -> Flags:
    """Return which cases the address asks for."""
    of = in_view & _of_state(cases, view)
    if view.persons:
        of = of & np.array([person in view.persons for person in cases.person], dtype=np.bool_)
    if view.due:
        of = of & _of_due(cases, view.due)
    return of


def _of_state(cases: Cases, view: WorkView) -> Flags:
    if view.untracked:
        return ~cases.tracked
    if view.state is None:
        return np.ones(cases.n, dtype=np.bool_)
    here: Flags = cases.state == STATES.index(view.state)
    return cases.tracked & here


def _of_due(cases: Cases, due: Due) -> Flags:
    return cases.overdue if due is Due.OVERDUE else cases.soon


def draw(cases: Cases, in_view: Flags, view: WorkView) -> None:
    """Draw the filters by state and due, each choice with how many cases in view it leaves."""
    with st.container(horizontal=True, gap="medium", key="work_filters"):
        _states(cases, in_view, view)
        _due(cases, in_view, view)


def _states(cases: Cases, in_view: Flags, view: WorkView) -> None:
    words = {ALL: gettext("All"), **{s.value: gettext(WORDS[s]) for s in State}}
    words[UNTRACKED] = gettext("Not tracked")
    views = {s.value: WorkView(state=s) for s in State} | {UNTRACKED: WorkView(untracked=True)}
    n = {name: int((in_view & _of_state(cases, of)).sum()) for name, of in views.items()}
    n[ALL] = int(in_view.sum())
    now = UNTRACKED if view.untracked else view.state.value if view.state else ALL
    _one("tt", gettext("State"), words, n, now)


def _due(cases: Cases, in_view: Flags, view: WorkView) -> None:
    words = {ALL: gettext("Whenever due"), **{due.value: gettext(DUES[due]) for due in Due}}
    n = {due.value: int((in_view & _of_due(cases, due)).sum()) for due in Due}
    _one("han", gettext("Due"), words, n, view.due.value if view.due else ALL)


def _one(name: str, label: str, words: Mapping[str, str], n: Mapping[str, int], now: str) -> None:
    counted = {v: f"{words[v]} {count(n[v])}" if v in n else words[v] for v in words}
    filters.segments(name, label, counted, now, default=ALL)


def persons(known: tuple[str, ...], view: WorkView) -> None:
    """Draw the filter by who is in charge."""
    words = {slug(person): person for person in known} | {NOBODY: gettext("Nobody yet")}
    choice = Choice("phu_trach", gettext("In charge"), gettext("Anybody"), words)
    filters.several(choice, [slug(person) if person else NOBODY for person in view.persons])
