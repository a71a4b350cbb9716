"""What the words of the pages mean; the one that a link asks for stands first."""

from markupsafe import Markup

from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.glossary import GlossaryTerm, glossary_terms
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.address import TERM_PARAMETER, current_address
from lib.ui.shell.address_reader import AddressReader
from lib.ui.shell.page_frame import draw_heading
from lib.wording import gettext


def draw_help_page() -> None:
    """Draw the word that was asked for, and all of them."""
    draw_heading(gettext("Help"), gettext("Survey"))
    terms = glossary_terms()
    reading = AddressReader(current_address())
    asked = reading.single(TERM_PARAMETER, terms)
    for problem in reading.problems:
        draw_warning(problem)
    first = tag("dl", _entry(asked), class_="x-glossary x-asked") if asked else Markup("")
    title = tag("h2", gettext("What the words mean"), class_="x-h2")
    every = tag("dl", join_markup(map(_entry, terms.values())), class_="x-glossary")
    draw_static_html(first + tag("section", title, every))


def _entry(term: GlossaryTerm) -> Markup:
    return tag("dt", term.name) + tag("dd", term.meaning)
