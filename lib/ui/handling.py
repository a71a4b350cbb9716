"""One case worked on: where it stands, the fields that move it on, what others did meanwhile."""

import datetime as dt

import streamlit as st
from markupsafe import Markup

from lib.followup.case import OUTCOMES, STATES, Case, Outcome, State
from lib.followup.history import said
from lib.journal.event import Kind
from lib.roles import named
from lib.ui import access, acting, address, banners
from lib.ui.desk import the_desk
from lib.ui.markup import join, still, tag
from lib.ui.movement import choice
from lib.wording import gettext, mark

PERSON, DUE, CAUSE, OUTCOME = "slip_person", "slip_due", "slip_cause", "slip_outcome"
MODEL = "slip_model"
WORK_DONE, NOTE = "slip_done", "slip_note"
MOST = 5_000  # characters
TYPED = (WORK_DONE, NOTE)
_LACKS = "_slip_lacks"  # the case of which something is to be said, and what
_OPENED = "_slip"  # the case in the fields, and its last event when they were filled


def draw_held(case: Case) -> bool:
    """Draw that this case is held, tell whether this reader may see it all the same."""
    words = gettext(
        "This case is for leaders only until one of them releases it: its words may speak of "
        "money or of a denunciation. That is a hint, not a finding."
    )
    banners.warning(words)
    if not access.reads_held():
        return False
    _button(gettext("Release to staff"), Kind.RELEASED, case)
    return True


def draw_work(case: Case, standing: Markup, *, tracked: bool) -> None:
    """Draw where the work stands and the fields to move it on."""
    _fill(case)
    head = tag("b", gettext(STATES[case.state]) if tracked else gettext("Not tracked"))
    still(tag("p", join(filter(None, (head, standing)), " · "), class_="x-standing"))
    acting.outcome(case.code)
    _lacking(case)
    _meanwhile(case)
    if not tracked:
        _button(gettext("Take into tracking"), Kind.TAKEN_IN, case, primary=True)
        return
    _fields()
    with st.container(horizontal=True, key="slip_ways"):
        if case.state is State.NEW:
            _button(gettext("Take up"), Kind.TAKEN_UP, case, primary=True)
        _button(gettext("Save"), Kind.CHANGED, case, primary=case.state is State.WORKING)
        if case.state is State.DONE:
            _button(gettext("Reopen"), Kind.REOPENED, case)
        else:
            _button(gettext("Finish"), Kind.CLOSED, case)
        if access.reads_held() and not case.held:
            _button(gettext("For leaders only"), Kind.HELD, case)


def _fill(case: Case) -> None:
    """Put what is known into the fields, unless somebody is changing them."""
    state, now = st.session_state, _known(case)
    before = state.get(_OPENED)
    # Streamlit forgets the fields when another page is opened
    here = before is not None and before[0] == case.code and PERSON in state
    if before is not None and here and (before[1] == case.last or _edited(before[2])):
        return
    state[_OPENED] = (case.code, case.last, now)
    for key, value in now.items():
        address.put(key, value)
    if not here:
        acting.empty(TYPED)


def _edited(before: dict[str, object]) -> bool:
    return any(st.session_state.get(key) != value for key, value in before.items())


def _known(case: Case) -> dict[str, object]:
    return {
        PERSON: case.person or None,
        DUE: case.due,
        CAUSE: case.cause or None,
        OUTCOME: case.outcome,
        MODEL: case.model or None,
    }


def _lacking(case: Case) -> None:
    code, words = st.session_state.pop(_LACKS, ("", ""))
    if code == case.code:
        banners.warning(gettext(words))


def _meanwhile(case: Case) -> None:
    """Say what others did while somebody fills in the fields."""
    seen = st.session_state[_OPENED][1]
    if seen == case.last:
        return
    ids = [event.id for event in case.events]
    new = range(ids.index(seen) + 1 if seen in ids else 0, len(ids))
    lines = (tag("li", f"{named(case.events[at].who)}: {said(case.events[at])}") for at in new)
    words = tag("b", gettext("While you were filling this in:"))
    still(tag("div", words, tag("ul", join(lines), class_="x-list"), class_="x-banner x-warn"))


def _fields() -> None:
    desk = the_desk()
    left, right = st.columns(2)
    chosen = st.session_state
    left.selectbox(
        gettext("In charge"),
        _with(desk.persons(), chosen[PERSON]),
        accept_new_options=True,
        placeholder=gettext("Nobody yet; a title, not a name"),
        key=PERSON,
    )
    right.date_input(gettext("Due"), format="DD/MM/YYYY", key=DUE)
    left.selectbox(
        gettext("Cause"),
        _with(desk.tracking.causes, chosen[CAUSE]),
        placeholder=gettext("Not known yet"),
        key=CAUSE,
    )
    right.selectbox(
        gettext("Outcome"),
        list(Outcome),
        format_func=lambda outcome: gettext(OUTCOMES[outcome]),
        placeholder=gettext("When finishing"),
        key=OUTCOME,
    )
    choice.field(left, MODEL)
    labels = {WORK_DONE: gettext("What was done"), NOTE: gettext("Note")}
    for name, height in ((WORK_DONE, 80), (NOTE, 68)):
        st.text_area(labels[name], key=acting.field(name), height=height, max_chars=MOST)


def _with(options: tuple[str, ...], chosen: str | None) -> list[str]:
    return list(dict.fromkeys([*options, *([chosen] if chosen else [])]))


def _button(words: str, kind: Kind, case: Case, *, primary: bool = False) -> None:
    st.button(
        words,
        key=f"slip_{kind}",
        type="primary" if primary else "secondary",
        on_click=_act,
        args=(kind, case),
    )


def _act(kind: Kind, case: Case) -> None:
    """Keep what was done, with all that was filled in; finishing asks for cause and outcome."""
    state = st.session_state
    if kind is Kind.CLOSED and not (state.get(CAUSE) and state.get(OUTCOME)):
        state[_LACKS] = (case.code, mark("To finish, choose the cause and the outcome."))
        return
    fields = _changed() if PERSON in state else {}
    if kind is Kind.CLOSED:
        fields |= {"cause": state[CAUSE], "outcome": state[OUTCOME]}
    if kind is Kind.REOPENED:
        fields.pop("outcome", None)
    done, note = (state.get(acting.field(name), "") for name in TYPED)
    texts = {"done": done, "note": note}
    if kind is Kind.CHANGED and not fields and not any(texts.values()):
        state[_LACKS] = (case.code, mark("There is nothing to save: no field was changed."))
        return
    acting.keep([acting.event(case.code, kind, state[_OPENED][1], fields, texts)], TYPED)


def _changed() -> dict[str, str]:
    """Return the fields that are not as they were when filled in, as the journal writes them."""
    state = st.session_state
    before = state[_OPENED][2]
    names = {PERSON: "person", DUE: "due", CAUSE: "cause", OUTCOME: "outcome", MODEL: "model"}
    return {
        name: _written(state[key])
        for key, name in names.items()
        if key in state and state[key] != before[key]
    }


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() if value is not None else ""
