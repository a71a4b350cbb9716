"""What every store of the journal promises, held against each of them."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.errors import ChangedMeanwhileError, JournalError
from lib.journal.event import Event, Kind, Sighting, new_code, new_id
from lib.journal.spreadsheet import SpreadsheetStore
from lib.journal.sql import SqlStore
from lib.journal.store import Store
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


def event(subject: str = "a", after: str = "", **more: object) -> Event:
    fields = {"kind": Kind.CHANGED, "at": AT, "who": "canbo@xa.vn", "after": after, **more}
    return Event(new_id(), subject, **fields)  # type: ignore[arg-type]


def sighting(submitted: str = "2026-10-01T08:00:00", ordinal: int = 0) -> Sighting:
    return Sighting(new_code(), "sheet", submitted, ordinal, AT, "ab" * 16, "cd" * 32)


@pytest.fixture
def own(emulator: Emulator) -> Spreadsheet:
    """An empty spreadsheet of the office's own."""
    return emulator.create(("Trang tính1", []))


@pytest.fixture(params=["file", "memory", "postgres", "spreadsheet"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store
    if request.param == "memory":
        made = SqlStore.memory()
    elif request.param == "file":
        made = SqlStore.file(tmp_path / "own" / "journal.db")
    elif request.param == "postgres":
        made = SqlStore(request.getfixturevalue("database")())
    else:
        emulator, own = (request.getfixturevalue(name) for name in ("emulator", "own"))
        made = SpreadsheetStore(own.url, None, emulator.host)
    yield made
    made.close()


def test_what_was_kept_comes_back_as_it_was_in_the_order_kept(store: Store) -> None:
    first = event(fields={"person": "Công chức Địa chính"}, texts={"note": "Đã gọi điện."})
    second = event("b")
    store.add([first, second])
    assert store.events() == ([first, second], 2)


def test_only_what_is_new_is_read_from_a_position_on(store: Store) -> None:
    store.add([event()])
    _, at = store.events()
    new = event("b", texts={"done": "Đã sửa ghế."})
    store.add([new])
    assert list(store.events(at)[0]) == [new]


def test_the_same_event_added_twice_is_one_event(store: Store) -> None:
    one = event()
    store.add([one])
    store.add([one])
    assert len(store.events()[0]) == 1


def test_who_has_not_seen_the_last_event_is_told_who_was_first_and_nothing_is_kept(
    store: Store,
) -> None:
    first = event()
    store.add([first])
    with pytest.raises(ChangedMeanwhileError) as caught:
        store.add([event(after="")])
    assert "canbo@xa.vn" in str(caught.value)
    assert len(store.events()[0]) == 1


def test_both_are_kept_where_the_second_insists(store: Store) -> None:
    store.add([event()])
    store.add([event(after="")], although_moved=True)
    assert len(store.events()[0]) == 2


def test_of_several_events_none_is_kept_if_one_may_not_be(store: Store) -> None:
    store.add([event("a")])
    with pytest.raises(ChangedMeanwhileError):
        store.add([event("b"), event("a", after="")])
    assert [kept.subject for kept in store.events()[0]] == ["a"]


def test_an_identity_keeps_the_first_code_it_got(store: Store) -> None:
    first, again = sighting(), sighting()
    store.register([first])
    store.register([again, sighting(ordinal=1)])
    assert store.sightings()[0][0].code == first.code
    assert len(store.sightings()[0]) == 2


def test_an_erased_text_is_gone_while_the_event_tells_that_there_was_one(store: Store) -> None:
    said = event(texts={"note": "Số của chị là 0912 345 678."})
    store.add([said])
    store.erase([said.id])
    (kept,) = store.events()[0]
    assert kept.texts == {"note": None}


def test_an_erased_text_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    store = SqlStore.file(tmp_path / "journal.db")
    said = event(texts={"note": "bimatcuanguoidan"})
    store.add([said])
    store.erase([said.id])
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"bimatcuanguoidan" not in written
    assert said.id.encode() in written


def test_a_store_that_cannot_be_opened_says_so_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    with pytest.raises(JournalError, match=r"journal\.db"):
        SqlStore.file(tmp_path / "journal.db").add([event()])


def test_a_database_that_does_not_answer_is_named_without_its_password() -> None:
    store = SqlStore("postgresql://office:mat-khau@127.0.0.1:1/khaosat")
    with pytest.raises(JournalError) as caught:
        store.events()
    assert "127.0.0.1/khaosat" in str(caught.value)
    assert "mat-khau" not in str(caught.value)


@pytest.fixture(params=["file", "postgres"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], SqlStore]:
    """Open the same store again and again, as several processes do."""
    if request.param == "file":
        return lambda: SqlStore.file(tmp_path / "journal.db")
    url = request.getfixturevalue("database")()
    return lambda: SqlStore(url)


def test_a_reader_beside_many_writers_skips_no_event(shared: Callable[[], SqlStore]) -> None:
    stores = [shared() for _ in range(4)]
    stores[0].events()

    def write(at: int) -> None:
        for n in range(25):
            stores[at].add([event(f"{at}-{n}")])

    seen, position = [], 0
    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(write, at) for at in range(1, 4)]
        while len(seen) < 75 and not any(w.done() and w.exception() for w in writers):
            new, position = stores[0].events(position)
            seen += [one.subject for one in new]
        assert [writer.result() for writer in writers] == [None] * 3
    assert sorted(seen) == sorted(f"{at}-{n}" for at in range(1, 4) for n in range(25))
    for one in stores:
        one.close()


def test_of_two_who_act_at_once_one_is_told(shared: Callable[[], SqlStore]) -> None:
    first, second = shared(), shared()
    first.events()
    with ThreadPoolExecutor(2) as pool:
        tried = [pool.submit(one.add, [event()]) for one in (first, second)]
    failed = [done.exception() for done in tried if done.exception()]
    assert [type(error) for error in failed] == [ChangedMeanwhileError]
    assert len(first.events()[0]) == 1
    first.close()
    second.close()


def test_a_wrong_password_is_a_sentence_without_it(postgres: str) -> None:
    url = f"{postgres}/postgres".replace("mat-khau", "khac-hoan-toan")
    with pytest.raises(JournalError) as caught:
        SqlStore(url).events()
    assert "khac-hoan-toan" not in str(caught.value)


def test_a_database_is_not_spoken_to_unencrypted_where_that_was_asked_for(postgres: str) -> None:
    with pytest.raises(JournalError):
        SqlStore(f"{postgres}/postgres?sslmode=require").events()
    plain = SqlStore(f"{postgres}/postgres?sslmode=disable")
    assert plain.events() == ((), 0)
    plain.close()


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    SqlStore.file(path).events()
    with sqlite3.connect(path) as open_:
        open_.execute("update about set schema = 99")
    with pytest.raises(JournalError):
        SqlStore.file(path).events()
