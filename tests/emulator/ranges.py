"""A1 notation: which cells of which tab a request means, and how Google repeats it."""

import dataclasses
import re

CORNER = re.compile(r"([A-Za-z]{0,3})([0-9]*)")
PLAIN_TITLE = re.compile(r"[A-Za-z_]\w*")


class RangeError(ValueError):
    """The range cannot be read; the text is Google's own sentence."""


@dataclasses.dataclass(frozen=True)
class Area:
    """Cells from (top, left) up to, not with, (bottom, right), counted from 0."""

    title: str
    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Return the range as Google echoes it: "Sheet1!A1:C1000"."""
        plain = PLAIN_TITLE.fullmatch(self.title)
        title = self.title if plain else "'" + self.title.replace("'", "''") + "'"
        last = f"{letters(self.right - 1)}{self.bottom}"
        return f"{title}!{letters(self.left)}{self.top + 1}:{last}"


def letters(column: int) -> str:
    """Return "A" for 0, "AA" for 26."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(text: str) -> tuple[int, int]:
    """Return row and column, from 0, of "C2"."""
    row, column = _corner(text)
    if row is None or column is None:
        raise RangeError(f"Unable to parse range: {text}")
    return row, column


def area(text: str, grids: dict[str, tuple[int, int]]) -> Area:
    """Return the cells that a range names, cut to the grid; grids is (rows, columns) by title."""
    title, corners = _split(text, grids)
    rows, columns = grids[title]
    first, _, last = corners.partition(":")
    (top, left), (bottom, right) = _corner(first), _corner(last or first)
    if (top or 0) >= rows or (left or 0) >= columns:
        shown = f"'{title}'!{corners}"
        limits = f"Max rows: {rows}, max columns: {columns}"
        raise RangeError(f"Range ({shown}) exceeds grid limits. {limits}")
    bottom = rows if bottom is None else min(bottom + 1, rows)
    right = columns if right is None else min(right + 1, columns)
    return Area(title, top or 0, left or 0, bottom, right)


def _split(text: str, grids: dict[str, tuple[int, int]]) -> tuple[str, str]:
    if _unquoted(text) in grids:
        return _unquoted(text), ""
    head, mark, tail = text.rpartition("!")
    if mark and _unquoted(head) in grids:
        return _unquoted(head), tail
    if not mark and grids and all(CORNER.fullmatch(part) for part in text.split(":")):
        return next(iter(grids)), text
    raise RangeError(f"Unable to parse range: {text}")


def _unquoted(title: str) -> str:
    quoted = len(title) > 1 and title[0] == title[-1] == "'"
    return title[1:-1].replace("''", "'") if quoted else title


def _corner(text: str) -> tuple[int | None, int | None]:
    match = CORNER.fullmatch(text)
    if match is None:
        raise RangeError(f"Unable to parse range: {text}")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1 if match[2] else None, column - 1 if column else None
