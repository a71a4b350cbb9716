"""Which cases are news, and at what hours overdue ones are told of."""

import datetime as dt

import pytest

from lib.followup.working_days import WorkingDays
from lib.notify.channel_memory import ChannelMemory
from lib.notify.channel_news import has_waited, new_cases, reminds_overdue
from tests.lib.notify.post import MONDAY, NEW, OTHER, Office, read

TODAY = dt.date(2026, 11, 2)


def test_what_a_channel_knows_is_no_news_to_it(file):
    cases = Office(file).desk.cases(read(NEW, OTHER))
    memory = ChannelMemory(known_codes=frozenset(cases.codes[:1]))
    assert new_cases(cases, ChannelMemory(), TODAY).tolist() == [True, True]
    assert new_cases(cases, memory, TODAY).tolist() == [False, True]


@pytest.mark.parametrize(("days", "is_new"), [(7, True), (8, False)])
def test_a_case_is_news_for_a_week(file, days, is_new):
    cases = Office(file).desk.cases(read(NEW))
    assert new_cases(cases, ChannelMemory(), TODAY + dt.timedelta(days=days)).tolist() == [is_new]


def test_others_are_waited_for_from_when_the_first_was_seen(file):
    desk = Office(file).desk
    cases = desk.cases(read(NEW))
    news, known = new_cases(cases, ChannelMemory(), TODAY), desk.journal.sightings
    assert not has_waited(cases, news, known, MONDAY + dt.timedelta(minutes=4))
    assert has_waited(cases, news, known, MONDAY + dt.timedelta(minutes=5))
    assert not has_waited(cases, news & False, known, MONDAY + dt.timedelta(days=1))


def test_the_offices_own_days_off_and_make_up_days_count():
    monday, sunday = dt.datetime(2026, 11, 2, 9), dt.datetime(2026, 11, 8, 9)
    own = WorkingDays(off=frozenset({monday.date()}), on=frozenset({sunday.date()}))
    assert reminds_overdue(monday, 8, WorkingDays())
    assert not reminds_overdue(monday, 8, own)
    assert reminds_overdue(sunday, 8, own)
    assert not reminds_overdue(monday, 10, WorkingDays())
