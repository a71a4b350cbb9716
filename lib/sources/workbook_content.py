"""What a csv or xlsx file holds, told apart by its bytes, not by its name."""

import csv
import dataclasses
import functools
import io
import itertools
import re
import statistics
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import charset_normalizer
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from lib.errors import FileBusyError, NotAFormError
from lib.source_table import CellValue, SourceTable, TablePart
from lib.sources.answer_tabs import best_tab, join_answer_tabs
from lib.sources.header_row import TableRows, filled_cells, header_row
from lib.sources.workbook_percents import with_percent_texts

_ZIP = b"PK\x03\x04"  # which xlsx is
_OLE = b"\xd0\xcf\x11\xe0"  # Excel's older format, or a file with a password
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_MOST_CELLS = 10_000_000  # a Google Sheet holds no more; memory is taken for empty ones too
_ENOUGH = 20_000  # bytes tell a code page
_CODE_PAGES = [
    *("cp1252", "cp1251", "cp1253", "cp1254", "cp1256"),
    *("cp874", "cp932", "gb18030", "cp949", "big5"),
]
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED_VOWEL = re.compile(f"[aăâeêioôơuưy]{_TONE.pattern}", re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class WorkbookContent:
    """The bytes of one file; `name` is the source's, `title` the one for people.

    Every method raises NotAFormError for what is no table, FileBusyError for what is cut short.
    """

    data: bytes = dataclasses.field(repr=False)
    name: str
    title: str

    def table(self, suits: Callable[[SourceTable], int], *, before: bool) -> SourceTable:
        """Return the cells of the tab that suits best, with those of the same headers.

        Cells of a csv are all text, "" where empty. `before`: as an earlier version read it.
        """
        opened = (self._table(*tab, before=before) for tab in self._named().items())
        tables = [self._with_percents(table) for table in opened if table]
        if not tables:
            raise NotAFormError(title=self.title)
        return (best_tab if before else join_answer_tabs)(tables, suits)

    def tabs(self) -> tuple[SourceTable, ...]:
        """Return every tab that holds something, whole: the first row as its header, blank or not.

        Each is called by its own name, a csv by the file's.
        """
        named = self._named().items()
        tables = (
            _whole(self.name, name, rows) for name, rows in named if any(map(filled_cells, rows))
        )
        return tuple(self._with_percents(table) for table in tables)

    def _with_percents(self, table: SourceTable) -> SourceTable:
        try:
            return with_percent_texts(table, self.data) if self.data[:4] == _ZIP else table
        except _BROKEN_ZIP:
            raise NotAFormError(title=self.title) from None

    def _named(self) -> dict[str, TableRows]:
        """Return the rows of each tab by its name."""
        if self.data[:4] in (_ZIP, _OLE):
            return self._tabs()
        return {self.title: self._text_rows()}

    def _tabs(self) -> dict[str, TableRows]:
        data = self.data
        if data[:4] == _ZIP and not zipfile.is_zipfile(io.BytesIO(data)):
            raise FileBusyError(title=self.title)  # its end is not written yet
        try:
            if data[:4] == _ZIP and any(cells > _MOST_CELLS for cells in _sizes(data)):
                raise NotAFormError(title=self.title)
            with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
                tabs = [m.name for m in book.sheets_metadata if m.typ is SheetTypeEnum.WorkSheet]
                return {name: _rows(book.get_sheet_by_name(name).iter_rows()) for name in tabs}
        except (CalamineError, *_BROKEN_ZIP):
            raise NotAFormError(title=self.title) from None

    def _text_rows(self) -> TableRows:
        text = decode_csv(self.data)
        if text is None:
            raise FileBusyError(title=self.title)
        if "\0" in text or text.lstrip()[:1] == "<":  # a picture; a web page saved as csv
            raise NotAFormError(title=self.title)
        try:
            return _rows(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
        except csv.Error:
            raise NotAFormError(title=self.title) from None

    def _table(self, tab: str, rows: TableRows, *, before: bool) -> SourceTable | None:
        start = header_row(rows, before=before)
        if start is None:
            return None
        table = _whole(self.name, self.title, rows[start:])
        part = TablePart("" if tab == self.title else tab, start, table.rows)
        return dataclasses.replace(table, parts=(part,) if start or part.tab else ())


_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def _whole(source: str, title: str, rows: TableRows) -> SourceTable:
    columns = list(map(list, itertools.zip_longest(*rows, fillvalue="")))
    headers = tuple(str(column.pop(0)) for column in columns)
    return SourceTable(source, title, headers, tuple(columns))


def _rows(read: Iterable[Sequence[CellValue]]) -> TableRows:
    """Return the rows with equal texts as one: answers recur, and memory is what costs time."""
    known: dict[str, str] = {}
    return [
        [known.setdefault(cell, cell) if isinstance(cell, str) else cell for cell in row]
        for row in read
    ]


def _sizes(data: bytes) -> Iterator[int]:
    """Yield how many cells each tab of an xlsx claims to have; one that claims none is small."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                with parts.open(name) as tab:
                    last = _DIMENSION.search(tab.read(4096))
                if last:
                    yield _number(last[1]) * int(last[2])


def _number(letters: bytes) -> int:
    """Return which column has these letters: A is 1, AA is 27."""
    return functools.reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)


def decode_csv(data: bytes) -> str | None:
    """Return the text of a csv file; None where it ends in the middle of a letter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if data[:2].count(0) == 1:  # half of an ASCII letter: UTF-16 that does not say so
        return data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data" and not data[: error.start].isascii()
        return None if cut_short else _of_windows(data)


def _of_windows(data: bytes) -> str:
    """Return the text by the code page in which its letters make sense.

    Vietnamese (1258), which sets each tone behind a vowel, is not known to the library; a
    foreign byte or two in UTF-8 are no code page.
    """
    if _beyond_ascii(data.decode("utf-8", "ignore").encode()) > 0.9 * _beyond_ascii(data):
        return data.decode("utf-8-sig", "replace")
    vietnamese = data.decode("cp1258", "replace")
    tones = len(_TONE.findall(vietnamese))
    if tones and len(_TONED_VOWEL.findall(vietnamese)) > 0.9 * tones:
        return unicodedata.normalize("NFC", vietnamese)
    some = data if len(data) < _ENOUGH else data[: data.rfind(b"\n", 0, _ENOUGH)]
    likely = charset_normalizer.from_bytes(some, cp_isolation=_CODE_PAGES).best()
    return data.decode(likely.encoding if likely else "cp1252", "replace")


def _beyond_ascii(data: bytes) -> int:
    return len(data.translate(None, bytes(range(128))))


def _delimiter(text: str) -> str:
    """Return the separator that cuts the first rows into the most cells."""

    def cells(delimiter: str) -> float:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = [len(row) for row in itertools.islice(reader, 50) if any(row)]
        return statistics.median_low(widths or [0])

    return max(",;\t", key=cells)
