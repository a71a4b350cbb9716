"""One question asked in two columns: proposed here, shown as one once a person confirmed it.

A question that is deleted in a form and asked anew gets a column of its own; so does one that
another sheet words otherwise.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.header_likeness import plain_wording, wordings_alike
from lib.survey.model.survey_form import ColumnRole, Question
from lib.survey.recognise.column_meaning import RATED_ROLES
from lib.survey.recognise.survey_questions import ReadQuestion

_BOTH = 0.05  # of those who answered the rarer column may have answered the other one too
_PLACES = (
    ColumnRole.COMMUNE,
    ColumnRole.HAMLET,
    ColumnRole.SECTOR,
)  # of several columns one counts anyway

_Times = npt.NDArray[np.datetime64]


class DuplicateQuestions(NamedTuple):
    """Two questions that look like one."""

    newer: Question
    older: Question


def find_duplicate_questions(
    asked: Sequence[ReadQuestion], submitted: _Times, description: SurveyDescription
) -> list[DuplicateQuestions]:
    """Return the pairs that look like one question, each question in one pair at most.

    Words and answers are alike, and hardly anybody answered both. Where only most words are the
    same, no sheet asks both, or one was answered after the other: sections of one form that
    branch word their own questions much alike.
    """
    likely = [one for one in asked if one.parts and one.column.answered]
    found = sorted(_pairs(likely, submitted, description), key=lambda pair: not _same(*pair))
    taken: set[str] = set()
    chosen = []
    for pair in found:
        if taken.isdisjoint(one.question.id for one in pair):
            taken |= {one.question.id for one in pair}
            older, newer = sorted(pair, key=lambda one: _first(one, submitted))
            chosen.append(DuplicateQuestions(newer.question, older.question))
    return chosen


def _pairs(
    asked: Sequence[ReadQuestion], submitted: _Times, description: SurveyDescription
) -> Iterator[tuple[ReadQuestion, ReadQuestion]]:
    for one, other, few in _rarely_both(asked, len(submitted)):
        if _told_apart(one, other, description) or not _compatible(one.question, other.question):
            continue
        if not (_same(one, other) or wordings_alike(one.question.text, other.question.text)):
            continue
        if np.count_nonzero((one.column.codes >= 0) & (other.column.codes >= 0)) > few:
            continue
        if _same(one, other) or _apart(one, other) or _follow(one, other, submitted, few):
            yield one, other


def _rarely_both(
    asked: Sequence[ReadQuestion], rows: int
) -> Iterator[tuple[ReadQuestion, ReadQuestion, float]]:
    """Return the pairs that may have so few answers to both, and how few.

    Questions that most people answer, as nearly all do, are in none: nobody looks at their words.
    """
    answered = sorted(((one.column.answered, at) for at, one in enumerate(asked)))
    for place, (fewer, at) in enumerate(answered):
        few = _BOTH * fewer
        for more, other in itertools.islice(answered, place + 1, None):
            if fewer + more > rows + few:
                break
            yield asked[min(at, other)], asked[max(at, other)], few


def _told_apart(one: ReadQuestion, other: ReadQuestion, description: SurveyDescription) -> bool:
    declared = (description.question(read.question.headers[0]) for read in (one, other))
    return all(declared)


def _compatible(one: Question, other: Question) -> bool:
    """Tell whether the answers could be those of one question."""
    if one.role is not other.role or (one.role not in RATED_ROLES and one.kind is not other.kind):
        return False
    said, told = ({text for text, _ in question.answers} for question in (one, other))
    return not (said or told) or not said.isdisjoint(told)


def _same(one: ReadQuestion, other: ReadQuestion) -> bool:
    return plain_wording(one.question.text) == plain_wording(other.question.text)


def _apart(one: ReadQuestion, other: ReadQuestion) -> bool:
    sheets, others = ({part.sheet for part in read.parts} for read in (one, other))
    return sheets.isdisjoint(others) and one.question.role not in _PLACES


def _follow(one: ReadQuestion, other: ReadQuestion, submitted: _Times, few: float) -> bool:
    """Tell whether nearly all answers to one of them came before those to the other."""
    older, newer = sorted((one, other), key=lambda read: _first(read, submitted))
    late = submitted[older.column.codes >= 0] > _first(newer, submitted)
    return one.question.role not in _PLACES and int(np.count_nonzero(late)) <= few


def _first(read: ReadQuestion, submitted: _Times) -> np.datetime64:
    times = submitted[read.column.codes >= 0]
    known = times[~np.isnat(times)]
    return known.min() if len(known) else np.datetime64("9999-12-31", "s")
