"""Dates and times of day in answers."""

import math

import pytest

from lib.survey.moment_answers import moment_answers, month_numbers
from tests.building import responses

MAY = 2026 * 12 + 4


def test_the_month_comes_first_only_where_the_column_shows_it():
    assert month_numbers(("05/06/2026", "05/29/2026")).tolist() == [MAY, MAY]
    assert month_numbers(("06/05/2026", "29/05/2026")).tolist() == [MAY, MAY]
    assert month_numbers(("06/05/2026",)).tolist() == [MAY]
    assert month_numbers(("2026-05-06T00:00:00",)).tolist() == [MAY]


@pytest.mark.parametrize(
    ("text", "hour"), [("08:30", 8), ("12:10:00 AM", 0), ("12:10 PM", 12), ("8:05 PM", 20)]
)
def test_a_time_is_of_its_hour(text, hour):
    given = responses(f"Dấu thời gian,Lúc mấy giờ?\n01/02/2026 8:00:00,{text}\n02/02/2026 8:00:00,")
    [question] = given.form.questions
    read = moment_answers(given, question).tolist()
    assert read[0] == hour
    assert math.isnan(read[1])
