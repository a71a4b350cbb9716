"""An event of the journal that is deleted, changed or moved by hand is told, once, and no other."""

import dataclasses
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from lib.evidence.incoming_reading import incoming_reading
from lib.evidence.journal_chain import JournalChain
from lib.evidence.journal_heads import JournalHeads
from lib.evidence.ledger_line import LineKind
from lib.evidence.reading_changes import reading_changes
from lib.followup.text_retention import erasure_event
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.spreadsheet_store import EVENTS_TAB, SpreadsheetStore
from lib.journal.sql_engine import journal_engine
from lib.journal.sql_store import SqlStore
from tests.emulator.server import Emulator
from tests.lib.evidence.sheets import START, Office, row


def done(subject: str, who: str = "canbo@xa.vn", note: str = "") -> Event:
    """Return that somebody did something about a case."""
    texts = {"note": note} if note else {}
    return Event(new_id(), subject, EventKind.CHANGED, START, who, fields={"a": "b"}, texts=texts)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office in a file, with three events sealed with a reading and two done since."""
    office = Office(SqlStore.file(tmp_path / "journal.db"), tmp_path / "ledger.json")
    office.look()
    office.journal.add([done("a"), done("b"), done("c", note="Đã gọi điện.")])
    office.rows.append(row(40, "phút 40"))
    office.look()
    office.journal.add([gone := done("d", note="Đã hẹn gặp.")])
    office.journal.erase([gone.id], erasure_event([gone.id], START))
    office.evidence.chain.look(office.evidence.ledger.journal, anew=True)
    return office


def written(tmp_path: Path, statement: str) -> None:
    """Change the file behind the app's back."""
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        assert open_.execute(statement).rowcount


def told(office: Office) -> list[str]:
    return [str(one.what) for one in office.evidence.findings()]


def restarted(office: Office, times: int = 2) -> list[str]:
    """Start the app anew so often, each time over the same sheet, and return all that was told."""
    for _ in range(times):
        office.store.close()
        office.start()
        office.look(after=60)
    return told(office)


BROKEN = {
    "an event is deleted": "delete from events where subject = 'b'",
    "one is deleted that no reading sealed": "delete from events where subject = 'd'",
    "all events are deleted": "delete from events",
    "another is said to have done it": "update events set who = 'khac@xa.vn' where subject = 'b'",
    "its time is changed": "update events set at = '2026-11-01T01:00:00+00:00' where subject = 'b'",
    "what it changed is changed": "update events set fields = '{\"a\": \"x\"}' where subject = 'b'",
    "its kind is changed": "update events set kind = 'closed' where subject = 'b'",
    "its kind is one that there is not": "update events set kind = 'x' where subject = 'b'",
    "it is about another case": "update events set subject = 'z' where subject = 'b'",
    "it follows another": "update events set after = 'z' where subject = 'b'",
    "words that were deleted never were": "update events set hashes = '{}' where subject = 'd'",
    "it is moved behind the others": "update events set seq = 99 where subject = 'b'",
    "it is unreadable": "update events set fields = '{' where subject = 'b'",
}


@pytest.mark.parametrize("statement", BROKEN.values(), ids=BROKEN)
def test_an_event_touched_by_hand_is_told_once_at_the_next_start(office, tmp_path, statement):
    written(tmp_path, statement)
    assert restarted(office) == ["journal_broken"]


@pytest.mark.parametrize("statement", BROKEN.values(), ids=BROKEN)
def test_an_event_touched_while_the_app_runs_is_told_once_with_the_next_reading(
    office, tmp_path, statement
):
    written(tmp_path, statement)
    office.rows.append(row(50, "phút 50"))
    assert [one.what for one in office.look()] == [LineKind.JOURNAL_BROKEN]
    assert office.look() == []
    assert restarted(office) == ["journal_broken"]


def test_nothing_is_told_of_a_journal_that_nobody_touched_and_of_a_lawful_erasure(office):
    head = office.evidence.chain.head
    office.evidence.retain(START.date())
    [noted] = [event.id for event in office.journal.events if event.subject == "c"]
    office.journal.erase([noted], dataclasses.replace(erasure_event([noted], START), id=new_id()))
    assert restarted(office) == []
    assert office.evidence.chain.head.size == head.size + 1


