"""Dissatisfied responses as cards: when, with what, what was said, where."""

from collections.abc import Iterable

from markupsafe import Markup

from lib.reports.dissatisfied import asked
from lib.survey.dissatisfied import Dissatisfied
from lib.ui.bars import CLASSES
from lib.ui.markup import join, tag
from lib.wording import day, gettext


def cases(responses: Iterable[Dissatisfied]) -> Markup:
    """Return the cards, one below the other."""
    return tag("div", join(_case(response) for response in responses), class_="x-cases")


def _case(response: Dissatisfied) -> Markup:
    strong = any(level.strong for _, level in response.answers)
    when = day(response.day) if response.day else gettext("time unknown")
    chips = (
        tag(
            "span",
            tag("i", class_=f"x-swatch {CLASSES[level.answer]}", aria_hidden="true"),
            f"{asked(question)} ",
            tag("b", level.text),
            class_="x-chip",
        )
        for question, level in response.answers
    )
    place = " · ".join(filter(None, (response.commune, response.hamlet)))
    return tag(
        "article",
        tag("div", tag("b", when), " ", place, class_="x-when"),
        tag(
            "div",
            tag("p", join(chips), class_="x-chips"),
            _comment(response.comment),
            tag("p", response.sector, class_="x-meta x-comment") if response.sector else "",
        ),
        class_="x-case x-strong" if strong else "x-case",
    )


def _comment(text: str) -> Markup:
    if text:
        return tag("p", text, class_="x-comment")
    return tag("p", gettext("No comment was written."), class_="x-comment x-mute")
