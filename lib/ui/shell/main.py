"""The script that the server runs for every viewer: language, address, menu, filters, page."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from lib.errors import SurveyError
from lib.server.collector import the_collector
from lib.server.open_uploads import the_uploads
from lib.server.streamlit_internals import page_session
from lib.ui.dan_van_kheo.register_filters import draw_register_filters
from lib.ui.dan_van_kheo.register_view import decode_register_view
from lib.ui.shell.access import may_set_up, viewer_role
from lib.ui.shell.address import (
    CONFIRMATION_PAGE,
    HELP_PAGE,
    PRESENTATION_PAGE,
    REGISTER_PAGE,
    SETUP_PAGE,
    browser_address,
    current_address,
    first_page_of_session,
    note_drawn_page,
    settle_address,
)
from lib.ui.shell.displayed_reading import displayed_reading
from lib.ui.shell.filter_bar import draw_filter_bar
from lib.ui.shell.filter_panel import draw_panel_closing
from lib.ui.shell.menu import draw_foot_links, draw_menu
from lib.ui.shell.page_frame import sidebar_basis
from lib.ui.shell.pin import draw_pin_button
from lib.ui.shell.process import feed_for_role, the_office, the_register_feed
from lib.ui.shell.share import draw_share_buttons
from lib.ui.shell.sign_in_panel import draw_sign_in
from lib.ui.shell.survey_view import asked_language, decode_survey_view
from lib.ui.shell.viewer_disclosure import role_disclosure
from lib.ui.trinh_chieu.presentation_start import draw_presentation_link
from lib.wording import gettext, use_language

_HERE = Path(__file__).parent
_PAGES = _HERE.parents[2] / "pages"
FIRST_PAGE = "tong_quan"  # the page whose address is "/"
# reached from the page of the data, from where a rate is missing, by a button, below the filters
_HIDDEN = ("toan_ven", CONFIRMATION_PAGE, PRESENTATION_PAGE, HELP_PAGE, SETUP_PAGE)
_WITHOUT_FILTERS = (HELP_PAGE, SETUP_PAGE)


def _pages() -> list[st.Page]:
    named = {
        FIRST_PAGE: gettext("Overview"),
        "theo_cau_hoi": gettext("By question"),
        "so_sanh": gettext("Compare"),
        "can_xu_ly": gettext("Needs action"),
        "dan_van_kheo": gettext("Dân vận khéo"),
        "tac_dong": gettext("Impact"),
        "du_lieu": gettext("Data"),
        "toan_ven": gettext("Integrity of the data"),
        CONFIRMATION_PAGE: gettext("To be confirmed"),
        PRESENTATION_PAGE: gettext("Presentation"),
        HELP_PAGE: gettext("Help"),
        SETUP_PAGE: gettext("Get started"),
    }
    return [
        st.Page(_PAGES / f"{stem}.py", title=title, default=stem == FIRST_PAGE)
        for stem, title in named.items()
    ]


def _sidebar(here: st.Page) -> None:
    """Draw the filters over the rows of now; while there are none the page says why."""
    try:
        bar = _filters(here)
    except SurveyError:
        with st.sidebar:
            draw_foot_links(here)
        return
    st.session_state["_drawn"] = sidebar_basis(bar is not None)
    with st.sidebar:
        if bar is not None:
            bar()
        draw_panel_closing(here.url_path)
        draw_share_buttons()
        draw_foot_links(here)
        draw_sign_in()


def _filters(here: st.Page) -> Callable[[], None] | None:
    """Return what draws the filters of a page; raises SurveyError where settings are wrong."""
    the_office()
    if here.url_path in _WITHOUT_FILTERS:
        return None
    return _register() if here.url_path == REGISTER_PAGE else _survey()


def _survey() -> Callable[[], None] | None:
    """Return what draws the survey's filters, None while nothing was read."""
    role = viewer_role()
    snapshot, places = feed_for_role(role).snapshot, the_office().places
    if snapshot is None:
        return None
    responses = displayed_reading(snapshot, role).responses
    view, may = (
        decode_survey_view(current_address(), responses, places),
        role_disclosure(responses, role),
    )

    def draw() -> None:
        draw_filter_bar(responses, view, places, may)
        draw_pin_button()
        draw_presentation_link()

    return draw


def _register() -> Callable[[], None] | None:
    """Return what draws the register's filters, None while nothing was read."""
    feed, places = the_register_feed(), the_office().places
    if feed is None or feed.snapshot is None:
        return None
    register = feed.snapshot.made
    view = decode_register_view(current_address(), register, places)
    return lambda: draw_register_filters(register, view, places)


def _begins_with_setup(page: st.Page) -> bool:
    """Tell whether whoever may set up opens the bare address while only the sample is there.

    Every link, and every way inside the app, shows the sample.
    """
    opened = page.url_path == "" and not browser_address() and first_page_of_session()
    return opened and may_set_up() and the_office().sample


def run_page_script(more: Sequence[st.Page] = ()) -> None:
    """Draw the page that the address names; `more` pages stand after ours."""
    with the_collector.drawing():
        _run(more)


def _run(more: Sequence[st.Page]) -> None:
    use_language(asked_language(browser_address()))
    pages = [*_pages(), *more]
    page = st.navigation(pages, position="hidden")
    st.set_page_config(
        page_title=" · ".join((page.title, gettext("Survey"))),
        page_icon=str(_HERE / "icon.png"),
        layout="wide",
        initial_sidebar_state=280,
    )
    st.html(_HERE / "look.css")
    settle_address()
    use_language(asked_language(current_address()))
    if _begins_with_setup(page):
        st.switch_page(next(each for each in pages if each.url_path == SETUP_PAGE))
    note_drawn_page(page.url_path)
    the_uploads.note(page_session(), shown=page.url_path == SETUP_PAGE and may_set_up())
    if page.url_path != PRESENTATION_PAGE:  # nothing but the slide is on the wall
        draw_menu([listed for listed in pages if listed.url_path not in _HIDDEN], page)
        _sidebar(page)
    page.run()


if __name__ == "__main__":
    run_page_script()
