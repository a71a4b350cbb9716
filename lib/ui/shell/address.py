"""The address bar is the view: a callback writes it, every run reads it, nothing else holds it.

Each line is there because a browser journey failed without it; `tests/browser` repeats them.
"""

from collections.abc import Collection, Mapping
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from lib.server.streamlit_internals import came_by_history
from lib.ui.can_xu_ly.case_view import CASE_PARAMETERS
from lib.ui.dan_van_kheo.register_view import REGISTER_PARAMETERS
from lib.ui.pieces.markup import LINK_ORIGIN, LINKS_DRAWN_AT, page_href
from lib.ui.shell.survey_view import PIN_PARAMETERS, SURVEY_PARAMETERS
from lib.ui.shell.value_parameter import VALUE_PARAMETER

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
SETUP_PAGE = "bat_dau"
TERM_PARAMETER = "tu"  # the word that the help begins with
GUIDE_PARAMETER, SECTION_PARAMETER = "bai", "muc"  # the guide's page, and where it is read from
SLIDE_PARAMETER = "chieu"  # the slide that is on the screen
_NO_FILTERS = ("lang", "nguon", SPLIT_PARAMETER, ORDER_PARAMETER, TABLE_PARAMETER)
_HELP = (TERM_PARAMETER, GUIDE_PARAMETER, SECTION_PARAMETER)
_NAMES = {
    # the last ones are kept for the way back
    REGISTER_PAGE: (*REGISTER_PARAMETERS, "ap", "cau", VALUE_PARAMETER, _SURVEY_SECTORS),
    QUESTION_PAGE: (*SURVEY_PARAMETERS, SPLIT_PARAMETER),
    COMPARISON_PAGE: (*SURVEY_PARAMETERS, SPLIT_PARAMETER, ORDER_PARAMETER, TABLE_PARAMETER),
    "tac_dong": (*SURVEY_PARAMETERS, "nguon"),
    PRESENTATION_PAGE: (*SURVEY_PARAMETERS, SLIDE_PARAMETER),
    HELP_PAGE: (*SURVEY_PARAMETERS, *_HELP),
}


def browser_address() -> dict[str, list[str]]:
    """Return the address as the browser sent it with this run; its names in any case."""
    sent = _sent()
    sent.pop(LINK_ORIGIN, None)
    return sent


def _sent() -> dict[str, list[str]]:
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


def help_query(page: str = "", section: str = "", term: str = "") -> dict[str, list[str]]:
    """Return the help's parameters for what is to be read there; the view is kept beside it."""
    kept = {n: v for n, v in query_for_page(HELP_PAGE).items() if n not in _HELP}
    asked = {TERM_PARAMETER: term, GUIDE_PARAMETER: page, SECTION_PARAMETER: section}
    return kept | {name: [value] for name, value in asked.items() if value}


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
    state["_stale"] = [*state.get("_stale", [])[-4:], browser_address(), current_address()]
    state["_query"] = {name: list(values) for name, values in new.items() if values}
    st.query_params.from_dict(state["_query"])
    _note_origin()


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
    """Find out where we are; first in every run, before links and filters.

    A message sent before the browser heard of our last write still carries the address before it.
    """
    state, now = st.session_state, browser_address()
    if "_query" not in state:
        state["_query"] = now
    elif came_by_history() or now not in (state["_query"], *state.get("_stale", ())):
        state["_query"] = _followed_link(_sent().get(LINK_ORIGIN, [""])[-1], now)
        state["_stale"] = [now]
    if _sent() != state["_query"]:
        st.query_params.from_dict(state["_query"])


def _followed_link(origin: str, target: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return where a link leads that was drawn at `origin`: what it does not change stays as it is.

    Whoever chooses a commune and presses a link at once presses one drawn before that choice.
    """
    drawn, now = urlsplit(origin), current_address()
    if drawn.path != page_href(addressed_page(), {}):
        return target
    before = parse_qs(drawn.query)
    kept = {n for n in _names(addressed_page()) if target.get(n) == before.get(n)}
    if any(now.get(name) != before.get(name) for name in ("xa", "ap")):
        kept.add("dg")  # the menu's choice for those who chose no place
    merged = target | {name: now.get(name, []) for name in kept}
    return {name: values for name, values in merged.items() if values}


def first_page_of_session() -> bool:
    """Tell whether nothing was drawn yet for whoever opened the app."""
    return "_page" not in st.session_state


def note_drawn_page(page: str) -> None:
    """Remember the page that is drawn, and where its links are drawn."""
    st.session_state["_page"] = page
    _note_origin()


def _note_origin() -> None:
    st.session_state[LINKS_DRAWN_AT] = page_href(addressed_page(), link_query())
