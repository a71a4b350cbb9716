"""A column by its distinct answers: each text once, and a small number for every cell."""

import collections
import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from lib.source_table import CellValue
from lib.survey.model.vietnamese_text import clean_text

ColumnCodes = npt.NDArray[np.int32]

_SAMPLE = 1000  # distinct texts; a closed question has fewer
SPREADSHEET_ERRORS = frozenset(
    ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!")
)


@dataclasses.dataclass(frozen=True, eq=False)
class CodedColumn:
    """Answers to one question: `codes` are indexes into `texts`, -1 is not stated."""

    codes: ColumnCodes
    texts: tuple[str, ...]

    @functools.cached_property
    def counts(self) -> tuple[int, ...]:
        """How many cells hold each text."""
        return tuple(np.bincount(self.codes + 1, minlength=len(self.texts) + 1)[1:].tolist())

    @property
    def said(self) -> Iterator[tuple[str, int]]:
        """Each text with the number of cells that hold it, perhaps none."""
        return zip(self.texts, self.counts, strict=True)

    @property
    def counted(self) -> dict[str, int]:
        """Each text that a cell holds, with the number of such cells."""
        return {text: n for text, n in self.said if n}

    @property
    def answered(self) -> int:
        """The number of cells that say something."""
        return sum(self.counts)

    @functools.cached_property
    def common(self) -> "CodedColumn":
        """Return the column with its most common texts only: enough to tell what it is."""
        if len(self.texts) <= _SAMPLE:
            return self
        most = np.argsort(-np.array(self.counts), kind="stable")[:_SAMPLE]
        kept = set(most.tolist())
        return self.mapped([text if at in kept else "" for at, text in enumerate(self.texts)])

    def mapped(self, texts: Sequence[str]) -> "CodedColumn":
        """Return the column with each text replaced; equal ones become one, "" not stated."""
        index: dict[str, int] = {"": -1}
        moved = [index.setdefault(text, len(index) - 1) for text in texts]
        if tuple(index)[1:] == self.texts:
            return self  # with its counts
        return CodedColumn(_moved(self.codes, moved), tuple(index)[1:])

    def taken(self, rows: npt.NDArray[np.bool_]) -> "CodedColumn":
        """Return the column at these rows only, without the texts that no such row says."""
        if rows.all():
            return self
        taken = CodedColumn(self.codes[rows], self.texts)
        return taken.mapped([text if n else "" for text, n in taken.said])


def _moved(codes: ColumnCodes, moved: Sequence[int]) -> ColumnCodes:
    # The last place answers for -1, so that one lookup maps every cell.
    return np.array([*moved, -1], dtype=np.int32)[codes]


def code_column(cells: list[CellValue]) -> CodedColumn:
    """Return the column of these cells; different spellings of spaces and accents are one."""
    index: dict[CellValue, int] = collections.defaultdict(itertools.count().__next__)
    codes = np.fromiter(map(index.__getitem__, cells), np.int32, len(cells))
    texts = [clean_text(cell_text(cell)) for cell in index]
    stated = ["" if text in SPREADSHEET_ERRORS else text for text in texts]
    return CodedColumn(codes, tuple(texts)).mapped(stated)


def cell_text(cell: CellValue) -> str:
    """Return a cell as its text: 4.0 is "4", a date is ISO."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    return "" if cell is None else without_half_letters(str(cell))


def without_half_letters(text: str) -> str:
    """Return the text without halves of letters, which JSON may hold and Arrow may not."""
    return text.encode("utf-8", "replace").decode()


def stack_columns(columns: Iterable[CodedColumn]) -> CodedColumn:
    """Return the columns one below the other, their texts united."""
    parts = list(columns)
    if len(parts) == 1:
        return parts[0]
    index: dict[str, int] = {}
    codes = [
        _moved(part.codes, [index.setdefault(text, len(index)) for text in part.texts])
        for part in parts
    ]
    return CodedColumn(np.concatenate(codes) if codes else np.empty(0, np.int32), tuple(index))


def first_stated(columns: Sequence[CodedColumn]) -> CodedColumn:
    """Return for each row what the first column that says something says."""
    if len(columns) == 1:
        return columns[0]
    stacked = stack_columns(columns).codes.reshape(len(columns), -1)
    codes = stacked[0].copy()
    for row in stacked[1:]:
        codes = np.where(codes < 0, row, codes)
    return CodedColumn(codes, stack_columns(columns).texts)


def constant_column(text: str, rows: int) -> CodedColumn:
    """Return a column in which all say the same; "" is nothing."""
    return CodedColumn(np.zeros(rows, dtype=np.int32), (text,)).mapped([text])


def blank_column(rows: int) -> CodedColumn:
    """Return a column in which nobody answered."""
    return CodedColumn(np.full(rows, -1, dtype=np.int32), ())
