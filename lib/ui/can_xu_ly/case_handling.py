"""One case worked on: where it stands, the fields that move it on, what others did meanwhile."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from lib.followup.case_events import OUTCOME_NAMES, STATE_NAMES, Case, CaseOutcome, CaseState
from lib.followup.event_sentence import event_sentence
from lib.journal.journal_lines import EventKind
from lib.roles import actor_in_words
from lib.ui.dan_van_kheo.model_choice import draw_model_choice
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.address import show_filter_value
from lib.ui.shell.keeping_events import (
    draw_outcome,
    empty_text_fields,
    is_own_event,
    keep_events,
    new_event,
    text_field_key,
)
from lib.ui.shell.process import the_desk
from lib.wording import gettext, mark

_PERSON, _DUE, _CAUSE, _OUTCOME = "slip_person", "slip_due", "slip_cause", "slip_outcome"
_MODEL = "slip_model"
_WORK_DONE, _NOTE = "slip_done", "slip_note"
_MOST = 5_000  # characters
_TYPED = (_WORK_DONE, _NOTE)
_LACKS = "_slip_lacks"  # the case of which something is to be said, and what
_OPENED = "_slip"  # the case in the fields


@dataclasses.dataclass(frozen=True)
class _OpenedCase:
    """The case that somebody has before him, as it was drawn last."""

    code: str
    last: str  # its last event then
    fields: Mapping[str, object]  # what was known then, by field
    told: tuple[str, ...] = ()  # what others did meanwhile: the ids of the events


def draw_restriction(case: Case) -> bool:
    """Draw that this case is held, tell whether this reader may see it all the same."""
    words = gettext(
        "This case is for leaders only until one of them releases it: its words may speak of "
        "money or of a denunciation. That is a hint, not a finding."
    )
    draw_warning(words)
    if not may_read_restricted():
        return False
    _button(gettext("Release to staff"), EventKind.RELEASED, case)
    return True


def draw_case_work(case: Case, deadline: Markup, *, tracked: bool) -> None:
    """Draw where the work stands and the fields to move it on."""
    _fill(case)
    head = tag("b", gettext(STATE_NAMES[case.state]) if tracked else gettext("Not tracked"))
    draw_static_html(
        tag("p", join_markup(filter(None, (head, deadline)), " · "), class_="x-standing")
    )
    draw_outcome(case.code)
    _lacking(case)
    _meanwhile(case)
    if not tracked:
        _button(gettext("Take into tracking"), EventKind.TAKEN_IN, case, primary=True)
        return
    _fields()
    with st.container(horizontal=True, key="slip_ways"):
        if case.state is CaseState.NEW:
            _button(gettext("Take up"), EventKind.TAKEN_UP, case, primary=True)
        _button(gettext("Save"), EventKind.CHANGED, case, primary=case.state is CaseState.WORKING)
        if case.state is CaseState.DONE:
            _button(gettext("Reopen"), EventKind.REOPENED, case)
        else:
            _button(gettext("Finish"), EventKind.CLOSED, case)
        if may_read_restricted() and not case.restricted:
            _button(gettext("For leaders only"), EventKind.HELD, case)


def _fill(case: Case) -> None:
    """Put what is known into the fields; what somebody is changing stays as he has it."""
    state, now = st.session_state, _known(case)
    before: _OpenedCase | None = state.get(_OPENED)
    # Streamlit forgets the fields when another page is opened
    if before is None or before.code != case.code or _PERSON not in state:
        state[_OPENED] = _OpenedCase(case.code, case.last, now)
        for key, value in now.items():
            show_filter_value(key, value)
        empty_text_fields(_TYPED)
    elif before.last != case.last:
        untouched = [key for key in now if state.get(key) == before.fields[key]]
        for key in untouched:
            show_filter_value(key, now[key])
        state[_OPENED] = _OpenedCase(case.code, case.last, now, _told(case, before))


def _told(case: Case, before: "_OpenedCase") -> tuple[str, ...]:
    """Return what others did since the fields were filled; one's own deed ends what was told."""
    ids = [event.id for event in case.events]
    new = case.events[ids.index(before.last) + 1 if before.last in ids else 0 :]
    own = [at for at, event in enumerate(new) if is_own_event(event)]
    others = (event.id for event in new[own[-1] + 1 if own else 0 :])
    return (*(() if own else before.told), *others)


