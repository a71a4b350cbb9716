import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.tally import (
    ResponseSum,
    count_answers,
    count_levels,
    period_positions,
    sum_responses,
    trend_timeline,
)
from lib.survey.model.periods import trend_periods
from tests.lib.analysis.made import ANSWERS, Row, responses

MADE = responses(
    Row("VD", commune="a"),
    Row("SN", commune="a"),
    Row("W?", commune="b"),
    Row("!-", commune="b"),
    Row("SS", commune=""),
)
ALL = np.ones(5, dtype=bool)
SHEETS = st.lists(st.text(ANSWERS, min_size=3, max_size=3), min_size=1, max_size=30)


def test_every_answer_is_counted_once_for_each_question():
    assert count_answers(MADE, ALL).cells.tolist() == [
        [[1, 2, 0, 0, 1, 0, 1, 0], [0, 1, 1, 1, 0, 1, 0, 1]],
    ]


def test_only_chosen_rows_are_counted():
    chosen = np.array([True, False, False, False, True])
    assert count_answers(MADE, chosen).cells[0, 0].tolist() == [1, 1, 0, 0, 0, 0, 0, 0]
    assert count_answers(MADE, chosen).responses.tolist() == [2]


def test_answers_are_counted_by_group_and_those_in_none_left_out():
    counts = count_answers(MADE, ALL, MADE.commune, 2)
    assert counts.responses.tolist() == [2, 2]
    assert counts.cells[:, 0].tolist() == [[1, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 1, 0]]


def test_valid_answers_are_satisfied_neutral_and_dissatisfied():
    counts = count_answers(MADE, ALL)
    assert counts.satisfied.tolist() == [[3, 1]]
    assert counts.dissatisfied.tolist() == [[1, 1]]
    assert counts.valid.tolist() == [[4, 3]]


def test_levels_are_counted_best_first_and_what_is_no_level_not():
    assert count_levels(MADE, ALL, 0).tolist() == [[1, 2, 0, 0, 1]]
    by_commune = count_levels(MADE, ALL, 0, MADE.commune, 2)
    assert by_commune.tolist() == [[1, 1, 0, 0, 0], [0, 0, 0, 0, 1]]


def test_responses_are_summed_as_whole_people():
    summed = dict(zip(ResponseSum, sum_responses(MADE, ALL, (0, 1))[0].tolist(), strict=True))
    assert summed == {
        ResponseSum.RESPONSES: 5,
        ResponseSum.RATING: 4,  # not the one that is unclassified and not stated
        ResponseSum.DISSATISFIED: 2,
        ResponseSum.S: 1 + 1 + 0 + 0 + 2,
        ResponseSum.V: 2 + 2 + 1 + 0 + 2,
        ResponseSum.SS: 1 + 1 + 0 + 0 + 4,
        ResponseSum.SV: 2 + 2 + 0 + 0 + 4,
        ResponseSum.VV: 4 + 4 + 1 + 0 + 4,
        ResponseSum.WHOLLY: 1,
    }


def test_only_the_chosen_questions_are_summed():
    assert sum_responses(MADE, ALL, (1,))[0].tolist() == [5, 3, 1, 1, 3, 1, 1, 3, 1]
    assert sum_responses(MADE, ALL, ())[0].tolist() == [5, 0, 0, 0, 0, 0, 0, 0, 0]


def test_sums_of_groups_add_up():
    group = np.where(MADE.commune < 0, 2, MADE.commune)
    parts = sum_responses(MADE, ALL, (0, 1), group, 3)
    assert parts.sum(axis=0).tolist() == sum_responses(MADE, ALL, (0, 1))[0].tolist()


@given(SHEETS)
def test_sums_agree_with_the_answers_counted(sheet):
    made = responses(*map(Row, sheet))
    rows = np.ones(made.n, dtype=bool)
    counts, summed = count_answers(made, rows), sum_responses(made, rows, range(3))[0]
    assert summed[ResponseSum.S] == counts.satisfied.sum()
    assert summed[ResponseSum.V] == counts.valid.sum()


@given(SHEETS)
def test_one_group_of_all_counts_as_no_groups(sheet):
    made = responses(*map(Row, sheet))
    rows = np.ones(made.n, dtype=bool)
    grouped = count_answers(made, rows, np.zeros(made.n, dtype=np.int16), 1)
    assert np.array_equal(grouped.cells, count_answers(made, rows).cells)


def test_each_time_lies_in_its_step_and_an_unknown_one_in_none():
    months = trend_periods(dt.date(2022, 12, 1), dt.date(2023, 2, 28))
    times = ["2022-11-30T23:59:59", "2022-12-01", "2022-12-31T23:59:59", "2023-02-28", "2023-03-01"]
    found = period_positions(np.array([*times, "NaT"], dtype="M8[s]"), months)
    assert found.tolist() == [-1, 0, 0, 2, -1, -1]


def test_the_timeline_spans_the_chosen_rows():
    made = responses(Row("S", day="2022-11-30"), Row("S", day="2023-01-15"), Row("S", day=""))
    late = np.array([False, True, True])
    assert [step.code for step in trend_timeline(made, ~late | late)] == [
        "2022-11",
        "2022-12",
        "2023-01",
    ]
    assert [step.code for step in trend_timeline(made, late)] == ["2023-01"]


def test_without_a_known_time_there_is_no_timeline():
    made = responses(Row("S", day=""))
    assert trend_timeline(made, np.array([True])) == ()
    assert period_positions(made.submitted, ()).tolist() == [-1]
