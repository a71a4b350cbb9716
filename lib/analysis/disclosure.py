"""What may be shown of the responses to somebody who may see totals only.

For every kind of selection (all, by year, quarter, month or part of a month; and of these by
commune, by hamlet, by sector or by the answers to one question) there is one grid in which no cell
holds fewer than k responses, see `disclosure_grids`. What is chosen may be shown if it is made of
whole rows and columns of its grid. Of two kinds of which one chooses more narrowly, the narrower
has the coarser groups, and merges what the wider tells apart only inside of it: so a total minus
its parts is never small either, over however many selections. Place, sector and answers are not
chosen together: with time they would make a triangle of tables, whose equations can give single
cells away.

A question that not everybody answered has grids of its own, of those who did.
"""

import dataclasses
import math
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from lib.analysis.disclosure_grids import IntArray, are_whole_groups, join_groups, merge_until_large
from lib.analysis.selection_axes import (
    ORDERED_AXES,
    AxisLevel,
    Narrowness,
    SelectionAxis,
    chosen_values,
    dimension_axis,
    response_axes,
    selection_narrowness,
    understood,
)
from lib.survey.model.answer_levels import Answer
from lib.survey.model.periods import Period, PeriodKind, period_holding
from lib.survey.model.running_periods import whole_parts
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rated_questions, without_places

_K = 5

MayShow = Callable[[Selection, int | None], bool]
"""Whether figures of a selection may be shown: its number of responses and what they say as a
whole (None), or the answers to one question, by its place among the rated ones."""

_Grid = tuple[IntArray, ...]  # the group of each value of time, of place, and of what is further
_SECTOR = "linh_vuc"


def allow_everything(selection: Selection, question: int | None) -> bool:
    """Allow all figures: for those who may read every response."""
    return True


def may_show_fully(may: MayShow, selection: Selection, questions: Iterable[int]) -> bool:
    """Tell whether a selection's responses may be shown, and what they answered to all of these."""
    return may(selection, None) and all(may(selection, at) for at in questions)


def questions_in_view(responses: Responses, selection: Selection, may: MayShow) -> tuple[int, ...]:
    """Return the chosen rated questions that may be shown, by their places."""
    return tuple(
        at for at in chosen_rated_questions(responses.form, selection) if may(selection, at)
    )


