"""There and elsewhere, before and after, by whole months; counted by hand."""

import datetime as dt

import pytest

from lib.analysis.impact_estimate import ImpactAim, RateBeforeAfter, estimate_impact, months_around
from lib.survey.responses import Place, Responses
from tests.lib.analysis.made import Row, responses

DAY = dt.date(2023, 3, 10)
TODAY = dt.date(2023, 5, 2)


def sides(effect) -> list[tuple[int, int]]:
    """Return satisfied and valid answers before and after."""
    return [(rate.satisfied, rate.valid) for rate in (effect.before, effect.after)]


def codes(around) -> list[str]:
    return [period.code for period in around.sides]


@pytest.mark.parametrize(
    ("day", "until", "before", "after"),
    [
        ("2023-03-10", "2023-05-02", "2023-02-01..2023-02-28", "2023-04-01..2023-04-30"),
        ("2023-03-01", "2023-04-30", "2023-01-01..2023-02-28", "2023-03-01..2023-04-30"),
        ("2020-03-10", "2023-05-02", "2019-03-01..2020-02-29", "2020-04-01..2021-03-31"),
    ],
)
def test_as_many_whole_months_stand_on_both_sides_of_the_month_it_began(day, until, before, after):
    around = months_around(dt.date.fromisoformat(day), dt.date.fromisoformat(until))
    assert codes(around) == [before, after]


@pytest.mark.parametrize("until", ["2023-04-29", "2023-03-31", "2023-03-10", "2022-12-31"])
def test_before_a_whole_month_has_passed_nothing_is_said(until):
    assert months_around(DAY, dt.date.fromisoformat(until)) is None


def test_the_places_of_the_aim_and_all_others_are_counted_apart():
    made = responses(
        Row("D", 2, day="2023-02-10"),
        Row("S", 3, day="2023-02-10"),
        Row("S", 5, day="2023-04-10"),
        Row("D", 9, day="2023-03-20"),  # the month in which it began
        Row("S", 4, day="2023-02-10", commune="song-ray"),
        Row("D", 1, day="2023-04-10", commune="song-ray"),
    )
    found = estimate_impact(made, ImpactAim(DAY, communes=("xuan-tay",)), TODAY)
    assert sides(found.there) == [(3, 5), (5, 5)]
    assert sides(found.elsewhere) == [(4, 4), (0, 1)]
    assert found.months == 1


def test_an_aim_for_all_communes_has_no_elsewhere():
    made = responses(Row("S", 5, day="2023-02-10"), Row("S", 5, day="2023-04-10"))
    assert estimate_impact(made, ImpactAim(DAY), TODAY).elsewhere is None


def test_only_the_questions_of_the_aim_are_counted():
    made = responses(Row("DS", 5, day="2023-02-10"), Row("SS", 5, day="2023-04-10"))
    assert sides(estimate_impact(made, ImpactAim(DAY, questions=("c1",)), TODAY).there) == [
        (0, 5),
        (5, 5),
    ]


def test_what_follows_after_a_merger_is_not_held_against_what_was_before():
    made = responses(Row("S", 5, day="2023-02-10"), Row("S", 5, day="2023-04-10"))
    ended = Place("xuan-tay", "xuan-tay", valid_to=dt.date(2023, 6, 30))
    object.__setattr__(made, "communes", (ended,))
    found = estimate_impact(made, ImpactAim(DAY, communes=("xuan-tay",)), dt.date(2024, 1, 1))
    assert (found.months, found.merged) == (3, dt.date(2023, 6, 30))


def test_what_began_on_the_last_day_of_a_unit_has_nothing_after_it():
    made = responses(Row("S", 5, day="2023-02-10"), Row("S", 5, day="2023-05-10"))
    object.__setattr__(made, "communes", (Place("xuan-tay", "xuan-tay", valid_to=DAY),))
    today = dt.date(2024, 1, 1)
    assert estimate_impact(made, ImpactAim(DAY, communes=("xuan-tay",)), today) is None
    assert estimate_impact(
        made, ImpactAim(DAY + dt.timedelta(days=1), communes=("xuan-tay",)), today
    )


def test_what_a_viewer_may_not_be_shown_is_not_counted_at_all():
    made = responses(Row("S", 5, day="2023-02-10"), Row("S", 5, day="2023-04-10"))
    found = estimate_impact(
        made, ImpactAim(DAY, communes=("xuan-tay",)), TODAY, lambda of, at: not of.communes
    )
    assert (found.there, found.elsewhere) == (None, None)


def effect_since_october(made: Responses) -> RateBeforeAfter:
    impact = estimate_impact(made, ImpactAim(dt.date(2026, 10, 1)), dt.date(2026, 10, 31))
    assert impact
    assert impact.there
    return impact.there


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
    effect = effect_since_october(made)
    assert (effect.missing, effect.missing_before) == (missing, missing_before)
    assert (effect.change.clear if effect.change else None) is clear


def test_better_is_a_change_above_zero():
    made = responses(
        Row("D", 20, day="2026-09-09"), Row("S", 20, day="2026-09-09"),
        Row("S", 40, day="2026-10-10"),
    )  # fmt: skip
    change = effect_since_october(made).change
    assert change
    assert change.difference == pytest.approx(0.5)
    assert change.low > 0
