"""What is not over is told up to the last part that is, against the same days before."""

import datetime as dt

import pytest

from lib.survey.model.periods import PeriodKind, parse_period
from lib.survey.model.running_periods import running_part, until_part_end, whole_parts
from lib.wording import in_vietnamese

MONTH, QUARTER = PeriodKind.MONTH, PeriodKind.QUARTER


@pytest.mark.parametrize(
    ("kind", "today", "span"),
    [
        (MONTH, "2026-11-30", "2026-11-01..2026-11-21"),
        (MONTH, "2026-11-22", "2026-11-01..2026-11-21"),
        (MONTH, "2026-11-21", "2026-11-01..2026-11-14"),  # the day is not over
        (MONTH, "2026-11-08", "2026-11-01..2026-11-07"),
        (MONTH, "2026-11-07", None),
        (QUARTER, "2026-11-07", "2026-10-01..2026-10-31"),
        (QUARTER, "2026-11-30", "2026-10-01..2026-11-21"),
        (QUARTER, "2026-10-05", None),
    ],
)
def test_a_running_period_ends_with_the_last_part_that_is_over(kind, today, span):
    found = running_part(kind, dt.date.fromisoformat(today))
    assert (found.code if found else None) == span


@pytest.mark.parametrize(
    ("span", "before", "year_ago"),
    [
        ("2026-11-01..2026-11-21", "2026-10-01..2026-10-21", "2025-11-01..2025-11-21"),
        ("2026-10-01..2026-11-21", "2026-07-01..2026-08-21", "2025-10-01..2025-11-21"),
        ("2026-10-01..2026-11-30", "2026-07-01..2026-08-31", "2025-10-01..2025-11-30"),
        # years, halves and nine months are held against those of the year before
        ("2026-01-01..2026-11-21", "2025-01-01..2025-11-21", "2025-01-01..2025-11-21"),
        ("2026-07-01..2026-11-21", "2025-07-01..2025-11-21", "2025-07-01..2025-11-21"),
        ("2026-01-01..2026-08-31", "2025-01-01..2025-08-31", "2025-01-01..2025-08-31"),
        ("2026-11-03..2026-11-05", "2026-10-31..2026-11-02", "2025-11-03..2025-11-05"),
    ],
)
def test_it_is_held_against_the_same_days_of_the_one_before(span, before, year_ago):
    period = parse_period(span)
    assert (period.previous().code, period.year_ago().code) == (before, year_ago)


def test_it_is_called_by_its_month_or_quarter_and_how_far_it_goes():
    with in_vietnamese():
        assert parse_period("2026-11-01..2026-11-21").name() == "Tháng 11/2026, đến hết ngày 21/11"
        assert parse_period("2026-10-01..2026-11-21").name() == "Quý IV/2026, đến hết ngày 21/11"
        assert parse_period("2026-01-01..2026-11-21").name() == "từ 01/01/2026 đến 21/11/2026"


def test_a_chosen_period_is_told_as_far_as_it_is_over():
    today = dt.date(2026, 11, 30)
    told = [until_part_end(parse_period(code), today) for code in ("2026-Q4", "2026-Q3", "2026-12")]
    assert [each and each.code for each in told] == ["2026-10-01..2026-11-21", "2026-Q3", None]


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("2026-11-01..2026-11-21", True),
        ("2026-11-08..2026-12-07", True),
        ("2026-11-22..2026-11-30", True),
        ("2026-11", True),
        ("2026-11-02..2026-11-21", False),
        ("2026-11-01..2026-11-20", False),
    ],
)
def test_whole_parts_begin_and_end_where_parts_do(code, whole):
    assert whole_parts(parse_period(code)) is whole
