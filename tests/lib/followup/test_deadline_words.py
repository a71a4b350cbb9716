"""What a reader is told of a case's deadline."""

import datetime as dt

import pytest

from lib.followup.deadline_words import (
    deadline_in_words,
    lateness_in_words,
    overdue_cases_in_words,
)
from lib.wording import use_language


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (-3, "Quá hạn 3 ngày làm việc"),
        (0, "hôm nay đến hạn"),
        (2, "còn 2 ngày làm việc"),
        (None, ""),
    ],
)
def test_days_of_a_deadline_are_said_to_be_working_days(left, words):
    assert lateness_in_words(left) == words


def test_one_day_is_one_working_day_in_english():
    use_language("en")
    assert [lateness_in_words(left) for left in (-1, 1)] == [
        "1 working day overdue",
        "1 working day left",
    ]


def test_a_deadline_says_its_day():
    words = deadline_in_words(-3, dt.date(2026, 11, 25))
    assert words == "Quá hạn 3 ngày làm việc, hạn 25/11/2026"


@pytest.mark.parametrize(
    ("n", "words"), [(0, "không có việc nào quá hạn"), (1200, "1.200 việc quá hạn")]
)
def test_overdue_cases_are_counted_in_one_phrase(n, words):
    assert overdue_cases_in_words(n) == words
