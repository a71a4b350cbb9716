"""The figures of the overview as cards: a number, how it changed, how sure it is."""

from markupsafe import Markup

from lib.ui.pieces.markup import join_markup, tag


def figure_card(title: str, number: str, unit: str, *below: object, kind: str = "") -> Markup:
    """Return one card; `below` are its short lines, one paragraph each."""
    big = Markup("{} <small>{}</small>").format(number, unit)
    return tag(
        "section",
        tag("h2", title),
        tag("p", big, class_="x-big x-num"),
        join_markup(tag("p", line, class_="x-sub") for line in below if line),
        class_=f"x-card {kind}",
    )


def figure_cards(*content: Markup | str) -> Markup:
    """Return the cards side by side, as many in a row as there is room."""
    return tag("div", *content, class_="x-cards")
