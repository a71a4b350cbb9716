"""The rows of a grid beside each other: one scale, its steps counted for each row."""

import dataclasses
from collections.abc import Iterable, Sequence

import numpy as np

from lib.analysis.answer_table import AnswerTable
from lib.analysis.tally import CountArray
from lib.survey.closed_answers import ordered_options
from lib.survey.model.answer_levels import Answer
from lib.survey.model.survey_form import ColumnRole, Question

_MOST = 11  # steps: those of the longest scale, from 0 to 10


@dataclasses.dataclass(frozen=True, eq=False)
class GridTable:
    """How many gave each answer in each row; what no step names is in `answered` alone.

    -1 is an answer of which nothing may be told in this row.
    """

    questions: tuple[Question, ...]
    steps: tuple[str, ...]  # common to all rows, in their order
    counts: CountArray  # [row, step]
    answered: CountArray  # [row]
    meanings: tuple[Answer, ...] = ()  # of each step, where all rows are rated and count it alike
    whole: bool = True  # whether the steps are all that was answered

    @property
    def shares_overlap(self) -> bool:
        """Whether several answers could be given in one row."""
        return bool((np.maximum(self.counts, 0).sum(axis=1) > self.answered).any())


def grid_table(rows: Sequence[tuple[Question, AnswerTable]], *, all_told: bool = True) -> GridTable:
    """Return the table of rows with their own answers; an answer without a name is no step.

    Unless `all_told`, an answer that a row in no rate lacks may have been given to it.
    """
    asked = tuple(question for question, _ in rows)
    given = [dict(zip(table.options, table.counts[0].tolist(), strict=True)) for _, table in rows]
    pooled: dict[str, int] = {}
    for row in given:
        for option, n in row.items():
            pooled[option] = pooled.get(option, 0) + n
    pooled.pop("", None)
    steps = tuple(pooled) if _are_rated(asked) else ordered_options(pooled)
    kept = set(sorted(steps, key=lambda step: -pooled[step])[:_MOST])
    shown = tuple(step for step in steps if step in kept)
    lacking = [0 if all_told or _are_rated([question]) else -1 for question in asked]
    told = zip(given, lacking, strict=True)
    return GridTable(
        asked,
        shown,
        np.array([[row.get(step, none) for step in shown] for row, none in told], dtype=np.int64),
        np.array([int(table.answered[0]) for _, table in rows], dtype=np.int64),
        _meanings(asked, shown),
        len(shown) == len(steps),
    )


def _are_rated(asked: Iterable[Question]) -> bool:
    return all(question.role is ColumnRole.SATISFACTION for question in asked)


def _meanings(asked: Sequence[Question], steps: Sequence[str]) -> tuple[Answer, ...]:
    """Return how each step counts; () where a complaint among the rows turns it round."""
    known = {(lv.text, lv.answer) for question in asked for lv in question.levels}
    answers = dict(known)
    alike = len({text for text, _ in known}) == len(known)
    return tuple(answers[step] for step in steps) if alike and _are_rated(asked) else ()
