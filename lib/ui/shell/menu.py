"""The menu on top of every page, and the link to the other language.

Each is one piece of HTML: of the time from a click to its picture, a browser spends more on eight
elements of Streamlit than on all their words in one.
"""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.address import current_address, link_query, query_for_page
from lib.ui.shell.survey_view import asked_language
from lib.wording import gettext


def draw_menu(pages: Sequence[st.Page], here: st.Page) -> None:
    """Draw a link to each page; it keeps of the view what means the same there."""
    links = join_markup(_menu_link(page, here) for page in pages)
    draw_html(tag("nav", links, aria_label=gettext("Pages")), key="menu")


def _menu_link(page: st.Page, here: st.Page) -> Markup:
    current = {"aria-current": "page"} if page.url_path == here.url_path else {}
    return page_link(page.title, page.url_path, query_for_page(page.url_path), **current)


def draw_language_link(here: st.Page) -> None:
    """Draw the link that shows the same view in the other language."""
    vietnamese = asked_language(current_address()) == "vi"
    words, code = ("English", "en") if vietnamese else ("Tiếng Việt", "vi")
    query = link_query(lang=["en"] if vietnamese else [])
    draw_html(page_link(words, here.url_path, query, lang=code), key="language")
