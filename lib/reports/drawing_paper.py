"""A white picture on which lengths are in mm, for charts that are drawn without a browser.

The letters are Source Sans, as on the screen (SIL Open Font License, see `fonts/OFL.txt`).
"""

import functools
import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONT = Path(__file__).with_name("fonts") / "SourceSans3VF-Upright.woff2"
_DPI = 200
PAGE_WIDTH = 165  # mm: that of a paper's text
TEXT_SIZE, TITLE_SIZE = 3.6, 4.6  # mm
_PLAIN, _BOLD = 400, 650
INK, MUTE, LINE = "#16202b", "#52606d", "#c5cdd6"
STRONG, GOOD, BAD, WORST = "#0b4f8a", "#5697d3", "#c8700f", "#6e2a00"


class DrawingPaper:
    """A picture under way."""

    def __init__(self, high: float, margin: float = 0) -> None:
        """Begin an empty one, so many mm high and as wide as a page's text, and a margin."""
        size = _px(PAGE_WIDTH + 2 * margin), _px(high + 2 * margin)
        self._picture, self._margin = Image.new("RGB", size, "white"), margin
        self._draw = ImageDraw.Draw(self._picture)

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return _px(self._margin + x), _px(self._margin + y)

    def write(self, x: float, y: float, words: str, anchor: str, colour: str = INK) -> None:
        """Write words, `anchor` as Pillow has it: "rm" ends at x, its middle at y."""
        self._draw.text(self._at(x, y), words, colour, _font(TEXT_SIZE, _PLAIN), anchor)

    def write_title(self, x: float, y: float, words: str) -> None:
        """Write one line of a title from its left upper corner on."""
        self._draw.text(self._at(x, y), words, INK, _font(TITLE_SIZE, _BOLD), "la")

    def line(self, x: float, y: float, to_x: float, to_y: float, colour: str, dots: int) -> None:
        """Draw a line so many dots wide."""
        self._draw.line((*self._at(x, y), *self._at(to_x, to_y)), colour, width=dots)

    def stroke(
        self, x: float, y: float, wide: float, high: float, colour: str, *, hatched: bool = False
    ) -> None:
        """Draw a stroke of a bar from x on, to the left where it is negative."""
        if not wide:
            return
        left, up = self._at(min(x, x + wide), y)
        right, down = self._at(max(x, x + wide), y + high)
        self._draw.rectangle((left, up, right, down), colour)
        for at in range(left, right, 8) if hatched else ():
            self._draw.line((at, down, min(at + 4, right), up), "#e6b27f", width=2)

    def dot(self, x: float, y: float, *, hollow: bool) -> None:
        """Draw a dot, hollow where too few answered."""
        circle = (*self._at(x - 1.2, y - 1.2), *self._at(x + 1.2, y + 1.2))
        self._draw.ellipse(circle, "white" if hollow else STRONG, STRONG, width=4)

    def png(self) -> bytes:
        """Return the finished picture."""
        out = io.BytesIO()
        self._picture.save(out, "PNG", compress_level=4, dpi=(_DPI, _DPI))
        return out.getvalue()


def fitted_words(words: str, room: float) -> str:
    """Return the words cut to so many mm."""
    while text_length(words) > room:
        words = words.rstrip("…")[:-1].rstrip() + "…"
    return words


def wrapped_words(words: str, room: float, size: float = TEXT_SIZE) -> Iterator[str]:
    """Yield the words in lines of so many mm; one that is longer alone is cut."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and text_length(longer, size) > room:
            yield fitted_words(line, room)
            longer = word
        line = longer
    yield fitted_words(line, room)


def text_length(words: str, size: float = TEXT_SIZE) -> float:
    """Return how many mm a line of words is long."""
    font = _font(size, _PLAIN if size == TEXT_SIZE else _BOLD)
    return font.getlength(words) / _DPI * 25.4


@functools.cache
def _font(size: float, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, _px(size))
    font.set_variation_by_axes([weight])
    return font


def _px(length: float) -> int:
    return round(length / 25.4 * _DPI)
