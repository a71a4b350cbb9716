"""What a newer version wrote is left alone, of what an older one wrote a copy is kept once."""

import dataclasses
import datetime as dt
import gzip
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.errors import SurveyError
from lib.evidence.ledger_head import LedgerHead, load_head, save_head
from lib.format_versions import NewerFileError, NewerJournalError
from lib.journal.spreadsheet_store import FORMAT_TAB, SpreadsheetStore
from lib.journal.sql_store import SqlStore
from lib.sources.reading_file import SourceReading, pack_reading, save_packed_copy
from lib.survey.history.question_ids import QuestionIds
from lib.survey.history.question_ids_file import load_question_ids, save_question_ids
from tests.emulator.server import Emulator
from tests.lib.journal.test_stores import event

OLD = Path(__file__).parents[1] / "old" / "0.2.0" / "data"
HEAD = LedgerHead(226, "3f2a" * 16)
WRITTEN: dict[str, Callable[[Path], object]] = {
    "ledger.json": lambda path: save_head(path, HEAD),
    "questions.json": lambda path: save_question_ids(QuestionIds(), path),
    "journal.db": lambda path: added(path),
}
READ: dict[str, Callable[[Path], object]] = {
    "ledger.json": load_head,
    "questions.json": load_question_ids,
    "journal.db": lambda path: SqlStore.file(path).events(),
}


def added(path: Path) -> None:
    store = SqlStore.file(path)
    store.add([event()], although_moved=True)
    store.close()


def contents(path: Path) -> object:
    """Return what a file holds, whatever the database did to its bytes."""
    if path.suffix != ".db":
        return path.read_bytes()
    with sqlite3.connect(path) as open_:
        return [*open_.iterdump()]


@pytest.mark.parametrize("name", WRITTEN)
def test_before_it_is_written_anew_an_older_file_is_copied_beside_once(tmp_path, name):
    path = Path(shutil.copy(OLD / name, tmp_path))
    before = contents(path)
    WRITTEN[name](path)
    [copy] = tmp_path.glob(f"{path.stem}-format-1-????-??-??{path.suffix}")
    assert contents(copy) == before
    assert contents(path) != before
    WRITTEN[name](path)
    assert [*tmp_path.glob("*-format-*")] == [copy]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_of_this_version_is_not_copied(tmp_path, name):
    path = tmp_path / name
    WRITTEN[name](path)
    READ[name](path)
    WRITTEN[name](path)
    assert not [*tmp_path.glob("*-format-*")]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_of_a_newer_version_is_named_and_left_as_it_is(tmp_path, name):
    path = tmp_path / name
    WRITTEN[name](path)
    if path.suffix == ".db":
        with sqlite3.connect(path) as open_:
            open_.execute("update about set schema = 99")
    else:
        kept = json.loads(path.read_bytes())
        path.write_text(json.dumps({**kept, "layout": 99}), encoding="utf-8")
    before = contents(path)
    for step in (READ[name], WRITTEN[name]):
        with pytest.raises((NewerJournalError, NewerFileError)) as caught:
            step(path)
        assert name in str(caught.value)
        assert "phiên bản mới hơn" in str(caught.value)
    assert contents(path) == before
    assert not [*tmp_path.glob("*-format-*")]


def test_a_database_that_a_newer_version_took_over_meanwhile_is_not_written_to(tmp_path):
    store = SqlStore.file(tmp_path / "journal.db")
    store.add([event()])
    with sqlite3.connect(tmp_path / "journal.db") as open_:
        open_.execute("update about set schema = 99")
    with pytest.raises(NewerJournalError):
        store.add([event()])
    store.close()


def test_a_spreadsheet_of_a_newer_version_is_left_alone(emulator: Emulator):
    own = emulator.create(("Trang tính1", []))
    store = SpreadsheetStore(own.url, None, emulator.host)
    store.add([event()])
    own.type_below("schema", "3", gid=FORMAT_TAB.gid)
    before = [list(tab.rows) for tab in own.tabs]
    for step in (store.events, lambda: store.add([event("b")])):
        with pytest.raises(NewerJournalError):
            step()
    assert [list(tab.rows) for tab in own.tabs] == before
    store.close()


def test_a_copy_of_a_newer_version_is_not_written_over(tmp_path):
    reading = SourceReading((), "1", dt.datetime(2026, 11, 2, tzinfo=dt.UTC))
    save_packed_copy(tmp_path, "sheet", packed := pack_reading(reading))
    save_packed_copy(tmp_path, "sheet", packed)
    [file] = tmp_path.iterdir()
    newer = gzip.compress(gzip.decompress(packed).replace(b'"layout": 2', b'"layout": 3'))
    file.write_bytes(newer)
    with pytest.raises(SurveyError, match=file.name):
        save_packed_copy(tmp_path, "sheet", pack_reading(dataclasses.replace(reading, version="2")))
    assert file.read_bytes() == newer
