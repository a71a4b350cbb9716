"""Before and after a day, counted by hand over small surveys."""

import datetime as dt

import numpy as np
import pytest

from lib.analysis.effect import Effect, effect, of_places
from lib.survey.responses import Responses
from tests.building import responses as read
from tests.lib.analysis.made import Row, responses

DAY = dt.date(2026, 10, 10)


def found(made: Responses, until: dt.date, questions: tuple[int, ...] = (0,)) -> Effect | None:
    return effect(made, np.ones(made.n, dtype=np.bool_), questions, DAY, until)


def sides(of: Effect | None) -> list[tuple[int, int]]:
    """Return satisfied and valid answers before and after."""
    assert of is not None
    return [(rate.satisfied, rate.valid) for rate in (of.before, of.after)]


def test_as_many_days_are_looked_at_before_as_have_passed():
    made = responses(
        Row("D", 1, day="2026-10-06"),  # a day too early
        Row("S", 2, day="2026-10-07"),
        Row("D", 3, day="2026-10-09"),
        Row("S", 4, day="2026-10-10"),
        Row("N", 5, day="2026-10-12"),
        Row("S", 6, day="2026-10-13"),  # after today
        Row("S", 7, day=""),
    )
    told = found(made, dt.date(2026, 10, 12))
    assert (told.first, told.last) == (dt.date(2026, 10, 7), dt.date(2026, 10, 12))
    assert sides(told) == [(2, 5), (4, 9)]


def test_on_the_day_itself_one_day_is_held_against_the_day_before():
    made = responses(Row("S", 3, day="2026-10-09"), Row("D", 2, day="2026-10-10"))
    assert sides(found(made, DAY)) == [(3, 3), (0, 2)]


def test_a_day_to_come_has_no_effect():
    assert found(responses(Row("S")), dt.date(2026, 10, 9)) is None


def test_more_than_a_year_before_and_after_is_left_out():
    made = responses(
        Row("D", 1, day="2025-10-09"),
        Row("S", 2, day="2025-10-10"),
        Row("S", 3, day="2027-10-09"),
        Row("D", 4, day="2027-10-10"),
    )
    assert sides(found(made, dt.date(2029, 1, 1))) == [(2, 2), (3, 3)]


def test_several_questions_are_pooled_and_people_counted_once():
    made = responses(Row("SD-", 2, day="2026-10-09"), Row("SS?", 6, day="2026-10-10"))
    told = found(made, DAY, (0, 1, 2))
    assert sides(told) == [(2, 4), (12, 12)]
    assert (told.before.people, told.after.people) == (2, 6)


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
        Row("D", before, day="2026-10-09"), Row("S", after, day="2026-10-10"), Row("N", day="")
    )
    told = found(made, DAY)
    assert (told.missing, told.missing_before) == (missing, missing_before)
    assert (told.change.clear if told.change else None) is clear


def test_better_is_a_change_above_zero():
    made = responses(
        Row("D", 20, day="2026-10-09"), Row("S", 20, day="2026-10-09"),
        Row("S", 40, day="2026-10-10"),
    )  # fmt: skip
    told = found(made, DAY)
    assert told.change.difference == pytest.approx(0.5)
    assert told.change.low > 0


def test_only_the_chosen_rows_count():
    made = responses(Row("D", 2, day="2026-10-09"), Row("S", 3, day="2026-10-10"))
    rows = np.array([True, False, True, True, False])
    assert sides(effect(made, rows, (0,), DAY, DAY)) == [(0, 1), (2, 2)]


FORM = "Ông/Bà có hài lòng không?,Ông/Bà ở xã nào?"


def test_a_commune_is_found_as_it_was_called_then_and_as_it_is_called_today():
    made = read(
        f"Dấu thời gian,{FORM}\n01/06/2023 08:00:00,Hài lòng,Xã Xuân Tây\n"
        "02/06/2023 08:00:00,Không hài lòng,Xã Sông Ray\n"
        "03/06/2023 08:00:00,Bình thường,"
    )
    then, today = made.communes[made.commune[0]].code, made.today[made.commune_today[0]].code
    assert then != today
    assert of_places(made, [then]).tolist() == [True, False, False]
    assert bool(of_places(made, [today])[0])
    assert of_places(made, []).tolist() == [True, True, True]
    assert of_places(made, ["khong-co"]).tolist() == [False, False, False]
