"""Noting a task in the meeting: a measure for a question, or somebody in charge of a case."""

import datetime as dt

import numpy as np
import streamlit as st

from lib.followup.case_arrays import Cases
from lib.followup.case_events import Case, CaseState
from lib.followup.deadline_words import lateness_in_words, overdue_cases_in_words
from lib.followup.work_counts import cases_in_view
from lib.journal.journal_lines import Event, EventKind, new_code
from lib.roles import Role
from lib.survey.model.vietnamese_text import sort_key
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_html, page_link
from lib.ui.shell.access import viewer_role
from lib.ui.shell.address import query_for_page
from lib.ui.shell.keeping_events import draw_outcome, keep_events, new_event, text_field_key
from lib.ui.shell.process import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.trinh_chieu.decision_slides import OVERDUE_SLIDE_CODE
from lib.ui.trinh_chieu.stage import TASK_FORM_KEY
from lib.wording import gettext, with_capital

_TITLE, _PERSON, _DUE, _QUESTION, _CASE = (
    "task_title",
    "task_person",
    "task_due",
    "task_cau",
    "task_viec",
)
_MOST = 120  # characters
_LACKS = "_task_lacks"


def draw_task_form(scope: SurveyScope, slide: str) -> None:
    """Draw the way to note a task about this slide, for leaders."""
    if viewer_role() is not Role.LEADER:
        return
    with st.popover(gettext("Assign a task"), key=TASK_FORM_KEY):
        draw_outcome(TASK_FORM_KEY)
        if st.session_state.pop(_LACKS, False):
            draw_warning(gettext("Write what is to be done, who is in charge and by when."))
        if slide == OVERDUE_SLIDE_CODE:
            _of_a_case(scope.live)
        else:
            _of_a_question(scope, slide)
        way = page_link(gettext("See the cases"), "can_xu_ly", query_for_page("can_xu_ly"))
        draw_html(way, key="noted")


def _of_a_question(scope: SurveyScope, slide: str) -> None:
    labels = {q.id: q.label for q in scope.responses.form.rated}
    about = {"": gettext("all questions")} | labels
    chosen = list(about).index(slide) if slide in labels else 0
    st.selectbox(
        gettext("Question"), list(about), chosen, about.__getitem__, key=f"{_QUESTION}_{slide}"
    )
    _fields()
    args = (f"{_QUESTION}_{slide}", scope.view.selection.communes)
    st.button(gettext("Record"), type="primary", key="task_note", on_click=_measure, args=args)


def _of_a_case(scope: SurveyScope) -> None:
    """Draw the form for one of the cases that the slide counts; held ones are not for the wall."""
    cases = the_desk().cases(scope.responses)
    in_view = cases_in_view(scope.responses, cases, scope.view.selection)
    overdue = np.flatnonzero(cases.overdue & in_view & ~cases.restricted)
    if not len(overdue):
        st.markdown(f"{with_capital(overdue_cases_in_words(0))}.")
        return
    names = {cases.codes[i]: _named(cases, int(i)) for i in overdue}
    st.selectbox(gettext("Case"), list(names), format_func=names.__getitem__, key=_CASE)
    _fields()
    words = gettext("Record")
    st.button(words, type="primary", key="task_note", on_click=_case, args=(cases,))


def _named(cases: Cases, position: int) -> str:
    """Return what may be on the wall of a case: its code, how late it is, who has it."""
    person = cases.person[position] or gettext("nobody yet")
    late = lateness_in_words(int(cases.left[position]))
    return " · ".join((cases.codes[position], late, gettext("in charge: {value}", value=person)))


def _fields() -> None:
    st.text_input(gettext("What is to be done"), key=text_field_key(_TITLE), max_chars=_MOST)
    persons = sorted(the_desk().persons(), key=sort_key)
    st.selectbox(
        gettext("In charge"),
        persons,
        index=None,
        accept_new_options=True,
        placeholder=gettext("A title, not a name"),
        key=_PERSON,
    )
    today = the_desk().today()
    day = today + dt.timedelta(days=14)
    st.date_input(gettext("Due"), day, min_value=today, format="DD/MM/YYYY", key=_DUE)


def _filled() -> dict[str, str] | None:
    """Return what was filled in, None, to be said, where something lacks."""
    state = st.session_state
    title, person, due = state[text_field_key(_TITLE)].strip(), state[_PERSON], state[_DUE]
    if not (title and person and due):
        state[_LACKS] = True
        return None
    return {"title": title, "person": person.strip(), "due": due.isoformat()}


def _measure(question: str, communes: tuple[str, ...]) -> None:
    """Keep a measure of the slide's question; it counts from the day on which it is due."""
    typed = _filled()
    if typed:
        aim = {"questions": st.session_state[question], "communes": " ".join(communes)}
        _keep(new_event(new_code(), EventKind.MEASURE, "", typed | {"date": typed["due"]} | aim))


def _case(cases: Cases) -> None:
    """Put somebody in charge of a case as it was drawn; what is to be done is its note."""
    typed, code = _filled(), st.session_state[_CASE]
    if typed:
        case = cases.known.get(code) or Case(code)
        fields = {name: typed[name] for name in ("person", "due")}
        kind = EventKind.TAKEN_UP if case.state is CaseState.NEW else EventKind.CHANGED
        _keep(new_event(code, kind, case.last, fields, {"note": typed["title"]}))


def _keep(event: Event) -> None:
    keep_events([event], (_TITLE,), about=TASK_FORM_KEY)
