"""Totals and notes that people write below the answers of a form: rows that are no responses."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lib.source_table import CellValue, SourceTable
from lib.survey.model.vietnamese_text import clean_text, fold_accents
from lib.survey.table.coded_column import cell_text
from lib.survey.table.submission_times import TimeArray

_FEWEST = 5  # responses with a time: of fewer the answers tell little about others
_LABEL = re.compile(
    r"\W*(tong|cong|trung binh|binh quan|d?tb|t[iy] le|so (luong|phieu|luot|nguoi)|ghi chu|luu y"
    r"|chu thich|nguon|nguoi (lap|tong hop)|(sub|grand )?totals?|sum|averages?|avg|mean|median"
    r"|count|min|max|percent|notes?)\b"
)
_BETWEEN = re.compile(r";|,(?!\d)|(?<!\d),")  # options, but not the parts of "3,2"
_Rows = npt.NDArray[np.bool_]
_Row = Sequence[str]


def rows_below_answers(table: SourceTable, time: int, times: TimeArray, kept: _Rows) -> _Rows:
    """Return which of the kept rows are totals or notes: below the last time, and unlike answers.

    A row without a time of which most answers were given by others too is a response.
    """
    timed = ~np.isnat(times)
    rows = [row for part, _ in table.ranges() for row in _after_last(part, timed) if kept[row]]
    below = np.zeros(table.rows, dtype=bool)
    if rows:
        others = _Answers(table, time, np.flatnonzero(timed).tolist())
        below[[row for row in rows if not others.include(_stated(table, row))]] = True
    return below


def _after_last(part: range, timed: _Rows) -> range:
    """Return the rows of a tab that stand below the last one with a time."""
    last = next((row for row in reversed(part) if timed[row]), None)
    return part[:0] if last is None else range(last + 1, part.stop)


class _Answers:
    """What the responses with a time say, by column."""

    def __init__(self, table: SourceTable, time: int, rows: Sequence[int]) -> None:
        """Take their answers together, and how many questions a response answers."""
        columns = ([_text(column[row]) for row in rows] for column in table.columns)
        stated = [[text for text in column if text] for column in columns]
        stated[time] = []  # a time is no answer
        self._time, self._n = time, len(rows)
        options = [[option for text in c for option in _options(text)] for c in stated]
        self._known = [set(column) for column in options]
        # Names and own words are nobody else's: what recurs tells, where anything does.
        recur = {at for at, c in enumerate(options) if 0 < 2 * len(self._known[at]) <= len(c)}
        self._telling = recur or set(range(len(options)))
        self._enough = sum(map(len, stated)) / max(1, len(rows)) / 2

    def include(self, row: _Row) -> bool:
        """Tell whether a row without a time reads like one of these responses."""
        at, first = next(((at, text) for at, text in enumerate(row) if text), (0, ""))
        if not first:  # only what cannot be seen: a tab, say
            return False
        if _LABEL.match(fold_accents(first).casefold()) and not self._gave(at, first):
            return False
        if self._n < _FEWEST:
            return True
        answers = [(at, text) for at, text in enumerate(row) if text and at != self._time]
        telling = [(at, text) for at, text in answers if at in self._telling]
        # Below a word that is no time, a number is a sum or a mean, whoever gave the same.
        labelled = bool(row[self._time]) and not any(map(str.isdigit, row[self._time]))
        alike = [text for at, text in telling if self._gave(at, text)]
        said = [text for text in alike if not (labelled and _is_number(text))]
        return bool(said) and len(said) * 2 >= len(telling) and len(answers) >= self._enough

    def _gave(self, at: int, text: str) -> bool:
        return self._known[at].issuperset(_options(text))


def _stated(table: SourceTable, row: int) -> _Row:
    return [_text(column[row]) for column in table.columns]


def _text(cell: CellValue) -> str:
    return clean_text(cell_text(cell))


def _options(text: str) -> list[str]:
    """Return what may be several choices, one by one."""
    return [option.strip().casefold() for option in _BETWEEN.split(text)]


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "").replace("%", "").isdigit()
