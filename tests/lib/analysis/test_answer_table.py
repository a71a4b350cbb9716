"""What was answered to questions that rate nothing, counted by hand."""

import math

import numpy as np
import pytest

from lib.analysis.answer_table import (
    AnswerTable,
    answer_table,
    gather_small_options,
    median_steps,
    own_words,
)
from lib.analysis.number_summary import (
    NumberBin,
    gathered_bins,
    summarise_numbers,
)
from lib.survey.number_answers import number_answers, parse_answer_number
from tests.building import responses

HEADER = "Dấu thời gian,Ông/Bà có hài lòng không?,Tuổi của Ông/Bà,Biết qua đâu?,Chờ bao nhiêu phút?"
AGES = ["Dưới 18", "18-30", "18-30", "31-60", "Trên 60", "31-60", "18-30", "31-60", "18-30"]
HEARD = ["Loa", "Zalo", '"Loa, Zalo"', "Zalo", '"Báo, Zalo"', "Loa", "Báo", "Zalo", "Khác: bạn kể"]
WAITED = ["5", "10", "15", "10", "20", "", "10", "15", "600"]
ROWS = [
    f"{day:02}/10/2026 08:00:00,Hài lòng,{age},{heard},{waited}"
    for day, age, heard, waited in zip(range(1, 10), AGES, HEARD, WAITED, strict=True)
]
MADE = responses("\n".join((HEADER, *ROWS)))
ALL = np.ones(MADE.n, dtype=np.bool_)


def asked(name):
    return next(q for q in MADE.form.questions if name in q.text)


def counted(table):
    return dict(zip(table.options, table.counts[0].tolist(), strict=True))


def test_groups_of_age_stand_in_their_order():
    table = answer_table(MADE, asked("Tuổi"), ALL)
    assert list(counted(table).items()) == [
        ("Dưới 18", 1),
        ("18-30", 4),
        ("31-60", 3),
        ("Trên 60", 1),
    ]


def test_of_several_answers_each_counts_by_itself_and_what_is_written_counts_as_other():
    table = answer_table(MADE, asked("Biết qua"), ALL)
    assert counted(table) == {"Zalo": 5, "Loa": 3, "Báo": 2, "Khác": 1}
    assert (table.options[-1], table.answered.tolist(), table.shares_overlap) == ("Khác", [9], True)


def test_what_was_written_in_place_of_an_option_can_be_read():
    made = responses(
        "Dấu thời gian,Nộp ở đâu?\n"
        + "\n".join(
            f"{day:02}/10/2026 08:00:00,{said}"
            for day, said in enumerate(
                ["Xã", "Xã", "Huyện", "Huyện", "Xã", "Khác: bưu điện"], start=1
            )
        )
    )
    [question] = made.form.questions
    assert own_words(made, question, np.ones(6, np.bool_)) == [("Khác: bưu điện", 1)]


def test_groups_are_counted_by_their_own_answers():
    by = np.array([0, 0, 0, 0, 0, 1, 1, 1, -1])
    table = answer_table(MADE, asked("Tuổi"), ALL, by, 2)
    assert table.counts.tolist() == [[1, 2, 1, 1], [0, 1, 2, 0]]
    assert table.answered.tolist() == [5, 3]


def test_rows_that_are_not_chosen_do_not_count():
    table = answer_table(MADE, asked("Tuổi"), np.arange(9) < 2)
    assert counted(table) == {"Dưới 18": 1, "18-30": 1, "31-60": 0, "Trên 60": 0}


def table(**counts):
    numbers = np.array([list(counts.values())])
    return AnswerTable(tuple(counts), numbers, numbers.sum(axis=1))


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (table(A=9, B=7, C=3, D=2), {"A": 9, "B": 7, "Khác": 5}),
        (table(A=9, B=7, C=3), {"A": 9, "Khác": 10}),  # 3 alone would be 19 - 9 - 7
        (table(A=9, B=7, Khác=1), {"A": 9, "Khác": 8}),
        (table(A=9, B=7), {"A": 9, "B": 7}),
        (table(A=9, B=1), None),  # nothing but Khác would be left
        (table(A=2, B=1), None),
    ],
)
def test_who_sees_totals_only_sees_no_answer_of_fewer_than_five(given, left):
    gathered = gather_small_options(given, 5)
    assert (gathered and counted(gathered)) == left


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("12", 12), ("12,5", 12.5), ("1.500", 1500), ("1.234,5", 1234.5), ("25 %", 25)),
        *(("0,125", 0.125), ("-3", -3), ("1,234.5", 1234.5), ("1.234.567", 1234567)),
    ],
)
def test_numbers_are_read_as_people_write_them(text, number):
    assert parse_answer_number(text) == number


@pytest.mark.parametrize("text", ["", "mười", "10-15", "5 / 10", "1.2.3"])
def test_what_is_no_number_is_none(text):
    assert math.isnan(parse_answer_number(text))


def test_a_number_has_its_median_its_middle_half_and_round_bins_and_its_outlier_apart():
    summary = summarise_numbers(number_answers(MADE, asked("phút")))
    assert (summary.n, summary.median, summary.quartiles) == (8, 12.5, (10, 16.25))
    assert [(each.low, each.n) for each in summary.bins if each.n] == [
        (4, 1),
        (10, 3),
        (14, 2),
        (20, 1),
    ]
    assert (summary.below, summary.above) == (0, 1)
    assert summary.mean == pytest.approx(685 / 8)


def test_who_sees_totals_only_is_told_no_smallest_and_no_largest_number():
    values = np.array([*range(20, 60), 900], dtype=float)
    bins = gathered_bins(summarise_numbers(values), 5)
    assert sum(each.n for each in bins) == 41
    assert min(each.n for each in bins) >= 5
    assert (bins[0].low, bins[-1].high) == (-math.inf, math.inf)
    assert gathered_bins(summarise_numbers(np.array([1.0, 2, 3, 900])), 5) == ()


def test_bins_are_round():
    assert summarise_numbers(np.array([3.0, 117])).bins[0] == NumberBin(0, 10, 1)


def test_the_median_of_a_scale_is_a_step_or_two_where_half_lie_on_each_side():
    def median(*counts):
        made = AnswerTable(("1", "3", "5"), np.array([counts]), np.array([sum(counts)]))
        return median_steps(made)

    assert median(4, 8, 8) == ("3",)
    assert median(5, 0, 5) == ("1", "5")
    assert median(0, 0, 0) == ()
