"""Several cases at once: take them up, set day and person, mark them as one and the same."""

import datetime as dt

import streamlit as st

from lib.followup.case_events import Case, CaseOutcome, CaseState
from lib.followup.case_item import CaseItem
from lib.journal.journal_lines import Event, EventKind
from lib.ui.can_xu_ly.case_cards import CaseCard, case_card
from lib.ui.pieces.markup import draw_html, draw_static_html, tag
from lib.ui.shell.keeping_events import keep_events, new_event
from lib.ui.shell.process import the_desk
from lib.wording import gettext, ngettext

SEVERAL_CASES = "several"  # stands for all of them where one sentence tells what became of it
_CHOOSING = "_several"
_DUE, _PERSON = "several_due", "several_person"


def choosing_cases() -> bool:
    """Tell whether somebody is choosing several cases."""
    return bool(st.session_state.get(_CHOOSING))


def draw_choosing_button() -> None:
    """Draw the button that lets one choose several cases."""
    st.button(gettext("Choose several"), key="several_open", on_click=_set, args=(True,))


def draw_case_choice(cards: list[CaseCard]) -> None:
    """Draw the cards with a box to tick each, and what can be done with the ticked ones."""
    offered = [card for card in cards if card.item.tracked and not card.hidden]
    ticked = [card for card in offered if st.session_state.get(_box(card))]
    with st.container(key="noprint_several", border=True):
        words = ngettext("{n} case chosen", "{n} cases chosen", len(ticked))
        draw_static_html(tag("p", tag("b", words), role="status"))
        _ways([card.item for card in ticked])
    for number, card in enumerate(cards):  # a key is sent as well: of a held one not even the code
        with st.container(horizontal=True, key=f"choose_{number}"):
            if card in offered:
                st.checkbox(gettext("Choose"), key=_box(card), label_visibility="collapsed")
            draw_html(case_card(card), key=f"card_{number}")


def _box(card: CaseCard) -> str:
    return f"tick_{card.item.case.code if card.item.case else id(card)}"


def _ways(items: list[CaseItem]) -> None:
    cases = [item.case for item in items if item.case]
    left, right = st.columns(2)
    left.date_input(gettext("Due"), value=None, format="DD/MM/YYYY", key=_DUE)
    right.selectbox(
        gettext("In charge"),
        list(the_desk().persons()),
        index=None,
        accept_new_options=True,
        placeholder=gettext("As it is"),
        key=_PERSON,
    )
    nothing = not cases
    with st.container(horizontal=True):
        st.button(gettext("Take up"), key="several_take", type="primary", disabled=nothing,
                  on_click=_take_up, args=(cases,))  # fmt: skip
        st.button(gettext("Set due and person"), key="several_set",
                  disabled=nothing or not _fields(),
                  on_click=_set_fields, args=(cases,))  # fmt: skip
        st.button(gettext("Mark as duplicates of the oldest"), key="several_same",
                  disabled=len(cases) < 2, on_click=_same, args=(items,))  # fmt: skip
        st.button(gettext("Close"), key="several_close", on_click=_set, args=(False,))


def _fields() -> dict[str, str]:
    due: dt.date | None = st.session_state.get(_DUE)
    person = (st.session_state.get(_PERSON) or "").strip()
    typed = {"due": due.isoformat() if due else "", "person": person}
    return {name: value for name, value in typed.items() if value}


def _take_up(cases: list[Case]) -> None:
    new = [case for case in cases if case.state is CaseState.NEW]
    _keep([new_event(case.code, EventKind.TAKEN_UP, case.last, _fields()) for case in new])


def _set_fields(cases: list[Case]) -> None:
    if fields := _fields():
        _keep([new_event(case.code, EventKind.CHANGED, case.last, fields) for case in cases])


def _same(items: list[CaseItem]) -> None:
    """Close all but the oldest as repeating it; of one day the later in the list is older."""
    first = min(reversed(items), key=lambda item: item.response.day or dt.date.max)
    others = [item.case for item in items if item is not first and item.case]
    kept = first.case.code if first.case else ""
    fields = {"outcome": str(CaseOutcome.DUPLICATE), "duplicate_of": kept}
    _keep([new_event(case.code, EventKind.CLOSED, case.last, fields) for case in others])


def _keep(events: list[Event]) -> None:
    if events:
        keep_events(events, about=SEVERAL_CASES)


def _set(choosing_: bool) -> None:
    st.session_state[_CHOOSING] = choosing_
