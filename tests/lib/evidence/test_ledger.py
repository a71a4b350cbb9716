"""Whoever alters the ledger itself is found out, or does no harm."""

import datetime as dt
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.errors import JournalError, LinkError
from lib.evidence.ledger_line import LineKind
from lib.evidence.sealed_contents import SealedContents, pack_contents, unpack_contents
from lib.evidence.stored_ledger import SMALL_LEDGER
from lib.journal.sealed_reading import SealedReading
from lib.journal.sql_store import SqlStore
from tests.lib.evidence.sheets import FIRST, LEVELS, Office, row, told

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with three readings in a file."""
    office = Office(SqlStore.file(tmp_path / "journal.db"), tmp_path / "ledger.json")
    office.look()
    for minute in (40, 50):
        office.rows.append(row(minute, f"phút {minute}"))
        office.look()
    return office


def by_hand(office: Office, tmp_path: Path, change: Change) -> list[tuple[str, str]]:
    """Stop the app, change its file by hand, and return what the next two starts find."""
    office.store.close()
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        change(open_)
    office.store = SqlStore.file(tmp_path / "journal.db")
    for _ in range(2):
        office.start()
        office.clock.now += dt.timedelta(minutes=1)
        office.observe(office.read())
    return [(str(one.what), one.about) for one in office.evidence.findings()]


def lines(change: Callable[[list[bytes]], list[bytes]], number: int = 1) -> Change:
    """Return what changes the lines of one reading."""

    def by_hand(open_: sqlite3.Connection) -> None:
        asked = "select lines from readings where number = ?"
        [[packed]] = open_.execute(asked, (number,))
        changed = zlib.compress(b"\n".join(change(zlib.decompress(packed).split(b"\n"))))
        open_.execute("update readings set lines = ? where number = ?", (changed, number))

    return by_hand


CHANGED = {
    "a line changed": lines(lambda all_: [all_[0][:-1] + b"x", *all_[1:]]),
    "a line dropped": lines(lambda all_: all_[1:]),
    "a line added": lines(lambda all_: [*all_, all_[-1].replace(b"seen", b"late")]),
    "lines swapped": lines(lambda all_: all_[::-1]),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_a_line_touched_by_hand_is_told_once_and_names_the_head_that_it_breaks(
    office, tmp_path, change
):
    head = str(office.evidence.readings()[-1].head)
    assert ("broken", head) in by_hand(office, tmp_path, change)
    assert len([1 for what, _ in by_hand(office, tmp_path, lambda _: 0) if what == "broken"]) == 1


def test_a_reading_dropped_is_told(office, tmp_path):
    head = str(office.evidence.readings()[-3].head)
    found = by_hand(
        office, tmp_path, lambda open_: open_.execute("delete from readings where number = 2")
    )
    assert ("broken", head) in found


def test_a_ledger_replaced_by_an_older_copy_is_told(office, tmp_path):
    head = str(office.evidence.ledger.head)
    found = by_hand(
        office, tmp_path, lambda open_: open_.execute("delete from readings where number = 3")
    )
    assert ("broken", head) in found


def test_a_ledger_begun_anew_is_told(office, tmp_path):
    head = str(office.evidence.ledger.head)
    found = by_hand(office, tmp_path, lambda open_: open_.execute("delete from readings"))
    assert found == [("broken", head)]


WHILE_IT_RUNS = {
    **CHANGED,
    "an older copy": lambda open_: open_.execute("delete from readings where number = 3"),
}


@pytest.mark.parametrize("change", WHILE_IT_RUNS.values(), ids=WHILE_IT_RUNS)
def test_a_ledger_touched_while_the_app_runs_is_told_once_at_the_next_reading(
    office, tmp_path, change
):
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        change(open_)
    assert LineKind.BROKEN in [one.what for one in office.look()]
    assert office.look() == []


def test_a_long_ledger_touched_while_the_app_runs_is_told_after_the_look_of_the_day(
    office, tmp_path
):
    office.rows += [row(at) for at in range(60, 60 + SMALL_LEDGER)]
    office.look()
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        CHANGED["a line changed"](open_)
    office.evidence.retain(FIRST.date())
    assert LineKind.BROKEN in [one.what for one in office.look()]


def test_nothing_is_told_of_a_ledger_that_nobody_touched(office, tmp_path):
    assert by_hand(office, tmp_path, lambda open_: open_.execute("vacuum")) == []


def test_answers_written_into_the_store_are_told_and_shown_to_nobody(office, tmp_path):
    def falsify(open_: sqlite3.Connection) -> None:
        [[packed]] = open_.execute("select packed from contents where reading = 1")
        held = unpack_contents(packed)
        said = {**held.said, "c1": [LEVELS[0]] * len(held.nonces)}
        false = SealedContents(held.nonces, held.sources, held.times, said, held.sheets)
        open_.execute("update contents set packed = ? where reading = 1", (pack_contents(false),))

    [(what, about)] = by_hand(office, tmp_path, falsify)
    assert (what, about[:11]) == ("broken", "contents-1-")
    with pytest.raises(LinkError):
        office.evidence.tables_at(1)


def test_a_clock_set_back_is_told_and_hides_no_edit(office):
    office.clock.now -= dt.timedelta(days=30)
    office.rows[2][1] = LEVELS[0]
    assert told(office.look()) == [("edited", office.code(2), ("c1",)), ("clock", "", ())][::-1]
    office.rows[3][2] = "sửa tiếp"
    assert [one.what for one in office.look()] == [LineKind.EDITED]


def test_an_older_reading_of_another_process_is_no_alteration(office):
    old, read_at = office.read(), office.clock.now
    office.rows.append(row(70, "mới"))
    office.look()
    office.start()
    office.observe(old, read_at)
    assert office.evidence.findings() == []


def test_a_head_of_a_disk_that_refuses_is_checked_by_what_it_still_holds(office, tmp_path):
    (tmp_path / "ledger.json.new").mkdir()
    office.rows.append(row(80, "thêm"))
    assert office.look() == []
    office.start()
    assert office.look() == []


class Broken:
    """A store that does not answer, until it is repaired."""

    def __init__(self, store: SqlStore) -> None:
        self.store, self.broken = store, False

    def __getattr__(self, name: str) -> object:
        if self.broken and name in ("seal", "sealed"):
            raise JournalError(title="x")
        return getattr(self.store, name)


def test_a_store_that_does_not_answer_is_told_and_caught_up(office):
    office.store = office.journal.store = store = Broken(office.store)
    office.rows[2][1], store.broken = LEVELS[0], True
    assert office.look() == []
    assert office.evidence.trouble
    store.broken = False
    assert [one.what for one in office.look()] == [LineKind.EDITED]
    assert office.evidence.trouble is None


def test_a_reading_that_was_kept_though_it_was_not_confirmed_is_kept_once(office):
    class Unconfirmed(Broken):
        def seal(self, sealed: SealedReading) -> bool:
            self.store.seal(sealed)
            raise JournalError(title="x")

    store = office.store
    office.journal.store = Unconfirmed(store)
    office.rows[2][1] = LEVELS[0]
    office.look()
    assert office.evidence.trouble
    office.journal.store = store
    office.look()
    assert [one.what for one in office.evidence.findings()] == [LineKind.EDITED]


def test_two_processes_agree_on_one_ledger(office):
    other = Office(office.store)
    other.numbers, other.clock = office.numbers, office.clock
    for at in range(4):
        office.rows.append(row(90 + at, f"lần {at}"))
        office.rows[at][2] = f"sửa {at}"
        other.rows = office.rows
        made = office.read()
        office.clock.now += dt.timedelta(seconds=5)
        for one in (office, other)[:: 1 if at % 2 else -1]:
            one.journal.take_in()
            one.observe(made)
    assert office.evidence.ledger.head == other.evidence.ledger.head
    assert len(office.evidence.findings()) == len(other.evidence.findings()) == 4
