import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.errors import LinkError
from lib.survey.model.periods import (
    PeriodKind,
    newest_complete_period,
    parse_period,
    period_between,
    period_holding,
    trend_periods,
)
from lib.wording import use_language

DATES = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023-9M", "2023-01-01", "2023-09-30"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023-01-15..2023-06-14", "2023-01-15", "2023-06-14"),
        ("2023-01-15..", "2023-01-15", ""),
        ("..2023-06-14", "", "2023-06-14"),
    ],
)
def test_a_code_means_whole_days(code, first, last):
    period = parse_period(code)
    assert (period.code, period.first, period.last) == (code, day(first), day(last))


@pytest.mark.parametrize("spelling", ["2023-q1", " 2023-Q1 ", "２０２３-Q1"])
def test_a_code_is_understood_in_any_case_and_width(spelling):
    assert parse_period(spelling) == parse_period("2023-Q1")


@pytest.mark.parametrize(
    "text",
    [
        *("abc", "", "..", "a..b..c", "2023-01-01..2023-01-02..2023-01-03", "2023-", "1999"),
        *("2023-13", "2023-00", "2023-Q5", "2023-Q0", "2023-H3", "2023-6M", "2023-1", "23"),
        *("2023-02-30..", "2023-01-01", "2023..2024", "20230101..20230201", "quý 1", "٢٠٢٣"),
    ],
)
def test_what_does_not_exist_is_named(text):
    with pytest.raises(LinkError) as error:
        parse_period(text)
    assert error.value.fields == {"values": text}


def test_a_range_the_wrong_way_round_is_turned_and_says_so():
    turned, straight = (
        parse_period("2023-06-30..2023-01-01"),
        parse_period("2023-01-01..2023-06-30"),
    )
    assert turned == straight
    assert (turned.swapped, straight.swapped) == (True, False)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2022-Q4", "Quý IV/2022"),
        ("2023-01", "Tháng 1/2023"),
        ("2023", "Năm 2023"),
        ("2023-H1", "6 tháng đầu năm 2023"),
        ("2023-H2", "6 tháng cuối năm 2023"),
        ("2023-9M", "9 tháng năm 2023"),
        ("2023-01-01..2023-06-30", "từ 01/01/2023 đến 30/06/2023"),
        ("2023-01-01..", "từ 01/01/2023"),
        ("..2023-06-30", "đến 30/06/2023"),
    ],
)
def test_a_period_is_named_as_offices_name_it(code, name):
    assert parse_period(code).name() == name


def test_a_period_has_an_english_name():
    use_language("en")
    try:
        assert parse_period("2022-Q4").name() == "Quarter IV/2022"
    finally:
        use_language("vi")


@pytest.mark.parametrize(
    ("code", "previous", "year_ago"),
    [
        ("2023", "2022", "2022"),
        ("2023-H1", "2022-H1", "2022-H1"),
        ("2023-H2", "2022-H2", "2022-H2"),
        ("2023-9M", "2022-9M", "2022-9M"),
        ("2023-Q1", "2022-Q4", "2022-Q1"),
        ("2023-Q3", "2023-Q2", "2022-Q3"),
        ("2023-01", "2022-12", "2022-01"),
        ("2023-01-15..2023-01-24", "2023-01-05..2023-01-14", "2022-01-15..2022-01-24"),
        ("2024-02-01..2024-02-29", "2024-01-03..2024-01-31", "2023-02-01..2023-02-28"),
        ("2025-02-01..2025-02-28", "2025-01-04..2025-01-31", "2024-02-01..2024-02-29"),
        ("2024-02-29..2024-02-29", "2024-02-28..2024-02-28", "2023-02-28..2023-03-01"),
    ],
)
def test_a_period_is_compared_with_the_one_before_and_the_same_of_last_year(
    code, previous, year_ago
):
    period = parse_period(code)
    assert (period.previous().code, period.year_ago().code) == (previous, year_ago)


@pytest.mark.parametrize("code", ["2023-01-01..", "..2023-01-01"])
def test_an_open_range_is_compared_with_nothing(code):
    assert (parse_period(code).previous(), parse_period(code).year_ago()) == (None, None)


@given(DATES, DATES)
def test_a_range_and_the_one_before_touch_and_are_equally_long(one, other):
    assume(min(one, other).day > 1)  # from the first on it is the beginning of a month
    period = period_between(one, other)
    before = period.previous()
    assert before.last == period.first - dt.timedelta(days=1)
    assert before.last - before.first == period.last - period.first


@given(DATES, st.sampled_from([PeriodKind.YEAR, PeriodKind.QUARTER, PeriodKind.MONTH]))
def test_the_calendar_has_no_gap_and_every_code_is_understood(of, kind):
    period = period_holding(kind, of)
    assert period.first <= of <= period.last
    assert parse_period(period.code) == period
    assert period.previous().last == period.first - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("last", "code"),
    [("2026-10-31", "2026-Q3"), ("2026-09-30", "2026-Q3"), ("2026-09-29", "2026-Q2")],
)
def test_a_quarter_is_complete_on_its_last_day(last, code):
    assert newest_complete_period(dt.date.fromisoformat(last)).code == code


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        ("2022-12-31", "2023-01-01", ["2022-12", "2023-01"]),
        ("2023-01-15", "2024-06-01", [f"2023-{m:02}" for m in range(1, 13)]),
        ("2023-02-15", "2024-08-01", ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]),
        ("2020-01-01", "2024-12-31", ["2020", "2021", "2022", "2023", "2024"]),
    ],
)
def test_a_trend_takes_the_finest_step_of_which_eighteen_suffice(first, last, codes):
    found = trend_periods(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert [period.code for period in found][: len(codes)] == codes
    assert len(found) <= 18
