"""One case worked on: where it stands, the fields that move it on, what others did meanwhile."""

import streamlit as st
from markupsafe import Markup

from lib.followup.case_events import STATE_NAMES, Case, CaseState
from lib.followup.case_item import CaseItem
from lib.followup.deadline_words import deadline_in_words
from lib.followup.event_sentence import event_sentence
from lib.followup.handling_hints import HandlingHint
from lib.journal.journal_lines import EventKind
from lib.roles import other_actor_in_words
from lib.ui.can_xu_ly.case_fields import (
    WRITTEN_TEXTS,
    draw_case_fields,
    draw_case_model,
    fill_case_fields,
    is_ready_to_finish,
    last_seen_event,
    told_events,
    written_fields,
    written_texts,
)
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.access import journal_author, may_read_restricted
from lib.ui.shell.keeping_events import draw_outcome, keep_events, new_event
from lib.wording import gettext, mark

_LACKS = "_slip_lacks"  # the case of which something is to be said, and what


def draw_restriction(case: Case) -> None:
    """Draw that this case is held, and for those who may see it the way to release it."""
    words = gettext(
        "This case is for leaders only until one of them releases it: its words may speak of "
        "money or of a denunciation. That is a hint, not a finding."
    )
    draw_warning(words)
    if may_read_restricted():
        _button(gettext("Release to staff"), EventKind.RELEASED, case)


def draw_case_work(item: CaseItem, case: Case, hint: HandlingHint) -> None:
    """Draw where the work stands and the fields to move it on."""
    fill_case_fields(item, case, hint)
    draw_static_html(_standing(item, case))
    _meanwhile(case)
    if item.tracked:
        draw_case_fields()
    with st.container(horizontal=True, key="slip_ways"):
        _ways(item, case)
    draw_outcome(case.code)
    _lacking(case)
    if item.tracked:
        draw_case_model()


def _standing(item: CaseItem, case: Case) -> Markup:
    state = gettext(STATE_NAMES[case.state]) if item.tracked else gettext("Older, not handled")
    facts = [tag("b", state)]
    if item.left is not None and item.due is not None:
        words = deadline_in_words(item.left, item.due)
        facts.append(tag("b", words, class_="x-late") if item.left < 0 else tag("span", words))
    facts.append(tag("span", gettext("code {code}", code=case.code), class_="x-mute"))
    return tag("p", join_markup(facts, " · "), class_="x-standing")


def _ways(item: CaseItem, case: Case) -> None:
    if not item.tracked:
        _button(gettext("Begin to handle"), EventKind.TAKEN_IN, case, primary=True)
        return
    if case.state is CaseState.NEW:
        _button(gettext("Take up"), EventKind.TAKEN_UP, case, primary=True)
    _button(gettext("Save"), EventKind.CHANGED, case, primary=case.state is CaseState.WORKING)
    if case.state is CaseState.DONE:
        _button(gettext("Reopen"), EventKind.REOPENED, case)
    else:
        _button(gettext("Finish"), EventKind.CLOSED, case)
    if may_read_restricted() and not case.restricted:
        _button(gettext("Pass to leaders only"), EventKind.HELD, case)


def _lacking(case: Case) -> None:
    code, words = st.session_state.pop(_LACKS, ("", ""))
    if code == case.code:
        draw_warning(gettext(words))


def _meanwhile(case: Case) -> None:
    """Say what others did while somebody fills in the fields."""
    reader = journal_author()
    told = [(other_actor_in_words(event.who, reader), event) for event in told_events(case)]
    lines = [tag("li", f"{who}: {event_sentence(event)}") for who, event in told]
    if lines:
        words = tag("b", gettext("While you were filling this in:"))
        listed = tag("ul", join_markup(lines), class_="x-list")
        draw_static_html(tag("div", words, listed, class_="x-banner x-warn"))


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
    if kind is EventKind.CLOSED and not is_ready_to_finish():
        state[_LACKS] = (case.code, mark("To finish, choose the cause and the outcome."))
        return
    fields, texts = written_fields(case, kind), written_texts()
    if kind is EventKind.CHANGED and not fields and not any(texts.values()):
        state[_LACKS] = (case.code, mark("There is nothing to save: no field was changed."))
        return
    keep_events([new_event(case.code, kind, last_seen_event(), fields, texts)], WRITTEN_TEXTS)
