"""What a filter shows is the address: an edit is told from a message that is late.

A message repeats what the browser shows, which may be older than what it was told last. So each
telling has a number, and a hidden field sends back the last number that the browser heard.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

import streamlit as st

from lib.ui.shell.address import change_address

_HEARD = "heard"
_NUMBER = "_telling"


class _Telling(NamedTuple):
    """What a filter shows from this telling on."""

    number: int
    value: object


def draw_heard_telling() -> None:
    """Draw the field that sends back the last telling that was heard; after all filters."""
    if (number := st.session_state.get(_NUMBER, 0)) != _heard():
        st.session_state[_HEARD] = number
    st.number_input(_HEARD, min_value=0, key=_HEARD, label_visibility="collapsed")


def show_filter_value(key: str, value: object, offered: Collection[object] | None = None) -> None:
    """Show a filter's value; an equal one is never assigned, that would close an open list.

    But where the browser has not heard yet that it showed another one meanwhile, it is told again.
    `offered` are the values that can be chosen, None any.
    """
    state = st.session_state
    state.setdefault("_offered", {})[key] = None if offered is None else frozenset(offered)
    told = _tellings(key)
    unheard = [each.value for each in told if each.number > _heard()]
    if key in state and state[key] == value and all(other == value for other in unheard):
        return
    state[_NUMBER] = state.get(_NUMBER, 0) + 1
    _remember(key, _Telling(state[_NUMBER], value))
    state[key] = value


def filter_was_edited(key: str) -> bool:
    """Tell an edit from a message that repeats what is shown, or what the browser still shows.

    To Streamlit any value of a filter that the page before had, and this one has not, is new.
    """
    value, told = st.session_state[key], _tellings(key)
    if not _is_offered(key, value):
        return False  # the label of what can be chosen no more, from a page drawn before
    if told and value in (told[-1].value, _still_shown(told)):
        return False
    _remember(key, _Telling(st.session_state.get(_NUMBER, 0), value))
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


def _is_offered(key: str, value: object) -> bool:
    """Tell whether the value can be chosen; nothing always can."""
    offered = st.session_state.get("_offered", {}).get(key)
    chosen = value if isinstance(value, list) else [value] if value is not None else []
    return offered is None or all(each in offered for each in chosen)


def _heard() -> int:
    return int(st.session_state.get(_HEARD, 0))


def _tellings(key: str) -> list[_Telling]:
    tellings: list[_Telling] = st.session_state.setdefault("_tellings", {}).setdefault(key, [])
    return tellings


def _still_shown(told: list[_Telling]) -> object:
    heard = [each for each in told if each.number <= _heard()]
    return heard[-1].value if heard else told[0].value


def _remember(key: str, telling: _Telling) -> None:
    told = _tellings(key)
    past = [each for each in told if each.number <= _heard()][:-1]  # no message repeats these
    told[:] = [*(each for each in told if each not in past), telling]
