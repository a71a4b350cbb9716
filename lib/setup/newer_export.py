"""A newer export of a form whose answers are kept already: what it brings, and both as one.

A response is known by when it was submitted, and among those of one moment by their order.
"""

import dataclasses
from collections import Counter
from collections.abc import Mapping

import numpy as np

from lib.source_table import CellValue, SourceTable
from lib.survey.table.form_table import FormTable, open_form_table

_Key = tuple[str, int]  # when it was submitted, and which of those
_Answers = Mapping[_Key, tuple[str, ...]]
_SAME_FORM = 0.5  # of the headers
_SAME_QUESTION = 0.9  # of the responses that both exports hold


@dataclasses.dataclass(frozen=True)
class ExportDifference:
    """How the responses of a newer export stand to those that are kept."""

    new: int
    equal: int
    changed: int
    missing: int  # from the newer one
    is_alike: bool = True  # most of the questions are the same

    @property
    def is_same_form(self) -> bool:
        """Whether any response of the newer one is known."""
        return self.equal + self.changed > 0


def export_difference(kept: SourceTable, newer: SourceTable) -> ExportDifference:
    """Return what the newer export brings, by what both ask."""
    before, after = open_form_table(kept), open_form_table(newer)
    asked = sorted(before.positions.keys() & after.positions.keys())
    if len(asked) < _SAME_FORM * min(len(before.positions), len(after.positions)):
        return ExportDifference(len(_rows(after)), 0, 0, len(_rows(before)), is_alike=False)
    old, new = _answers(before, asked), _answers(after, asked)
    both = old.keys() & new.keys()
    equal = sum(old[key] == new[key] for key in both)
    return ExportDifference(len(new) - len(both), equal, len(both) - equal, len(old) - len(both))


def with_missing_responses(newer: SourceTable, kept: SourceTable) -> SourceTable:
    """Return the newer export and, after it, the kept responses that it lacks.

    A question that only one of them asks is blank for the responses of the other; one that was
    reworded is one. Times are written as they were read: two exports may have them in different
    orders.
    """
    forms = open_form_table(newer), open_form_table(kept)
    there = _rows(forms[0])
    lacking = {row for key, row in _rows(forms[1]).items() if key not in there}
    if not lacking:
        return newer
    whole, before = (_told_in_one_way(form, newer.headers[forms[0].time]) for form in forms)
    said_now = _reworded(*forms)
    before = dataclasses.replace(before, headers=tuple(said_now.get(h, h) for h in before.headers))
    left = before.only([row in lacking for row in range(kept.rows)])
    headers = tuple(dict.fromkeys((*whole.headers, *left.headers)))
    columns = tuple([*_column(whole, each), *_column(left, each)] for each in headers)
    persons = {table.headers[at] for table in (whole, left) for at in table.dropped}
    dropped = frozenset(at for at, header in enumerate(headers) if header in persons)
    return dataclasses.replace(newer, headers=headers, columns=columns, dropped=dropped, parts=())


def _reworded(newer: FormTable, kept: FormTable) -> Mapping[str, str]:
    """Return how the newer export words what only the kept one asks so.

    It is the same question where the responses of both say the same below the two wordings.
    """
    old, new = (
        {header: _answers(form, [header]) for header in form.positions if header not in other}
        for form, other in ((kept, newer.positions), (newer, kept.positions))
    )
    said: dict[str, str] = {}
    for header, before in old.items():
        for wording, after in new.items():
            if wording not in said.values() and _says_the_same(before, after):
                said[header] = wording
                break
    return said


def _says_the_same(before: _Answers, after: _Answers) -> bool:
    """Tell whether two columns hold the same answers, but for some that were edited."""
    both = before.keys() & after.keys()
    filled = [key for key in both if any(before[key]) or any(after[key])]
    same = sum(before[key] == after[key] for key in filled)
    return bool(filled) and same >= _SAME_QUESTION * len(filled)


def _told_in_one_way(form: FormTable, time_header: str) -> SourceTable:
    """Return the table with times in the one order that nobody mistakes, headers made unique."""
    table, times = form.table, list(form.table.columns[form.time])
    kept = [row for row, is_kept in enumerate(form.kept.tolist()) if is_kept]
    for row, time in zip(kept, form.submitted.times, strict=True):
        if not np.isnat(time):
            times[row] = str(time).replace("T", " ")
    headers, columns = list(table.headers), list(table.columns)
    for header, at in form.positions.items():
        headers[at] = header
    headers[form.time], columns[form.time] = time_header, times
    return dataclasses.replace(table, headers=tuple(headers), columns=tuple(columns))


def _column(table: SourceTable, header: str) -> list[CellValue]:
    if header in table.headers:
        return list(table.columns[table.headers.index(header)])
    return [None] * table.rows


def _rows(form: FormTable) -> Mapping[_Key, int]:
    """Return in which row of the table each response stands."""
    seen = Counter[str]()
    rows = {}
    kept = [row for row, is_kept in enumerate(form.kept.tolist()) if is_kept]
    for row, time in zip(kept, form.submitted.times.astype(str).tolist(), strict=True):
        rows[time, seen[time]] = row
        seen[time] += 1
    return rows


def _answers(form: FormTable, asked: list[str]) -> _Answers:
    """Return what each response says to what both ask."""
    columns = [form.column(header) for header in asked]
    said = [[(*c.texts, "")[code] for code in c.codes.tolist()] for c in columns]
    return dict(zip(_rows(form), zip(*said, strict=True), strict=True))
