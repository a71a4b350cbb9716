"""The answers of a dropped file as the app keeps them: a workbook without what names persons."""

import contextlib
import datetime as dt
import io
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lib.errors import FormError, SourceError
from lib.kept_files import write_atomically
from lib.reports.xml_words import xml_words
from lib.source_table import CellValue, SourceTable
from lib.sources.workbook_file import WorkbookFile
from lib.survey.table.form_table import form_likeness
from lib.wording import mark

SOURCES_FOLDER = "sources"  # in the data folder
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ONLY_TAB = "Phiếu"
_TAB = re.compile(r"(?!')[^\[\]:*?/\\]{1,31}(?<!')")
_LONGEST_ANSWER = 32_767  # letters that a cell of a workbook holds
_CLOCKS: tuple[tuple[type, str], ...] = (
    (dt.datetime, "yyyy-mm-dd hh:mm:ss"),
    (dt.date, "yyyy-mm-dd"),
    (dt.timedelta, "[h]:mm:ss"),
    (dt.time, "hh:mm:ss"),
)


class TooLongAnswerError(FormError):
    """An answer is longer than what is kept can hold; `title` names the file."""

    code = "too_long_answer"
    message = mark(
        "{title} holds an answer of more than 32,767 letters, which cannot be kept whole. Nothing "
        "was saved."
    )


def keep_source(data_dir: Path, table: SourceTable) -> Path:
    """Keep the table below its source's name, whole or not at all; return where.

    It is read again as the same answers, tab by tab. OSError where the disk refuses: then what
    was there before is there still.
    """
    folder = data_dir / SOURCES_FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path, data = folder / table.source, _workbook(table)
    write_atomically(path, lambda new: new.write_bytes(data), private=True)
    return path


def kept_files(data_dir: Path) -> list[Path]:
    """Return all files of answers that were ever kept, shown now or not."""
    return sorted((data_dir / SOURCES_FOLDER).glob("*.xlsx"))


def kept_tables(data_dir: Path) -> list[SourceTable]:
    """Return the answers of all files that were ever kept; not of one that cannot be read."""
    tables = []
    for path in kept_files(data_dir):
        with contextlib.suppress(SourceError, FormError):
            tables.append(WorkbookFile(path, form_likeness).read())
    return tables


def _workbook(table: SourceTable) -> bytes:
    kept = [at for at in range(len(table.headers)) if at not in table.dropped]
    headers = [table.headers[at] for at in kept]
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _OPTIONS) as book:
        formats = {kind: book.add_format({"num_format": each}) for kind, each in _CLOCKS}
        ranges = [*table.ranges()]
        names = _tab_names([part.tab for _, part in ranges])
        for (rows, _), name in zip(ranges, names, strict=True):
            tab = book.add_worksheet(name)
            cells = ([table.columns[at][row] for at in kept] for row in rows)
            for at, line in enumerate(_lines(headers, cells)):
                for place, cell in enumerate(line):
                    _write(tab, (at, place), cell, formats, table.title)
    return data.getvalue()


def _tab_names(tabs: Sequence[str]) -> list[str]:
    """Return names that a workbook takes; those of other programs may be longer, or recur."""
    names: list[str] = []
    for at, tab in enumerate(tabs, 1):
        taken = {name.casefold() for name in names}
        fits = _TAB.fullmatch(tab) and tab.casefold() not in taken
        names.append(tab if fits else f"{_ONLY_TAB} {at}" if tab or taken else _ONLY_TAB)
    return names


def _lines(
    headers: Sequence[str], cells: Iterator[Sequence[CellValue]]
) -> Iterator[Sequence[CellValue]]:
    yield headers
    yield from cells


def _write(
    tab: Worksheet,
    place: tuple[int, int],
    cell: CellValue,
    formats: dict[type, Format],
    title: str,
) -> None:
    match cell:
        case None | "":
            pass
        case str():
            if len(cell.encode("utf-16-le", "surrogatepass")) > 2 * _LONGEST_ANSWER:
                raise TooLongAnswerError(title=title)
            tab.write_string(*place, xml_words(cell))
        case bool():
            tab.write_boolean(*place, cell)
        case float() if not math.isfinite(cell):  # what no cell of a workbook can say
            tab.write_string(*place, str(cell))
        case int() | float():
            tab.write_number(*place, cell)
        case _:
            tab.write_datetime(*place, cell, formats[type(cell)])
