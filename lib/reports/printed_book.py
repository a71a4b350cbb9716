"""Sheets made to be printed and handed in: a title, a header that stays, a grid, notes below."""

import dataclasses
import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lib.reports.report_table import RATE_MARKS, SheetChart
from lib.reports.safe_workbook import BookCell, SafeBook, lay_on_a4
from lib.reports.table_head import TableHead, has_groups, head_spans
from lib.reports.xml_words import xml_words

_FONT = {"font_name": "Times New Roman", "font_size": 11}
_FEW = 6  # rows that leave room for a chart on their page
_LINE = 15  # points: one line of that size
_HIGHEST = 409.0  # points that a row of Excel may have
_LETTERS = 1.1  # of that font in the width of a digit of Excel's own, which columns are measured in
_GRID = {**_FONT, "border": 1, "valign": "vcenter", "text_wrap": True}
_HEAD = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, **_FONT}


@dataclasses.dataclass(frozen=True)
class PrintedSheet:
    """What one sheet holds; `total` is a last row apart, `frozen` so many columns stay."""

    name: str
    titles: Sequence[str]
    heads: Sequence[TableHead]
    rows: Iterable[Sequence[BookCell]]
    total: Sequence[BookCell] = ()
    notes: Sequence[str] = ()
    frozen: int = 0
    chart: SheetChart | None = None


class PrintedBook(SafeBook):
    """A workbook of such sheets, each an A4 page wide, lying."""

    def printed(self, content: PrintedSheet) -> None:
        """Add a sheet; its header is repeated on every page and pages are numbered."""
        sheet = self.added_sheet(content.name)
        last = len(content.heads) - 1
        for at, title in enumerate(content.titles):
            words = {"bold": True, "align": "center", **_FONT, "font_size": 13 if at == 0 else 11}
            self._across(sheet, at, last, title, words)
        below = self._header(sheet, len(content.titles) + 1, content.heads)
        at = self._rows(sheet, below, content)
        for row, note in enumerate(content.notes, start=at + 1):
            self._across(sheet, row, last, note, {"text_wrap": True, "valign": "top", **_FONT})
            sheet.set_row(row, _height([note], [sum(head.width for head in content.heads)]))
        if content.chart:
            self._chart(
                sheet, content.name, content.chart, (below, at - 1), at + len(content.notes) + 2
            )
        sheet.freeze_panes(below, content.frozen)
        footer = f"&L&9{content.titles[0].replace('&', '&&')}&R&9Trang &P/&N"
        lay_on_a4(sheet, (len(content.titles) + 1, below - 1), footer)

    def _chart(
        self, sheet: Worksheet, name: str, drawn: SheetChart, rows: tuple[int, int], below: int
    ) -> None:
        """Draw a column of rates of these rows natively, below what is written."""
        first, last = rows
        chart = self._book.add_chart({"type": drawn.kind})
        # bars on a cut axis would lie
        axis = {"num_format": drawn.number, "max": 1} | ({"min": 0} if drawn.kind == "bar" else {})
        title = xml_words(drawn.title)
        names, values = ([name, first, at, last, at] for at in (drawn.names, drawn.values))
        marker = {"marker": {"type": "circle"}} if drawn.kind == "line" else {}
        chart.add_series({"name": title, "categories": names, "values": values, **marker})
        chart.set_legend({"none": True})
        chart.set_title({"name": title, "name_font": {"size": 12}})
        # Excel draws the first row of bars lowest, and the rates' axis is the x of bars
        chart.set_y_axis({"reverse": True} if drawn.kind == "bar" else axis)
        chart.set_x_axis(axis if drawn.kind == "bar" else {})
        chart.set_size({"width": 900, "height": max(300, 28 * (last - first + 1) + 90)})
        if last - first >= _FEW:
            sheet.set_h_pagebreaks([below])
        sheet.insert_chart(below, 0, chart, {"description": title})

    def _header(self, sheet: Worksheet, row: int, heads: Sequence[TableHead]) -> int:
        """Write the header and return the row below it."""
        bold = self._book.add_format({**_HEAD, "border": 1})
        below = row + 2 if has_groups(heads) else row + 1
        for group, first, last in head_spans(heads):
            if group and first < last:
                sheet.merge_range(row, first, row, last, group, bold)
            elif group:
                sheet.write_string(row, first, group, bold)
            elif below - row > 1:
                sheet.merge_range(row, first, below - 1, first, heads[first].title, bold)
        sheet.set_row(below - 1, _height([h.title for h in heads], [h.width for h in heads]))
        for at, head in enumerate(heads):
            sheet.set_column(at, at, head.width)
            if head.group or below - row == 1:
                sheet.write_string(below - 1, at, head.title, bold)
        return below

    def _rows(self, sheet: Worksheet, row: int, content: PrintedSheet) -> int:
        """Write the rows and the last one apart, and return the row below them."""
        plain, bold = (self._formats(content.heads, bold=apart) for apart in (False, True))
        for cells in content.rows:
            self._row(sheet, row, cells, plain)
            sheet.set_row(row, _height(cells, [head.width for head in content.heads]))
            row += 1
        if content.total:
            self._row(sheet, row, content.total, bold)
            row += 1
        return row

    def _row(
        self, sheet: Worksheet, row: int, cells: Sequence[BookCell], formats: Sequence[Format]
    ) -> None:
        for at, (cell, form) in enumerate(zip(cells, formats, strict=True)):
            if cell is None or cell == "":
                sheet.write_blank(row, at, None, form)
            elif type(cell) in RATE_MARKS:
                number = RATE_MARKS[type(cell)][1]
                marked = self._book.add_format({**_GRID, **_aligned(number)})
                self._write(sheet, row, at, cell, marked)
            else:
                self._write(sheet, row, at, cell, form)

    def _formats(self, heads: Sequence[TableHead], *, bold: bool) -> list[Format]:
        made = {
            head.number: self._book.add_format({**_GRID, "bold": bold, **_aligned(head.number)})
            for head in heads
        }
        return [made[head.number] for head in heads]

    def _across(
        self, sheet: Worksheet, row: int, last: int, words: str, about: dict[str, object]
    ) -> None:
        form = self._book.add_format(about)
        if last:
            sheet.merge_range(row, 0, row, last, "", form)
        sheet.write_string(row, 0, words, form)


def _aligned(number: str) -> dict[str, object]:
    """Return where a cell's content stands: figures in the middle, words at the left."""
    return {"num_format": number, "align": "center"} if number else {"indent": 1}


def _height(cells: Iterable[BookCell], widths: Iterable[int]) -> float:
    """Return the height in points at which nothing is cut; not every reader finds it itself."""
    lines = (
        _lines(_cell_words(cell), width) for cell, width in zip(cells, widths, strict=True) if cell
    )
    return min(_LINE * max(lines, default=1) + 3, _HIGHEST)


def _cell_words(cell: BookCell) -> str:
    """Return about what stands in a cell: of a number not all the digits that it holds."""
    return f"{cell:.6g}" if isinstance(cell, Decimal) else str(cell)


def _lines(words: str, width: int) -> int:
    room = max(int(width * _LETTERS) - 2, 1)
    return sum(len(textwrap.wrap(line, room)) or 1 for line in words.splitlines())
