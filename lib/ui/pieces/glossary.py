"""The words that an office may not know, each with one plain sentence, and the link to it."""

import functools
import tomllib
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from lib.ui.pieces.markup import page_link
from lib.ui.shell.address import HELP_PAGE, help_query
from lib.wording import current_language, gettext

GLOSSARY_FILE = Path(__file__).parent / "glossary.toml"


class GlossaryTerm(NamedTuple):
    """A word and what it means; its code is in links."""

    code: str
    name: str
    meaning: str


@functools.cache
def _written() -> tuple[dict[str, list[str]], ...]:
    return tuple(tomllib.loads(GLOSSARY_FILE.read_text(encoding="utf-8"))["term"])


def glossary_terms() -> dict[str, GlossaryTerm]:
    """Return the words in the reader's language by their codes, in the order of the page."""
    terms = (GlossaryTerm(str(t["code"]), *t[current_language()]) for t in _written())
    return {term.code: term for term in terms}


def term_link(code: str) -> Markup:
    """Return a question mark that leads to what a word means, to stand behind the word."""
    term = glossary_terms()[code]
    spoken = gettext("What this means: {term}", term=term.name)
    # The sign itself is the style sheet's: it is no part of the sentence that it stands in.
    link = {"class_": "x-term", "aria_label": spoken, "title": term.meaning}
    return page_link("", HELP_PAGE, help_query(term=code), **link)


def with_term_link(words: object, code: str) -> Markup:
    """Return words and the question mark, never at the beginning of a line of its own."""
    return Markup("{}\N{NO-BREAK SPACE}{}").format(words, term_link(code))
