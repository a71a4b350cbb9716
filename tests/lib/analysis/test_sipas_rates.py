"""Satisfaction by factor, over whole responses, and of how many."""

import dataclasses

import pytest

from lib.analysis.sipas_rates import needed_sample_size, sipas_rates
from lib.survey.model.sipas_factors import Factor
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

A, R = Factor.ACCESS, Factor.RESULT


def of(factors: tuple[Factor, ...], *rows: Row) -> Responses:
    made = responses(*rows)
    asked = [
        dataclasses.replace(question, factor=factor)
        for question, factor in zip(made.form.questions, factors, strict=True)
    ]
    return dataclasses.replace(made, form=dataclasses.replace(made.form, questions=tuple(asked)))


def test_a_factors_rate_pools_its_questions():
    told = sipas_rates(of((A, A, R), Row("SSD", 6), Row("SNS", 4)), Selection())
    rates = {part.factor: (part.rate.satisfied, part.rate.valid) for part in told.parts}
    assert rates == {A: (16, 20), R: (4, 10)}
    assert told.missing == (Factor.PROCEDURE, Factor.OFFICIALS, Factor.FEEDBACK)


def test_a_question_of_no_factor_counts_for_whole_responses_alone():
    told = sipas_rates(of((A, Factor.NONE), Row("SD", 5), Row("VS", 5)), Selection())
    assert [part.rate.rate for part in told.parts] == [1.0]
    assert (told.wholly.satisfied, told.wholly.valid) == (5, 10)


def test_wholly_satisfied_is_whose_every_valid_answer_is():
    told = sipas_rates(
        of((A, A), Row("S-", 3), Row("S!", 2), Row("SN", 4), Row("--", 9)), Selection()
    )
    assert (told.wholly.satisfied, told.wholly.valid) == (5, 9)


def test_only_what_may_be_shown_is_in_it():
    made = of((A, R), Row("SD", 6))
    told = sipas_rates(made, Selection(), lambda _, question: question != 1)
    assert [part.factor for part in told.parts] == [A]
    assert told.wholly.rate == 1.0


@pytest.mark.parametrize(("transactions", "n"), [(1, 1), (400, 200), (1250, 304), (10**9, 400)])
def test_the_sample_grows_with_the_transactions_up_to_400(transactions, n):
    assert needed_sample_size(transactions) == n
