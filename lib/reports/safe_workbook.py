"""Workbooks in which a respondent's text stays text, whatever it begins with."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lib.reports.xml_words import xml_words
from lib.wording import gettext

_LONGEST = 32_767  # characters in one cell; Excel refuses more, xlsxwriter drops them in silence
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_A4 = 9  # as Excel numbers paper
_MADE = dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
BookCell = str | int | Decimal | dt.date | dt.datetime | None
BookColumn = tuple[str, int]  # its name, and its width in characters


class _CleanSheet(Worksheet):  # type: ignore[misc]
    """A sheet through which whatever is written is written: cleaned here."""

    def write_string(self, row: int, column: int, words: str, *form: Any) -> Any:  # noqa: ANN401
        return super().write_string(row, column, xml_words(words), *form)

    def merge_range(self, *cells: Any) -> Any:  # noqa: ANN401
        *place, words, form = cells
        return super().merge_range(*place, xml_words(words), form)


class SafeBook:
    """A workbook under way; `bytes` ends it."""

    def __init__(self) -> None:
        """Begin an empty one."""
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, _SAFE)
        self._book.set_properties({"created": _MADE})  # not now: the same content, the same bytes
        top = {"valign": "top"}
        self._text = self._book.add_format({"text_wrap": True, **top})
        self._bold = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy", "align": "left", **top})
        self._moment = self._book.add_format(
            {"num_format": "dd/mm/yyyy hh:mm", "align": "left", **top}
        )

    def sheet(
        self,
        name: str,
        columns: Sequence[BookColumn],
        rows: Iterable[Sequence[BookCell]],
        notes: Sequence[str] = (),
    ) -> None:
        """Add a sheet: notes, one a line, then a header that stays and filters, then the rows.

        It prints on A4, the header on every page.
        """
        sheet = self.added_sheet(name)
        for at, note in enumerate(notes):
            sheet.write_string(at, 0, note)
        head = len(notes)
        for at, (title, width) in enumerate(columns):
            sheet.write_string(head, at, title, self._bold)
            sheet.set_column(at, at, width)
        sheet.freeze_panes(head + 1, 0)
        last = head
        for last, row in enumerate(rows, start=head + 1):
            for at, cell in enumerate(row):
                self._write(sheet, last, at, cell)
        sheet.autofilter(head, 0, last, len(columns) - 1)
        lay_on_a4(sheet, (head, head), "&L&9&A&R&9&P/&N")

    def added_sheet(self, name: str) -> Worksheet:
        """Return a new sheet, in which words are cleaned as they are written."""
        added: Worksheet = self._book.add_worksheet(xml_words(name), worksheet_class=_CleanSheet)
        return added

    def bytes(self) -> bytes:
        """Return the finished file."""
        self._book.close()
        return self._out.getvalue()

    def _write(
        self, sheet: Worksheet, row: int, at: int, cell: BookCell, form: Format | None = None
    ) -> None:
        """Write a cell, in a format of its own or in that of its kind."""
        if cell is None or cell == "":
            return
        if isinstance(cell, dt.datetime):
            sheet.write_datetime(row, at, cell.replace(tzinfo=None), form or self._moment)
        elif isinstance(cell, dt.date):
            sheet.write_datetime(row, at, cell, form or self._day)
        elif isinstance(cell, int | Decimal):
            sheet.write_number(row, at, cell, form or self._text)
        else:
            sheet.write_string(row, at, _fitting(cell), form or self._text)


def lay_on_a4(sheet: Worksheet, head: tuple[int, int], footer: str) -> None:
    """Have a sheet printed lying, one page wide; the rows of its head stand on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(*head)
    sheet.set_footer(xml_words(footer))


def _fitting(cell: str) -> str:
    end = gettext("… (cut: longer than a cell of Excel)")
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(end)] + end
