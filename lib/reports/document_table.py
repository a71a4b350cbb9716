"""A table of a document: a header that is repeated on every page, joined where it has groups."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Length
from docx.table import Table, _Cell

from lib.reports import official
from lib.reports.head import Head, has_groups, spans

WHOLE = 20  # rows that are not to be cut by the end of a page
Cells = tuple[_Cell, ...]


def draw(
    paper: Document,
    heads: Sequence[Head],
    rows: Sequence[Sequence[str]],
    width: Length,
    size: int = 12,
    last_bold: bool = False,
) -> Table:
    """Add a table as wide as this, letters of so many points, and return it."""
    above = 2 if has_groups(heads) else 1
    table: Table = paper.add_table(rows=len(rows) + above, cols=len(heads), style="Table Grid")
    whole = sum(head.width for head in heads)
    lines = [row.cells for row in table.rows]
    official.sized(table, [width * head.width // whole for head in heads])
    official.narrow(table)
    _header(lines[0], lines[above - 1], heads, size)
    for cells, values in zip(lines[above:], rows, strict=True):
        _row(cells, heads, values, size, bold=last_bold and values is rows[-1])
    for row in table.rows[:above]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
    _together(table, len(rows) + above - 1 if len(rows) <= WHOLE else above)
    return table


def _together(table: Table, rows: int) -> None:
    """Keep so many rows on the page of the row that follows them."""
    for row in table.rows[:rows]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _header(upper: Cells, lower: Cells, heads: Sequence[Head], size: int) -> None:
    """Write the header's rows, the cells of a group joined."""
    for group, first, last in spans(heads):
        joined, end = upper[first], (upper if group else lower)[last]
        if end is not joined:
            joined = joined.merge(end)
        official.line(joined, group or heads[first].title, bold=True, size=size)
        joined.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for cell, head in zip(lower, heads, strict=True):
        if head.group:
            official.line(cell, head.title, bold=True, size=size)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _row(
    cells: Cells, heads: Sequence[Head], values: Sequence[str], size: int, *, bold: bool
) -> None:
    for cell, head, value in zip(cells, heads, values, strict=True):
        official.line(cell, value, bold=bold, size=size, centred=bool(head.number))
