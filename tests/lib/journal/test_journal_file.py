"""The folder of the journal, taken away while the app runs: what is confirmed lies on the disk."""

import shutil
from pathlib import Path

import pytest

from lib.errors import JournalError
from lib.journal.journal_file import NoDataFolderError
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from tests.lib.journal.test_stores import event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


def kept(path: Path) -> list[str]:
    """Return the subjects of what lies on the disk now, read as after a restart."""
    store = SqlStore.file(path)
    events, _ = store.events()
    store.close()
    return [each.subject for each in events]


def test_what_is_done_after_the_folder_was_deleted_is_refused_and_then_kept(path: Path) -> None:
    journal = Journal(SqlStore.file(path))
    journal.add([event("before")])
    shutil.rmtree(path.parent)
    with pytest.raises(JournalError):
        journal.add([after := event("after")])
    journal.add([after])
    assert kept(path) == ["after"] == [each.subject for each in journal.events]


def test_a_folder_that_was_exchanged_is_read_anew_and_written(path: Path) -> None:
    journal = Journal(SqlStore.file(path))
    journal.add([event("here")])
    other = path.parent.with_name("other")
    Journal(SqlStore.file(other / path.name)).add([event("there"), event("there too")])
    shutil.move(path.parent, path.parent.with_name("away"))
    shutil.move(other, path.parent)
    generation = journal.generation
    journal.take_in()
    assert [each.subject for each in journal.events] == ["there", "there too"]
    assert journal.generation != generation
    journal.add([event("now")])
    assert kept(path) == ["there", "there too", "now"]


def test_a_folder_that_comes_back_is_as_it_was(path: Path) -> None:
    journal = Journal(SqlStore.file(path))
    journal.add([event("before")])
    away = path.parent.with_name("away")
    shutil.move(path.parent, away)
    path.parent.write_text("in the way", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(JournalError):
            journal.add([event("lost")])
    path.parent.unlink()
    shutil.move(away, path.parent)
    journal.add([event("after")])
    assert kept(path) == ["before", "after"] == [each.subject for each in journal.events]


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence_until_it_can(path: Path) -> None:
    path.parent.write_text("in the way", encoding="utf-8")
    journal = Journal(SqlStore.file(path / "deeper" / "journal.db"))
    with pytest.raises(NoDataFolderError, match=r"journal\.db.*SURVEY_DATA_DIR"):
        journal.take_in()
    path.parent.unlink()
    journal.add([event("after")])
    assert kept(path / "deeper" / "journal.db") == ["after"]