@pytest.mark.parametrize("column", ["text", "nonce"])
def test_words_put_in_the_place_of_those_that_were_noted_are_told_once(office, tmp_path, column):
    written(tmp_path, f"update texts set {column} = 'Đã xong.'")
    assert restarted(office) == ["journal_text"]
    [found] = office.evidence.findings()
    assert found.about in [event.leaf for event in office.journal.events if event.subject == "c"]


def test_words_put_there_with_a_hash_that_fits_break_the_chain(office, tmp_path):
    hashed = hashlib.sha256(b"0Xong").hexdigest()
    written(tmp_path, "update texts set nonce = '0', text = 'Xong'")
    hashes = json.dumps({"note": hashed})
    written(tmp_path, f"update events set hashes = '{hashes}' where subject = 'c'")
    assert restarted(office) == ["journal_broken"]


def test_what_was_done_up_to_a_reading_is_proved_by_the_ledger_though_the_disk_forgot(
    office, tmp_path
):
    written(tmp_path, "delete from events where subject = 'b'")
    office.heads.unlink()
    assert restarted(office) == ["journal_broken"]


def test_after_it_was_told_the_journal_holds_again_and_a_next_change_is_told(office, tmp_path):
    for n, subject in enumerate("bc", 1):
        written(tmp_path, f"delete from events where subject = '{subject}'")
        assert restarted(office) == ["journal_broken"] * n
        office.journal.add([done(f"e{n}")])


def test_a_journal_from_before_there_was_a_chain_is_sealed_as_it_stands(tmp_path):
    office = Office(SqlStore.file(tmp_path / "journal.db"))
    office.journal.add([done("a"), done("b")])
    office.look()
    [line] = office.evidence.ledger.journal.heads
    assert (line.size, line) == (2, office.evidence.chain.head)
    assert office.evidence.ledger.journal.since == office.clock.now
    assert office.evidence.findings() == []
    assert office.look() == []
    assert len(office.evidence.readings()) == 1


def test_a_ledger_that_holds_no_head_of_the_journal_gets_one_though_nothing_else_came(office):
    office.look()
    ledger, chain = office.evidence.ledger, office.evidence.chain
    made = incoming_reading(ledger.state, office.read(), office.codes(), {})
    assert reading_changes(ledger, made, office.clock.now, (), None, chain) is None
    ledger.journal = JournalHeads()  # as versions without a chain left it
    [line] = reading_changes(ledger, made, office.clock.now, (), None, chain)
    assert (line.what, line.about) == (LineKind.JOURNAL, (chain.head.whole,))


def test_what_another_process_noted_and_this_one_has_not_read_is_no_finding(office, tmp_path):
    other = Office(SqlStore.file(tmp_path / "journal.db"), office.heads)
    other.rows = [list(each) for each in office.rows]
    other.look()
    for one, another in ((other, office), (office, other)):
        one.journal.add([done(f"e{len(one.rows)}")])
        one.rows.append(row(60 + len(one.rows), "thêm"))
        one.look()
        another.rows = [list(each) for each in one.rows]
        assert another.look(after=10) == []


def test_of_two_servers_that_each_remember_a_head_one_tells_it(office, tmp_path):
    other = Office(SqlStore.file(tmp_path / "journal.db"), tmp_path / "other.json")
    other.rows = office.rows
    other.look()
    written(tmp_path, "delete from events where subject = 'b'")
    assert restarted(office) == ["journal_broken"]
    assert restarted(other) == ["journal_broken"]


def test_what_one_process_told_another_that_runs_beside_it_does_not_tell_again(office, tmp_path):
    other = Office(SqlStore.file(tmp_path / "journal.db"), office.heads)
    other.rows = office.rows
    other.look(after=60)
    written(tmp_path, "delete from events where subject = 'b'")
    office.rows.append(row(50, "phút 50"))
    assert [one.what for one in office.look(after=120)] == [LineKind.JOURNAL_BROKEN]
    other.look(after=180)
    assert told(other) == ["journal_broken"]


