import pytest

from lib.survey.periods import parse
from lib.ui.period_filter import DAYS, steps


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
        ("2023-01-05..2023-03-20", (DAYS, "", "")),
        ("2023-01-05..", (DAYS, "", "")),
        ("..2023-03-20", (DAYS, "", "")),
    ],
)
def test_a_period_is_reached_by_year_part_and_month(code, chosen):
    assert steps(parse(code)) == chosen


def test_without_a_period_no_step_is_taken():
    assert steps(None) == ("", "", "")
