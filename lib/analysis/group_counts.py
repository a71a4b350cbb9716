"""Groups of responses counted: question by question, and as sums over the chosen questions.

Each is held against all the other responses: with the filter of the table's own kind lifted.
"""

import dataclasses
import functools
from collections.abc import Sequence
from typing import Generic, TypeVar

import numpy as np

from lib.analysis.rates import RateArrays, pooled_rates, question_rates
from lib.analysis.tally import (
    AnswerCounts,
    CountArray,
    GroupCodes,
    ResponseSum,
    count_answers,
    sum_responses,
)
from lib.survey.model.dimension import DimensionValue, sums_by_value
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

ComparedSubject = TypeVar("ComparedSubject", Place, Sector, Period, DimensionValue)


@dataclasses.dataclass(frozen=True, eq=False)
class ComparedGroups(Generic[ComparedSubject]):
    """What is compared: each response's group, -1 in none.

    `members` has the positions of each group's subjects; None: each group is one subject.
    """

    subjects: Sequence[ComparedSubject]
    groups: GroupCodes
    members: tuple[tuple[int, ...], ...] | None = None

    @property
    def size(self) -> int:
        """The number of groups."""
        return len(self.subjects if self.members is None else self.members)

    @functools.cached_property
    def numbers(self) -> GroupCodes:
        """Each response's group, one more for what is not stated."""
        numbers: GroupCodes = np.where(
            self.groups < 0, self.groups.dtype.type(self.size), self.groups
        )
        return numbers

    def rows_of(self, subject: int) -> RowMask:
        """Return which responses are in a group of this subject."""
        if self.members is None:
            alone: RowMask = self.groups == subject
            return alone
        own = np.array([subject in each for each in self.members] + [False])
        rows: RowMask = own[self.groups]
        return rows

    def by_subject(self, by_group: CountArray) -> CountArray:
        """Return counts by subject, and not stated as the last, from those by group."""
        if self.members is None:
            return by_group
        own = sums_by_value(self.members, len(self.subjects), by_group[:-1])
        return np.concatenate((own, by_group[-1:]))


@dataclasses.dataclass(frozen=True, eq=False)
class GroupTable(Generic[ComparedSubject]):
    """Answers of every subject, and of one more after them: not stated."""

    subjects: Sequence[ComparedSubject]
    chosen: AnswerCounts
    compared: AnswerCounts  # with the filter of this table's own kind lifted
    everybody: AnswerCounts  # all compared, one group

    @property
    def own(self) -> AnswerCounts:
        """A subject's chosen responses; all of its responses where none is chosen."""
        some = self.chosen.responses > 0
        cells = np.where(some[:, None, None], self.chosen.cells, self.compared.cells)
        return AnswerCounts(cells, np.where(some, self.chosen.responses, self.compared.responses))

    @property
    def pair(self) -> tuple[RateArrays, RateArrays]:
        """The rates of every subject, and those of all the others to each of them."""
        own, stated = self.own, slice(len(self.subjects))
        satisfied = self.everybody.satisfied - own.satisfied
        valid = self.everybody.valid - own.valid
        return (
            question_rates(own.satisfied[stated], own.valid[stated]),
            question_rates(satisfied[stated], valid[stated]),
        )


@dataclasses.dataclass(frozen=True, eq=False)
class GroupSums(Generic[ComparedSubject]):
    """Sums over the chosen questions, as a table has its answers: [subject, ResponseSum]."""

    subjects: Sequence[ComparedSubject]
    chosen: CountArray
    compared: CountArray
    everybody: CountArray  # [ResponseSum]

    @property
    def own(self) -> CountArray:
        """A subject's chosen responses; all of its responses where none is chosen; stated ones."""
        some = self.chosen[:, ResponseSum.RESPONSES] > 0
        own: CountArray = np.where(some[:, None], self.chosen, self.compared)
        return own[: len(self.subjects)]

    @property
    def pair(self) -> tuple[RateArrays, RateArrays]:
        """The rates of every subject, and those of all the others to each of them."""
        return pooled_rates(self.own), pooled_rates(self.everybody - self.own)


def commune_groups(responses: Responses, selection: Selection) -> ComparedGroups[Place]:
    """Return the communes, by the boundaries that are chosen."""
    return ComparedGroups(*communes_with_codes(responses, selection.today))


def count_by_commune(responses: Responses, selection: Selection) -> GroupTable[Place]:
    """Return every commune, compared with all the others whatever place is chosen."""
    groups = commune_groups(responses, selection)
    return count_groups(responses, groups, (selection, without_places(selection)))


def sum_by_commune(responses: Responses, selection: Selection) -> GroupSums[Place]:
    """Return every commune over all chosen questions, whatever place is chosen."""
    groups = commune_groups(responses, selection)
    return sum_groups(responses, groups, (selection, without_places(selection)))


def count_groups(
    responses: Responses,
    groups: ComparedGroups[ComparedSubject],
    chosen_and_lifted: tuple[Selection, Selection],
) -> GroupTable[ComparedSubject]:
    """Return the answers of every group as chosen, and with the table's own filter lifted."""
    chosen, anywhere = (chosen_rows(responses, each) for each in chosen_and_lifted)
    compared, everybody = _counted(responses, anywhere, groups)
    same = np.array_equal(chosen, anywhere)
    own = compared if same else _counted(responses, chosen, groups)[0]
    return GroupTable(groups.subjects, own, compared, everybody)


def sum_groups(
    responses: Responses,
    groups: ComparedGroups[ComparedSubject],
    chosen_and_lifted: tuple[Selection, Selection],
) -> GroupSums[ComparedSubject]:
    """Return the sums of every group as chosen, and with the table's own filter lifted."""
    asked = chosen_rated_questions(responses.form, chosen_and_lifted[0])
    chosen, anywhere = (chosen_rows(responses, each) for each in chosen_and_lifted)
    compared = _summed(responses, anywhere, groups, asked)
    same = np.array_equal(chosen, anywhere)
    own = compared if same else _summed(responses, chosen, groups, asked)
    return GroupSums(
        groups.subjects, groups.by_subject(own), groups.by_subject(compared), compared.sum(axis=0)
    )


def _counted(
    responses: Responses, rows: RowMask, groups: ComparedGroups[ComparedSubject]
) -> tuple[AnswerCounts, AnswerCounts]:
    """Return the answers by subject, and those of all."""
    counts = count_answers(responses, rows, groups.numbers, groups.size + 1)
    return (
        AnswerCounts(groups.by_subject(counts.cells), groups.by_subject(counts.responses)),
        AnswerCounts(counts.cells.sum(axis=0, keepdims=True), counts.responses.sum(keepdims=True)),
    )


def _summed(
    responses: Responses,
    rows: RowMask,
    groups: ComparedGroups[ComparedSubject],
    asked: Sequence[int],
) -> CountArray:
    return sum_responses(responses, rows, asked, groups.numbers, groups.size + 1)
