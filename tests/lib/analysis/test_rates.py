import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.analysis.rates import (
    Rate,
    RateArrays,
    clear_signs,
    holm_adjusted,
    newcombe_interval,
    pooled_rates,
    question_rate,
    question_rates,
    rate_change,
    significance_level,
    wilson_interval,
)
from lib.analysis.tally import sum_responses
from tests.lib.analysis.made import ANSWERS, Row, responses


@st.composite
def counts(draw: st.DrawFn, least: int = 5) -> tuple[int, int]:
    n = draw(st.integers(least, 500))
    return draw(st.integers(0, n)), n


def percent(*values: float | None) -> list[float]:
    return [round(value * 100, 1) for value in values]


def pool(*rows: Row) -> Rate:
    made = responses(*rows)
    everything = np.ones(made.n, dtype=bool)
    return pooled_rates(sum_responses(made, everything, range(len(made.answers)))).each()[0]


@pytest.mark.parametrize(
    ("satisfied", "interval"),
    [
        (204, [85.7, 93.5]),
        (208, [87.8, 94.9]),
        (213, [90.4, 96.6]),
        (217, [92.6, 97.9]),
        (222, [95.5, 99.3]),
        (224, [96.8, 99.8]),
        (226, [98.3, 100.0]),
    ],
)
def test_the_intervals_of_the_published_rates(satisfied, interval):
    found = question_rate(satisfied, 226)
    assert percent(found.low, found.high) == interval


@pytest.mark.parametrize(
    ("first", "second", "interval"),
    [
        ((56, 70), (48, 80), [0.0524, 0.3339]),
        ((9, 10), (3, 10), [0.1705, 0.8090]),
        ((6, 7), (2, 7), [0.0582, 0.8062]),
        ((5, 56), (0, 29), [-0.0381, 0.1926]),
        ((0, 10), (0, 20), [-0.1611, 0.2775]),
        ((0, 10), (0, 10), [-0.2775, 0.2775]),
        ((10, 10), (0, 20), [0.6791, 1.0]),
        ((10, 10), (0, 10), [0.6075, 1.0]),
    ],
)
def test_newcombes_published_differences(first, second, interval):
    (a, m), (b, n) = (map(np.float64, of) for of in (first, second))
    assert np.round(newcombe_interval(a / m, m, b / n, n), 4).tolist() == interval


@given(counts())
def test_an_interval_holds_its_rate_and_lies_between_none_and_all(of):
    found = question_rate(*of)
    assert 0 <= found.low <= found.rate <= found.high <= 1


def test_fewer_than_five_answers_are_no_rate():
    assert question_rate(4, 4) == Rate(4, 4, 4, 4.0, None, None, None)
    assert question_rate(4, 5).rate == 0.8


def test_fewer_than_thirty_answers_are_small():
    assert (question_rate(29, 29).small, question_rate(30, 30).small) == (True, False)


@given(counts(), counts())
def test_a_change_back_is_the_change_turned_round(now, before):
    there, back = (
        rate_change(question_rate(*now), question_rate(*before)),
        rate_change(question_rate(*before), question_rate(*now)),
    )
    assert (there.difference, there.low, there.high) == pytest.approx(
        (-back.difference, -back.high, -back.low), abs=1e-12
    )
    assert there.clear == back.clear


def test_a_change_is_clear_when_chance_does_not_explain_it():
    assert rate_change(question_rate(180, 200), question_rate(150, 200)).clear
    assert not rate_change(question_rate(224, 226), question_rate(222, 226)).clear


def test_a_change_between_few_is_never_clear():
    assert not rate_change(question_rate(29, 29), question_rate(0, 200)).clear
    assert rate_change(question_rate(4, 4), question_rate(0, 200)) is None


@given(counts(), counts())
def test_the_level_of_a_difference_says_whether_its_interval_holds_zero(first, second):
    level = significance_level(
        *(np.array([value]) for a, n in (first, second) for value in (a / n, n))
    )
    low, high = newcombe_interval(*(np.float64(v) for a, n in (first, second) for v in (a / n, n)))
    assume(abs(level[0] - 0.05) > 1e-5)
    assert (level[0] < 0.05) == (low > 0 or high < 0)


