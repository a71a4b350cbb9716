"""Time, place and one dimension more, each from the whole down to its narrowest values."""

import dataclasses

import numpy as np
import numpy.typing as npt

from lib.analysis.disclosure_grids import IntArray
from lib.analysis.nested_answers import is_nested_answer
from lib.survey.dimensions import find_dimension
from lib.survey.model.dimension import Dimension
from lib.survey.model.periods import PART_ENDS, PeriodKind, whole_months
from lib.survey.responses import Responses
from lib.survey.selection import RowMask, Selection, chosen_rows

Narrowness = tuple[
    int, int, int
]  # the level of time, of place and of the further dimension that a selection needs

# What the axes hold; questions have grids of their own, and both boundaries are one axis.
KNOWN_FIELDS = {"period", "communes", "hamlets", "sectors", "questions", "today", "values"}
ORDERED_AXES = (True, False, False)  # only neighbours in time belong together
_TIME = {
    PeriodKind.YEAR: 1,
    PeriodKind.FIRST_HALF: 2,
    PeriodKind.SECOND_HALF: 2,
    PeriodKind.NINE_MONTHS: 2,
    PeriodKind.QUARTER: 2,
    PeriodKind.MONTH: 3,
    PeriodKind.DAYS: 3,
}
_PARTS = 4
_MONTHS = (12, 3, 1)  # of a year, a quarter, a month
_UNKNOWN = -(10**5) * 12  # the month of an unknown time, in a year of its own


@dataclasses.dataclass(frozen=True, eq=False)
class AxisLevel:
    """The values of an axis at one level, numbered in their order."""

    value_numbers: IntArray  # each response's value
    parents: IntArray  # each value's value one level up
    examples: Responses  # one response of each value

    @property
    def size(self) -> int:
        """The number of values."""
        return len(self.parents)


SelectionAxis = tuple[AxisLevel, ...]  # level 0 has one value: all responses


def response_axes(responses: Responses) -> tuple[SelectionAxis, SelectionAxis, SelectionAxis]:
    """Return time (year, quarter, month, its parts), place (commune, hamlet) and sector.

    A commune is one as at the time and of today together, so that both ways of choosing
    choose whole ones. What is unknown is a value like any other.
    """
    known = ~np.isnat(responses.submitted)
    month = responses.submitted.astype("M8[M]").astype(np.int64)
    months = np.where(known, month, _UNKNOWN)
    days = responses.submitted.astype("M8[D]") - responses.submitted.astype("M8[M]")
    day = np.where(known, days.astype(np.int64) + 1, 1)
    parts = months * (len(PART_ENDS) + 1) + np.searchsorted(PART_ENDS, day)
    commune = _pairs(responses.commune, responses.commune_today)
    return (
        _axis(responses, *(months // each for each in _MONTHS), parts),
        _axis(responses, commune, _pairs(commune, responses.hamlet)),
        _axis(responses, responses.sector.astype(np.int64)),
    )


def dimension_axis(responses: Responses, name: str, k: int) -> SelectionAxis | None:
    """Return the axis of a dimension beyond place and sector.

    None where there is no such dimension, where a response may have several of its values (counts
    of values that overlap tell of those who gave two), or where it lies inside another answer.
    """
    dimension = find_dimension(responses, name)
    if dimension is None or dimension.is_several:
        return None
    if is_nested_answer(responses, dimension, k):
        return None
    axis = _axis(responses, dimension.groups.astype(np.int64))
    return tuple(
        dataclasses.replace(level, examples=_alone(level.examples, dimension, first))
        for level, first in zip(axis, map(_first_rows, axis), strict=True)
    )


def _first_rows(level: AxisLevel) -> IntArray:
    return np.unique(level.value_numbers, return_index=True)[1]


def _alone(examples: Responses, dimension: Dimension, first: IntArray) -> Responses:
    """Return the examples with this dimension as it is of them."""
    own = dataclasses.replace(dimension, groups=dimension.groups[first])
    return dataclasses.replace(examples, added=(own,))


def understood(selection: Selection) -> bool:
    """Tell whether all that is chosen lies on the axes; by another dimension it may be anybody."""
    return all(
        field.name in KNOWN_FIELDS or getattr(selection, field.name) == field.default
        for field in dataclasses.fields(selection)
    )


def selection_narrowness(selection: Selection) -> Narrowness:
    """Return how narrowly a selection chooses on each axis; 0 is all of it."""
    period = selection.period
    time = _TIME[period.kind] if period else 0
    if period and not whole_months(period):
        time = _PARTS
    place = 2 if selection.hamlets else int(bool(selection.communes))
    return time, place, int(bool(selection.sectors or selection.values))


def chosen_values(level: AxisLevel, selection: Selection, axis: int) -> RowMask:
    """Return which values of one axis a selection holds, whatever it chooses on the others."""
    only = (
        Selection(period=selection.period),
        Selection(communes=selection.communes, hamlets=selection.hamlets, today=selection.today),
        Selection(sectors=selection.sectors, values=selection.values),
    )
    return chosen_rows(level.examples, only[axis])


def _axis(responses: Responses, *columns: IntArray) -> SelectionAxis:
    """Return the levels of these columns, the widest first."""
    levels = [_level(responses, np.zeros(responses.n, dtype=np.int64), None)]
    for column in columns:
        levels.append(_level(responses, column, levels[-1]))
    return tuple(levels)


def _level(responses: Responses, column: IntArray, above: AxisLevel | None) -> AxisLevel:
    _, first, numbers = np.unique(column, return_index=True, return_inverse=True)
    parents = above.value_numbers[first] if above else np.zeros(len(first), dtype=np.int64)
    return AxisLevel(numbers, parents, _examples(responses, first))


def _examples(responses: Responses, at: npt.NDArray[np.intp]) -> Responses:
    names = ("submitted", "commune", "commune_today", "hamlet", "sector", "sheet")
    columns = {name: getattr(responses, name)[at] for name in names}
    answers, levels = responses.answers[:, at], responses.levels[:, at]
    comments = tuple(column.take(at) for column in responses.comments)
    return dataclasses.replace(
        responses, **columns, answers=answers, levels=levels, comments=comments
    )


def _pairs(outer: npt.NDArray[np.integer], inner: npt.NDArray[np.integer]) -> IntArray:
    return (outer.astype(np.int64) + 1) * (int(inner.max(initial=-1)) + 2) + inner + 1
