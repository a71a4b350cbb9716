"""The overall rate over time: a dot and its interval a period, the numbers below as a table."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from lib.analysis.rates import ENOUGH_PEOPLE, Rate
from lib.ui.pieces.html_tables import TableCell, html_table, picture_head, scroll_region
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.ui.pieces.rate_dots import axis_position, dot_axis_start, rate_dot
from lib.wording import format_count, format_decimal, gettext

_LABELS, _NUMBER = 4.2, 1.75  # rem that row labels and one number need at least


@dataclasses.dataclass(frozen=True)
class TrendDot:
    """One period of the trend; `label` is short, `query` chooses it."""

    label: str
    n: int | None  # None, like its rate, where it may not be shown
    rate: Rate | None
    query: Mapping[str, list[str]] | None  # None where nothing is chosen by it
    event: str = ""  # said where boundaries changed at its start
    began: str = ""  # numbers of what began in it
    page: str = ""  # where it is chosen


def rate_trend(points: Sequence[TrendDot], title: str) -> Markup:
    """Return the trend for every width of screen; the title is for those who hear it."""
    pieces = trend_list(points, title), trend_table(points, title)
    return tag("div", *pieces, class_="x-over-time")


def trend_table(points: Sequence[TrendDot], title: str) -> Markup:
    """Return the trend as a table; the axis is cut, so it is dots and never bars."""
    low = dot_axis_start(point.rate for point in points if point.rate)
    began = any(point.began for point in points)
    rows = (
        _row(gettext("Period"), map(_period, points)),
        tag("tr", _scale(low), *(_dot(p, low) for p in points), class_="x-plot"),
        _row(gettext("Rate"), (_few(p, tag("b", _percent(p))) for p in points)),
        _row(gettext("Responses"), (_few(p, _count(p)) for p in points)),
        *([_row(gettext("Began"), (tag("td", p.began) for p in points))] if began else []),
    )
    table = tag(
        "table",
        tag("caption", title, class_="x-hidden"),
        *rows,
        class_="x-table x-trend",
        style=f"min-width:{_LABELS + _NUMBER * len(points):.1f}rem",
    )
    box = scroll_region(table, title, "x-newest")
    return box + tag("p", _note(points, low), class_="x-note")


def trend_list(points: Sequence[TrendDot], title: str) -> Markup:
    """Return the same, a row each and the newest on top, for a screen too narrow for columns."""
    low = dot_axis_start(point.rate for point in points if point.rate)
    heads = (
        gettext("Period"),
        picture_head("x-line-cell"),
        TableCell((gettext("Rate"),), "x-rate"),
        TableCell((gettext("Responses"),), "x-count"),
    )
    rows = (
        (
            TableCell((_choosing(point, point.label), _began(point))),
            rate_dot(point.rate, low) if point.rate else "",
            tag("b", _percent(point)),
            _count(point),
        )
        for point in reversed(points)
    )
    return html_table(heads, rows, kind="x-dots x-narrow", caption=title)


def _began(point: TrendDot) -> Markup:
    words = gettext("began: {numbers}", numbers=point.began) if point.began else ""
    return tag("small", words, class_="x-unclassified") if words else Markup("")


def _period(point: TrendDot) -> Markup:
    """Return "T10/22" in two lines, so that a year of months fits on a phone."""
    name, _, year = point.label.partition("/")
    words = Markup("{}<br><small>{}</small>").format(name, year) if year else name
    return tag("th", _choosing(point, words), scope="col")


def _choosing(point: TrendDot, words: Markup | str) -> Markup | str:
    return words if point.query is None else page_link(words, point.page, point.query)


def _row(name: str, cells: Iterable[Markup]) -> Markup:
    return tag("tr", tag("th", name, scope="row"), join_markup(cells))


def _scale(low: int) -> Markup:
    heights = ((100, "100"), (50, format_decimal((100 + low) / 2, 0)), (0, str(low)))
    marks = (tag("span", words, style=f"bottom:{height}%") for height, words in heights)
    return tag("th", join_markup(marks), scope="row", aria_hidden="true")


def _dot(point: TrendDot, low: int) -> Markup:
    kind = "x-event" if point.event else ""
    dot = point.rate
    rate, below, above = (dot.rate, dot.low, dot.high) if dot else (None, None, None)
    if dot is None or rate is None or below is None or above is None:
        return tag("td", class_=kind)

    bottom, top = axis_position(below, low), axis_position(above, low)
    return tag(
        "td",
        tag("i", class_="x-mid"),
        tag("i", class_="x-range", style=f"bottom:{bottom:.2f}%;height:{top - bottom:.2f}%"),
        tag("i", class_="x-dot", style=f"bottom:{axis_position(rate, low):.2f}%"),
        class_=f"{kind} x-few" if dot.small else kind,
        aria_hidden="true",
    )


def _few(point: TrendDot, content: object) -> Markup:
    return tag("td", content, class_="x-few" if point.rate and point.rate.small else "")


def _percent(point: TrendDot) -> str:
    known = point.rate.rate if point.rate else None
    return "–" if known is None else format_decimal(known * 100)


def _count(point: TrendDot) -> str:
    return "–" if point.n is None else format_count(point.n)


def _note(points: Sequence[TrendDot], low: int) -> str:
    sentences = [
        gettext("In percent; axis from {low} to 100%.", low=low),
        gettext(
            "Pale bar: 95% interval. Hollow dot: fewer than {n} responses, too few to compare.",
            n=ENOUGH_PEOPLE,
        ),
        *dict.fromkeys(p.event for p in points if p.event),
    ]
    return " ".join(sentences)