def test_equal_rates_do_not_differ():
    same = np.array([0.0, 0.5, 1.0])
    assert significance_level(same, np.full(3, 50.0), same, np.full(3, 80.0)).tolist() == [1, 1, 1]


def test_holm_adjusts_step_by_step():
    levels = np.array([0.01, 0.04, 0.03, 0.005])
    assert holm_adjusted(levels).tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])


@given(st.lists(st.floats(0, 1), max_size=40))
def test_holm_keeps_the_order_and_never_lowers_a_level(levels):
    given_levels = np.array(levels)
    adjusted = holm_adjusted(given_levels)
    assert (adjusted >= given_levels).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(given_levels, kind="stable")]) >= 0).all()


def test_a_pooled_rate_counts_answers():
    assert percent(pool(Row("SSD", 30), Row("SNN", 10), Row("S--", 10)).rate) == [61.5]


def test_people_who_answer_alike_throughout_tell_no_more_than_one_answer_each():
    found = pool(Row("SSSSS", 80), Row("DDDDD", 20))
    assert (found.valid, found.people) == (500, 100)
    assert found.effective == pytest.approx(99)
    assert percent(found.low, found.high) == percent(
        *wilson_interval(np.float64(0.8), np.float64(99))
    )


def test_with_one_answer_each_a_pooled_rate_is_that_of_the_question():
    found = pool(Row("S", 80), Row("N", 10), Row("D", 10), Row("-", 7))
    assert (found.people, found.effective) == (100, 100)
    assert percent(found.low, found.high) == percent(*wilson_interval(0.8, 100))


def test_where_all_are_satisfied_people_count_not_answers():
    assert pool(Row("SSSSS", 40)).effective == 40


def test_equal_people_tell_no_more_than_their_answers():
    assert pool(Row("SSSSD", 40)).effective == 200


@given(st.lists(st.text(ANSWERS, min_size=3, max_size=3), min_size=5, max_size=40))
def test_a_pooled_interval_holds_its_rate(sheet):
    found = pool(*map(Row, sheet))
    assume(found.rate is not None)
    assert found.low <= found.rate <= found.high
    assert found.effective <= found.valid


def pair(first: tuple[int, int], second: tuple[int, int]) -> tuple[RateArrays, RateArrays]:
    return tuple(question_rates(np.array([a]), np.array([n])) for a, n in (first, second))


def test_signs_say_what_is_clearly_above_or_below():
    pairs = [pair((190, 200), (140, 200)), pair((140, 200), (190, 200))]
    assert [sign.tolist() for sign in clear_signs(pairs)] == [[1], [-1]]


def test_of_few_people_on_either_side_nothing_is_clear():
    pairs = [pair((9, 10), (1, 200)), pair((1, 200), (9, 10))]
    assert [sign.tolist() for sign in clear_signs(pairs)] == [[0], [0]]


def test_a_difference_must_be_clearer_among_many():
    one = pair((180, 200), (164, 200))
    alike = [pair((180, 200), (180, 200))] * 9
    assert clear_signs([one])[0].tolist() == [1]
    assert clear_signs([one, *alike])[0].tolist() == [0]


def test_small_groups_do_not_enlarge_the_family():
    one, few = pair((180, 200), (164, 200)), pair((20, 29), (180, 200))
    assert clear_signs([one, *[few] * 50])[0].tolist() == [1]


def test_one_question_has_one_interval_pooled_or_not():
    made = responses(Row("S", 20), Row("D", 20))
    sums = sum_responses(made, np.ones(made.n, dtype=bool), (0,))
    [pooled] = pooled_rates(sums).each()
    alone = question_rate(20, 40)
    assert (pooled.low, pooled.high) == (alone.low, alone.high)
    assert f"{alone.low:.3f} {alone.high:.3f}" == "0.352 0.648"
