"""The script that the server runs for every viewer: language, address, menu, filters, page."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from lib import wording
from lib.errors import SurveyError
from lib.server.collector import the_collector
from lib.ui import access, address, disclosed, filters, pin, share, visitor
from lib.ui.feed import office, reading, the_register
from lib.ui.frame import drawn
from lib.ui.movement import filters as movement_filters
from lib.ui.movement import view as movement_view
from lib.ui.present import begin
from lib.ui.shown import shown
from lib.ui.view import decode, language
from lib.wording import gettext

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "pages"
FIRST = "tong_quan"  # the page whose address is "/"
HIDDEN = ("toan_ven", address.PRESENTED)  # reached from the page of the data, and by a button


def _pages() -> list[st.Page]:
    named = {
        FIRST: gettext("Overview"),
        "theo_cau_hoi": gettext("By question"),
        "so_sanh": gettext("Compare"),
        "can_xu_ly": gettext("Needs action"),
        "dan_van_kheo": gettext("Dân vận khéo"),
        "tac_dong": gettext("Impact"),
        "du_lieu": gettext("Data"),
        "toan_ven": gettext("Integrity of the data"),
        address.PRESENTED: gettext("Presentation"),
    }
    return [
        st.Page(PAGES / f"{stem}.py", title=title, default=stem == FIRST)
        for stem, title in named.items()
    ]


def _menu(pages: list[st.Page]) -> None:
    with st.container(key="menu", horizontal=True):
        for page in (page for page in pages if page.url_path not in HIDDEN):
            st.page_link(page, label=page.title, query_params=address.towards(page.url_path))


def _sidebar(here: st.Page) -> None:
    """Draw the filters over the rows of now; while there are none the page says why."""
    try:
        filtered = _register if here.url_path == address.REGISTER else _survey
        bar = filtered()
    except SurveyError:
        return
    st.session_state["_drawn"] = drawn(bar is not None)
    with st.sidebar:
        if bar is not None:
            bar()
        share.buttons()
        share.language(here)
        visitor.draw()


def _survey() -> Callable[[], None] | None:
    """Return what draws the survey's filters, None while nothing was read."""
    role = access.role()
    snapshot, places = reading(role).snapshot, office().places
    if snapshot is None:
        return None
    responses = shown(snapshot, role).responses
    view, may = decode(address.current(), responses, places), disclosed.may(responses, role)

    def draw() -> None:
        filters.bar(responses, view, places, may)
        pin.button()
        begin.button()

    return draw


def _register() -> Callable[[], None] | None:
    """Return what draws the register's filters, None while nothing was read."""
    feed, places = the_register(), office().places
    if feed is None or feed.snapshot is None:
        return None
    register = feed.snapshot.made
    view = movement_view.decode(address.current(), register, places)
    return lambda: movement_filters.bar(register, view, places)


def run(more: Sequence[st.Page] = ()) -> None:
    """Draw the page that the address names; `more` pages stand after ours."""
    with the_collector.drawing():
        _run(more)


def _run(more: Sequence[st.Page]) -> None:
    wording.use(language(address.asked()))
    pages = [*_pages(), *more]
    page = st.navigation(pages, position="hidden")
    st.set_page_config(
        page_title=" · ".join((page.title, gettext("Survey"))),
        page_icon=str(HERE / "icon.png"),
        layout="wide",
        initial_sidebar_state=280,
    )
    st.html(HERE / "look.css")
    address.arrive()
    wording.use(language(address.current()))
    st.session_state["_page"] = page.url_path
    if page.url_path != address.PRESENTED:  # nothing but the slide is on the wall
        _menu(pages)
        _sidebar(page)
    page.run()


if __name__ == "__main__":
    run()
