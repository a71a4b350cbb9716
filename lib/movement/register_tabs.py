"""A tab of the register opened: its header found under titles, its rows by what they hold."""

import dataclasses
import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lib.movement.register_fields import RegisterField, field_for_header, settle_fields
from lib.movement.register_records import RegisterNotice, UnreadCell
from lib.movement.register_row import RegisterRow
from lib.source_table import CellValue, SourceTable
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.table.coded_column import cell_text
from lib.wording import mark

_FIRST_ROWS = 20  # a header stands within them
_FEWEST = 2  # columns that are known; one alone may be chance
_MODELS = frozenset(
    (
        RegisterField.KIND,
        RegisterField.OWNER,
        RegisterField.STATE,
        RegisterField.LEVEL,
        RegisterField.REGISTERED_WITH,
    )
)
_ABOUT_A_MODEL = _MODELS | {
    RegisterField.UNIT,
    RegisterField.PLACE,
    RegisterField.SECTOR,
    RegisterField.YEAR,
    RegisterField.TIME,
}
_RESULTS = frozenset((RegisterField.INDICATOR, RegisterField.VALUE))
_SILENT = frozenset((RegisterField.NUMBER, RegisterField.STAMP, RegisterField.CONTACT))


class _Header(NamedTuple):
    """One row or two that name the columns."""

    texts: tuple[str, ...]
    first: int  # line, from 0
    rows: int  # 1 or 2

    @property
    def known(self) -> dict[int, RegisterField]:
        """What each column is for, as far as its header says."""
        recognised = {at: field_for_header(text) for at, text in enumerate(self.texts) if text}
        fields = {at: field for at, field in recognised.items() if field}
        return settle_fields(fields, dict(enumerate(self.texts)))


@dataclasses.dataclass(frozen=True, eq=False)
class RegisterTab:
    """A table with its header understood; `fields` by the position of their column."""

    table: SourceTable
    headers: tuple[str, ...]
    fields: Mapping[int, RegisterField]
    line: int = 0  # of the header, from 0
    header_rows: int = 1
    merged: tuple[int, ...] = ()  # positions that a merged header cell leaves without one

    @property
    def title(self) -> str:
        """How people call it."""
        return self.table.title

    @property
    def holds_results(self) -> bool:
        """Whether a row is one value of one indicator."""
        return set(self.fields.values()) >= _RESULTS

    @property
    def names_models(self) -> bool:
        """Whether rows say by name which model they are about."""
        return RegisterField.NAME in self.fields.values()

    @property
    def holds_models(self) -> bool:
        """Whether a row tells about a model, perhaps beside one of its results."""
        present = set(self.fields.values())
        about = _MODELS if self.holds_results else _ABOUT_A_MODEL
        return self.names_models and bool(present & about)

    def header(self, wanted: RegisterField) -> str:
        """Return the header of a field's column, "" where there is none."""
        return next((self.headers[at] for at, f in self.fields.items() if f is wanted), "")

    @functools.cached_property
    def rows(self) -> tuple[RegisterRow, ...]:
        """The rows that say something: no blank one, no sum, no row of column numbers."""
        first = self.line + self.header_rows
        lines = enumerate(itertools.islice(_lines(self.table), first, None), first + 1)
        rows = (
            RegisterRow(number, self._cells(cells), self._measured(cells))
            for number, cells in lines
        )
        return tuple(row for row in rows if row.says_something)

    def _cells(self, cells: Sequence[CellValue]) -> dict[RegisterField, CellValue]:
        silent = (RegisterField.CONTACT, RegisterField.MEASURED)
        return {f: cells[at] for at, f in self.fields.items() if f not in silent}

    def _measured(self, cells: Sequence[CellValue]) -> tuple[tuple[str, CellValue], ...]:
        measured = (at for at, f in self.fields.items() if f is RegisterField.MEASURED)
        return tuple((self.headers[at], cells[at]) for at in measured)

    def unread(
        self, row: RegisterRow, at: RegisterField | str, reason: str, **fields: object
    ) -> UnreadCell:
        """Return a cell of a row as one that could not be understood."""
        header = self.header(at) if isinstance(at, RegisterField) else at
        text = row.written(at) if isinstance(at, RegisterField) else row.figure(at)
        return UnreadCell(self.title, row.number, header, text, reason, tuple(fields.items()))

    def problems(self) -> Iterator[UnreadCell]:
        """Yield what is wrong with the header itself."""
        if self.header_rows == 2 or self.merged:
            left = self.merged[0] - 1 if self.merged else 0
            text = next(filter(None, reversed(self.headers[: left + 1])), "")
            yield UnreadCell(self.title, self.line + 1, text, text, _MERGED)

    def notices(self) -> Iterator[RegisterNotice]:
        """Yield what somebody should know about the columns."""
        if self.header_rows == 2 or self.merged:
            yield self._notice("merged_header", _MERGED_NOTICE, row=self.line + 1)
        for at, header in enumerate(self.headers):
            known = field_for_header(header) if header else None
            if header and at not in self.fields:
                twice = known is not None
                code, text = ("column_twice", _TWICE) if twice else ("unknown_column", _UNKNOWN)
                yield self._notice(code, text, column=header)
            if known is RegisterField.CONTACT:
                yield self._notice("dropped", _DROPPED, column=header)

    def _notice(self, code: str, text: str, **fields: object) -> RegisterNotice:
        return RegisterNotice(code, text, (("title", self.title), *fields.items()))


