"""One slide, and all of them one after the other: only the one in the address is seen."""

import dataclasses
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from lib.ui.pieces.markup import join_markup, tag
from lib.wording import format_count


@dataclasses.dataclass(frozen=True)
class Slide:
    """One thing on the wall; its code is what the address names it by."""

    code: str
    title: str
    body: Markup


def join_slides(slides: Sequence[Slide], above: str, below: Markup) -> Markup:
    """Return the slides; above each stands whose figures these are and which slide it is."""
    every = format_count(len(slides))
    return join_markup(
        tag(
            "section",
            tag("p", f"{above} · {format_count(number)}/{every}", class_="p-above"),
            tag("h1", slide.title, class_="p-title"),
            tag("div", slide.body, class_="p-body"),
            tag("p", below, class_="p-below"),
            class_="p-slide",
            data_slide=slide.code,
        )
        for number, slide in enumerate(slides, start=1)
    )


def slide_points(lines: Iterable[Markup | str], *, calm: bool = True) -> Markup:
    """Return short sentences below each other; `calm` where none asks for a decision."""
    kind = "p-points p-calm" if calm else "p-points"
    return tag("ul", join_markup(tag("li", line) for line in lines), class_=kind)


def large_figure(number: str, words: str, *beside: object) -> Markup:
    """Return a number that is read from the last row, what it counts, and lines beside it."""
    figure = tag("p", tag("b", number), " ", tag("span", words), class_="p-figure")
    lines = join_markup(tag("p", line) for line in beside if line)
    return tag("div", figure, tag("div", lines, class_="p-beside"), class_="p-large")
