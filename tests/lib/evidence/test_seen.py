"""Which readings viewers saw, as the journal's events add up to it."""

import datetime as dt

from lib.evidence.seen import Seen
from lib.journal.event import Event, Kind, new_id
from lib.journal.journal import Journal
from lib.journal.sql import SqlStore

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


def told(kind: Kind, **fields: str) -> Event:
    return Event(new_id(), "", kind, AT, "", fields=fields)


def test_what_is_told_later_is_added_to_what_was_told_before():
    journal = Journal(SqlStore.memory())
    seen = Seen(journal)
    assert seen.numbers() == frozenset()
    journal.add([told(Kind.SHOWN, reading="3"), told(Kind.EXPORTED, rows="5")], although_moved=True)
    assert seen.numbers() == {3}
    journal.add([told(Kind.SHOWN, reading="7")], although_moved=True)
    assert seen.numbers() == {3, 7}


def test_a_line_that_a_hand_has_spoilt_is_passed_over():
    journal = Journal(SqlStore.memory())
    journal.add(
        [told(Kind.SHOWN, reading="ba"), told(Kind.SHOWN), told(Kind.SHOWN, reading="4")],
        although_moved=True,
    )
    assert Seen(journal).numbers() == {4}
