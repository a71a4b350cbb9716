"""The guide of the office as it is written in docs/van-phong: its pages and their sections.

Read once, at the first look, from the folder that is part of every
installation.
"""

import dataclasses
import functools
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lib.survey.model.vietnamese_text import link_slug
from lib.ui.tro_giup.guide_html import GuideRenderer

GUIDE_FOLDER = Path(__file__).parents[3] / "docs" / "van-phong"
PICTURE_FOLDER = GUIDE_FOLDER.parent / "pictures"
CONTENTS_PAGE = "muc-luc"  # what there is, by what one wants to do

# A guide says what it says in Markdown; HTML in it would be words.
MARKDOWN = MarkdownIt("commonmark", {"html": False}, renderer_cls=GuideRenderer).enable("table")


class GuideSection(NamedTuple):
    """A heading, its name in links ("" before the first one), and the words below it."""

    anchor: str
    heading: str
    words: str


@dataclasses.dataclass(frozen=True)
class GuidePage:
    """One page of the guide; its name is in links, its tokens are all below its title."""

    name: str
    title: str
    tokens: Sequence[Token]
    sections: Sequence[GuideSection]


@functools.cache
def guide_pages() -> dict[str, GuidePage]:
    """Return all pages of the guide by their names."""
    return {path.stem: _page(path) for path in sorted(GUIDE_FOLDER.glob("*.md"))}


def _page(path: Path) -> GuidePage:
    _, title, _, *tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    for token, inside in itertools.pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", link_slug(_words(inside)))
    return GuidePage(path.stem, _words(title), tokens, tuple(_sections(tokens)))


def _sections(tokens: Sequence[Token]) -> Iterator[GuideSection]:
    anchor, heading, words = "", "", list[str]()
    for before, token in itertools.pairwise([Token("", "", 0), *tokens]):
        if token.type == "heading_open":
            yield GuideSection(anchor, heading, " ".join(words))
            anchor, heading, words = str(token.attrGet("id")), "", []
        elif before.type == "heading_open":
            heading = _words(token)
        elif token.type in ("inline", "fence"):
            words.append(_words(token))
    yield GuideSection(anchor, heading, " ".join(words))


def _words(token: Token) -> str:
    """Return what is read of a token, without its marks."""
    if token.children is None:
        return " ".join(token.content.split())
    read = (" " if child.type == "softbreak" else child.content for child in token.children)
    return "".join(read).strip()
