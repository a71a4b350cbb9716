"""The guide of the office by what one wants to do, one page of it, and what the words mean."""

import streamlit as st
from markupsafe import Markup

from lib.ui.pieces.banners import draw_nothing_yet, draw_warning
from lib.ui.pieces.glossary import GlossaryTerm, glossary_terms
from lib.ui.pieces.markup import draw_html, draw_static_html, join_markup, page_link, tag
from lib.ui.shell.address import (
    GUIDE_PARAMETER,
    HELP_PAGE,
    SECTION_PARAMETER,
    TERM_PARAMETER,
    current_address,
    help_query,
)
from lib.ui.shell.address_reader import AddressReader
from lib.ui.shell.page_frame import draw_heading
from lib.ui.tro_giup.guide_pages import (
    CONTENTS_PAGE,
    MARKDOWN,
    PICTURE_FOLDER,
    GuidePage,
    guide_pages,
)
from lib.ui.tro_giup.guide_search import GuidePassage, find_in_guide
from lib.wording import current_language, gettext, ngettext

_SEARCH, _SOUGHT = "noprint_guide_search", "_sought_in_guide"
_MOST = 15  # places found that are shown


def draw_help_page() -> None:
    """Draw the page of the guide or the word that was asked for, or what there is."""
    reading = AddressReader(current_address())
    page = reading.single(GUIDE_PARAMETER, guide_pages())
    sections = {section.anchor: section.anchor for section in page.sections} if page else {}
    section = reading.single(SECTION_PARAMETER, sections) if page else None
    asked = reading.single(TERM_PARAMETER, glossary_terms())
    title = tag("span", page.title, lang="vi") if page else gettext("Help")
    draw_heading(title, gettext("Help") if page else gettext("Survey"))
    for problem in reading.problems:
        draw_warning(problem)
    if page:
        _draw_guide_page(page, section or "")
    else:
        _draw_contents(asked)


def _draw_guide_page(page: GuidePage, section: str) -> None:
    back = page_link(gettext("All of the guide, search and terms"), HELP_PAGE, help_query())
    draw_html(tag("p", "← ", back, class_="x-note"), key="noprint_all_of_guide")
    _say_language()
    headings = [part for part in page.sections if part.heading]
    links = (
        page_link(part.heading, HELP_PAGE, help_query(page.name, part.anchor)) for part in headings
    )
    if len(headings) > 2:
        items = join_markup(tag("li", link) for link in links)
        name = tag("p", gettext("On this page"), class_="x-note")
        contents = tag("nav", name, tag("ul", items), aria_label=gettext("On this page"))
        draw_html(contents, key="noprint_guide_headings")
    draw_html(_guide_text(page, section), key="guide")


def _draw_contents(asked: GlossaryTerm | None) -> None:
    if asked:
        draw_static_html(tag("dl", _entry(asked), class_="x-glossary x-asked"))
    if sought := _draw_search():
        _draw_found(sought)
        return
    _say_language()
    draw_html(_guide_text(guide_pages()[CONTENTS_PAGE]), key="guide")
    title = tag("h2", gettext("What the words mean"), class_="x-h2")
    every = tag("dl", join_markup(map(_entry, glossary_terms().values())), class_="x-glossary")
    draw_static_html(tag("section", title, every))


def _draw_search() -> str:
    """Draw the search and return what is sought; it is never in the address."""
    if _SEARCH not in st.session_state:  # Streamlit forgets it while a page is open
        st.session_state[_SEARCH] = st.session_state.get(_SOUGHT, "")
    typed = st.text_input(
        gettext("Search in the guide"),
        placeholder=gettext("accents are not needed"),
        key=_SEARCH,
    )
    st.session_state[_SOUGHT] = typed.strip()
    return typed.strip()


def _draw_found(sought: str) -> None:
    found = find_in_guide(sought)
    if not found:
        draw_nothing_yet(
            gettext("The guide does not have “{words}”.", words=sought),
            gettext("Try fewer words, or clear the box to see all of the guide."),
        )
        return
    words = ngettext(
        "{n} place has “{words}”", "{n} places have “{words}”", len(found), words=sought
    )
    if len(found) > _MOST:
        words = gettext("{found}; here are the first {n}", found=words, n=_MOST)
    items = join_markup(tag("li", *_place(*each)) for each in found[:_MOST])
    heading = tag("p", words, class_="x-note", role="status")
    draw_html(heading + tag("ol", items, class_="x-found"), key="guide_found")


def _place(passage: GuidePassage, line: Markup) -> tuple[Markup, Markup]:
    language = "vi" if passage.page else current_language()
    query = help_query(passage.page, passage.anchor)
    if not passage.page:
        query = help_query(term=passage.anchor)
    name = " › ".join(filter(None, (passage.title, passage.heading)))
    return page_link(name, HELP_PAGE, query, lang=language), tag("p", line, lang=language)


def _say_language() -> None:
    if current_language() != "vi":
        draw_static_html(tag("p", gettext("The guide is in Vietnamese only."), class_="x-note"))


def _guide_text(page: GuidePage, section: str = "") -> Markup:
    known = {"page": page.name, "pages": guide_pages(), "pictures": PICTURE_FOLDER}
    env = {**known, "section": section, "heading": page.title}
    written = MARKDOWN.renderer.render(page.tokens, MARKDOWN.options, env)
    return tag("article", Markup(written), class_="x-guide", lang="vi")


def _entry(term: GlossaryTerm) -> Markup:
    return tag("dt", term.name) + tag("dd", term.meaning)
