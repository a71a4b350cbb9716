"""Charts as pictures, drawn without a browser: what stands in them stands in a table beside too.

The letters are Source Sans, as on the screen (SIL Open Font License, see `fonts/OFL.txt`).
"""

import functools
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

_FONT = Path(__file__).with_name("fonts") / "SourceSans3VF-Upright.woff2"
_DPI = 200
_WIDE = 165  # mm: the text's width
INK, MUTE, LINE = "#16202b", "#52606d", "#c5cdd6"
STRONG, GOOD, BAD, WORST = "#0b4f8a", "#5697d3", "#c8700f", "#6e2a00"
LABEL, NUMBER, ROW, BAR = 58, 36, 5.2, 3.6  # mm: columns, a row, the bar in it
_LEFT = 10  # % of the axis at the left of zero, at least; raised in fives
WIDE_TREND, HIGH, AXIS = 14, 50, 7  # mm


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
    picture, draw = _paper(ROW * len(rows) + 7)
    worst = max((row.bad + row.very_bad for row in rows), default=0.0) * 100
    left = max(_LEFT, -(-worst // 5) * 5)
    each = (_WIDE - LABEL - NUMBER) / (100 + left)  # mm for one percent
    zero = LABEL + left * each
    for at, row in enumerate(rows):
        top = 1 + ROW * at
        _words(draw, LABEL - 2, top + ROW / 2, _fitted(row.label, LABEL - 3), "rm")
        _stroke(draw, zero, -row.bad * 100 * each, top, BAD, hatched=True)
        _stroke(draw, zero - row.bad * 100 * each, -row.very_bad * 100 * each, top, WORST)
        _stroke(draw, zero, row.very_good * 100 * each, top, STRONG)
        _stroke(draw, zero + row.very_good * 100 * each, row.good * 100 * each, top, GOOD)
        _words(draw, _WIDE - NUMBER + 2, top + ROW / 2, row.words, "lm")
    bottom = ROW * len(rows) + 2
    draw.line(_px(zero, 0, zero, bottom), INK, width=3)
    _words(draw, zero - 2, bottom + 3, "chưa hài lòng", "rm", MUTE)
    _words(draw, zero + 2, bottom + 3, "rất hài lòng, hài lòng", "lm", MUTE)
    return _png(picture)


def trend_png(dots: Sequence[DrawnDot]) -> bytes:
    """Return dots with their intervals as a PNG; the axis is cut and says where it begins."""
    picture, draw = _paper(HIGH)
    low = int(min((dot.low for dot in dots), default=0.9) * 100 // 4 * 4)
    step = (_WIDE - WIDE_TREND) / max(len(dots), 1)

    def height(rate: float) -> float:
        return 8 + (HIGH - 8 - 2 * AXIS) * (100 - rate * 100) / max(100 - low, 1)

    for mark in (low, (low + 100) // 2, 100):
        y = height(mark / 100)
        draw.line(_px(WIDE_TREND, y, _WIDE, y), LINE, width=2)
        _words(draw, WIDE_TREND - 2, y, f"{mark} %", "rm", MUTE)
    for at, dot in enumerate(dots):
        x = WIDE_TREND + step * (at + 0.5)
        draw.line(_px(x, height(dot.high), x, height(dot.low)), "#a9c8e6", width=_mm(1.6))
        circle = _px(x - 1.2, height(dot.rate) - 1.2, x + 1.2, height(dot.rate) + 1.2)
        draw.ellipse(circle, "white" if dot.few else STRONG, STRONG, width=4)
        _words(draw, x, height(dot.high) - 3, dot.words, "mm")
        _words(draw, x, HIGH - AXIS, dot.label, "mm", MUTE)
    return _png(picture)


def _stroke(
    draw: ImageDraw.ImageDraw, x: float, wide: float, top: float, colour: str, hatched: bool = False
) -> None:
    """Draw a stroke of a bar from x on, to the left where it is negative."""
    if not wide:
        return
    y = top + (ROW - BAR) / 2
    left, up, right, down = _px(min(x, x + wide), y, max(x, x + wide), y + BAR)
    draw.rectangle((left, up, right, down), colour)
    for at in range(left, right, 8) if hatched else ():
        draw.line((at, down, min(at + 4, right), up), "#e6b27f", width=2)


def _paper(high: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", (_mm(_WIDE), _mm(high)), "white")
    return picture, ImageDraw.Draw(picture)


def _words(
    draw: ImageDraw.ImageDraw, x: float, y: float, words: str, anchor: str, colour: str = INK
) -> None:
    draw.text((_mm(x), _mm(y)), words, colour, _font(), anchor)


def _fitted(words: str, room: float) -> str:
    """Return the words cut to so many mm."""
    while _font().getlength(words) > _mm(room):
        words = words.rstrip("…")[:-1].rstrip() + "…"
    return words


@functools.cache
def _font() -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, _mm(3.6))
    font.set_variation_by_axes([400])
    return font


def _mm(length: float) -> int:
    return round(length / 25.4 * _DPI)


def _px(*lengths: float) -> tuple[int, int, int, int]:
    left, top, right, bottom = map(_mm, lengths)
    return left, top, right, bottom


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=4, dpi=(_DPI, _DPI))
    return out.getvalue()
