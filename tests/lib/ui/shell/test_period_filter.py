import pytest

from lib.survey.model.periods import parse_period
from lib.ui.shell.period_filter import DAY_TO_DAY, period_parts
from tests.lib.analysis.made import Row, responses


@pytest.mark.parametrize(
    ("code", "chosen"),
    [
        ("2023", ("2023", "", "")),
        ("2023-Q1", ("2023", "Q1", "")),
        ("2023-Q4", ("2023", "Q4", "")),
        ("2023-H1", ("2023", "H1", "")),
        ("2023-H2", ("2023", "H2", "")),
        ("2023-9M", ("2023", "9M", "")),
        ("2023-03", ("2023", "Q1", "03")),
        ("2023-10", ("2023", "Q4", "10")),
        ("2023-01-05..2023-03-20", (DAY_TO_DAY, "", "")),
        ("2023-01-05..", (DAY_TO_DAY, "", "")),
        ("..2023-03-20", (DAY_TO_DAY, "", "")),
    ],
)
def test_a_period_is_reached_by_year_part_and_month(code, chosen):
    assert period_parts(parse_period(code)) == chosen


def test_without_a_period_no_step_is_taken():
    assert period_parts(None) == ("", "", "")


def test_the_years_that_hold_something_are_found_out_once_for_each_reading():
    made = responses(Row("S", day="2022-12-31"), Row("S", day=""), Row("S", 2, day="2024-08-01"))
    assert made.years == {2022, 2024}
    assert made.years is made.years
    assert responses(Row("S", day="")).years == frozenset()
