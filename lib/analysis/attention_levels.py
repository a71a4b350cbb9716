"""What is looked at for attention, level by level: rates, and what each is held against.

All together and every question against an earlier period; every commune against the others.
"""

import dataclasses
import enum
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lib.analysis.group_counts import count_by_commune, sum_by_commune
from lib.analysis.rates import RateArrays, pooled_rates, question_rates
from lib.analysis.tally import CountArray, ResponseSum, count_answers, sum_responses
from lib.survey.model.periods import Period
from lib.survey.responses import Responses
from lib.survey.selection import (
    RowMask,
    Selection,
    chosen_rated_questions,
    chosen_rows,
)


class ConcernKind(enum.StrEnum):
    """Why something deserves attention."""

    WORSE = "worse"  # a question, or all together: than in the period before
    BELOW = "below"  # a commune: than all the others


class RateFamily(NamedTuple):
    """Rates and what each is held against, arrays of one shape."""

    kind: ConcernKind
    own: RateArrays
    against: RateArrays
    dissatisfied: CountArray
    may_show: RowMask  # the others only belong to the family
    subjects: list[tuple[str, str]]  # question and commune of each


def attention_levels(
    responses: Responses, selection: Selection, earlier: Period | None
) -> list[RateFamily]:
    """Return the levels: all together and the questions, where there is an earlier, communes."""
    several = len(chosen_rated_questions(responses.form, selection)) > 1
    whole = [_together(responses, selection, earlier)] if earlier and several else []
    asked = [questions_since(responses, selection, earlier)] if earlier else []
    return [*whole, *asked, *_below(responses, selection)]


def _together(responses: Responses, selection: Selection, earlier: Period) -> RateFamily:
    """Return all chosen questions together, against an earlier period."""
    asked = chosen_rated_questions(responses.form, selection)
    then = dataclasses.replace(selection, period=earlier)
    now, before = (
        sum_responses(responses, chosen_rows(responses, each), asked) for each in (selection, then)
    )
    return RateFamily(
        kind=ConcernKind.WORSE,
        own=pooled_rates(now),
        against=pooled_rates(before),
        dissatisfied=now[:, ResponseSum.DISSATISFIED],
        may_show=np.ones(1, dtype=np.bool_),
        subjects=[("", "")],
    )


def questions_since(responses: Responses, selection: Selection, earlier: Period) -> RateFamily:
    """Return every question, against an earlier period."""
    then = dataclasses.replace(selection, period=earlier)
    now, before = (
        count_answers(responses, chosen_rows(responses, each)) for each in (selection, then)
    )
    return RateFamily(
        kind=ConcernKind.WORSE,
        own=question_rates(now.satisfied[0], now.valid[0]),
        against=question_rates(before.satisfied[0], before.valid[0]),
        dissatisfied=now.dissatisfied[0],
        may_show=_asked(responses, selection),
        subjects=[(question.id, "") for question in responses.form.rated],
    )


def _below(responses: Responses, selection: Selection) -> Iterator[RateFamily]:
    """Yield every commune against all the others: question by question, then over all chosen."""
    table = count_by_commune(responses, selection)
    stated = slice(len(table.subjects))
    chosen = table.chosen.responses[stated] > 0
    own, others = table.pair
    yield RateFamily(
        kind=ConcernKind.BELOW,
        own=own,
        against=others,
        dissatisfied=table.own.dissatisfied[stated],
        may_show=chosen[:, None] & _asked(responses, selection),
        subjects=[(q.id, place.code) for place in table.subjects for q in responses.form.rated],
    )
    yield communes_together(responses, selection)


def communes_together(responses: Responses, selection: Selection) -> RateFamily:
    """Return every commune over all chosen questions, against all the other communes."""
    sums = sum_by_commune(responses, selection)
    own, others = sums.pair
    return RateFamily(
        kind=ConcernKind.BELOW,
        own=own,
        against=others,
        dissatisfied=sums.own[:, ResponseSum.DISSATISFIED],
        may_show=sums.chosen[: len(sums.subjects), ResponseSum.RESPONSES] > 0,
        subjects=[("", place.code) for place in sums.subjects],
    )


def _asked(responses: Responses, selection: Selection) -> RowMask:
    asked = np.zeros(len(responses.form.rated), dtype=np.bool_)
    asked[list(chosen_rated_questions(responses.form, selection))] = True
    return asked
