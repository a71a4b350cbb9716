"""Satisfaction as the state's method (SIPAS) looks at it: by factor, wholly, and of how many.

The five factors and the rate "hài lòng" are those of Quyết định 2640/QĐ-BNV (10/10/2017) and
of the surveys since. The method draws a random sample; a form that people fill in if they wish
is none, so nothing here is that index.
"""

import dataclasses
import math

from lib.analysis import tally
from lib.analysis.disclosure import May, everything
from lib.analysis.measures import Rate, pooled, rate
from lib.analysis.tally import Sum
from lib.survey import filters
from lib.survey.factors import Factor
from lib.survey.filters import Selection
from lib.survey.form import Question
from lib.survey.responses import Responses

ERROR = 0.05  # of a rate, with 95 % confidence


@dataclasses.dataclass(frozen=True)
class Part:
    """One factor: the chosen questions about it and their pooled rate."""

    factor: Factor
    questions: tuple[Question, ...]
    rate: Rate


@dataclasses.dataclass(frozen=True)
class Sipas:
    """The chosen responses as the method looks at them."""

    parts: tuple[Part, ...]  # in the method's order; without questions of no factor
    wholly: Rate  # "hài lòng toàn diện": responses all of whose valid answers are satisfied
    missing: tuple[Factor, ...]  # factors that no chosen question is about


def sipas(responses: Responses, selection: Selection, may: May = everything) -> Sipas:
    """Return the rates by factor and over whole responses: of what may be shown."""
    rows = filters.chosen(responses, selection)
    asked = tuple(at for at in filters.rated(responses.form, selection) if may(selection, at))
    rated = responses.form.rated
    by_factor = {
        factor: tuple(at for at in asked if rated[at].factor is factor)
        for factor in Factor
        if factor is not Factor.NONE
    }
    summed = tally.sums(responses, rows, asked)[0]
    return Sipas(
        tuple(
            Part(
                factor,
                tuple(rated[at] for at in questions),
                pooled(tally.sums(responses, rows, questions)).each()[0],
            )
            for factor, questions in by_factor.items()
            if questions
        ),
        rate(int(summed[Sum.WHOLLY]), int(summed[Sum.RATING])),
        tuple(factor for factor, questions in by_factor.items() if not questions),
    )


def needed(transactions: int) -> int:
    """Return how many responses a random sample of so many transactions needs.

    n = N / (1 + N·e²), e = 5 %: Yamane (1967), Statistics: An Introductory Analysis; it holds
    for a simple random sample, a rate near one half and 95 % confidence.
    """
    return math.ceil(transactions / (1 + transactions * ERROR**2))
