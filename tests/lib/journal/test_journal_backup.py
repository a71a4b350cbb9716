"""Every way that the documents recommend to back up the journal and to get it back."""

import copy
import datetime as dt
import functools
import os
import shutil
import sqlite3
import subprocess
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.errors import BackupError
from lib.journal.journal_backup import JOURNAL_FILE, copy_journal, restore_journal
from lib.journal.journal_lines import Event, new_code, new_id
from lib.journal.journal_store import JournalStore
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from tests.emulator.server import Emulator
from tests.lib.journal.test_stores import event, sighting
from tests.postgres import server
from tests.running import wait_for

NOW = dt.datetime(2026, 11, 24, 15, 30)
LATER = dt.datetime(2026, 11, 24, 16, 0)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "data" / JOURNAL_FILE


def add(journal: Path, *events: Event) -> None:
    """Add the events as an app does that is stopped afterwards."""
    store = SqlStore.file(journal)
    store.add(events)
    store.close()


def more_than(confirmed: list[str], n: int) -> bool:
    return len(confirmed) > n


def read(store: JournalStore) -> list[Event]:
    events = list(store.events()[0])
    store.close()
    return events


def test_a_copy_taken_while_people_write_holds_what_was_confirmed_and_each_action_whole(
    journal: Path, tmp_path: Path
) -> None:
    stores, confirmed = [SqlStore.file(journal) for _ in range(3)], list[str]()
    enough = threading.Event()
    stores[0].events()

    def write(store: SqlStore) -> None:
        while not enough.is_set():
            together = new_id()
            both = [event(new_code(), fields={"together": together}) for _ in range(2)]
            store.add(both)
            confirmed.extend(one.id for one in both)

    with ThreadPoolExecutor(3) as pool:
        writers, copies = [pool.submit(write, store) for store in stores], []
        for minute in range(5):
            wait_for(functools.partial(more_than, confirmed, len(confirmed)), "the next action")
            before = set(confirmed)
            taken = copy_journal(journal, tmp_path, NOW + dt.timedelta(minutes=minute))
            copies.append((before, read(SqlStore.file(taken))))
        enough.set()
        assert [writer.result() for writer in writers] == [None] * 3
    for before, events in copies:
        assert before <= {one.id for one in events}
        assert set(Counter(one.fields["together"] for one in events).values()) == {2}
    for store in stores:
        store.close()


def test_what_was_copied_is_there_again_and_the_work_goes_on(journal: Path, tmp_path: Path) -> None:
    first, second, third = (event(at, texts={"note": f"Đã gọi {at}."}) for at in "abc")
    add(journal, first)
    taken = copy_journal(journal, tmp_path, NOW)
    add(journal, second)
    restore_journal(taken, journal, LATER)
    add(journal, third)
    assert read(SqlStore.file(journal)) == [first, third]


def test_what_stood_there_before_is_kept_and_can_be_put_back(journal: Path, tmp_path: Path) -> None:
    first, second = event("a"), event("b")
    add(journal, first)
    taken = copy_journal(journal, tmp_path, NOW)
    add(journal, second)
    before = restore_journal(taken, journal, NOW)
    assert before is not None
    restore_journal(before, journal, LATER)
    assert read(SqlStore.file(journal)) == [first, second]


@pytest.fixture
def killed(journal: Path, tmp_path: Path) -> tuple[Path, list[Event]]:
    """Leave a journal as a power cut does; return a copy of its first event, and both."""
    events = [event("a"), event("b")]
    app = SqlStore.file(tmp_path / "app" / JOURNAL_FILE)
    app.add(events[:1])
    taken = copy_journal(tmp_path / "app" / JOURNAL_FILE, tmp_path, NOW)
    app.add(events[1:])
    shutil.copytree(tmp_path / "app", journal.parent)
    app.close()
    assert journal.with_name(f"{JOURNAL_FILE}-wal").exists()
    return taken, events


def test_what_a_killed_app_left_beside_the_file_does_not_get_into_the_copy(
    journal: Path, killed: tuple[Path, list[Event]]
) -> None:
    taken, events = killed
    before = restore_journal(taken, journal, LATER)
    assert read(SqlStore.file(journal)) == events[:1]
    assert before is not None
    assert read(SqlStore.file(before)) == events


