"""The menu on top of every page, and the links to help and to the other language.

Each is one piece of HTML: of the time from a click to its picture, a browser spends more on eight
elements of Streamlit than on all their words in one.
"""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.errors import SurveyError
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.access import may_set_up, viewer_role
from lib.ui.shell.address import (
    HELP_PAGE,
    SETUP_PAGE,
    current_address,
    help_query,
    link_query,
    query_for_page,
)
from lib.ui.shell.process import feed_for_role
from lib.ui.shell.survey_view import asked_language
from lib.wording import gettext

# Where communes stand beside each other: those of before and after a merger would be rivals.
_COMPARING = ("so_sanh", "theo_cau_hoi")


def draw_menu(pages: Sequence[st.Page], here: st.Page) -> None:
    """Draw a link to each page; it keeps of the view what means the same there.

    Where communes merged it leads to the communes of today, unless the address says of when.
    """
    links = join_markup(_menu_link(page, here) for page in pages)
    draw_html(tag("nav", links, aria_label=gettext("Pages")), key="menu")


def _menu_link(page: st.Page, here: st.Page) -> Markup:
    current = {"aria-current": "page"} if page.url_path == here.url_path else {}
    query = query_for_page(page.url_path)
    if page.url_path in _COMPARING and _merged() and not {"dg", "xa", "ap"} & query.keys():
        query["dg"] = ["nay"]
    return page_link(page.title, page.url_path, query, **current)


def _merged() -> bool:
    try:
        snapshot = feed_for_role(viewer_role()).snapshot
    except SurveyError:
        return False  # the page says why there is nothing
    return snapshot is not None and snapshot.made.communes_merged


def draw_foot_links(here: st.Page) -> None:
    """Draw the ways to help, to the same view in the other language, and to setting up."""
    vietnamese = asked_language(current_address()) == "vi"
    words, code = ("English", "en") if vietnamese else ("Tiếng Việt", "vi")
    query = link_query(lang=["en"] if vietnamese else [])
    links = [
        page_link(gettext("Help"), HELP_PAGE, help_query(), **_current(here, HELP_PAGE)),
        page_link(words, here.url_path, query, lang=code),
    ]
    if may_set_up():
        way = page_link(gettext("Set up"), SETUP_PAGE, {}, **_current(here, SETUP_PAGE))
        links.append(way)
    draw_html(tag("p", join_markup(links, " · ")), key="language")


def _current(here: st.Page, page: str) -> dict[str, str]:
    return {"aria-current": "page"} if here.url_path == page else {}
