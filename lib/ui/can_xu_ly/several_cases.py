"""Several cases at once: into tracking, taken up, given to somebody, finished, one and the same.

All is one form: ticking draws nothing anew, and what is done about all of them is one redraw.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from lib.followup.case_events import OUTCOME_NAMES, Case, CaseOutcome, CaseState
from lib.followup.case_item import CaseItem
from lib.journal.journal_lines import Event, EventKind
from lib.ui.can_xu_ly.case_cards import CaseCard, case_card
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_html
from lib.ui.shell.keeping_events import keep_events, new_event
from lib.ui.shell.process import the_desk
from lib.wording import gettext, mark, ngettext

SEVERAL_CASES = "several"  # stands for all of them where one sentence tells what became of it
_CHOOSING = "_several"
_ALL = "several_all"
_DUE, _PERSON = "several_due", "several_person"
_CAUSE, _OUTCOME = "several_cause", "several_outcome"
_NAMES = {_PERSON: "person", _DUE: "due", _CAUSE: "cause", _OUTCOME: "outcome"}
_LACKS = "_several_lacks"  # what is to be said of the last try
_NONE = mark("No case is chosen: tick some, or choose all of the list.")

ListedItems = Callable[[], Iterable[CaseItem]]  # all of the list, read when they are asked for


def choosing_cases() -> bool:
    """Tell whether somebody is choosing several cases."""
    return bool(st.session_state.get(_CHOOSING))


def draw_choosing_button() -> None:
    """Draw the button that lets one choose several cases."""
    st.button(gettext("Choose several"), key="several_open", on_click=_set, args=(True,))


def draw_case_choice(cards: list[CaseCard], n: int, listed: ListedItems) -> None:
    """Draw the cards with a box to tick each, and what can be done with the ticked ones.

    Or with all n of the list, which `listed` reads.
    """
    offered = [card for card in cards if not card.hidden]
    if words := st.session_state.pop(_LACKS, ""):
        draw_warning(gettext(words))
    with st.form("several_form", enter_to_submit=False, border=False):
        with st.container(key="noprint_several", border=True):
            _ways(offered, n, listed)
        for number, card in enumerate(cards):  # a key is sent too: of a held one not even the code
            with st.container(horizontal=True, key=f"choose_{number}"):
                if card in offered:
                    st.checkbox(gettext("Choose"), key=_box(card), label_visibility="collapsed")
                draw_html(case_card(card), key=f"card_{number}")


def _box(card: CaseCard) -> str:
    return f"tick_{card.item.case.code if card.item.case else id(card)}"


def _ways(offered: list[CaseCard], n: int, listed: ListedItems) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = ngettext("All {n} case of this list", "All {n} cases of this list", n)
        st.checkbox(words, key=_ALL)
        for key, label, ticked in (
            ("several_tick", gettext("Tick all on this page"), True),
            ("several_untick", gettext("Tick none"), False),
        ):
            st.form_submit_button(
                label, key=key, on_click=_tick, args=(offered,), kwargs={"ticked": ticked}
            )
    _fields()

    def button(label: str, key: str, deed: Callable[[Sequence[CaseItem]], None]) -> None:
        st.form_submit_button(
            label,
            key=key,
            type="primary" if deed is _take_up else "secondary",
            on_click=_do,
            args=(deed, offered, listed),
        )

    with st.container(horizontal=True):
        button(gettext("Take up"), "several_take", _take_up)
        if any(not card.item.tracked for card in offered):
            button(gettext("Begin to handle"), "several_in", _take_in)
        button(gettext("Set due and person"), "several_set", _set_fields)
        button(gettext("Finish"), "several_finish", _finish)
        button(gettext("Mark as duplicates of the oldest"), "several_same", _same)
        close = gettext("Close")
        st.form_submit_button(close, key="several_close", on_click=_set, args=(False,))


def _fields() -> None:
    desk, unchanged = the_desk(), gettext("As it is")
    person, due, cause, outcome = st.columns(4)
    person.selectbox(
        gettext("In charge"),
        list(desk.persons()),
        index=None,
        accept_new_options=True,
        placeholder=unchanged,
        key=_PERSON,
    )
    due.date_input(gettext("Due"), value=None, format="DD/MM/YYYY", key=_DUE)
    cause.selectbox(
        gettext("Cause"),
        list(desk.tracking.causes),
        index=None,
        placeholder=unchanged,
        key=_CAUSE,
    )
    outcome.selectbox(
        gettext("Outcome"),
        [outcome for outcome in CaseOutcome if outcome is not CaseOutcome.DUPLICATE],
        index=None,
        format_func=lambda outcome: gettext(OUTCOME_NAMES[outcome]),
        placeholder=gettext("When finishing"),
        key=_OUTCOME,
    )


def _tick(cards: list[CaseCard], *, ticked: bool) -> None:
    for card in cards:
        st.session_state[_box(card)] = ticked


def _do(
    deed: Callable[[Sequence[CaseItem]], None], offered: list[CaseCard], listed: ListedItems
) -> None:
    """Do it with the ticked cases, or with all of the list; then nothing is ticked any more."""
    state = st.session_state
    own = [card.item for card in offered if state.get(_box(card))]
    if chosen := list(listed()) if state.get(_ALL) else own:
        deed(chosen)
        if not state.get(_LACKS):
            state[_ALL] = False
            _tick(offered, ticked=False)
    else:
        state[_LACKS] = _NONE


def _written(*keys: str) -> dict[str, str]:
    """Return what these fields hold, as the journal writes it."""
    held = {key: st.session_state.get(key) for key in keys}
    return {
        _NAMES[key]: value.isoformat() if isinstance(value, dt.date) else str(value).strip()
        for key, value in held.items()
        if value
    }


def _take_up(items: Sequence[CaseItem]) -> None:
    fields = _written(_PERSON, _DUE)
    _keep(EventKind.TAKEN_UP, [i for i in items if _state(i) is CaseState.NEW], fields)


def _take_in(items: Sequence[CaseItem]) -> None:
    _keep(EventKind.TAKEN_IN, [i for i in items if not i.tracked], _written(_PERSON, _DUE))


def _set_fields(items: Sequence[CaseItem]) -> None:
    if fields := _written(_PERSON, _DUE):
        _keep(EventKind.CHANGED, items, fields)
    else:
        st.session_state[_LACKS] = mark("Choose who is in charge, or the day.")


def _finish(items: Sequence[CaseItem]) -> None:
    fields = _written(*_NAMES)
    if {"cause", "outcome"} <= fields.keys():
        _keep(EventKind.CLOSED, [i for i in items if _state(i) is not CaseState.DONE], fields)
    else:
        st.session_state[_LACKS] = mark("To finish, choose the cause and the outcome.")


def _same(items: Sequence[CaseItem]) -> None:
    """Close all but the oldest as repeating it; of one day the later in the list is older."""
    first = min(reversed(items), key=lambda item: item.response.day or dt.date.max)
    if first.case is None or len(items) < 2:
        st.session_state[_LACKS] = mark("Choose two cases or more.")
        return
    fields = {"outcome": str(CaseOutcome.DUPLICATE), "duplicate_of": first.case.code}
    _keep(EventKind.CLOSED, [item for item in items if item is not first], fields)


def _state(item: CaseItem) -> CaseState | None:
    return item.case.state if item.case else None


def _keep(kind: EventKind, items: Iterable[CaseItem], fields: dict[str, str]) -> None:
    """Keep one deed for all of them; what is not tracked is taken in first, from today on."""
    events = [event for item in items if item.case for event in _events(kind, item, fields)]
    if events:
        keep_events(events, about=SEVERAL_CASES)
    else:
        st.session_state[_LACKS] = mark(
            "Nothing was to be changed: the chosen cases are that far already."
        )


def _events(kind: EventKind, item: CaseItem, fields: dict[str, str]) -> Iterable[Event]:
    case: Case | None = item.case
    if case is None:
        return
    last = case.last
    if not item.tracked and kind is not EventKind.TAKEN_IN:
        taken = new_event(case.code, EventKind.TAKEN_IN, last)
        last = taken.id
        yield taken
    yield new_event(case.code, kind, last, fields)


def _set(choosing_: bool) -> None:
    st.session_state[_CHOOSING] = choosing_
