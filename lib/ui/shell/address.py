"""The address bar is the view: a callback writes it, every run reads it, nothing else holds it.

Each line is there because a browser journey failed without it; `tests/browser` repeats them.
"""

import time
from collections.abc import Callable, Collection, Mapping

import streamlit as st

from lib.server.streamlit_internals import came_by_history
from lib.ui.can_xu_ly.case_view import CASE_PARAMETERS
from lib.ui.dan_van_kheo.register_view import REGISTER_PARAMETERS
from lib.ui.shell.survey_view import PIN_PARAMETERS, SURVEY_PARAMETERS
from lib.ui.shell.value_parameter import VALUE_PARAMETER

# A message sent before the browser heard of our last write still carries the address before it.
_ROUND_TRIP = 2.0
QUESTION_PAGE = "theo_cau_hoi"
REGISTER_PAGE = "dan_van_kheo"  # its models have sectors of their own
_SECTORS, _SURVEY_SECTORS = "linh_vuc", "linh_vuc_phieu"  # of the page, of the survey meanwhile
PRESENTATION_PAGE = "trinh_chieu"
CONFIRMATION_PAGE = "can_xac_nhan"
COMPARISON_PAGE = "so_sanh"
SPLIT_PARAMETER = "theo"  # by what answers are told apart, or compared
ORDER_PARAMETER = "xep"  # by which column a comparison is ordered
TABLE_PARAMETER, CROSS_TABLE = "bang", "cheo"  # which table compares: rates, or this one
HELP_PAGE = "tro_giup"
TERM_PARAMETER = "tu"  # the word that the help begins with
SLIDE_PARAMETER = "chieu"  # the slide that is on the screen
_NO_FILTERS = ("lang", "nguon", SPLIT_PARAMETER, ORDER_PARAMETER, TABLE_PARAMETER)
_NAMES = {
    # the last ones are kept for the way back
    REGISTER_PAGE: (*REGISTER_PARAMETERS, "ap", "cau", VALUE_PARAMETER, _SURVEY_SECTORS),
    QUESTION_PAGE: (*SURVEY_PARAMETERS, SPLIT_PARAMETER),
    COMPARISON_PAGE: (*SURVEY_PARAMETERS, SPLIT_PARAMETER, ORDER_PARAMETER, TABLE_PARAMETER),
    "tac_dong": (*SURVEY_PARAMETERS, "nguon"),
    PRESENTATION_PAGE: (*SURVEY_PARAMETERS, SLIDE_PARAMETER),
    HELP_PAGE: (*SURVEY_PARAMETERS, TERM_PARAMETER),
}


def browser_address() -> dict[str, list[str]]:
    """Return the address as the browser sent it with this run; its names in any case."""
    sent = st.query_params
    return {name.lower(): sent.get_all(name) for name in sent}


def current_address() -> dict[str, list[str]]:
    """Return the address that counts: the browser's, or our write it has not heard of yet."""
    state: dict[str, list[str]] = st.session_state.get("_query", {})
    return dict(state)


def link_query(**changes: list[str]) -> dict[str, list[str]]:
    """Return the view's parameters for a link, with these changed; an empty one is left out."""
    kept = _kept(_names(addressed_page())) | changes
    return {name: values for name, values in kept.items() if values}


def query_for_page(page: str) -> dict[str, list[str]]:
    """Return of the view's parameters those that mean the same on another page."""
    kept = _kept(set(_names(addressed_page())) & set(_names(page)))
    there, back = page == REGISTER_PAGE, addressed_page() == REGISTER_PAGE
    if there != back:
        kept.pop(_SECTORS, None)
        before, after = (_SECTORS, _SURVEY_SECTORS) if there else (_SURVEY_SECTORS, _SECTORS)
        if sectors := current_address().get(before):
            kept[after] = sectors
    return kept


def addressed_page() -> str:
    """Return the page that is drawn, "" for the first one."""
    return str(st.session_state.get("_page", ""))


def _names(page: str) -> tuple[str, ...]:
    return _NAMES.get(page, SURVEY_PARAMETERS)


def _kept(names: Collection[str]) -> dict[str, list[str]]:
    return {name: values for name, values in current_address().items() if name in names and values}


def open_address(new: Mapping[str, list[str]]) -> None:
    """Write a new address: one entry in the browser's history, so that one Back undoes it."""
    state = st.session_state
    before = [*state.get("_stale", [])[-4:], browser_address(), current_address()]
    state["_stale"], state["_sent"] = before, time.monotonic()
    state["_query"] = {name: list(values) for name, values in new.items() if values}
    st.query_params.from_dict(state["_query"])


def change_address(**changes: list[str]) -> None:
    """Write the address with these parameters changed and all others, known or not, kept.

    But a list chosen otherwise begins at its first page.
    """
    open_address({**current_address(), "trang": [], **changes})


def clear_filters() -> None:
    """Write the address without any filter; how it is looked at stays, and the pinned reading."""
    filters = {*_names(addressed_page()), *CASE_PARAMETERS} - {*_NO_FILTERS, *PIN_PARAMETERS}
    open_address({n: v for n, v in current_address().items() if n not in filters})


def settle_address() -> None:
    """Find out where we are; first in every run, before links and filters."""
    state, now = st.session_state, browser_address()
    if "_query" not in state or came_by_history():
        state["_query"], state["_stale"] = now, []
    elif now != state["_query"]:
        echo = now in state.get("_stale", ())
        if not (echo and time.monotonic() - state["_sent"] < _ROUND_TRIP):
            state["_query"] = now  # a link to the page one is on: the bar does not follow it
        st.query_params.from_dict(state["_query"])


def show_filter_value(key: str, value: object) -> None:
    """Show a filter's value; an equal one is never assigned, that would close an open list.

    But where the browser told what it showed before our last value, it has heard of that one by
    now: it is told again.
    """
    state = st.session_state
    latest, late = state.setdefault("_latest", {}), state.setdefault("_late", set())
    shown = [state[key]] if key in state else []
    if key in late:
        shown.insert(0, latest[key])
        late.discard(key)
    latest[key] = value
    other = [before for before in shown if before != value]
    if shown and not other:
        return
    if other:
        state.setdefault("_was", {})[key] = (other[0], time.monotonic())
    state[key] = value


def filter_was_edited(key: str) -> bool:
    """Tell an edit from a message that repeats what is shown, or was before Back or reset.

    To Streamlit any value of a filter that the page before had, and this one has not, is new.
    """
    state = st.session_state
    value, latest = state[key], state.setdefault("_latest", {})
    if key in latest and latest[key] == value:
        return False
    was, when = state.get("_was", {}).get(key, (None, -_ROUND_TRIP - 1))
    if value == was and time.monotonic() - when < _ROUND_TRIP:
        state.setdefault("_late", set()).add(key)
        return False
    latest[key] = value
    return True


def write_filter(
    name: str,
    key: str,
    values: Callable[[], list[str] | None],
    clears: tuple[str, ...] = (),
) -> None:
    """Write one filter's new values (for its on_change); None is an edit not finished yet."""
    new = values() if filter_was_edited(key) else None
    if new is not None:
        change_address(**{name: new}, **{cleared: [] for cleared in clears})
