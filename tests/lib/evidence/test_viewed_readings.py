"""Which readings viewers saw, as the journal's events add up to it."""

import datetime as dt

from lib.evidence.viewed_readings import ViewedReadings
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


def told(kind: EventKind, **fields: str) -> Event:
    return Event(new_id(), "", kind, AT, "", fields=fields)


def test_what_is_told_later_is_added_to_what_was_told_before():
    journal = Journal(SqlStore.memory())
    seen = ViewedReadings(journal)
    assert seen.numbers() == frozenset()
    journal.add(
        [told(EventKind.SHOWN, reading="3"), told(EventKind.EXPORTED, rows="5")],
        although_moved=True,
    )
    assert seen.numbers() == {3}
    journal.add([told(EventKind.SHOWN, reading="7")], although_moved=True)
    assert seen.numbers() == {3, 7}


def test_a_line_that_a_hand_has_spoilt_is_passed_over():
    journal = Journal(SqlStore.memory())
    journal.add(
        [
            told(EventKind.SHOWN, reading="ba"),
            told(EventKind.SHOWN),
            told(EventKind.SHOWN, reading="4"),
        ],
        although_moved=True,
    )
    assert ViewedReadings(journal).numbers() == {4}