def test_a_change_while_nothing_comes_is_told_with_the_reading_of_now(office, tmp_path):
    office.look()
    made, read_at = office.read(), office.clock.now
    assert not office.evidence.awaits(read_at)
    written(tmp_path, "delete from events where subject = 'b'")
    office.evidence.chain.look(office.evidence.ledger.journal, anew=True)
    assert office.evidence.awaits(read_at)
    office.observe(made, read_at)
    assert told(office) == ["journal_broken"]
    assert not office.evidence.awaits(read_at)


def test_what_was_done_since_the_last_reading_is_missed_at_the_next_start(office, tmp_path):
    office.journal.add([done("e")])
    office.evidence.hold_journal()
    written(tmp_path, "delete from events where subject = 'e'")
    assert restarted(office) == ["journal_broken"]


def test_what_was_done_just_now_and_noted_nowhere_is_missed_while_the_app_runs(office, tmp_path):
    office.journal.add([done("e")])
    written(tmp_path, "delete from events where subject = 'e'")
    assert [one.what for one in (*office.look(), *office.look())] == [LineKind.JOURNAL_BROKEN]


def test_while_somebody_looks_at_a_page_the_journal_is_read_anew_after_a_while(office, tmp_path):
    passed = [0.0]
    chain = JournalChain(office.journal, office.evidence.remembered, lambda: passed[0])
    heads = office.evidence.ledger.journal
    chain.look(heads, anew=True)
    written(tmp_path, "delete from events where subject = 'b'")
    for seconds, watched, found in ((1, True, False), (60, False, False), (60, True, True)):
        passed[0], office.journal.watched = seconds, lambda watched=watched: watched
        chain.look_if_due(heads)
        assert chain.found == found


@pytest.fixture
def online(emulator: Emulator) -> Iterator[Office]:
    """An office whose journal is a spreadsheet, `sheet`, with three events sealed."""
    own = emulator.create(("Trang tính1", []))
    stores = [SpreadsheetStore(own.url, None, emulator.host) for _ in range(2)]
    office = Office(stores[0])
    office.sheet, office.opened_anew = own, stores[1]
    office.journal.add([done("a"), done("b"), done("c", note="Đã gọi điện.")])
    office.look()
    yield office
    for store in stores:
        store.close()


TOUCHED = {
    "a row is deleted": lambda sheet: sheet.delete_row(3, gid=EVENTS_TAB.gid),
    "the last row is deleted": lambda sheet: sheet.delete_row(4, gid=EVENTS_TAB.gid),
    "a cell is changed": lambda sheet: sheet.edit("E3", "khac@xa.vn", gid=EVENTS_TAB.gid),
    "rows are sorted": lambda sheet: sheet.sort("C", descending=True, gid=EVENTS_TAB.gid),
}


@pytest.mark.parametrize("running", [True, False], ids=["running", "off"])
@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_a_row_of_the_spreadsheet_touched_by_hand_is_told_once(online, touch, running):
    touch(online.sheet)
    if not running:
        online.store = online.opened_anew
        online.start()
    online.rows.append(row(50, "phút 50"))
    assert [one.what for one in online.look()] == [LineKind.JOURNAL_BROKEN]
    assert online.look() == []


def test_a_note_typed_below_the_spreadsheets_rows_is_no_finding(online):
    online.sheet.type_below("", "ghi chú", gid=EVENTS_TAB.gid)
    online.rows.append(row(50, "phút 50"))
    assert online.look() == []


def test_an_event_deleted_in_a_postgresql_database_is_told_once(database):
    office = Office(SqlStore(url := database()))
    office.journal.add([done("a"), done("b")])
    office.look()
    engine = journal_engine(url)
    with engine.begin() as open_:
        open_.execute(sa.text("delete from events where subject = 'a'"))
    engine.dispose()
    office.rows.append(row(50, "phút 50"))
    assert [one.what for one in office.look()] == [LineKind.JOURNAL_BROKEN]
    assert office.look() == []
    office.store.close()
