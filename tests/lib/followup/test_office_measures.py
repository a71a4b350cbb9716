"""A measure is what its events add up to, and its effect is counted from its day on."""

import dataclasses
import datetime as dt

import pytest

from lib.analysis.impact_estimate import RateBeforeAfter
from lib.followup.office_measures import (
    Measure,
    is_complete_measure,
    measure_aim,
    measure_effect,
    measure_from_events,
    measures_in_force,
    no_effect_sentence,
)
from lib.journal.journal_lines import Event, EventKind, new_id
from tests.lib.analysis.made import Row, responses

AT = dt.datetime(2026, 11, 1, 18, 0, tzinfo=dt.UTC)  # the 2nd at the office
CHAIRS = {"title": "Thêm ghế chờ", "date": "2026-10-05", "questions": "c2 c3", "communes": ""}


def told(**fields: str) -> Event:
    return Event(new_id(), "ghe", EventKind.MEASURE, AT, "lanhdao@xa.vn", fields=fields)


def test_a_measure_has_a_title_a_day_questions_and_communes():
    one = measure_from_events("ghe", [told(**CHAIRS | {"communes": "xuan-tay xuan-dong"})])
    assert (one.title, one.date) == ("Thêm ghế chờ", dt.date(2026, 10, 5))
    assert one.questions == ("c2", "c3")
    assert one.communes == ("xuan-tay", "xuan-dong")
    assert one.dated


def test_one_that_is_still_to_be_done_names_who_is_in_charge_and_by_when():
    one = measure_from_events(
        "ghe", [told(**CHAIRS, person="Công chức Địa chính", due="2026-12-01")]
    )
    assert (one.person, one.due) == ("Công chức Địa chính", dt.date(2026, 12, 1))
    assert measure_from_events("ghe", [told(**CHAIRS, due="mai")]).due is None


def test_a_later_line_changes_what_it_names_and_nothing_else():
    one = measure_from_events("ghe", [told(**CHAIRS), told(date="2026-10-12", questions="")])
    assert (one.title, one.date, one.questions) == ("Thêm ghế chờ", dt.date(2026, 10, 12), ())
    assert len(one.events) == 2


def test_a_withdrawn_one_stands_no_more_until_it_is_taken_back():
    lines = [told(**CHAIRS), told(withdrawn="yes")]
    assert measures_in_force({"ghe": lines}) == []
    assert len(measures_in_force({"ghe": [*lines, told(withdrawn="")]})) == 1


def test_the_newest_stands_first():
    named = {name: [told(title=name, date=f"2026-{name}-01")] for name in ("09", "11", "10")}
    assert [one.title for one in measures_in_force(named)] == ["11", "10", "09"]


@pytest.mark.parametrize("fields", [{"title": "Thêm ghế chờ"}, CHAIRS | {"date": "mùng năm"}])
def test_one_without_a_day_is_shown_with_the_day_it_was_written_down_and_says_so(fields):
    (one,) = measures_in_force({"ghe": [told(**fields)]})
    assert (one.title, one.date, one.dated) == ("Thêm ghế chờ", dt.date(2026, 11, 2), False)


def test_a_day_that_cannot_be_read_leaves_the_one_before():
    one = measure_from_events("ghe", [told(**CHAIRS), told(date="mùng năm")])
    assert (one.date, one.dated) == (dt.date(2026, 10, 5), True)


def test_one_without_a_title_is_shown_by_its_code():
    assert measure_from_events("ghe", [told(date="2026-10-05")]).title == "ghe"


@pytest.mark.parametrize(
    ("fields", "whole"),
    [
        (CHAIRS, True),
        (CHAIRS | {"title": ""}, False),
        (CHAIRS | {"date": ""}, False),
        (CHAIRS | {"date": "2026-02-30"}, False),
        ({"questions": "c2"}, False),
    ],
)
def test_a_first_line_needs_a_title_and_a_day(fields, whole):
    assert is_complete_measure(told(**fields)) is whole


def test_its_effect_is_of_its_questions_and_communes_over_whole_months():
    made = responses(
        Row("SN", 2, day="2026-09-04"),
        Row("NS", 3, day="2026-11-05"),
        Row("NN", 7, day="2026-11-05", commune="xuan-dong"),
        Row("NN", 9, day="2026-10-20"),  # the month in which it began
    )
    one = Measure("a", "", dt.date(2026, 10, 5), ("c2",), ("xuan-tay",))
    found = measure_effect(one, made, dt.date(2026, 11, 30))
    assert counts(found) == ((0, 2), (3, 3))
    every = dataclasses.replace(one, questions=(), communes=())
    assert counts(measure_effect(every, made, dt.date(2026, 12, 1))) == ((2, 4), (3, 20))


def counts(found: RateBeforeAfter | None) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return satisfied and valid answers before and after."""
    assert found is not None
    before, after = ((of.satisfied, of.valid) for of in (found.before, found.after))
    return before, after


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (dt.date(2026, 10, 4), "Chưa đến ngày thực hiện."),
        (dt.date(2026, 11, 29), "Kể từ khi bắt đầu chưa đủ một tháng để so sánh."),
    ],
)
def test_before_a_whole_month_has_passed_there_is_no_effect_and_that_is_said(today, why):
    one = Measure("a", "", dt.date(2026, 10, 5), (), ())
    made = responses(Row("S"))
    assert measure_effect(one, made, today) is None
    assert no_effect_sentence(made.form, measure_aim(one), today) == why
