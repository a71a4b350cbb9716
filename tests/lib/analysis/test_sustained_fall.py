"""A fall that lasts is told before its period is over, and chance is not."""

import dataclasses
import datetime as dt
import sys

import numpy as np
import pytest

from lib.analysis.disclosure import Disclosure
from lib.analysis.sustained_fall import sustained_fall
from lib.survey.model.periods import parse_period
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

TODAY = dt.date(2026, 11, 30)
BROKE = dt.date(2026, 11, 10)


def survey(
    rate_since: float, *, daily: int = 7, before: float = 0.95, days: int = 300
) -> list[Row]:
    """So many responses a day; of each hundred answers as many are satisfied as the rates say."""
    rows, left = [], {True: 0.0, False: 0.0}
    for back in range(days, -1, -1):
        day = TODAY - dt.timedelta(days=back)
        since = day >= BROKE
        left[since] += daily * (1 - (rate_since if since else 0.95))
        bad = int(left[since])
        left[since] -= bad
        rows += [Row("D", bad, str(day)), Row("S", daily - bad, str(day))]
    return [row for row in rows if row.times]


def fall(*rows: Row, selection: Selection = Selection(), **more):  # noqa: B008
    return sustained_fall(responses(*rows), selection, today=TODAY, **more)


def test_a_fall_of_ten_points_is_told_with_when_it_began_and_its_figures():
    told = fall(*survey(0.85))
    assert abs((told.since.first - BROKE).days) <= 7
    assert told.since.last == TODAY
    assert told.rate.rate == pytest.approx(0.85, abs=0.03)
    assert told.before.rate == pytest.approx(0.95, abs=0.01)
    assert told.dissatisfied == told.rate.valid - told.rate.satisfied


@pytest.mark.parametrize("rate", [0.95, 0.94, 0.99])
def test_what_stays_as_it_was_or_rises_is_not_told(rate):
    assert fall(*survey(rate)) is None


def test_a_fall_that_is_over_is_not_told():
    over = [row for row in survey(0.6) if row.day < "2026-11-16"]
    well = [Row("S", 7, str(TODAY - dt.timedelta(days=back))) for back in range(14, -1, -1)]
    assert fall(*over) is not None
    assert fall(*over, *well * 4) is None


def test_where_too_few_came_before_nothing_is_told():
    assert fall(*survey(0.5, days=89 + 14)) is None  # 98 responses before the run
    assert fall(*survey(0.5, days=89 + 16)) is not None


def test_a_chosen_period_has_no_run_of_its_own():
    assert fall(*survey(0.5), selection=Selection(period=parse_period("2026"))) is None


def test_who_sees_totals_only_is_told_the_month_and_no_figure():
    made = responses(*survey(0.5))
    told = sustained_fall(made, Selection(), Disclosure(made).may, TODAY)
    assert (told.since.code, told.rate, told.before, told.dissatisfied) == (
        "2026-11",
        None,
        None,
        None,
    )


@pytest.mark.thorough
def test_most_falls_are_told_within_a_month_and_a_false_alarm_a_year_at_the_most(capsys):
    """Simulated: the share of falls from 95 to 85 % that are told, and false alarms a year."""
    luck = np.random.default_rng(20261130)
    found = {per_month: _share_found(luck, per_month) for per_month in (100, 200, 400)}
    false = {per_month: _false_alarms(luck, per_month) for per_month in (30, 200, 400)}
    with capsys.disabled():
        sys.stdout.write(f"\nfalls told within 30 days, by responses a month: {found}\n")
        sys.stdout.write(f"false alarms a year, by responses a month: {false}\n")
    assert found[200] >= 0.8
    assert max(false.values()) <= 1


def _simulated(luck, per_month: int, days: int, since: int, rate: float) -> list[Row]:
    rows = []
    for day in range(days):
        n = int(luck.poisson(per_month / 30.4))
        bad = int(luck.binomial(n, 1 - (rate if day >= since else 0.95)))
        date = str(TODAY - dt.timedelta(days=days - 1 - day))
        rows += [Row("D", bad, date), Row("S", n - bad, date)]
    return [row for row in rows if row.times]


def _share_found(luck, per_month: int, times: int = 60) -> float:
    found = 0
    for _ in range(times):
        made = responses(*_simulated(luck, per_month, 485, 455, 0.85))
        days = (TODAY - dt.timedelta(days=back) for back in range(29, -1, -1))
        found += any(_told(made, day) for day in days)
    return found / times


def _false_alarms(luck, per_month: int, times: int = 20) -> float:
    alarms = 0
    for _ in range(times):
        made = responses(*_simulated(luck, per_month, 820, 820, 0.85))
        days = (TODAY - dt.timedelta(days=back) for back in range(364, -1, -1))
        told = [_told(made, day) for day in days]
        alarms += sum(now and not before for before, now in zip([False, *told], told, strict=False))
    return alarms / times


def _told(made, day: dt.date) -> bool:
    until = made.submitted <= np.datetime64(day, "D").astype("M8[s]") + np.timedelta64(86399, "s")
    known = np.where(until, made.submitted, np.datetime64("NaT"))
    then = dataclasses.replace(made, submitted=known)
    return sustained_fall(then, Selection(), today=day) is not None
