"""Responses that stand in two sheets: a form linked anew copies all that it has into a new tab.

They are counted once, and it is said. The same is the same time to the second and the same
answers to all that both ask, where the copy says nothing that the other one does not.
"""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.survey_form import FormNotice
from lib.survey.table.coded_column import stack_columns
from lib.survey.table.form_table import FormTable
from lib.wording import mark

FEWEST, SHARE = 3, 0.1  # of the smaller sheet: fewer may be chance in a big survey

_Rows = npt.NDArray[np.bool_]


@dataclasses.dataclass(frozen=True)
class DistinctSheets:
    """The sheets without what an earlier one holds too, and what is to be said of that."""

    sheets: tuple[FormTable, ...]
    notices: tuple[FormNotice, ...]


def drop_copied_responses(sheets: Sequence[FormTable], numbers: QuestionIds) -> DistinctSheets:
    """Return the sheets with every response in one of them only: in the first that has it."""
    found = list(sheets)
    notices: list[FormNotice] = []
    for first, second in itertools.combinations(range(len(sheets)), 2):
        one, other = found[first], found[second]
        rows, copies = _at_once(one, other), _at_once(other, one)
        if not _many(int(copies.sum()), one, other):
            continue
        copies[copies] = _repeated(one, other, rows, copies, numbers)
        n = int(copies.sum())
        if _many(n, one, other):
            found[second] = other.without(copies)
            edited = int(_at_once(found[second], one).sum())
            notices += _told(one, other, n, edited)
    return DistinctSheets(tuple(found), tuple(notices))


def _many(n: int, one: FormTable, other: FormTable) -> bool:
    return n >= max(FEWEST, SHARE * min(one.rows, other.rows))


def _at_once(sheet: FormTable, other: FormTable) -> _Rows:
    """Return which responses of the sheet were submitted in a second in which others' were.

    A midnight is a day typed by hand: many have the same.
    """
    communes = {sheet.table.commune, other.table.commune} - {None}
    if len(communes) > 1:
        return np.zeros(sheet.rows, dtype=bool)
    times = sheet.submitted.times
    exact: _Rows = ~np.isnat(times) & (times != times.astype("datetime64[D]"))
    exact &= np.isin(times, other.submitted.times)
    return exact


def _repeated(
    one: FormTable, other: FormTable, rows: _Rows, copies: _Rows, numbers: QuestionIds
) -> _Rows:
    """Return which of the copies stand among the rows too, each as often as it stands there."""
    headers, others = (_by_number(sheet, numbers) for sheet in (one, other))
    n = int(rows.sum())
    times = np.concatenate([one.submitted.times[rows], other.submitted.times[copies]])
    said: dict[int, npt.NDArray[np.generic]] = {0: times}
    more = np.zeros(len(times), dtype=bool)
    for number, header in others.items():
        below = other.column(header).taken(copies)
        if number in headers:
            above = one.column(headers[number]).taken(rows)
            said[number] = stack_columns([above, below]).codes
        else:
            more[n:] |= below.codes >= 0
    frame = pd.DataFrame(said)
    alike = frame.groupby(list(said), sort=False)
    # The second of two equal responses in one sheet is the copy of the second in the other.
    sheet = np.arange(len(times)) >= n
    key = pd.DataFrame({"alike": alike.ngroup(), "sheet": sheet})
    key["turn"] = key.groupby(["alike", "sheet"]).cumcount()
    again: _Rows = np.array(key.duplicated(["alike", "turn"]), dtype=bool)
    return again[n:] & ~more[n:]


def _by_number(sheet: FormTable, numbers: QuestionIds) -> dict[int, str]:
    """Return the columns to compare; one that was emptied before it was kept tells nothing."""
    return {
        numbers.number(sheet.table.source, header): header
        for header, at in sheet.positions.items()
        if at not in sheet.table.dropped
    }


def _told(one: FormTable, other: FormTable, n: int, edited: int) -> Iterator[FormNotice]:
    fields = (("title", other.table.title), ("other", one.table.title))
    text = mark(
        "{title}: {n} responses stand in {other} too, the same to the second and in every answer;"
        " they are counted once."
    )
    yield FormNotice("same_responses", text, None, (*fields, ("n", n)))
    if edited:
        text = mark(
            "{title}: {n} responses have the same time as one in {other} and other answers; they"
            " are counted in both."
        )
        yield FormNotice("same_time", text, None, (*fields, ("n", edited)))
