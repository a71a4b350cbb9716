"""What can be said of a rate before and after a day, counted by hand over small surveys."""

import datetime as dt

import pytest

from lib.analysis.impact_estimate import ImpactAim, estimate_impact
from lib.analysis.rate_effect import RateBeforeAfter
from lib.survey.responses import Responses
from tests.lib.analysis.made import Row, responses

DAY, UNTIL = dt.date(2026, 10, 1), dt.date(2026, 10, 31)


def found(made: Responses) -> RateBeforeAfter:
    told = estimate_impact(made, ImpactAim(DAY), UNTIL)
    assert told
    assert told.there
    return told.there


@pytest.mark.parametrize(
    ("before", "after", "missing", "missing_before", "clear"),
    [
        (0, 0, 30, 30, None),
        (4, 30, 0, 26, None),  # no rate of fewer than five
        (30, 4, 26, 0, None),
        (29, 40, 0, 1, False),
        (40, 40, 0, 0, True),
    ],
)
def test_it_tells_how_many_are_missing_and_is_clear_only_with_enough(
    before, after, missing, missing_before, clear
):
    made = responses(
        Row("D", before, day="2026-09-09"), Row("S", after, day="2026-10-10"), Row("N", day="")
    )
    told = found(made)
    assert (told.missing, told.missing_before) == (missing, missing_before)
    assert (told.change.clear if told.change else None) is clear


def test_better_is_a_change_above_zero():
    made = responses(
        Row("D", 20, day="2026-09-09"), Row("S", 20, day="2026-09-09"),
        Row("S", 40, day="2026-10-10"),
    )  # fmt: skip
    change = found(made).change
    assert change
    assert change.difference == pytest.approx(0.5)
    assert change.low > 0
