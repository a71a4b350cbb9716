"""What a new understanding of the form changed in the figures: question by question, why."""

import dataclasses
import datetime as dt
import itertools

import numpy as np

from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import Question
from lib.survey.past_counting import PastCounting
from lib.survey.responses import Responses

_VALID = (Polarity.SATISFIED, Polarity.NEUTRAL, Polarity.DISSATISFIED)


@dataclasses.dataclass(frozen=True)
class AnswerChange:
    """An answer that n responses gave, and how it counted and counts."""

    text: str
    n: int
    before: Polarity
    after: Polarity


@dataclasses.dataclass(frozen=True)
class CountingChange:
    """A question whose answers count otherwise since a moment (UTC); figures of all responses."""

    question: Question
    since: dt.datetime
    before: tuple[int, int]  # satisfied, valid
    after: tuple[int, int]
    answers: tuple[AnswerChange, ...]  # the commonest first


def counting_changes(
    responses: Responses, told_at: dt.datetime | None
) -> tuple[CountingChange, ...]:
    """Return what the product came to understand otherwise since leaders were told last.

    What somebody stated, or took back, is no news: who did saw the figures before and after.
    """
    told = np.datetime64(told_at.replace(tzinfo=None), "s") if told_at else None
    changes = (
        _change(before, after)
        for before, after in itertools.pairwise(responses.past)
        if after.is_present
        and before.until == after.since  # of the same columns
        and not (before.stated or after.stated)
        and (told is None or after.since > told)
    )
    return tuple(change for change in changes if change.answers)


def _change(before: PastCounting, after: PastCounting) -> CountingChange:
    numbers = np.bincount(after.codes + 1, minlength=len(after.texts) + 1)[1:].tolist()
    each = map(AnswerChange, after.texts, numbers, before.polarities, after.polarities)
    moved = (answer for answer in each if answer.n and answer.before is not answer.after)
    return CountingChange(
        question=after.question,
        since=dt.datetime.fromisoformat(f"{after.since}+00:00"),
        before=_satisfied(before),
        after=_satisfied(after),
        answers=tuple(sorted(moved, key=lambda answer: -answer.n)),
    )


def _satisfied(past: PastCounting) -> tuple[int, int]:
    counts = past.counts
    return counts.get(Polarity.SATISFIED, 0), sum(counts.get(each, 0) for each in _VALID)
