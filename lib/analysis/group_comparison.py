"""Communes, sectors, periods and answers beside one another, question by question and together.

A group is compared with all the others, not with a total that holds it. All cells of a table are
one family, and its overall rates another, as level by level for what needs attention; whatever is
shown of them: hiding a row or a question changes no mark.
"""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Generic

import numpy as np

from lib.analysis.disclosure import MayShow, allow_everything
from lib.analysis.group_counts import (
    ComparedGroups,
    ComparedSubject,
    GroupSums,
    GroupTable,
    commune_groups,
    count_groups,
    sum_groups,
)
from lib.analysis.rates import Rate, RateArrays, clear_signs_apart, pooled_rates, question_rates
from lib.analysis.tally import CountArray, ResponseSum, period_positions, trend_timeline
from lib.survey.model.dimension import Dimension, DimensionValue
from lib.survey.model.periods import Period
from lib.survey.responses import Place, Responses, Sector
from lib.survey.selection import Selection, chosen_rated_questions, chosen_rows, without_places


@dataclasses.dataclass(frozen=True)
class ComparisonCell:
    """One group's answers to one question, or to all that are chosen."""

    rate: Rate
    dissatisfied: int
    mark: int  # 1 clearly above the others, -1 clearly below, else 0


@dataclasses.dataclass(frozen=True)
class ComparisonRow(Generic[ComparedSubject]):
    """One group; its cells follow the chosen questions in the form's order."""

    subject: ComparedSubject | None  # None: not stated
    responses: int
    cells: tuple[ComparisonCell | None, ...]  # None where it may not be shown
    overall: ComparisonCell | None = None  # over all chosen questions


@dataclasses.dataclass(frozen=True)
class Comparison:
    """The groups that hold chosen responses and may be shown, by name and in order of time."""

    communes: tuple[ComparisonRow[Place], ...]
    sectors: tuple[ComparisonRow[Sector], ...]
    periods: tuple[ComparisonRow[Period], ...]


def compare_groups(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> Comparison:
    """Return the chosen responses by commune, by sector and by step of time."""
    return Comparison(
        communes=compare_communes(responses, selection, may),
        sectors=_compared(
            responses,
            selection,
            ComparedGroups(responses.sectors, responses.sector),
            (selection.choosing("linh_vuc", ()), may),
            lambda sector: selection.choosing("linh_vuc", (sector.code,)),
        ),
        periods=compare_periods(responses, selection, may),
    )


def compare_communes(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> tuple[ComparisonRow[Place], ...]:
    """Return the communes, each compared with all the others whatever place is chosen."""
    return _compared(
        responses,
        selection,
        commune_groups(responses, selection),
        (without_places(selection), may),
        lambda place: selection.choosing("xa", (place.code,)),
    )


def compare_periods(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> tuple[ComparisonRow[Period], ...]:
    """Return the steps of the chosen time, each compared with all the others."""
    steps = trend_timeline(responses, chosen_rows(responses, selection))
    return _compared(
        responses,
        selection,
        ComparedGroups(steps, period_positions(responses.submitted, steps)),
        (selection, may),
        lambda step: dataclasses.replace(selection, period=step),
    )


def compare_values(
    responses: Responses,
    selection: Selection,
    dimension: Dimension,
    may: MayShow = allow_everything,
) -> tuple[ComparisonRow[DimensionValue], ...]:
    """Return the values of a dimension, each compared with all who do not have it."""
    return _compared(
        responses,
        selection,
        ComparedGroups(dimension.values, dimension.groups, dimension.members),
        (selection.choosing(dimension.id, ()), may),
        lambda value: selection.choosing(dimension.id, (value.code,)),
    )


def _compared(
    responses: Responses,
    selection: Selection,
    groups: ComparedGroups[ComparedSubject],
    lifted: tuple[Selection, MayShow],
    chosen_by: Callable[[ComparedSubject], Selection],
) -> tuple[ComparisonRow[ComparedSubject], ...]:
    """Return the rows of a table that may be shown; `lifted` is without the table's own filter."""
    anywhere, may = lifted
    table = count_groups(responses, groups, (selection, anywhere))
    sums = sum_groups(responses, groups, (selection, anywhere))
    asked = chosen_rated_questions(responses.form, selection)
    return _allowed_rows(_rows(table, sums, asked), asked, chosen_by, may)


def _rows(
    table: GroupTable[ComparedSubject], sums: GroupSums[ComparedSubject], asked: Sequence[int]
) -> tuple[ComparisonRow[ComparedSubject], ...]:
    counts, pooled = table.chosen, sums.chosen
    width = counts.valid.shape[1]
    marks, together = clear_signs_apart([table.pair, sums.pair])
    cells = _cells(
        question_rates(counts.satisfied, counts.valid), counts.dissatisfied, marks, width
    )
    overall = _cells(pooled_rates(pooled), pooled[:, ResponseSum.DISSATISFIED], together, 1)
    return tuple(
        ComparisonRow(
            subject=table.subjects[group] if group < len(table.subjects) else None,
            responses=int(counts.responses[group]),
            cells=tuple(cells[group * width + question] for question in asked),
            overall=overall[group],
        )
        for group in np.flatnonzero(counts.responses).tolist()
    )


def _cells(
    rates: RateArrays, dissatisfied: CountArray, marks: CountArray, width: int
) -> list[ComparisonCell]:
    """Return the cells row by row; the last row, what is not stated, bears no mark."""
    each = zip(
        rates.each(),
        dissatisfied.ravel().tolist(),
        [*marks.ravel().tolist(), *[0] * width],
        strict=True,
    )
    return [ComparisonCell(*cell) for cell in each]


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
            overall = row.overall if all(allowed) else None
            visible.append(dataclasses.replace(row, cells=allowed_cells, overall=overall))
    return tuple(visible)
