"""The office's time beside UTC's: its day begins seven hours earlier."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lib.followup.case_arrays import day_number
from lib.office_clock import OfficeClock, office_days

EVENING = dt.datetime(2026, 12, 31, 17, 30, tzinfo=dt.UTC)  # after midnight at the office


def test_the_office_has_its_new_year_seven_hours_before_greenwich():
    clock = OfficeClock(lambda: EVENING)
    assert clock.today() == dt.date(2027, 1, 1)
    assert clock.local(clock.now()).strftime("%H:%M %d/%m/%Y") == "00:30 01/01/2027"


def test_a_moment_of_another_zone_is_the_same_moment_and_one_without_a_zone_is_utcs():
    there = EVENING.astimezone(dt.timezone(dt.timedelta(hours=-5)))
    assert OfficeClock.local(there) == OfficeClock.local(EVENING)
    assert OfficeClock.local(EVENING.replace(tzinfo=None)) == OfficeClock.local(EVENING)


def test_a_clock_begun_at_a_moment_shows_it_and_goes_on():
    clock = OfficeClock.begun_at(EVENING)
    first, second = clock.now(), clock.now()
    assert EVENING <= first <= second < EVENING + dt.timedelta(minutes=10)


@given(st.lists(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1))))
def test_days_of_many_moments_are_those_of_each(moments):
    days = office_days(np.array(moments, dtype="datetime64[s]"))
    assert days.tolist() == [day_number(OfficeClock.local(at).date()) for at in moments]
