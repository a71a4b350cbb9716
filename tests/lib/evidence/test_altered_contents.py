"""Whoever rewrites what the store holds of a reading, as an erasure might have, is found out."""

import dataclasses
import datetime as dt
import gzip
import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from lib.evidence.contents_proof import reading_of_violation
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import LineKind
from lib.evidence.ledger_state import line_texts, pack_lines
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.reading_seal import tree_leaves
from lib.evidence.sealed_contents import SealedContents, pack_contents, unpack_contents
from lib.journal.sealed_reading import SealedReading
from lib.journal.sql_store import SqlStore
from tests.lib.evidence.sheets import FIRST, LEVELS, Office, row

Change = Callable[[SealedContents], SealedContents]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office with two readings in a file."""
    office = Office(SqlStore.file(tmp_path / "journal.db"), tmp_path / "ledger.json")
    office.look()
    office.rows.append(row(70, "thêm"))
    office.look()
    return office


def rewrite_by_hand(office: Office, folder: Path, change: Change, number: int = 1) -> None:
    """Stop the app, change what its file holds of a reading, and start it again."""
    office.store.close()
    with sqlite3.connect(folder / "journal.db") as open_:
        asked = "select packed from contents where reading = ?"
        [[packed]] = open_.execute(asked, (number,))
        changed = pack_contents(change(unpack_contents(packed)))
        open_.execute("update contents set packed = ? where reading = ?", (changed, number))
    office.store = SqlStore.file(folder / "journal.db")
    office.start()
    office.evidence.ready()


def found(office: Office) -> list[LineKind]:
    """Return what the next look finds; the one after it finds nothing more."""
    told = [one.what for one in office.look()]
    assert office.look() == []
    return told


def _status(contents: SealedContents, number: str, status: ColumnStatus) -> SealedContents:
    sheet = contents.sheets["sheet"]
    status_now = {**sheet.status, number: str(status)}
    return dataclasses.replace(
        contents, sheets={"sheet": dataclasses.replace(sheet, status=status_now)}
    )


HIDDEN_BY = {
    "answers blanked as an erasure leaves them": lambda held: held.without([2]),
    "answers let go as too old": lambda held: held.let_go([2]),
    "a column said to be the office's own": lambda held: _status(held, "c1", ColumnStatus.BESIDE),
    "a column said to name persons": lambda held: _status(held, "c2", ColumnStatus.HIDDEN),
    "a response put to another sheet": lambda held: dataclasses.replace(
        held, sources=["sheet", "sheet", "khac", *held.sources[3:]]
    ),
    "answers changed and said to be partly let go": lambda held: dataclasses.replace(
        held, said={**held.said, "c1": [LEVELS[0]] * len(held.nonces)}, partly=[*range(6)]
    ),
}


@pytest.mark.parametrize("change", HIDDEN_BY.values(), ids=HIDDEN_BY)
def test_contents_changed_by_hand_are_told_once(office, tmp_path, change):
    rewrite_by_hand(office, tmp_path, change)
    assert found(office) == [LineKind.BROKEN]


def test_when_a_finding_is_said_to_have_happened_is_not_changed_unseen(office, tmp_path):
    office.rows[1][2] = "sửa một lần"
    assert [one.since.year for one in office.look()] == [2026]
    moved = dt.datetime(2020, 1, 1, tzinfo=dt.UTC).isoformat()
    rewrite_by_hand(office, tmp_path, lambda held: dataclasses.replace(held, since=moved), 3)
    assert found(office) == [LineKind.BROKEN]
    [edited] = [one for one in office.evidence.findings() if one.what is LineKind.EDITED]
    assert edited.since.year == 2026


def test_contents_changed_a_second_time_are_told_again(office, tmp_path):
    rewrite_by_hand(office, tmp_path, lambda held: held.without([2]))
    assert found(office) == [LineKind.BROKEN]
    rewrite_by_hand(office, tmp_path, lambda held: held.without([3]))
    assert found(office) == [LineKind.BROKEN]


def test_a_column_said_to_be_the_offices_own_by_hand_is_compared_all_the_same(office, tmp_path):
    rewrite_by_hand(
        office, tmp_path, lambda held: _status(held, "c1", ColumnStatus.BESIDE), number=1
    )
    office.rows[0][1] = LEVELS[1]
    assert sorted(found(office)) == [LineKind.BROKEN, LineKind.EDITED]


def test_erasing_letting_go_and_forgetting_persons_are_no_finding(office):
    office.evidence.erase([office.code(2)])
    office.evidence.retain(FIRST.date() + dt.timedelta(days=1))
    office.start()
    office.evidence.ready()
    assert office.look() == []
    for at, line in enumerate(office.rows):
        line[2] = f"0912 345 6{at:02}"
    assert LineKind.BROKEN not in [one.what for one in office.look()]
    office.start()
    office.evidence.ready()
    assert office.look() == []


def test_an_erasure_that_was_cut_off_before_it_rewrote_is_no_finding(office):
    store = office.store
    left = {1: pack_contents(unpack_contents(store.sealed()[0].contents).without([2]))}

    class Unwriting:
        def __getattr__(self, name: str) -> object:
            return getattr(store, name) if name != "rewrite" else lambda packed: None

    office.journal.store = Unwriting()
    office.evidence._stored.rewrite(left)
    office.journal.store = store
    office.start()
    assert office.look() == []


def as_written_before(readings: Sequence[SealedReading]) -> Iterator[SealedReading]:
    """Yield the readings as a version wrote them that sealed no contents."""
    tree = MerkleTree()
    for sealed in readings:
        lines = [text for text in line_texts(sealed) if " contents " not in text]
        tree.grow(tree_leaves(lines, tree.size, sealed.number, sealed.read_at))
        yield dataclasses.replace(sealed, size=tree.size, root=tree.root, lines=pack_lines(lines))


def test_what_an_earlier_version_left_is_sealed_once_and_changes_since_are_told(office, tmp_path):
    older = [*as_written_before(office.store.sealed())]
    head = LedgerHead(older[-1].size, older[-1].root)
    office.store.close()
    (tmp_path / "ledger.json").unlink()
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        open_.execute("delete from readings")
        open_.execute("delete from contents")
    office.store = SqlStore.file(tmp_path / "journal.db")
    for sealed in older:
        assert office.store.seal(sealed)
    office.start()
    assert office.look() == []
    assert office.evidence.ledger.contents_since == office.clock.now
    assert office.evidence.ledger.holds(head)
    size = office.evidence.ledger.head.size
    office.start()
    assert office.look() == []
    assert office.evidence.ledger.head.size == size
    rewrite_by_hand(office, tmp_path, lambda held: held.without([2]))
    assert found(office) == [LineKind.BROKEN]


def test_of_a_column_that_names_persons_only_its_headers_digest_and_filled_cells_are_sealed():
    office = Office()
    office.headers.append("Họ và tên")
    names = ["Nguyễn Văn An", "", "Trần Thị Bình", "", "Lê Hòa", ""]
    office.rows = [[*line, name] for line, name in zip(office.rows, names, strict=True)]
    office.look()
    [sealed] = office.store.sealed()
    held = unpack_contents(sealed.contents)
    digest = hashlib.sha256("Họ và tên".encode()).hexdigest()[:32]
    assert held.persons == {"sheet": {digest: 3}}
    text = gzip.decompress(sealed.contents).decode()
    assert [name for name in names if name and name in text] == []
    office.rows.append([*row(70, "thêm"), "Phạm Dũng"])
    office.look()
    assert unpack_contents(office.store.sealed()[1].contents).persons == {"sheet": {digest: 4}}
    office.start()
    assert office.look() == []


@pytest.mark.parametrize(
    ("about", "number"),
    [
        ("contents-3", 3),
        ("contents-3-0a1b", 3),
        ("226-3f2a", None),
        ("contents-x-0a1b", None),
        ("contents-", None),
        ("contents-" + "9" * 5_000, None),
    ],
)
def test_a_line_that_a_hand_wrote_names_a_reading_or_none(about, number):
    assert reading_of_violation(about) == number