def test_a_damaged_journal_can_be_replaced(journal: Path, killed: tuple[Path, list[Event]]) -> None:
    taken, events = killed
    journal.write_bytes(b"?" * 4096 + journal.read_bytes()[4096:])
    restore_journal(taken, journal, LATER)
    assert read(SqlStore.file(journal)) == events[:1]


def test_a_lost_disk_is_no_loss_where_a_copy_lies_elsewhere(journal: Path, tmp_path: Path) -> None:
    first = event("a")
    add(journal, first)
    taken = copy_journal(journal, tmp_path, NOW)
    shutil.rmtree(journal.parent)
    assert restore_journal(taken, journal, LATER) is None
    assert read(SqlStore.file(journal)) == [first]


def test_nothing_is_put_back_while_the_app_runs(journal: Path, tmp_path: Path) -> None:
    app = SqlStore.file(journal)
    app.add([first := event("a")])
    taken = copy_journal(journal, tmp_path, NOW)
    app.add([second := event("b")])
    with pytest.raises(BackupError, match="đang chạy"):
        restore_journal(taken, journal, LATER)
    app.add([third := event("c")])
    assert read(app) == [first, second, third]


@pytest.mark.parametrize("what", ["nothing", "words", "another database", "half", "a newer one"])
def test_what_is_no_whole_journal_is_not_put_in_its_place(
    journal: Path, tmp_path: Path, what: str
) -> None:
    add(journal, first := event("a"))
    wrong = tmp_path / "wrong.db"
    if what == "words":
        wrong.write_text("Sổ diễn biến " * 1000, encoding="utf-8")
    elif what == "another database":
        with sqlite3.connect(wrong) as open_:
            open_.execute("create table about (schema)")
    elif what != "nothing":
        shutil.copy(copy_journal(journal, tmp_path, NOW), wrong)
    if what == "half":
        wrong.write_bytes(wrong.read_bytes()[:-8192])
    elif what == "a newer one":
        with sqlite3.connect(wrong) as open_:
            open_.execute("update about set schema = 99")
    with pytest.raises(BackupError, match=r"wrong\.db"):
        restore_journal(wrong, journal, LATER)
    assert read(SqlStore.file(journal)) == [first]


def test_a_copy_is_never_written_over_another(journal: Path, tmp_path: Path) -> None:
    add(journal, event("a"))
    taken = copy_journal(journal, tmp_path, NOW)
    content = taken.read_bytes()
    add(journal, event("b"))
    with pytest.raises(BackupError, match=taken.name):
        copy_journal(journal, tmp_path, NOW)
    assert taken.read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the user's folder")
def test_only_its_owner_can_read_a_copy(journal: Path, tmp_path: Path) -> None:
    add(journal, event("a"))
    assert copy_journal(journal, tmp_path, NOW).stat().st_mode & 0o077 == 0


def test_a_database_dumped_while_people_write_is_a_whole_journal_elsewhere(
    database: Callable[[], str], tmp_path: Path
) -> None:
    here, there, dump = database(), database(), tmp_path / "ban-sao.sql"
    store = SqlStore(here)
    store.add([first := event("a", texts={"note": "Đã gọi."})])
    store.register([code := sighting()])
    programs = server.programs()
    assert programs is not None
    subprocess.run([programs / "pg_dump", "-f", dump, here], check=True, timeout=60)
    store.add([event("b")])
    store.close()
    told = [programs / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", dump, there]
    subprocess.run(told, check=True, timeout=60, stdout=subprocess.DEVNULL)
    again = SqlStore(there)
    again.add([second := event("c")])
    assert again.sightings()[0] == [code]
    assert read(again) == [first, second]


def test_a_copy_of_the_spreadsheet_is_a_whole_journal(emulator: Emulator) -> None:
    own = emulator.create(("Trang tính1", []))
    store = SpreadsheetStore(own.url, None, emulator.host)
    store.add([first := event("a", texts={"note": "Đã gọi."})])
    store.register([code := sighting()])
    made = emulator.create()
    made.tabs = copy.deepcopy(own.tabs)  # a copy's tabs bear the same numbers
    store.add([event("b")])
    again = SpreadsheetStore(made.url, None, emulator.host)
    again.add([second := event("c")])
    assert again.sightings()[0] == [code]
    assert read(again) == [first, second]
    store.close()