def _known(case: Case) -> dict[str, object]:
    return {
        _PERSON: case.person or None,
        _DUE: case.due,
        _CAUSE: case.cause or None,
        _OUTCOME: case.outcome,
        _MODEL: case.model or None,
    }


def _lacking(case: Case) -> None:
    code, words = st.session_state.pop(_LACKS, ("", ""))
    if code == case.code:
        draw_warning(gettext(words))


def _meanwhile(case: Case) -> None:
    """Say what others did while somebody fills in the fields."""
    told = st.session_state[_OPENED].told
    lines = [
        tag("li", f"{actor_in_words(event.who)}: {event_sentence(event)}")
        for event in case.events
        if event.id in told
    ]
    if lines:
        words = tag("b", gettext("While you were filling this in:"))
        listed = tag("ul", join_markup(lines), class_="x-list")
        draw_static_html(tag("div", words, listed, class_="x-banner x-warn"))


def _fields() -> None:
    desk = the_desk()
    left, right = st.columns(2)
    chosen = st.session_state
    left.selectbox(
        gettext("In charge"),
        _with(desk.persons(), chosen[_PERSON]),
        accept_new_options=True,
        placeholder=gettext("Nobody yet; a title, not a name"),
        key=_PERSON,
    )
    right.date_input(gettext("Due"), format="DD/MM/YYYY", key=_DUE)
    left.selectbox(
        gettext("Cause"),
        _with(desk.tracking.causes, chosen[_CAUSE]),
        placeholder=gettext("Not known yet"),
        key=_CAUSE,
    )
    right.selectbox(
        gettext("Outcome"),
        list(CaseOutcome),
        format_func=lambda outcome: gettext(OUTCOME_NAMES[outcome]),
        placeholder=gettext("When finishing"),
        key=_OUTCOME,
    )
    with left:
        draw_model_choice(_MODEL)
    labels = {_WORK_DONE: gettext("What was done"), _NOTE: gettext("Note")}
    for name, height in ((_WORK_DONE, 80), (_NOTE, 68)):
        st.text_area(labels[name], key=text_field_key(name), height=height, max_chars=_MOST)


def _with(options: tuple[str, ...], chosen: str | None) -> list[str]:
    return list(dict.fromkeys([*options, *([chosen] if chosen else [])]))


def _button(words: str, kind: EventKind, case: Case, *, primary: bool = False) -> None:
    st.button(
        words,
        key=f"slip_{kind}",
        type="primary" if primary else "secondary",
        on_click=_act,
        args=(kind, case),
    )


def _act(kind: EventKind, case: Case) -> None:
    """Keep what was done, with all that was filled in; finishing asks for cause and outcome."""
    state = st.session_state
    if kind is EventKind.CLOSED and not (state.get(_CAUSE) and state.get(_OUTCOME)):
        state[_LACKS] = (case.code, mark("To finish, choose the cause and the outcome."))
        return
    fields = _changed() if _PERSON in state else {}
    if kind is EventKind.CLOSED:
        fields |= {"cause": state[_CAUSE], "outcome": state[_OUTCOME]}
    if kind is EventKind.REOPENED:
        fields.pop("outcome", None)
    done, note = (state.get(text_field_key(name), "") for name in _TYPED)
    texts = {"done": done, "note": note}
    if kind is EventKind.CHANGED and not fields and not any(texts.values()):
        state[_LACKS] = (case.code, mark("There is nothing to save: no field was changed."))
        return
    keep_events([new_event(case.code, kind, state[_OPENED].last, fields, texts)], _TYPED)


def _changed() -> dict[str, str]:
    """Return the fields that are not as they were when filled in, as the journal writes them."""
    state = st.session_state
    before = state[_OPENED].fields
    names = {_PERSON: "person", _DUE: "due", _CAUSE: "cause", _OUTCOME: "outcome", _MODEL: "model"}
    return {
        name: _written(state[key])
        for key, name in names.items()
        if key in state and state[key] != before[key]
    }


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() if value is not None else ""
