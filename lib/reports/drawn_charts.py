"""Charts as pictures, drawn without a browser: what stands in them stands in a table beside too."""

from collections.abc import Sequence
from typing import NamedTuple

from lib.reports.drawing_paper import (
    BAD,
    GOOD,
    INK,
    LINE,
    MUTE,
    PAGE_WIDTH,
    STRONG,
    WORST,
    DrawingPaper,
    fitted_words,
)

LABEL, NUMBER, ROW, BAR = 58, 36, 5.2, 3.6  # mm: columns, a row, the bar in it
_LEFT = 10  # % of the axis at the left of zero, at least; raised in fives
WIDE_TREND, HIGH, AXIS = 14, 50, 7  # mm
PALE, INTERVAL = "#a9c8e6", 13  # an interval: its colour, and its width in dots


class DrawnBar(NamedTuple):
    """A question: shares of the valid answers, from 0 to 1, and what stands behind the bar."""

    label: str
    very_good: float
    good: float
    bad: float
    very_bad: float
    words: str


class DrawnDot(NamedTuple):
    """A period: its rate with the interval, from 0 to 1; hollow where too few answered."""

    label: str
    rate: float
    low: float
    high: float
    few: bool
    words: str


def bars_png(rows: Sequence[DrawnBar]) -> bytes:
    """Return diverging bars as a PNG: dissatisfied at the left of the line, satisfied right."""
    paper = DrawingPaper(ROW * len(rows) + 7)
    worst = max((row.bad + row.very_bad for row in rows), default=0.0) * 100
    left = max(_LEFT, -(-worst // 5) * 5)
    each = (PAGE_WIDTH - LABEL - NUMBER) / (100 + left)  # mm for one percent
    zero = LABEL + left * each
    for at, row in enumerate(rows):
        middle = 1 + ROW * at + ROW / 2
        top = middle - BAR / 2
        paper.write(LABEL - 2, middle, fitted_words(row.label, LABEL - 3), "rm")
        paper.stroke(zero, top, -row.bad * 100 * each, BAR, BAD, hatched=True)
        paper.stroke(zero - row.bad * 100 * each, top, -row.very_bad * 100 * each, BAR, WORST)
        paper.stroke(zero, top, row.very_good * 100 * each, BAR, STRONG)
        paper.stroke(zero + row.very_good * 100 * each, top, row.good * 100 * each, BAR, GOOD)
        paper.write(PAGE_WIDTH - NUMBER + 2, middle, row.words, "lm")
    bottom = ROW * len(rows) + 2
    paper.line(zero, 0, zero, bottom, INK, 3)
    paper.write(zero - 2, bottom + 3, "chưa hài lòng", "rm", MUTE)
    paper.write(zero + 2, bottom + 3, "rất hài lòng, hài lòng", "lm", MUTE)
    return paper.png()


def trend_png(dots: Sequence[DrawnDot]) -> bytes:
    """Return dots with their intervals as a PNG; the axis is cut and says where it begins."""
    paper = DrawingPaper(HIGH)
    low = int(min((dot.low for dot in dots), default=0.9) * 100 // 4 * 4)
    step = (PAGE_WIDTH - WIDE_TREND) / max(len(dots), 1)

    def height(rate: float) -> float:
        return 8 + (HIGH - 8 - 2 * AXIS) * (100 - rate * 100) / max(100 - low, 1)

    for mark in (low, (low + 100) // 2, 100):
        y = height(mark / 100)
        paper.line(WIDE_TREND, y, PAGE_WIDTH, y, LINE, 2)
        paper.write(WIDE_TREND - 2, y, f"{mark} %", "rm", MUTE)
    for at, dot in enumerate(dots):
        x = WIDE_TREND + step * (at + 0.5)
        paper.line(x, height(dot.high), x, height(dot.low), PALE, INTERVAL)
        paper.dot(x, height(dot.rate), hollow=dot.few)
        paper.write(x, height(dot.high) - 3, dot.words, "mm")
        paper.write(x, HIGH - AXIS, dot.label, "mm", MUTE)
    return paper.png()
