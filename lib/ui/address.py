"""The address bar is the view: a callback writes it, every run reads it, nothing else holds it.

Each line is there because a browser journey failed without it; `tests/browser` repeats them.
"""

import time
from collections.abc import Callable, Collection, Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.ui import view, work_view
from lib.ui.movement import view as movement_view

# A message sent before the browser heard of our last write still carries the address before it.
ROUND_TRIP = 2.0
REGISTER = "dan_van_kheo"  # its models have sectors of their own
PRESENTED = "trinh_chieu"
SLIDE = "chieu"  # the slide that is on the screen
NAMES = {
    REGISTER: movement_view.NAMES,
    "tac_dong": (*view.NAMES, "nguon"),
    PRESENTED: (*view.NAMES, SLIDE),
}


def asked() -> dict[str, list[str]]:
    """Return the address as the browser sent it with this run; its names in any case."""
    told = st.query_params
    return {name.lower(): told.get_all(name) for name in told}


def current() -> dict[str, list[str]]:
    """Return the address that counts: the browser's, or our write it has not heard of yet."""
    state: dict[str, list[str]] = st.session_state.get("_query", {})
    return dict(state)


def query(**changes: list[str]) -> dict[str, list[str]]:
    """Return the view's parameters for a link, with these changed; an empty one is left out."""
    kept = _kept(_names(_here())) | changes
    return {name: values for name, values in kept.items() if values}


def towards(page: str) -> dict[str, list[str]]:
    """Return of the view's parameters those that mean the same on another page."""
    shared = set(_names(_here())) & set(_names(page))
    if (_here() == REGISTER) != (page == REGISTER):
        shared -= {"linh_vuc"}
    return _kept(shared)


def _here() -> str:
    return str(st.session_state.get("_page", ""))


def _names(page: str) -> tuple[str, ...]:
    return NAMES.get(page, view.NAMES)


def _kept(names: Collection[str]) -> dict[str, list[str]]:
    return {name: values for name, values in current().items() if name in names and values}


def go(new: Mapping[str, list[str]]) -> None:
    """Write a new address: one entry in the browser's history, so that one Back undoes it."""
    state = st.session_state
    before = [*state.get("_stale", [])[-4:], asked(), current()]
    state["_stale"], state["_sent"] = before, time.monotonic()
    state["_query"] = {name: list(values) for name, values in new.items() if values}
    st.query_params.from_dict(state["_query"])


def change(**changes: list[str]) -> None:
    """Write the address with these parameters changed and all others, known or not, kept."""
    go({**current(), **changes})


def clear() -> None:
    """Write the address without any filter; language, dataset and pinned reading stay."""
    filters = {*_names(_here()), *work_view.NAMES} - {"lang", "nguon", *view.PINNING}
    go({n: v for n, v in current().items() if n not in filters})


def arrive() -> None:
    """Find out where we are; first in every run, before links and filters."""
    state, now = st.session_state, asked()
    context = get_script_run_ctx()
    if "_query" not in state or (context and context.is_history_navigation):
        state["_query"], state["_stale"] = now, []
    elif now != state["_query"]:
        echo = now in state.get("_stale", ())
        if not (echo and time.monotonic() - state["_sent"] < ROUND_TRIP):
            state["_query"] = now  # a link to the page one is on: the bar does not follow it
        st.query_params.from_dict(state["_query"])


def put(key: str, value: object) -> None:
    """Show a filter's value; an equal one is never assigned, that would close an open list."""
    state = st.session_state
    state.setdefault("_latest", {})[key] = value
    if key in state and state[key] == value:
        return
    if key in state:
        state.setdefault("_was", {})[key] = (state[key], time.monotonic())
    state[key] = value


def edited(key: str) -> bool:
    """Tell an edit from a message that repeats what is shown, or was before Back or reset.

    To Streamlit any value of a filter that the page before had, and this one has not, is new.
    """
    state = st.session_state
    value, latest = state[key], state.setdefault("_latest", {})
    if key in latest and latest[key] == value:
        return False
    latest[key] = value
    was, when = state.get("_was", {}).get(key, (None, -ROUND_TRIP - 1))
    return not (value == was and time.monotonic() - when < ROUND_TRIP)


def write(
    name: str,
    key: str,
    values: Callable[[], list[str] | None],
    clears: tuple[str, ...] = (),
) -> None:
    """Write one filter's new values (for its on_change); None is an edit not finished yet."""
    new = values() if edited(key) else None
    if new is not None:
        change(**{name: new}, **{cleared: [] for cleared in clears})
