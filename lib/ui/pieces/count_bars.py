"""How many of each, a row and a bar for every one: levels of an answer, models of a sector."""

import dataclasses
from collections.abc import Sequence

from markupsafe import Markup

from lib.ui.pieces.html_tables import TableCell, html_table, picture_head
from lib.ui.pieces.markup import tag
from lib.wording import format_count


@dataclasses.dataclass(frozen=True)
class CountedRow:
    """One row: what it is called, or a link that chooses it, how many, and their share in words."""

    name: object
    n: int
    share: str = ""
    colour: str = "c-vs"  # class of the bar


def count_bar_table(heads: tuple[str, str, str], rows: Sequence[CountedRow]) -> Markup:
    """Return the rows in the caller's order; heads name the row, the number and the share.

    The longest bar is as long as there is room. Where no row has a share there is no such column.
    """
    name, number, share = heads
    shared = any(row.share for row in rows)
    columns = (name, picture_head("x-bar-cell"), TableCell((number,), "x-count"))
    most = max((row.n for row in rows), default=0) or 1
    lines = (
        (
            row.name,
            _bar(row, most),
            tag("b", format_count(row.n)),
            *([row.share] if shared else []),
        )
        for row in rows
    )
    last = (TableCell((share,), "x-rate"),) if shared else ()
    return html_table((*columns, *last), lines, kind="x-counts")


def _bar(row: CountedRow, most: int) -> Markup:
    width = f"width:{row.n / most * 100:.2f}%"
    return tag("div", tag("i", class_=row.colour, style=width), class_="x-bar", aria_hidden="true")
