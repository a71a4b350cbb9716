"""A csv or xlsx file as Google exports it, told apart by its content, not by its name."""

import csv
import datetime as dt
import io
import itertools
import re
import statistics
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from lib.errors import FileBusyError, FileGoneError, NotAFormError
from lib.table import Cell, Table

_ZIP = b"PK\x03\x04"  # which xlsx is
_OLE = b"\xd0\xcf\x11\xe0"  # Excel's older format, or a file with a password


def has_times(table: Table) -> bool:
    """Return whether some column of a workbook's tab holds dates or times for the most part."""
    filled = ([cell for cell in column if cell != ""] for column in table.columns)
    return any(sum(isinstance(c, dt.date) for c in cells) > len(cells) / 2 for cells in filled)


class Workbook:
    """One file as a source, read again when it changes on disk.

    Of a file with several tabs the first that `suits` is read, else the first with a header.
    """

    def __init__(self, path: Path, suits: Callable[[Table], bool] = has_times) -> None:
        """Remember the file; nothing is opened yet."""
        self.path = path
        self.name = self.title = path.name
        self._suits = suits

    def version(self) -> str:
        """Return what differs whenever the file was written: its time and size."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            raise FileGoneError(title=self.title, what=self.title) from None
        except OSError as error:
            raise FileBusyError(title=self.title) from error
        return f"{stat.st_mtime_ns}-{stat.st_size}"

    def read(self) -> Table:
        """Return the file's cells; those of a csv are all text, "" where empty."""
        data = self._bytes()
        tabs = self._tabs(data) if data[:4] in (_ZIP, _OLE) else [self._text_rows(data)]
        tables = [table for rows in tabs if (table := self._table(rows))]
        if len(tables) > 1:
            return next(filter(self._suits, tables), tables[0])
        if not tables:
            raise NotAFormError(title=self.title)
        return tables[0]

    def _bytes(self) -> bytes:
        before = self.version()
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise FileBusyError(title=self.title) from error
        if self.version() != before:
            raise FileBusyError(title=self.title)
        return data

    def _tabs(self, data: bytes) -> Iterable[Sequence[Sequence[Cell]]]:
        if data[:4] == _ZIP and not zipfile.is_zipfile(io.BytesIO(data)):
            raise FileBusyError(title=self.title)  # its end is not written yet
        try:
            with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
                tabs = [m.name for m in book.sheets_metadata if m.typ is SheetTypeEnum.WorkSheet]
                return [book.get_sheet_by_name(name).to_python() for name in tabs]
        except CalamineError:
            raise NotAFormError(title=self.title) from None

    def _text_rows(self, data: bytes) -> Sequence[Sequence[Cell]]:
        text = decoded(data)
        if text is None:
            raise FileBusyError(title=self.title)
        if "\0" in text or text.lstrip()[:1] == "<":  # a picture; a web page saved as csv
            raise NotAFormError(title=self.title)
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
        except csv.Error:
            raise NotAFormError(title=self.title) from None

    def _table(self, rows: Sequence[Sequence[Cell]]) -> Table | None:
        start = next((at for at, row in enumerate(rows) if any(row)), None)
        if start is None:
            return None
        columns = list(itertools.zip_longest(*rows[start:], fillvalue=""))
        headers = tuple(str(column[0]) for column in columns)
        return Table(self.name, self.title, headers, tuple(list(c[1:]) for c in columns))


def decoded(data: bytes) -> str | None:
    """Return the text of a csv file; None where it ends in the middle of a letter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data" and not data[: error.start].isascii()
        return None if cut_short else _of_windows(data)


_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED_VOWEL = re.compile(f"[aăâeêioôơuưy]{_TONE.pattern}", re.IGNORECASE)


def _of_windows(data: bytes) -> str:
    """Return the text by the first code page in which its letters make sense.

    Vietnamese (1258) sets each tone behind a vowel, Russian (1251) has whole words beyond
    ASCII, Western languages (1252) single letters.
    """
    vietnamese = data.decode("cp1258", "replace")
    tones = len(_TONE.findall(vietnamese))
    if tones and len(_TONED_VOWEL.findall(vietnamese)) > 0.9 * tones:
        return unicodedata.normalize("NFC", vietnamese)
    russian = data.decode("cp1251", "replace")
    words = sum(map(len, re.findall("[а-яё]{3,}", russian, re.IGNORECASE)))
    if words > len(re.findall("[а-яё]", russian, re.IGNORECASE)) / 2:
        return russian
    return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return the separator that cuts the first rows into the most cells."""

    def cells(delimiter: str) -> float:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = [len(row) for row in itertools.islice(reader, 50) if any(row)]
        return statistics.median_low(widths or [0])

    return max(",;\t", key=cells)
