"""Communes, sectors and periods beside one another, question by question.

A group is compared with all the others, not with a total that holds it, and all cells are
one family, whatever is shown of them: hiding a row or a question changes no mark.
"""

import dataclasses
import functools
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import numpy as np

from lib.analysis.disclosure import MayShow, allow_everything
from lib.analysis.rates import Rate, RateArrays, clear_signs, question_rates
from lib.analysis.tally import (
    AnswerCounts,
    CountArray,
    GroupCodes,
    count_answers,
    period_positions,
    trend_timeline,
)
from lib.survey.model.periods import Period
from lib.survey.responses import Place, Responses, Sector
from lib.survey.selection import (
    RowMask,
    Selection,
    chosen_rated_questions,
    chosen_rows,
    communes_with_codes,
    without_places,
)

ComparedSubject = TypeVar("ComparedSubject", Place, Sector, Period)


@dataclasses.dataclass(frozen=True)
class ComparisonCell:
    """One group's answers to one question."""

    rate: Rate
    dissatisfied: int
    mark: int  # 1 clearly above the others, -1 clearly below, else 0


@dataclasses.dataclass(frozen=True)
class ComparisonRow(Generic[ComparedSubject]):
    """One group; its cells follow the chosen questions in the form's order."""

    subject: ComparedSubject | None  # None: not stated
    responses: int
    cells: tuple[ComparisonCell | None, ...]  # None where it may not be shown


@dataclasses.dataclass(frozen=True)
class Comparison:
    """The groups that hold chosen responses and may be shown, by name and in order of time."""

    communes: tuple[ComparisonRow[Place], ...]
    sectors: tuple[ComparisonRow[Sector], ...]
    periods: tuple[ComparisonRow[Period], ...]


@dataclasses.dataclass(frozen=True, eq=False)
class GroupTable(Generic[ComparedSubject]):
    """Counts of every group, and of one more after them: not stated."""

    subjects: Sequence[ComparedSubject]
    chosen: AnswerCounts
    compared: AnswerCounts  # with the filter of this table's own dimension lifted

    @property
    def own(self) -> AnswerCounts:
        """A group's chosen responses; all of its responses where none is chosen."""
        some = self.chosen.responses > 0
        cells = np.where(some[:, None, None], self.chosen.cells, self.compared.cells)
        return AnswerCounts(cells, np.where(some, self.chosen.responses, self.compared.responses))

    @property
    def pair(self) -> tuple[RateArrays, RateArrays]:
        """The rates of every group, and those of all the others to each of them."""
        own, everybody = self.own, self.compared
        satisfied = everybody.satisfied.sum(axis=0) - own.satisfied
        valid = everybody.valid.sum(axis=0) - own.valid
        stated = slice(len(self.subjects))
        return (
            question_rates(own.satisfied[stated], own.valid[stated]),
            question_rates(satisfied[stated], valid[stated]),
        )


def compare_groups(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> Comparison:
    """Return the chosen responses by commune, by sector and by step of time."""
    rows = chosen_rows(responses, selection)
    communes = count_by_commune(responses, selection, rows)
    anywhere = chosen_rows(responses, dataclasses.replace(selection, sectors=()))
    sectors = _table(responses, responses.sectors, responses.sector, (rows, anywhere))
    steps = trend_timeline(responses, rows)
    periods = _table(responses, steps, period_positions(responses.submitted, steps), (rows, rows))
    marks = clear_signs([communes.pair, sectors.pair, periods.pair])
    asked = chosen_rated_questions(responses.form, selection)
    narrowed = functools.partial(dataclasses.replace, selection)
    return Comparison(
        communes=_allowed_rows(
            _rows(communes, marks[0], asked), asked, lambda s: narrowed(communes=(s.code,)), may
        ),
        sectors=_allowed_rows(
            _rows(sectors, marks[1], asked), asked, lambda s: narrowed(sectors=(s.code,)), may
        ),
        periods=_allowed_rows(
            _rows(periods, marks[2], asked), asked, lambda s: narrowed(period=s), may
        ),
    )


def count_by_commune(
    responses: Responses, selection: Selection, rows: RowMask
) -> GroupTable[Place]:
    """Return every commune, compared with all the others whatever place is chosen."""
    places, codes = communes_with_codes(responses, selection.today)
    anywhere = chosen_rows(responses, without_places(selection))
    return _table(responses, places, codes, (rows, anywhere))


def _table(
    responses: Responses,
    subjects: Sequence[ComparedSubject],
    codes: GroupCodes,
    rows: tuple[RowMask, RowMask],
) -> GroupTable[ComparedSubject]:
    groups = len(subjects) + 1
    by = np.where(codes < 0, len(subjects), codes)
    chosen, compared = rows
    everybody = count_answers(responses, compared, by, groups)
    if np.array_equal(chosen, compared):
        return GroupTable(subjects, everybody, everybody)
    return GroupTable(subjects, count_answers(responses, chosen, by, groups), everybody)


def _rows(
    table: GroupTable[ComparedSubject], marks: CountArray, asked: Sequence[int]
) -> tuple[ComparisonRow[ComparedSubject], ...]:
    counts = table.chosen
    rated = question_rates(counts.satisfied, counts.valid).each()
    bad = counts.dissatisfied.ravel().tolist()
    marked = [*marks.ravel().tolist(), *[0] * marks.shape[1]]
    cells = [ComparisonCell(*cell) for cell in zip(rated, bad, marked, strict=True)]
    return tuple(
        ComparisonRow(
            subject=table.subjects[group] if group < len(table.subjects) else None,
            responses=int(counts.responses[group]),
            cells=tuple(cells[group * marks.shape[1] + question] for question in asked),
        )
        for group in np.flatnonzero(counts.responses).tolist()
    )


def _allowed_rows(
    rows: Sequence[ComparisonRow[ComparedSubject]],
    asked: Sequence[int],
    chosen_by: Callable[[ComparedSubject], Selection],
    may: MayShow,
) -> tuple[ComparisonRow[ComparedSubject], ...]:
    """Return the rows that may be shown, without the cells that may not.

    What is not stated is the rest of a total: it may be shown where all the others may.
    """
    visible = []
    rest = [True] * (1 + len(asked))
    for row in rows:
        allowed = rest
        if row.subject is not None:
            selection = chosen_by(row.subject)
            allowed = [may(selection, at) for at in (None, *asked)]
            rest = [left and right for left, right in zip(rest, allowed, strict=True)]
        if allowed[0]:
            cells = zip(row.cells, allowed[1:], strict=True)
            allowed_cells = tuple(cell if may_be else None for cell, may_be in cells)
            visible.append(dataclasses.replace(row, cells=allowed_cells))
    return tuple(visible)
