"""How the answers of a question have counted, and since when.

A response is treated by how its answers counted on the day it came, so that a better
understanding, or somebody's confirmation, makes no case of what is old and ends none that is
worked on. Answers are kept by digests too short to be undone.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from lib.survey.history.header_likeness import answer_digest
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import CountingState

AnswerPolarities = Mapping[str, Polarity]  # digest → how the answer counts
_COUNTS = (CountingState.DECLARED, CountingState.CERTAIN)


@dataclasses.dataclass(frozen=True)
class AnswerCounting:
    """How the answers of one question count from a moment on; None: from its first reading on.

    An answer that is not in `answers` counts for nothing.
    """

    since: dt.datetime | None  # UTC
    state: CountingState | None
    answers: AnswerPolarities = dataclasses.field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether the question has a rate."""
        return self.state in _COUNTS

    def polarity(self, text: str) -> Polarity:
        """Return how this answer counts."""
        return self.answers.get(answer_digest(text), Polarity.UNCLASSIFIED)


def counting_of_levels(
    state: CountingState | None, levels: Iterable[tuple[str, Level | None]]
) -> AnswerCounting:
    """Return how answers count now; `levels` are the texts of the cells, each with its level."""
    placed = (
        (answer_digest(text), level.polarity)
        for text, level in levels
        if level and level.polarity is not Polarity.UNCLASSIFIED
    )
    return AnswerCounting(None, state, dict(placed) if state in _COUNTS else {})


def extended_history(
    history: tuple[AnswerCounting, ...],
    now: AnswerCounting,
    standing: Iterable[str],
    known: Iterable[str],
    moment: dt.datetime,
) -> tuple[AnswerCounting, ...]:
    """Return the history with how answers count now, from this moment on where that is new.

    `standing` are the digests of what is answered now, `known` of what was answered before: an
    answer that is new changes nothing for those that had come already.
    """
    if not history:
        return (now,)
    *earlier, last = history
    if _counts_otherwise(last, now, set(standing), set(known)):
        return (*history, dataclasses.replace(now, since=moment))
    both = {**last.answers, **now.answers}
    return (*earlier, dataclasses.replace(last, state=now.state, answers=both))


def _counts_otherwise(
    last: AnswerCounting, now: AnswerCounting, standing: set[str], known: set[str]
) -> bool:
    if not (last.counts and now.counts):
        return last.counts != now.counts
    were, are = dict(last.answers), dict(now.answers)
    silent = Polarity.UNCLASSIFIED
    # What came only now, or is gone, had not counted otherwise.
    both = (were.keys() | are.keys()) & standing & (known | were.keys())
    return any(were.get(each, silent) is not are.get(each, silent) for each in both)
