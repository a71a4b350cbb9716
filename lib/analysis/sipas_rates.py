"""Satisfaction as the state's method (SIPAS) looks at it: by factor, wholly, and of how many.

The five factors and the rate "hài lòng" are those of Quyết định 2640/QĐ-BNV (10/10/2017) and
of the surveys since. The method draws a random sample; a form that people fill in if they wish
is none, so nothing here is that index.
"""

import dataclasses
import math

from lib.analysis.disclosure import MayShow, allow_everything
from lib.analysis.rates import Rate, pooled_rates, question_rate
from lib.analysis.tally import ResponseSum, sum_responses
from lib.survey.model.sipas_factors import Factor
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rated_questions, chosen_rows

_ERROR = 0.05  # of a rate, with 95 % confidence


@dataclasses.dataclass(frozen=True)
class FactorRate:
    """One factor: the chosen questions about it and their pooled rate."""

    factor: Factor
    questions: tuple[Question, ...]
    rate: Rate


@dataclasses.dataclass(frozen=True)
class SipasRates:
    """The chosen responses as the method looks at them."""

    parts: tuple[FactorRate, ...]  # in the method's order; without questions of no factor
    wholly: Rate  # "hài lòng toàn diện": responses all of whose valid answers are satisfied
    missing: tuple[Factor, ...]  # factors that no chosen question is about


def sipas_rates(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> SipasRates:
    """Return the rates by factor and over whole responses: of what may be shown."""
    rows = chosen_rows(responses, selection)
    asked = tuple(
        at for at in chosen_rated_questions(responses.form, selection) if may(selection, at)
    )
    rated = responses.form.rated
    by_factor = {
        factor: tuple(at for at in asked if rated[at].factor is factor)
        for factor in Factor
        if factor is not Factor.NONE
    }
    summed = sum_responses(responses, rows, asked)[0]
    return SipasRates(
        tuple(
            FactorRate(
                factor,
                tuple(rated[at] for at in questions),
                pooled_rates(sum_responses(responses, rows, questions)).each()[0],
            )
            for factor, questions in by_factor.items()
            if questions
        ),
        question_rate(int(summed[ResponseSum.WHOLLY]), int(summed[ResponseSum.RATING])),
        tuple(factor for factor, questions in by_factor.items() if not questions),
    )


def needed_sample_size(transactions: int) -> int:
    """Return how many responses a random sample of so many transactions needs.

    n = N / (1 + N·e²), e = 5 %: Yamane (1967), Statistics: An Introductory Analysis; it holds
    for a simple random sample, a rate near one half and 95 % confidence.
    """
    return math.ceil(transactions / (1 + transactions * _ERROR**2))
