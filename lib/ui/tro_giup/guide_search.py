"""Finds words in the guide and among the terms, with accents or without: the best comes first."""

import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lib.survey.model.vietnamese_text import fold_accents, spelling_key
from lib.ui.pieces.glossary import glossary_terms
from lib.ui.pieces.markup import join_markup, tag
from lib.ui.tro_giup.guide_pages import CONTENTS_PAGE, guide_pages
from lib.wording import current_language

_BEFORE, _LONGEST = 40, 180  # characters of a line: before what was found, and in all
_MOST_ASKED = 100  # characters that are looked for


@dataclasses.dataclass(frozen=True)
class GuidePassage:
    """A section of a page, or a term, that words are looked for in; `page` is "" for a term."""

    page: str
    anchor: str
    title: str
    heading: str
    words: str

    @functools.cached_property
    def folded(self) -> tuple[str, str, str]:
        """Title, heading and words as they are compared, a space before each word."""
        title, heading, words = map(_folded, (self.title, self.heading, self.words))
        return title, heading, words


def find_in_guide(asked: str) -> list[tuple[GuidePassage, Markup]]:
    """Return where every asked word begins a word, each with a line in which they are marked."""
    words = _folded(asked[:_MOST_ASKED]).split()
    if not words:
        return []
    found = [passage for passage in _passages(current_language()) if _holds(passage, words)]
    found.sort(key=lambda passage: -_worth(passage, words, asked))
    return [(passage, _line(passage.words, words)) for passage in found]


@functools.cache
def _passages(language: str) -> tuple[GuidePassage, ...]:
    return (*_terms(), *_sections())


def _terms() -> Iterator[GuidePassage]:
    for term in glossary_terms().values():
        yield GuidePassage("", term.code, term.name, "", term.meaning)


def _sections() -> Iterator[GuidePassage]:
    for page in guide_pages().values():
        if page.name != CONTENTS_PAGE:
            for part in page.sections:
                yield GuidePassage(page.name, part.anchor, page.title, part.heading, part.words)


def _folded(text: str) -> str:
    return "".join(f" {word}" for word in re.findall(r"\w+", fold_accents(text)))


def _holds(passage: GuidePassage, words: Sequence[str]) -> bool:
    everything = "".join(passage.folded)
    return all(f" {word}" in everything for word in words)


def _worth(passage: GuidePassage, words: Sequence[str], asked: str) -> float:
    """Return how likely this is what was asked: titles before headings, headings before words."""
    title, heading, text = passage.folded
    here = title if not passage.heading else heading  # the title stands for the whole page
    phrase = " " + " ".join(words)
    exact = spelling_key(asked) in spelling_key(f"{passage.heading} {passage.words}")
    return exact + sum(
        weight * ((phrase in field) + sum(_often(word, field) for word in words))
        for field, weight in ((here, 4.0), (text, 1.0))
    )


def _often(word: str, field: str) -> float:
    return 1 - 0.5 ** f"{field} ".count(f" {word} ")  # a second time tells less than the first


def _line(text: str, words: Sequence[str]) -> Markup:
    """Return the part of a text around the first place where the most of the words stand."""
    spans = [(*found.span(), fold_accents(found[0])) for found in re.finditer(r"\w+", text)]
    hits = [start for start, _, word in spans if word.startswith(tuple(words))]
    near = {hit: sum(hit <= other < hit + _LONGEST // 2 for other in hits) for hit in hits}
    best = max(near, key=near.__getitem__, default=0)
    first = best - _BEFORE if len(text) > _LONGEST else 0
    begin = next((start for start, _, _ in spans if start >= first), 0)
    end = max((stop for _, stop, _ in spans if stop <= begin + _LONGEST), default=len(text))
    end = len(text) if len(text) - end < 3 else end
    pieces, at = [Markup("… ") if begin else Markup("")], begin
    for start, stop, word in spans:
        if begin <= start and stop <= end and word.startswith(tuple(words)):
            pieces += [Markup("{}").format(text[at:start]), tag("mark", text[start:stop])]
            at = stop
    pieces += [Markup("{}").format(text[at:end]), Markup(" …") if end < len(text) else Markup("")]
    return join_markup(pieces)
