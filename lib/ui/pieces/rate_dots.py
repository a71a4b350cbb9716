"""A rate and its interval as a dot on a line, for a cell of a table with one row a rate."""

import math
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from lib.analysis.rates import Rate
from lib.ui.pieces.html_tables import TableCell, html_table, interval_words, picture_head
from lib.ui.pieces.markup import tag
from lib.ui.pieces.phrases import too_few_words
from lib.wording import format_count, format_percent, gettext

_STEP = 4  # the axis begins at a multiple of this many percent
_HIGHEST = 92  # where it begins at the most: no difference is drawn larger than that


def dot_axis_start(rates: Iterable[Rate]) -> int:
    """Return at how many percent the axis of these rates begins: below every interval."""
    lows = [rate.low * 100 for rate in rates if rate.low is not None]
    return max(0, min(_HIGHEST, math.floor(min(lows, default=_HIGHEST) / _STEP) * _STEP))


def axis_position(share: float, start: int) -> float:
    """Return where a share lies on the axis, in percent of its length."""
    return max(0.0, (share * 100 - start) / (100 - start) * 100)


def rate_dot(rate: Rate, start: int) -> Markup:
    """Return the dot and its interval, hollow where too few answered; "" where there is no rate."""
    if rate.rate is None or rate.low is None or rate.high is None:
        return Markup("")
    left, right = axis_position(rate.low, start), axis_position(rate.high, start)
    return tag(
        "div",
        tag("i", class_="x-range", style=f"left:{left:.2f}%;width:{right - left:.2f}%"),
        tag("i", class_="x-dot", style=f"left:{axis_position(rate.rate, start):.2f}%"),
        class_="x-line x-few" if rate.small else "x-line",
        aria_hidden="true",
    )


def rate_dot_table(
    first: str, named: Sequence[tuple[object, Rate]], *, sortable: bool = False
) -> Markup:
    """Return names, or links that choose them, each with its rate as a dot and in figures."""
    start = dot_axis_start(rate for _, rate in named)
    heads = (
        first,
        picture_head("x-line-cell"),
        TableCell((gettext("Satisfaction rate"),), "x-rate"),
        TableCell((gettext("95% interval"),), "x-range-cell"),
        TableCell((gettext("Answers"),), "x-count"),
    )
    rows = ((name, *_figures(rate, start)) for name, rate in named)
    note = tag("p", gettext("Axis from {low} to 100%.", low=start), class_="x-note")
    return html_table(heads, rows, kind="x-dots x-rated", sortable=sortable) + note


def _figures(rate: Rate, start: int) -> tuple[object, ...]:
    share = too_few_words() if rate.rate is None else format_percent(rate.rate)
    return (
        rate_dot(rate, start),
        TableCell((tag("b", share),), "x-num", sort=-1.0 if rate.rate is None else rate.rate),
        TableCell((interval_words(rate),), "x-mute x-num", sort=rate.low or 0.0),
        TableCell((format_count(rate.valid),), "x-mute", sort=rate.valid),
    )
