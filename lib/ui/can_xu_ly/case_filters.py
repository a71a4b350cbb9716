"""The filters of the page of cases: state, due, person; in the address, as all filters are."""

from collections.abc import Mapping

import numpy as np
import streamlit as st

from lib.followup.case_arrays import CASE_STATES, CaseFlags, Cases
from lib.followup.case_events import STATE_NAMES, CaseState
from lib.survey.model.vietnamese_text import link_slug
from lib.ui.can_xu_ly.case_view import (
    CASE_PARAMETERS,
    DUE_WORDS,
    NOBODY_CODE,
    UNTRACKED_CODE,
    CaseView,
    DueFilter,
)
from lib.ui.shell.address import current_address, link_query
from lib.ui.shell.filter_bar import FilterChoice, draw_multiple_choice, draw_single_choice
from lib.wording import format_count, gettext

_ALL = "tat-ca"


def case_list_query(**changes: list[str]) -> dict[str, list[str]]:
    """Return the view's parameters with those of this page, for a link that stays on it."""
    here = {name: v for name, v in current_address().items() if name in CASE_PARAMETERS}
    return {name: v for name, v in {**link_query(), **here, **changes}.items() if v}


def chosen_cases(cases: Cases, in_view: CaseFlags, view: CaseView) -> CaseFlags:
    """Return which cases the address asks for."""
    chosen = in_view & _of_state(cases, view)
    if view.persons:
        chosen = chosen & np.array(
            [person in view.persons for person in cases.person], dtype=np.bool_
        )
    if view.due:
        chosen = chosen & _of_due(cases, view.due)
    return chosen


def _of_state(cases: Cases, view: CaseView) -> CaseFlags:
    if view.untracked:
        return ~cases.tracked
    if view.state is None:
        return np.ones(cases.n, dtype=np.bool_)
    here: CaseFlags = cases.state == CASE_STATES.index(view.state)
    return cases.tracked & here


def _of_due(cases: Cases, due: DueFilter) -> CaseFlags:
    return cases.overdue if due is DueFilter.OVERDUE else cases.soon


def draw_case_filters(cases: Cases, in_view: CaseFlags, view: CaseView) -> None:
    """Draw the filters by state and due, each choice with how many cases in view it leaves."""
    with st.container(horizontal=True, gap="medium", key="work_filters"):
        _states(cases, in_view, view)
        _due(cases, in_view, view)


def _states(cases: Cases, in_view: CaseFlags, view: CaseView) -> None:
    words = {_ALL: gettext("All"), **{s.value: gettext(STATE_NAMES[s]) for s in CaseState}}
    words[UNTRACKED_CODE] = gettext("Older, not handled")
    views = {s.value: CaseView(state=s) for s in CaseState} | {
        UNTRACKED_CODE: CaseView(untracked=True)
    }
    n = {name: int((in_view & _of_state(cases, state)).sum()) for name, state in views.items()}
    n[_ALL] = int(in_view.sum())
    now = UNTRACKED_CODE if view.untracked else view.state.value if view.state else _ALL
    _single_choice("tt", gettext("State"), words, n, now)


def _due(cases: Cases, in_view: CaseFlags, view: CaseView) -> None:
    words = {
        _ALL: gettext("Any due date"),
        **{due.value: gettext(DUE_WORDS[due]) for due in DueFilter},
    }
    n = {due.value: int((in_view & _of_due(cases, due)).sum()) for due in DueFilter}
    _single_choice("han", gettext("Due"), words, n, view.due.value if view.due else _ALL)


def _single_choice(
    name: str, label: str, words: Mapping[str, str], n: Mapping[str, int], now: str
) -> None:
    counted = {v: f"{words[v]} {format_count(n[v])}" if v in n else words[v] for v in words}
    draw_single_choice(name, label, counted, now, default=_ALL)


def draw_person_filter(known: tuple[str, ...], view: CaseView) -> None:
    """Draw the filter by who is in charge."""
    words = {link_slug(person): person for person in known} | {NOBODY_CODE: gettext("Nobody yet")}
    choice = FilterChoice("phu_trach", gettext("In charge"), gettext("Anybody"), words)
    draw_multiple_choice(
        choice, [link_slug(person) if person else NOBODY_CODE for person in view.persons]
    )
