"""Where the header of a table stands, and by what a source was read before."""

import unicodedata
from collections.abc import Callable, Sequence

from lib.source_table import CellValue

TableRows = Sequence[Sequence[CellValue]]
ReadBefore = Callable[[str], bool]  # whether a source keeps how an earlier version read it

TIME_HEADERS = ("dấu thời gian", "timestamp")
FIRST_ROWS = 20  # titles above a header are fewer


def never_read(source: str) -> bool:
    """Tell that no source was read by an earlier version."""
    return False


def header_row(rows: TableRows, *, before: bool) -> int | None:
    """Return where the header is: the first row about as full as the fullest below it.

    A title above the table fills a cell or two. Google's header of the times is surer, but an
    earlier version, `before`, did not look for it.
    """
    first = next((at for at, row in enumerate(rows) if filled_cells(row)), len(rows))
    some = rows[first : first + FIRST_ROWS]
    if not before:
        named = (at for at, row in enumerate(some, first) if any(map(is_google_header, row)))
        if (at := next(named, None)) is not None:
            return at
    filled = list(map(filled_cells, some))
    enough = (at for at, cells in enumerate(filled, first) if cells * 2 >= max(filled))
    return next(enough, None)


def filled_cells(row: Sequence[CellValue]) -> int:
    """Return how many cells of a row hold something."""
    return sum(cell not in ("", None) for cell in row)


def is_google_header(cell: CellValue) -> bool:
    """Tell whether a cell is what a form writes above its times, in Vietnamese or English."""
    return (
        isinstance(cell, str)
        and unicodedata.normalize("NFC", cell).strip().casefold() in TIME_HEADERS
    )
