"""While a slow store is asked, only who needs the store waits for it."""

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.desk import Desk
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import EventKind, Sighting
from lib.journal.sealed_reading import SealedReading
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office_clock import OfficeClock
from lib.settings import TrackingRules
from tests.lib.test_desk import NEW, OLD, STARTED, did, read


class SlowStore(SqlStore):
    """A store that does not answer what is written to it before it is let go on."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.asked, self.answers = threading.Event(), threading.Event()
        self.answers.set()

    def register(self, sightings: Sequence[Sighting]) -> None:
        self._wait()
        super().register(sightings)

    def seal(self, sealed: SealedReading) -> bool:
        self._wait()
        return super().seal(sealed)

    def _wait(self) -> None:
        self.asked.set()
        assert self.answers.wait(20)

    def hang(self) -> None:
        self.asked.clear()
        self.answers.clear()


@pytest.fixture
def store(tmp_path: Path) -> SlowStore:
    return SlowStore(f"sqlite:///{tmp_path / 'journal.db'}")


@pytest.fixture
def desk(store: SlowStore) -> Desk:
    return Desk(Journal(store), TrackingRules(), WorkingDays(), OfficeClock(lambda: STARTED))


@pytest.fixture
def pages(store: SlowStore) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pages:
        yield pages
        store.answers.set()


def test_a_page_is_drawn_while_another_has_new_responses_registered(store, desk, pages):
    before = read(OLD)
    code = desk.cases(before).codes[0]
    desk.add([did(EventKind.TAKEN_UP, code, person="Công an xã")])
    store.hang()
    waiting = pages.submit(desk.cases, read(OLD, NEW))
    assert store.asked.wait(10)
    assert pages.submit(desk.persons).result(10) == ("Công an xã",)
    assert pages.submit(desk.measures).result(10) == {}
    assert pages.submit(desk.cases, before).result(10).codes == (code,)
    assert not waiting.done()
    store.answers.set()
    assert waiting.result(10).n == 2


def test_pages_that_register_the_same_responses_at_once_get_the_same_codes(store, desk, pages):
    store.hang()
    made = read(OLD, NEW)
    waiting = [pages.submit(desk.cases, made) for _ in range(6)]
    assert store.asked.wait(10)
    store.answers.set()
    assert len({page.result(10).codes for page in waiting}) == 1
    assert desk.journal.sightings.n == made.n


def test_a_page_looks_at_the_ledger_while_a_reading_is_sealed(store, desk, pages):
    desk.observe(read(OLD), STARTED)
    more = read(OLD, NEW)
    desk.register_codes(more)
    store.hang()
    sealing = pages.submit(desk.observe, more, STARTED + dt.timedelta(minutes=5))
    assert store.asked.wait(10)
    pages.submit(desk.evidence.ready).result(10)
    assert pages.submit(desk.evidence.readings).result(10)[0].number == 1
    store.answers.set()
    sealing.result(10)
    assert desk.evidence.readings()[0].number == 2


class SlowToRead(SlowStore):
    """A store that reads the ledger out only when it is let go on."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.reading, self.reads = threading.Event(), threading.Event()

    def sealed(self, after: int = 0) -> Sequence[SealedReading]:
        self.reading.set()
        assert self.reads.wait(20)
        return super().sealed(after)


def test_a_page_waits_for_the_ledger_to_be_read_and_not_for_the_first_seal(tmp_path, pages):
    store = SlowToRead(f"sqlite:///{tmp_path / 'slow.db'}")
    desk = Desk(Journal(store), TrackingRules(), WorkingDays(), OfficeClock(lambda: STARTED))
    desk.register_codes(made := read(OLD))
    store.hang()
    sealing = pages.submit(desk.observe, made, STARTED)
    try:
        assert store.reading.wait(10)
        page = pages.submit(desk.evidence.ready)
        store.reads.set()
        assert store.asked.wait(10)
        page.result(10)
        assert desk.evidence.readings() == []
    finally:
        store.reads.set()
        store.answers.set()
    sealing.result(10)
    assert [reading.number for reading in desk.evidence.readings()] == [1]
