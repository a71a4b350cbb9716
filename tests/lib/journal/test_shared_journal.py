"""The process's one copy of the journal, over a real SQLite file that others write too."""

import threading
from pathlib import Path
from queue import Queue

import pytest

from lib.errors import ChangedMeanwhileError
from lib.journal.journal_lines import EventKind
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from tests.lib.journal.test_stores import event, sighting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def test_what_another_process_added_is_known_after_a_look(path: Path) -> None:
    here, there = Journal(SqlStore.file(path)), Journal(SqlStore.file(path))
    here.take_in()
    there.add([one := event()])
    here.take_in()
    assert here.events == [one]


def test_who_comes_too_late_knows_what_happened_meanwhile(path: Path) -> None:
    here, there = Journal(SqlStore.file(path)), Journal(SqlStore.file(path))
    there.add([one := event()])
    with pytest.raises(ChangedMeanwhileError):
        here.add([event(after="")])
    assert here.events == [one]


def test_screens_are_told_once_there_is_something_new(path: Path) -> None:
    journal, told = Journal(SqlStore.file(path)), []
    off = journal.listen(told.append)
    journal.add([event()])
    journal.take_in()
    off()
    journal.add([event("b")])
    assert told == [1]


def test_what_somebody_takes_along_draws_no_page_anew(path: Path) -> None:
    journal, told = Journal(SqlStore.file(path)), []
    journal.listen(told.append)
    journal.add([taken := event("", kind=EventKind.EXPORTED)])
    assert (journal.events, told) == ([taken], [])


def test_a_text_erased_by_another_process_is_gone_here_too(path: Path) -> None:
    here, there = Journal(SqlStore.file(path)), Journal(SqlStore.file(path))
    there.add([said := event(texts={"note": "0912 345 678"})])
    here.take_in()
    there.erase([said.id], event("", kind=EventKind.ERASED))
    here.take_in()
    assert here.events[0].texts == {"note": None}
    assert here.generation == 1


def test_sightings_of_all_processes_are_one_list(path: Path) -> None:
    here, there = Journal(SqlStore.file(path)), Journal(SqlStore.file(path))
    there.register([first := sighting()])
    here.register([sighting(), second := sighting(ordinal=1)])
    assert [here.sightings.code(at) for at in range(2)] == [first.code, second.code]


def test_who_opens_a_page_after_a_quiet_time_is_told_within_five_seconds(path: Path) -> None:
    here, there, told = Journal(SqlStore.file(path)), Journal(SqlStore.file(path)), Queue()
    somebody, looked = threading.Event(), threading.Event()
    here.watched = somebody.is_set
    here.chores.append(looked.set)
    here.listen(told.put)
    here.start()
    assert looked.wait(20)
    somebody.set()
    there.add([event()])
    assert told.get(timeout=5) == 1
    here.stop()


def test_a_store_that_does_not_answer_is_told_and_what_was_known_stays() -> None:
    journal, told = Journal(SqlStore("postgresql://office:x@127.0.0.1:1/khaosat")), Queue()
    journal.listen(told.put)
    journal.start()
    assert told.get(timeout=20) == 1
    journal.stop()
    assert "127.0.0.1/khaosat" in str(journal.trouble)


class Watched(SqlStore):
    """A store that knows whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True
        super().close()


def test_a_store_that_a_slow_chore_still_uses_is_not_closed_under_it(path: Path) -> None:
    store = Watched(f"sqlite:///{path}")
    journal, begun, go, done = Journal(store), *(threading.Event() for _ in range(3))

    def chore() -> None:
        begun.set()
        go.wait()
        journal.store.events(0)
        done.set()

    journal.chores.append(chore)
    journal.start()
    begun.wait()
    journal.stop(seconds=0)
    go.set()
    assert done.wait(20)
    assert not store.closed


def test_an_erasure_is_heard_though_it_is_the_first_event(path: Path) -> None:
    here, there = Journal(SqlStore.file(path)), Journal(SqlStore.file(path))
    here.take_in()
    there.erase([], event("", kind=EventKind.ERASED))
    here.take_in()
    assert here.generation == 1
