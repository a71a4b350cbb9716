"""What was answered before and after: read from the store once, and never once it is erased."""

import datetime as dt
from collections.abc import Sequence

import pytest

from lib.evidence.kept_answers import MOST
from lib.evidence.ledger_finding import Finding
from lib.journal.sealed_reading import SealedReading
from lib.journal.sql_store import SqlStore
from tests.lib.evidence.sheets import FIRST, LEVELS, Office

BOTH = [{"c1": (LEVELS[2], LEVELS[0])}]


class Counting(SqlStore):
    """A store that counts how often the whole ledger is asked for."""

    asked = 0

    def sealed(self, after: int = 0) -> Sequence[SealedReading]:
        self.asked += 1
        return super().sealed(after)


@pytest.fixture
def store(tmp_path) -> Counting:
    return Counting(f"sqlite:///{tmp_path / 'journal.db'}")


@pytest.fixture
def office(store) -> Office:
    office = Office(store)
    office.look()
    return office


@pytest.fixture
def found(office) -> list[Finding]:
    office.rows[2][1] = LEVELS[0]
    return office.look()


def test_the_store_is_asked_once_however_often_the_page_is_drawn(office, store, found):
    assert office.evidence.before_and_after(found) == BOTH
    asked = store.asked
    assert [office.evidence.before_and_after(found) for _ in range(3)] == [BOTH] * 3
    assert store.asked == asked


def test_only_what_is_lacking_is_asked_for_when_more_is_found(office, found):
    assert office.evidence.before_and_after(found) == BOTH
    office.rows[1][1] = LEVELS[0]
    more = office.look()
    told = office.evidence.before_and_after([*more, *found])
    assert told == [{"c1": (LEVELS[1], LEVELS[0])}, *BOTH]


def test_answers_that_were_erased_are_not_shown_again_from_memory(office, found):
    assert office.evidence.before_and_after(found) == BOTH
    office.evidence.erase([found[0].code])
    assert office.evidence.before_and_after(found) == [{}]


def test_answers_that_another_process_let_go_of_go_with_the_days_own_look(office, found):
    other = Office(office.store)
    other.evidence.ready()
    assert office.evidence.before_and_after(found) == BOTH
    since = FIRST.date() + dt.timedelta(days=1)
    assert other.evidence.retain(since)
    office.evidence.retain(since)
    assert office.evidence.before_and_after(found) == [{}]


def test_more_findings_than_are_kept_are_told_all_the_same(office, found):
    assert office.evidence.before_and_after(found * (MOST + 1)) == BOTH * (MOST + 1)
