"""What the lines of the journal add up to, for every channel alone."""

import datetime as dt

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.notify.channel_memory import (
    LONGEST_PAUSE,
    MESSAGE_PAUSE,
    channel_memories,
    refusing_channels,
)

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
LONG_AGO = AT - dt.timedelta(days=365)


def sent(after: str = "", channel: int = 1, at: dt.datetime = AT, **fields: str) -> Event:
    fields = {"channel": str(channel), **fields}
    return Event(new_id(), "", EventKind.NOTIFIED, at, "", after, fields)


def refused(line: Event, at: dt.datetime = AT) -> Event:
    fields = {"channel": line.fields["channel"]}
    return Event(new_id(), "", EventKind.REFUSED, at, "", line.id, fields)


def test_of_two_that_follow_the_same_line_the_first_counts():
    first, second = sent(codes="a"), sent(codes="b")
    memory = channel_memories([first, second], LONG_AGO)["1"]
    assert (memory.last_event, memory.known_codes) == (first.id, {"a"})


def test_codes_add_up_and_the_day_stays_until_another():
    first = sent(codes="a", day="2026-11-02")
    memory = channel_memories([first, sent(first.id, codes="b c")], LONG_AGO)["1"]
    assert (memory.known_codes, memory.overdue_day) == ({"a", "b", "c"}, "2026-11-02")


def test_codes_of_long_ago_are_let_go():
    assert (
        channel_memories([sent(codes="a")], AT + dt.timedelta(days=1))["1"].known_codes
        == frozenset()
    )


def test_what_was_refused_counts_no_more_and_what_was_told_before_does():
    first = sent(codes="a", day="2026-11-02")
    second = sent(first.id, codes="b", day="2026-11-03")
    memory = channel_memories([first, second, refused(second)], LONG_AGO)["1"]
    assert (memory.known_codes, memory.overdue_day, memory.refusals) == ({"a"}, "2026-11-02", 1)


def test_a_channel_rests_twice_as_long_after_each_refusal_up_to_hours():
    lines: list[Event] = []
    rests = []
    for _ in range(9):
        line = sent(lines[-1].id if lines else "")
        lines += [line, refused(line)]
        rests.append(channel_memories(lines, LONG_AGO)["1"].silent_until - AT)
    assert rests[:3] == [MESSAGE_PAUSE, 2 * MESSAGE_PAUSE, 4 * MESSAGE_PAUSE]
    assert rests[-1] == LONGEST_PAUSE


def test_after_a_message_that_was_accepted_it_is_tried_as_often_as_at_first():
    first = sent()
    back = refused(first)
    again = sent(back.id)
    last = sent(again.id)
    memory = channel_memories([first, back, again, last, refused(last)], LONG_AGO)["1"]
    assert memory.silent_until - AT == MESSAGE_PAUSE


def test_channels_do_not_know_of_each_other():
    here, there = sent(codes="a"), sent(channel=2, codes="b")
    known = channel_memories([here, there, refused(there)], LONG_AGO)
    assert (known["1"].known_codes, known["2"].known_codes) == ({"a"}, frozenset())
    assert refusing_channels(known, 2) == ["2"]


def test_of_a_channel_that_the_settings_have_no_more_nothing_is_said():
    line = sent(channel=2)
    assert refusing_channels(channel_memories([line, refused(line)], LONG_AGO), 1) == []
