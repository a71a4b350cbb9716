"""The fields of an opened case: what stands in them, what is likely, what somebody changed."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

import streamlit as st

from lib.followup.case_events import OUTCOME_NAMES, Case, CaseOutcome, CaseState
from lib.followup.case_item import CaseItem
from lib.followup.handling_hints import HandlingHint
from lib.journal.journal_lines import Event, EventKind
from lib.ui.dan_van_kheo.model_choice import draw_model_choice
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.filter_values import show_filter_value
from lib.ui.shell.keeping_events import empty_text_fields, is_own_event, text_field_key
from lib.ui.shell.process import the_desk
from lib.wording import gettext

_PERSON, _DUE, _CAUSE, _OUTCOME = "slip_person", "slip_due", "slip_cause", "slip_outcome"
_MODEL = "slip_model"
_WORK_DONE, _NOTE = "slip_done", "slip_note"
WRITTEN_TEXTS = (_WORK_DONE, _NOTE)
_NAMES = {_PERSON: "person", _DUE: "due", _CAUSE: "cause", _OUTCOME: "outcome", _MODEL: "model"}
_MOST = 5_000  # characters
_OPENED = "_slip"  # the case in the fields
# what moves the work on keeps the proposals that somebody left in the fields
_ACCEPTING = (EventKind.TAKEN_UP, EventKind.CHANGED, EventKind.CLOSED)


@dataclasses.dataclass(frozen=True)
class _OpenedCase:
    """The case that somebody has before him, as it was drawn last."""

    code: str
    last: str  # its last event then
    known: Mapping[str, object]  # what was written down then, by field
    filled: Mapping[str, object]  # what was put into the fields: the known, the due, the likely
    told: tuple[str, ...] = ()  # what others did meanwhile: the ids of the events


def fill_case_fields(item: CaseItem, case: Case, hint: HandlingHint) -> None:
    """Put what is known or likely into the fields; what somebody is changing stays as it is."""
    state, known = st.session_state, _known(case)
    filled = known | _proposed(item, case, hint)
    before: _OpenedCase | None = state.get(_OPENED)
    # Streamlit forgets the fields when another page is opened
    if before is None or before.code != case.code or _PERSON not in state:
        state[_OPENED] = _OpenedCase(case.code, case.last, known, filled)
        for key, value in filled.items():
            show_filter_value(key, value)
        empty_text_fields(WRITTEN_TEXTS)
    elif before.last != case.last:
        untouched = [key for key in filled if state.get(key) == before.filled[key]]
        for key in untouched:
            show_filter_value(key, filled[key])
        state[_OPENED] = _OpenedCase(case.code, case.last, known, filled, _told(case, before))


def last_seen_event() -> str:
    """Return the id of the last event that whoever works on the case has seen."""
    opened: _OpenedCase = st.session_state[_OPENED]
    return opened.last


def told_events(case: Case) -> tuple[Event, ...]:
    """Return what others did while somebody filled in the fields."""
    opened: _OpenedCase = st.session_state[_OPENED]
    return tuple(event for event in case.events if event.id in opened.told)


def _told(case: Case, before: _OpenedCase) -> tuple[str, ...]:
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


def _proposed(item: CaseItem, case: Case, hint: HandlingHint) -> dict[str, object]:
    """Return what the fields hold although nobody wrote it down yet."""
    if not item.tracked or case.state is CaseState.DONE:
        return {}
    cause = hint.cause if hint.cause in the_desk().tracking.causes else ""
    return {
        _PERSON: case.person or hint.person or None,
        _DUE: case.due or item.due,
        _CAUSE: case.cause or cause or None,
    }


def draw_case_fields() -> None:
    """Draw the fields, and say which of them are filled in by what is usual."""
    desk, chosen = the_desk(), st.session_state
    left, right = st.columns(2)
    left.selectbox(
        gettext("In charge"),
        _with(desk.persons(), chosen[_PERSON]),
        accept_new_options=True,
        placeholder=gettext("Nobody yet; a title, not a name"),
        key=_PERSON,
    )
    right.date_input(gettext("Due"), format="DD/MM/YYYY", key=_DUE)
    left, right = st.columns(2)
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
    _likely()
    labels = {_WORK_DONE: gettext("What was done"), _NOTE: gettext("Note")}
    for side, name in zip(st.columns(2), WRITTEN_TEXTS, strict=True):
        side.text_area(labels[name], key=text_field_key(name), height=68, max_chars=_MOST)


def draw_case_model() -> None:
    """Draw the field of the Dân vận khéo model, which few cases need: below the buttons."""
    draw_model_choice(_MODEL)


def _likely() -> None:
    """Say that what nobody wrote down yet is proposed, while it stands there."""
    state, opened = st.session_state, st.session_state[_OPENED]
    if any(
        opened.known[key] is None and opened.filled[key] == state[key] is not None
        for key in (_PERSON, _CAUSE)
    ):
        words = gettext("Filled in as in cases like this one; change what does not fit.")
        draw_static_html(tag("p", words, class_="x-meta"))


def _with(options: tuple[str, ...], chosen: str | None) -> list[str]:
    return list(dict.fromkeys([*options, *([chosen] if chosen else [])]))


def is_ready_to_finish() -> bool:
    """Tell whether cause and outcome are chosen."""
    return bool(st.session_state.get(_CAUSE) and st.session_state.get(_OUTCOME))


def written_texts() -> dict[str, str]:
    """Return what was written into the text fields, by its name in the journal."""
    done, note = (st.session_state.get(text_field_key(name), "") for name in WRITTEN_TEXTS)
    return {"done": done, "note": note}


def written_fields(case: Case, kind: EventKind) -> dict[str, str]:
    """Return the fields that such an event of this case has to write, as the journal does."""
    state, opened = st.session_state, st.session_state[_OPENED]
    if _PERSON not in state:
        return {}
    before = opened.known if kind in _ACCEPTING else opened.filled
    changed = {key for key in _NAMES if key in state and state[key] != before[key]}
    if state[_DUE] in (opened.filled[_DUE], case.due):  # the office's own day is not written down
        changed.discard(_DUE)
    if kind is EventKind.CLOSED:
        changed |= {_CAUSE, _OUTCOME}
    if kind is EventKind.REOPENED:
        changed.discard(_OUTCOME)
    return {name: _written(state[key]) for key, name in _NAMES.items() if key in changed}


def _written(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() if value is not None else ""
