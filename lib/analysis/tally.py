"""The only place that counts rows: answers, levels, and what each response says as a whole."""

import dataclasses
import enum
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.model.answer_levels import Answer
from lib.survey.model.periods import Period, trend_periods
from lib.survey.responses import Responses
from lib.survey.selection import RowMask

CountArray = npt.NDArray[np.int64]
GroupCodes = npt.NDArray[np.integer]  # each response's group; -1 is in none


@dataclasses.dataclass(frozen=True, eq=False)
class AnswerCounts:
    """How often each answer was given, and by how many responses."""

    cells: CountArray  # [group, rated question, Answer]
    responses: CountArray  # [group]

    @property
    def satisfied(self) -> CountArray:
        """Satisfied answers, the strong ones included: [group, question]."""
        return _summed(self.cells[..., : Answer.NEUTRAL])

    @property
    def dissatisfied(self) -> CountArray:
        """Dissatisfied answers, the strong ones included: [group, question]."""
        return _summed(self.cells[..., Answer.DISSATISFIED : Answer.NOT_APPLICABLE])

    @property
    def valid(self) -> CountArray:
        """Satisfied, neutral and dissatisfied answers together: [group, question]."""
        return _summed(self.cells[..., : Answer.NOT_APPLICABLE])


class ResponseSum(enum.IntEnum):
    """What is summed over responses; s and v are one response's satisfied and valid answers."""

    RESPONSES = 0
    RATING = 1  # responses with a valid answer
    DISSATISFIED = 2  # responses with a dissatisfied answer
    S = 3
    V = 4
    SS = 5
    SV = 6
    VV = 7
    WHOLLY = 8  # responses all of whose valid answers are satisfied


def count_answers(
    responses: Responses, rows: RowMask, by: GroupCodes | None = None, groups: int = 1
) -> AnswerCounts:
    """Count the answers of the chosen rows to every rated question, by group."""
    answers, group = _picked(responses.answers, rows, by)
    cells = np.empty((groups, len(answers), len(Answer)), dtype=np.int64)
    for at, given in enumerate(answers):
        cells[:, at] = _crossed(group, groups, given, len(Answer))
    present = np.zeros(answers.shape[1], dtype=np.int8)
    return AnswerCounts(cells, _crossed(group, groups, present, 1)[:, 0])


def count_levels(
    responses: Responses,
    rows: RowMask,
    question: int,
    by: GroupCodes | None = None,
    groups: int = 1,
) -> CountArray:
    """Count the chosen rows at each level of a rated question: [group, level], best first."""
    given, group = _picked(responses.levels[question : question + 1], rows, by)
    size = len(responses.form.rated[question].levels)
    return _crossed(group, groups, given[0] + 1, size + 1)[:, 1:]


def sum_responses(
    responses: Responses,
    rows: RowMask,
    questions: Sequence[int],
    by: GroupCodes | None = None,
    groups: int = 1,
) -> CountArray:
    """Sum the chosen rows as whole responses over these questions: [group, ResponseSum].

    The sums of two groups add up to those of both together.
    """
    answers, group = _picked(responses.answers, rows, by)
    satisfied, valid, dissatisfied = _each(answers, questions)
    width = len(questions) + 1
    kinds = (satisfied * width + valid) * 2 + dissatisfied  # few: all else is cheap
    counted = _crossed(group, groups, kinds, 2 * width * width)
    pairs, bad = np.divmod(np.arange(2 * width * width), 2)
    s, v = np.divmod(pairs, width)
    wholly = (s == v) & (v > 0)
    parts = np.column_stack((np.ones_like(s), v > 0, bad, s, v, s * s, s * v, v * v, wholly))
    summed: CountArray = counted @ parts
    return summed


def trend_timeline(responses: Responses, rows: RowMask) -> tuple[Period, ...]:
    """Return the steps of a trend over the chosen rows; none where no time is known."""
    times = responses.submitted[rows & ~np.isnat(responses.submitted)]
    return trend_periods(times.min().item().date(), times.max().item().date()) if len(times) else ()


def period_positions(
    submitted: npt.NDArray[np.datetime64], periods: Sequence[Period]
) -> GroupCodes:
    """Return which of these adjoining periods each time lies in; -1 is none of them."""
    if not periods:
        return np.full(len(submitted), -1, dtype=np.int16)
    starts = np.array([period.first for period in periods], dtype="M8[D]")
    ends = np.array(periods[-1].last, dtype="M8[D]") + 1
    lengths = np.diff(np.append(starts, ends)).astype(int)
    of_day = np.append(np.repeat(np.arange(len(periods), dtype=np.int16), lengths), np.int16(-1))
    days = (submitted.astype("M8[D]") - starts[0]).astype(np.int64)
    outside = (days < 0) | (days >= len(of_day) - 1)  # an unknown time is far below
    return of_day[np.where(outside, -1, days)]


def _picked(
    answers: npt.NDArray[np.integer], rows: RowMask, by: GroupCodes | None
) -> tuple[npt.NDArray[np.integer], GroupCodes | None]:
    if by is not None:
        rows = rows & (by >= 0)
    if rows.all():
        return answers, by
    positions = np.flatnonzero(rows)
    return answers.take(positions, axis=1), None if by is None else by[positions]


def _each(
    answers: npt.NDArray[np.integer], questions: Sequence[int]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], RowMask]:
    """Return each response's number of satisfied and of valid answers, and whether one is bad."""
    small = np.min_scalar_type(len(questions))
    satisfied, valid, fine = (np.zeros(answers.shape[1], dtype=small) for _ in range(3))
    for at in questions:
        satisfied += (answers[at] < Answer.NEUTRAL).view(np.uint8)
        fine += (answers[at] < Answer.DISSATISFIED).view(np.uint8)
        valid += (answers[at] < Answer.NOT_APPLICABLE).view(np.uint8)
    return satisfied.astype(np.int32), valid.astype(np.int32), fine < valid


def _crossed(
    group: GroupCodes | None, groups: int, codes: npt.NDArray[np.integer], size: int
) -> CountArray:
    """Return how often each code from 0 to size - 1 occurs in each group."""
    if group is None and size <= len(Answer):  # comparing bytes is the fastest way to count few
        return np.array([[np.count_nonzero(codes == code) for code in range(size)]])
    keys = codes if group is None else codes + group.astype(np.intp) * size
    return np.bincount(keys, minlength=groups * size).reshape(groups, size)


def _summed(cells: CountArray) -> CountArray:
    total: CountArray = cells.sum(axis=-1)
    return total
