"""A rate and its interval as a dot on a line, for a cell of a table with one row a rate."""

import math
from collections.abc import Iterable

from markupsafe import Markup

from lib.analysis.rates import Rate
from lib.ui.pieces.markup import tag

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
