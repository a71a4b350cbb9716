"""What one tab or file held, cell by cell, before anybody asks what it means."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CellValue = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


class TablePart(NamedTuple):
    """Rows of a table that stand together in one tab; `above` are those above its header."""

    tab: str
    above: int
    rows: int


@dataclasses.dataclass(frozen=True)
class SourceTable:
    """The cells of one source as they were read, by column, the header apart.

    Every column has the same number of cells; an empty cell is None or "". A number in a
    Google Sheet's time column is a serial date (days since 30/12/1899, wall clock).
    """

    source: str  # permanent name of the source: part of every response's identity
    title: str  # how people call it: file name, or spreadsheet and tab
    headers: tuple[str, ...]
    columns: tuple[list[CellValue], ...]
    timezone: str | None = None  # IANA name; None where the source does not say
    commune: str | None = None  # configured for a sheet that serves one commune
    dropped: frozenset[int] = frozenset()  # columns emptied because they identify a person
    parts: tuple[TablePart, ...] = ()  # where the rows stand; none: below the header of one tab
    left_out: tuple[str, ...] = ()  # tabs that look like answers too and were not read

    @property
    def rows(self) -> int:
        """The number of rows below the header, blank ones included."""
        return len(self.columns[0]) if self.columns else 0

    def without(self, positions: frozenset[int]) -> "SourceTable":
        """Return the table with these columns emptied and marked.

        Their headers stay, and whether a cell was filled: True or None.
        """
        kept = (
            _filled(column) if at in positions else column for at, column in enumerate(self.columns)
        )
        return dataclasses.replace(self, columns=tuple(kept), dropped=self.dropped | positions)

    def only(self, rows: Sequence[bool]) -> "SourceTable":
        """Return the table with those rows for which this holds."""
        kept = (list(itertools.compress(column, rows)) for column in self.columns)
        parts = tuple(
            part._replace(rows=sum(map(bool, rows[start : start + part.rows])))
            for start, part in self._starts(self.parts)
        )
        return dataclasses.replace(self, columns=tuple(kept), parts=parts)

    def followed(self, more: "SourceTable") -> "SourceTable":
        """Return the table with the rows of another one of the same columns after its own."""
        both = zip(self.columns, more.columns, strict=True)
        columns = tuple([*ours, *theirs] for ours, theirs in both)
        parts = (*self.places(), *more.places()) if self.parts or more.parts else ()
        return dataclasses.replace(self, columns=columns, parts=parts)

    def places(self) -> tuple[TablePart, ...]:
        """Return where the rows stand, tab by tab."""
        return self.parts or (TablePart("", 0, self.rows),)

    def ranges(self) -> Iterator[tuple[range, TablePart]]:
        """Yield the rows of each tab, from 0, with where they stand."""
        for start, part in self._starts(self.places()):
            yield range(start, start + part.rows), part

    @staticmethod
    def _starts(parts: Sequence[TablePart]) -> Iterator[tuple[int, TablePart]]:
        starts = itertools.accumulate((part.rows for part in parts), initial=0)
        return zip(starts, parts, strict=False)


def _filled(column: list[CellValue]) -> list[CellValue]:
    return [None if cell in (None, "") else True for cell in column]
