"""What the lines of the journal add up to, for every channel alone."""

import datetime as dt

from lib.journal.event import Event, Kind, new_id
from lib.notify.told import LONGEST, PAUSE, refusing, told

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
LONG_AGO = AT - dt.timedelta(days=365)


def sent(after: str = "", channel: int = 1, at: dt.datetime = AT, **fields: str) -> Event:
    fields = {"channel": str(channel), **fields}
    return Event(new_id(), "", Kind.NOTIFIED, at, "", after, fields)


def refused(line: Event, at: dt.datetime = AT) -> Event:
    told = {"channel": line.fields["channel"]}
    return Event(new_id(), "", Kind.REFUSED, at, "", line.id, told)


def test_of_two_that_follow_the_same_line_the_first_counts():
    first, second = sent(codes="a"), sent(codes="b")
    its = told([first, second], LONG_AGO)["1"]
    assert (its.last, its.codes) == (first.id, {"a"})


def test_codes_add_up_and_the_day_stays_until_another():
    first = sent(codes="a", day="2026-11-02")
    its = told([first, sent(first.id, codes="b c")], LONG_AGO)["1"]
    assert (its.codes, its.day) == ({"a", "b", "c"}, "2026-11-02")


def test_codes_of_long_ago_are_let_go():
    assert told([sent(codes="a")], AT + dt.timedelta(days=1))["1"].codes == frozenset()


def test_what_was_refused_counts_no_more_and_what_was_told_before_does():
    first = sent(codes="a", day="2026-11-02")
    second = sent(first.id, codes="b", day="2026-11-03")
    its = told([first, second, refused(second)], LONG_AGO)["1"]
    assert (its.codes, its.day, its.refused) == ({"a"}, "2026-11-02", 1)


def test_a_channel_rests_twice_as_long_after_each_refusal_up_to_hours():
    lines: list[Event] = []
    rests = []
    for _ in range(9):
        line = sent(lines[-1].id if lines else "")
        lines += [line, refused(line)]
        rests.append(told(lines, LONG_AGO)["1"].rests - AT)
    assert rests[:3] == [PAUSE, 2 * PAUSE, 4 * PAUSE]
    assert rests[-1] == LONGEST


def test_after_a_message_that_was_accepted_it_is_tried_as_often_as_at_first():
    first = sent()
    back = refused(first)
    again = sent(back.id)
    last = sent(again.id)
    its = told([first, back, again, last, refused(last)], LONG_AGO)["1"]
    assert its.rests - AT == PAUSE


def test_channels_do_not_know_of_each_other():
    here, there = sent(codes="a"), sent(channel=2, codes="b")
    known = told([here, there, refused(there)], LONG_AGO)
    assert (known["1"].codes, known["2"].codes) == ({"a"}, frozenset())
    assert refusing(known, 2) == ["2"]


def test_of_a_channel_that_the_settings_have_no_more_nothing_is_said():
    line = sent(channel=2)
    assert refusing(told([line, refused(line)], LONG_AGO), 1) == []
