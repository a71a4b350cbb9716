"""A column by its distinct answers: each text once, and a small number for every cell."""

import collections
import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.text import clean
from lib.table import Cell

Codes = npt.NDArray[np.int32]

SAMPLE = 1000  # distinct texts; a closed question has fewer
SPREADSHEET_ERRORS = frozenset(
    ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!")
)


@dataclasses.dataclass(frozen=True, eq=False)
class Column:
    """Answers to one question: `codes` are indexes into `texts`, -1 is not stated."""

    codes: Codes
    texts: tuple[str, ...]

    @functools.cached_property
    def counts(self) -> tuple[int, ...]:
        """How many cells hold each text."""
        return tuple(np.bincount(self.codes + 1, minlength=len(self.texts) + 1)[1:].tolist())

    @property
    def counted(self) -> dict[str, int]:
        """Each text that a cell holds, with the number of such cells."""
        return {text: n for text, n in zip(self.texts, self.counts, strict=True) if n}

    @property
    def answered(self) -> int:
        """The number of cells that say something."""
        return sum(self.counts)

    @functools.cached_property
    def common(self) -> "Column":
        """Return the column with its most common texts only: enough to tell what it is."""
        if len(self.texts) <= SAMPLE:
            return self
        most = np.argsort(-np.array(self.counts), kind="stable")[:SAMPLE]
        kept = set(most.tolist())
        return self.mapped([text if at in kept else "" for at, text in enumerate(self.texts)])

    def mapped(self, texts: Sequence[str]) -> "Column":
        """Return the column with each text replaced; equal ones become one, "" not stated."""
        index: dict[str, int] = {"": -1}
        moved = [index.setdefault(text, len(index) - 1) for text in texts]
        if tuple(index)[1:] == self.texts:
            return self  # with its counts
        return Column(_moved(self.codes, moved), tuple(index)[1:])

    def taken(self, rows: npt.NDArray[np.bool_]) -> "Column":
        """Return the column at these rows only."""
        return self if rows.all() else Column(self.codes[rows], self.texts)


def _moved(codes: Codes, moved: Sequence[int]) -> Codes:
    # The last place answers for -1, so that one lookup maps every cell.
    return np.array([*moved, -1], dtype=np.int32)[codes]


def column(cells: list[Cell]) -> Column:
    """Return the column of these cells; different spellings of spaces and accents are one."""
    index: dict[Cell, int] = collections.defaultdict(itertools.count().__next__)
    codes = np.fromiter(map(index.__getitem__, cells), np.int32, len(cells))
    texts = [clean(written(cell)) for cell in index]
    stated = ["" if text in SPREADSHEET_ERRORS else text for text in texts]
    return Column(codes, tuple(texts)).mapped(stated)


def written(cell: Cell) -> str:
    """Return a cell as its text: 4.0 is "4", a date is ISO."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    return "" if cell is None else whole(str(cell))


def whole(text: str) -> str:
    """Return the text without halves of letters, which JSON may hold and Arrow may not."""
    return text.encode("utf-8", "replace").decode()


def together(columns: Iterable[Column]) -> Column:
    """Return the columns one below the other, their texts united."""
    parts = list(columns)
    if len(parts) == 1:
        return parts[0]
    index: dict[str, int] = {}
    codes = [
        _moved(part.codes, [index.setdefault(text, len(index)) for text in part.texts])
        for part in parts
    ]
    return Column(np.concatenate(codes) if codes else np.empty(0, np.int32), tuple(index))


def first_stated(columns: Sequence[Column]) -> Column:
    """Return for each row what the first column that says something says."""
    if len(columns) == 1:
        return columns[0]
    stacked = together(columns).codes.reshape(len(columns), -1)
    codes = stacked[0].copy()
    for row in stacked[1:]:
        codes = np.where(codes < 0, row, codes)
    return Column(codes, together(columns).texts)


def constant(text: str, rows: int) -> Column:
    """Return a column in which all say the same; "" is nothing."""
    return Column(np.zeros(rows, dtype=np.int32), (text,)).mapped([text])


def blank(rows: int) -> Column:
    """Return a column in which nobody answered."""
    return Column(np.full(rows, -1, dtype=np.int32), ())
