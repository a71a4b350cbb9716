"""What every store of the journal promises, held against each of them."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.errors import ChangedMeanwhileError, JournalError
from lib.journal.journal_lines import Event, EventKind, Sighting, new_code, new_id
from lib.journal.journal_store import JournalStore
from lib.journal.sealed_reading import SealedReading
from lib.journal.sealed_tab import LONGEST_CELL, MOST_ROWS
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


def event(subject: str = "a", after: str = "", **more: object) -> Event:
    fields = {"kind": EventKind.CHANGED, "at": AT, "who": "canbo@xa.vn", "after": after, **more}
    return Event(new_id(), subject, **fields)  # type: ignore[arg-type]


def sighting(submitted: str = "2026-10-01T08:00:00", ordinal: int = 0) -> Sighting:
    return Sighting(new_code(), "sheet", submitted, ordinal, AT, "ab" * 16, "cd" * 32)


def sealed(
    number: int, contents: bytes = b"\0contents", lines: bytes = b"\xfflines"
) -> SealedReading:
    return SealedReading(number, AT, number, f"{number:064x}", lines, contents)


@pytest.fixture
def own(emulator: Emulator) -> Spreadsheet:
    """An empty spreadsheet of the office's own."""
    return emulator.create(("Trang tính1", []))


@pytest.fixture(params=["file", "memory", "postgres", "spreadsheet"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[JournalStore]:
    made: JournalStore
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


def test_what_was_kept_comes_back_as_it_was_in_the_order_kept(store: JournalStore) -> None:
    first = event(fields={"person": "Công chức Địa chính"}, texts={"note": "Đã gọi điện."})
    second = event("b")
    store.add([first, second])
    assert store.events() == ([first, second], 2)


def test_only_what_is_new_is_read_from_a_position_on(store: JournalStore) -> None:
    store.add([event()])
    _, at = store.events()
    new = event("b", texts={"done": "Đã sửa ghế."})
    store.add([new])
    assert list(store.events(at)[0]) == [new]


def test_the_same_event_added_twice_is_one_event(store: JournalStore) -> None:
    one = event()
    store.add([one])
    store.add([one])
    assert len(store.events()[0]) == 1


def test_who_has_not_seen_the_last_event_is_told_who_was_first_and_when_there(
    store: JournalStore,
) -> None:
    first = event(at=dt.datetime(2026, 11, 2, 18, 5, tzinfo=dt.UTC))
    store.add([first])
    with pytest.raises(ChangedMeanwhileError) as caught:
        store.add([event(after="", who="khac@xa.vn")])
    assert "canbo@xa.vn" in str(caught.value)
    assert "01:05 ngày 03/11/2026" in str(caught.value)
    assert len(store.events()[0]) == 1


def test_who_has_seen_the_last_event_may_add_several_that_follow_each_other(
    store: JournalStore,
) -> None:
    seen = event()
    store.add([seen])
    first = event(after=seen.id)
    store.add([first, event(after=first.id)])
    assert len(store.events()[0]) == 3


def test_both_are_kept_where_the_second_insists(store: JournalStore) -> None:
    store.add([event()])
    store.add([event(after="")], although_moved=True)
    assert len(store.events()[0]) == 2


def test_of_several_events_none_is_kept_if_one_may_not_be(store: JournalStore) -> None:
    store.add([event("a")])
    with pytest.raises(ChangedMeanwhileError):
        store.add([event("b"), event("a", after="")])
    assert [kept.subject for kept in store.events()[0]] == ["a"]


def test_an_identity_keeps_the_first_code_it_got(store: JournalStore) -> None:
    first, again = sighting(), sighting()
    store.register([first])
    store.register([again, sighting(ordinal=1)])
    assert store.sightings()[0][0].code == first.code
    assert len(store.sightings()[0]) == 2


def test_an_erased_text_is_gone_while_the_event_tells_that_there_was_one(
    store: JournalStore,
) -> None:
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


def test_readings_come_back_as_they_were_and_only_those_after_a_number(store: JournalStore) -> None:
    readings = [sealed(1), sealed(2, b""), sealed(3)]
    assert [store.seal(one) for one in readings] == [True] * 3
    assert store.sealed() == readings
    assert store.sealed(2) == readings[2:]
    assert store.sealed(3) == []


def test_of_two_readings_of_one_number_the_first_is_kept_and_the_second_told(
    store: JournalStore,
) -> None:
    store.sealed()
    assert store.seal(sealed(1))
    assert not store.seal(sealed(1, b"another"))
    assert store.sealed() == [sealed(1)]


def test_a_reading_larger_than_a_cell_and_than_a_request_is_kept_whole(store: JournalStore) -> None:
    large = bytes(range(256)) * (LONGEST_CELL * (MOST_ROWS + 2) // 256)
    store.seal(sealed(1, b"", large))
    store.seal(sealed(2, large, b""))
    assert store.sealed() == [sealed(1, b"", large), sealed(2, large, b"")]


def test_what_a_reading_held_is_written_again_while_its_lines_stay(store: JournalStore) -> None:
    for number in (1, 2):
        store.seal(sealed(number, b"x" * LONGEST_CELL))
    store.rewrite({1: b"less"})
    assert store.sealed() == [sealed(1, b"less"), sealed(2, b"x" * LONGEST_CELL)]


def test_what_a_reading_held_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    store = SqlStore.file(tmp_path / "journal.db")
    store.seal(sealed(1, b"bimatcuanguoidan"))
    store.rewrite({1: b"nothing"})
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"bimatcuanguoidan" not in written


def test_a_journal_from_before_there_was_a_ledger_gets_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    old = SqlStore.file(path)
    old.add([event()])
    old.close()
    with sqlite3.connect(path) as open_:
        for table in ("readings", "contents"):
            open_.execute(f"drop table {table}")
    new = SqlStore.file(path)
    assert new.seal(sealed(1))
    assert len(new.events()[0]) == 1


def test_a_spreadsheet_from_before_there_was_a_ledger_gets_its_tab(
    emulator: Emulator, own: Spreadsheet
) -> None:
    SpreadsheetStore(own.url, None, emulator.host).add([event()])
    own.delete_tab(own.tabs[-1].gid)
    new = SpreadsheetStore(own.url, None, emulator.host)
    assert new.seal(sealed(1))
    assert len(new.events()[0]) == 1


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


def test_threads_of_one_process_write_and_read_at_once(store: JournalStore) -> None:
    def act(at: int) -> None:
        for n in range(10):
            store.add([event(f"{at}-{n}")])
            store.events()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(act, range(4))) == [None] * 4
    kept, _ = store.events()
    assert sorted(one.subject for one in kept) == sorted(
        f"{a}-{n}" for a in range(4) for n in range(10)
    )


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


def test_two_who_seal_at_once_agree_on_one_sequence(shared: Callable[[], SqlStore]) -> None:
    stores = [shared() for _ in range(2)]
    stores[0].sealed()
    won = {0: 0, 1: 0}

    def write(at: int) -> None:
        while (known := stores[at].sealed()) is not None and len(known) < 20:
            won[at] += stores[at].seal(sealed(len(known) + 1, b"%d" % at))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(write, range(2))) == [None, None]
    kept = stores[0].sealed()
    assert [one.number for one in kept] == list(range(1, len(kept) + 1))
    assert {at: sum(one.contents == b"%d" % at for one in kept) for at in won} == won
    for one in stores:
        one.close()


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