class Disclosure:
    """What may be shown of one reading; a grid is made when it is first asked for."""

    def __init__(self, responses: Responses, k: int = _K) -> None:
        """Lay out the responses' times, places and sectors."""
        # The responses themselves are not kept: what is kept for them would never be let go.
        self._responses = weakref.ref(responses)
        self._n, self._k = responses.n, k
        self._time, self._place, sector = response_axes(responses)
        self._further: dict[str, SelectionAxis | None] = {_SECTOR: sector}
        self._answered = responses.answers < Answer.NOT_APPLICABLE
        answered = np.count_nonzero(self._answered, axis=1).tolist()
        everybody: dict[int | None, int] = {None: responses.n, **dict(enumerate(answered))}
        # too few even of all
        self._few = {question for question, n in everybody.items() if 0 < n < k}
        self._grids: dict[tuple[str, Narrowness, int | None], _Grid] = {}

    def may(self, selection: Selection, question: int | None = None) -> bool:
        """Tell whether these figures of a selection may be shown."""
        if not (
            understood(selection) and whole_parts(selection.period) and narrows_one_way(selection)
        ):
            return False
        if question in self._few or None in self._few:
            return False
        further = selection.values[0][0] if selection.values else _SECTOR
        axes = self._axes(further)
        if axes is None:
            return False
        narrow = selection_narrowness(selection)
        laid_out = zip(axes, narrow, self._grid(further, narrow, question), strict=True)
        return all(
            are_whole_groups(groups, chosen_values(axis[level], selection, at))
            for at, (axis, level, groups) in enumerate(laid_out)
            if level
        )

    def _axes(self, further: str) -> tuple[SelectionAxis, ...] | None:
        """Return time, place and a dimension more; None where nothing is known of that one."""
        if further not in self._further:
            responses = self._responses()
            self._further[further] = (
                dimension_axis(responses, further, self._k) if responses else None
            )
        axis = self._further[further]
        return None if axis is None else (self._time, self._place, axis)

    def _grid(self, further: str, narrow: Narrowness, question: int | None) -> _Grid:
        if not narrow[-1]:
            further = _SECTOR  # of all of it, every dimension has the same grids
        key = further, narrow, question
        if key not in self._grids:
            self._grids[key] = self._made(further, narrow, question)
        return self._grids[key]

    def _made(self, further: str, narrow: Narrowness, question: int | None) -> _Grid:
        """Return the grid of a kind: what wider kinds merge is merged, what they part is not."""
        levels = self._levels(further, narrow)
        start = [np.arange(level.size) for level in levels]
        within = [np.zeros(level.size, dtype=np.int64) for level in levels]
        for at in np.flatnonzero(narrow).tolist():
            wider = self._grid(further, _wider(narrow, at), question)
            within[at] = wider[at][levels[at].parents]
            start = [
                groups if axis == at else join_groups(groups, wider[axis])
                for axis, groups in enumerate(start)
            ]
        if question is not None:
            start = list(map(join_groups, start, self._grid(further, narrow, None)))
        if not any(narrow):
            return tuple(start)
        parted = [each[_first(groups)] for each, groups in zip(within, start, strict=True)]
        counts = self._counted(levels, start, question)
        merged = merge_until_large(counts, parted, ORDERED_AXES, self._k)
        return tuple(into[groups] for into, groups in zip(merged, start, strict=True))

    def _levels(self, further: str, narrow: Narrowness) -> list[AxisLevel]:
        axes = self._axes(further) or ()
        return [axis[level] for axis, level in zip(axes, narrow, strict=True)]

    def _counted(
        self, levels: Sequence[AxisLevel], groups: Sequence[IntArray], question: int | None
    ) -> IntArray:
        """Count the responses, or those that answered the question, in each cell."""
        shape = tuple(int(each.max(initial=-1)) + 1 for each in groups)
        cells = np.zeros(self._n, dtype=np.int64)
        for level, group_numbers, size in zip(levels, groups, shape, strict=True):
            cells = cells * size + group_numbers[level.value_numbers]
        if question is not None:
            cells = cells[self._answered[question]]
        return np.bincount(cells, minlength=math.prod(shape)).reshape(shape)


def _wider(narrow: Narrowness, axis: int) -> Narrowness:
    time, place, sector = (level - (at == axis) for at, level in enumerate(narrow))
    return time, place, sector


def _first(groups: IntArray) -> IntArray:
    """Return the first value of each group."""
    return np.unique(groups, return_index=True)[1]


def narrows_one_way(selection: Selection) -> bool:
    """Tell whether places, sectors or the answers to one question are chosen, but not two."""
    ways = (selection.communes or selection.hamlets, selection.sectors, *selection.values)
    return sum(map(bool, ways)) < 2


def wider_selections(may: MayShow, selection: Selection) -> list[Selection]:
    """Return the nearest wider selections that may be shown, each wider in another way."""
    fewer = (
        dataclasses.replace(selection, sectors=(), values=()),
        dataclasses.replace(selection, values=()),
        dataclasses.replace(selection, hamlets=()),
        without_places(dataclasses.replace(selection, values=())),
        *(
            dataclasses.replace(without_places(selection), sectors=(), values=(each,))
            for each in selection.values
        ),
        dataclasses.replace(without_places(selection), sectors=(), values=()),
    )
    longer = [dataclasses.replace(selection, period=each) for each in _longer(selection.period)]
    wider = [next((each for each in longer if may(each, None)), selection)]
    wider += [each for each in fewer if may(each, None)]
    if all(each == selection for each in wider):
        wider.append(Selection(questions=selection.questions, today=selection.today))
    return [each for each in dict.fromkeys(wider) if each != selection and may(each, None)]


def _longer(period: Period | None) -> Iterator[Period | None]:
    """Yield the month, quarter and year that hold a period, then all periods."""
    if period and period.first and period.last:
        for span in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR):
            longer = period_holding(span, period.first)
            if longer != period and longer.last and period.last <= longer.last:
                yield longer
    yield None