_MERGED = mark("a merged header cell: each column needs a header of its own, in one row")
_MERGED_NOTICE = mark(
    "{title}: merged header cells in row {row}. Give each column a header of its own, in one row."
)
_UNKNOWN = mark("{title}: nobody knows what the column “{column}” is for; it is not read.")
_TWICE = mark("{title}: the column “{column}” holds what another column holds; it is not read.")
_DROPPED = mark("{title}: the column “{column}” may identify a person and is dropped.")


def open_tab(table: SourceTable) -> RegisterTab:
    """Return the table with its header found; without any known column it has no fields."""
    first = itertools.islice(_lines(table), _FIRST_ROWS)
    lines = [[clean_text(cell_text(cell)) for cell in line] for line in first]
    best = max(_headers(lines), key=lambda header: len(set(header.known.values())))
    fields = _once(best.known)
    if len(fields) < _FEWEST:
        return RegisterTab(table, table.headers, {})
    merged = tuple(_merged(table, best, fields))
    return RegisterTab(table, best.texts, _beside(fields, merged), best.first, best.rows, merged)


def contact_columns(table: SourceTable) -> frozenset[int]:
    """Return the positions of columns that identify a person: contacts, which nobody keeps."""
    tab = open_tab(table)
    return frozenset(at for at, field in tab.fields.items() if field is RegisterField.CONTACT)


def _lines(table: SourceTable) -> Iterator[Sequence[CellValue]]:
    yield table.headers
    yield from zip(*table.columns, strict=True)


def _headers(lines: Sequence[Sequence[str]]) -> Iterator[_Header]:
    """Yield what may be the header, single rows before rows together."""
    for at, line in enumerate(lines):
        yield _Header(tuple(line), at, 1)
    for at, (upper, lower) in enumerate(itertools.pairwise(lines)):
        if _belongs(upper, lower):
            yield _Header(tuple(map(_joined, upper, lower)), at, 2)


def _belongs(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell whether a row goes on naming columns: no row of content has words for columns."""
    filled = [at for at, text in enumerate(lower) if text]
    known = [at for at in filled if field_for_header(lower[at])]
    content = [at for at in filled if at not in known and upper[at] and field_for_header(upper[at])]
    return len(known) >= _FEWEST and not content


def _joined(upper: str, lower: str) -> str:
    return lower if not upper or (lower and field_for_header(lower)) else f"{upper} {lower}".strip()


def _once(known: Mapping[int, RegisterField]) -> dict[int, RegisterField]:
    """Return the fields without a second column for one; figures, numbers, contacts may recur."""
    seen: set[RegisterField] = set()
    kept = {}
    for at, field in known.items():
        if field not in seen or field is RegisterField.MEASURED or field in _SILENT:
            kept[at] = field
        seen.add(field)
    return kept


def _merged(
    table: SourceTable, header: _Header, fields: Mapping[int, RegisterField]
) -> Iterator[int]:
    """Yield the columns without a header that hold something, right of one with a header."""
    for at, text in enumerate(header.texts):
        below = table.columns[at][header.first + header.rows - 1 :]
        if at and not text and any(cell not in (None, "") for cell in below):
            yield at


def _beside(fields: dict[int, RegisterField], merged: Sequence[int]) -> dict[int, RegisterField]:
    """Return the fields with the unit found that stands under the value's merged header."""
    values = (at for at in merged if fields.get(at - 1) is RegisterField.VALUE)
    if RegisterField.MEASURE not in fields.values():
        return {**fields, **dict.fromkeys(itertools.islice(values, 1), RegisterField.MEASURE)}
    return fields
