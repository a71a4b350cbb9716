"""Everything that an office keeps comes back on another machine, or nothing is touched."""

import datetime as dt
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from lib.errors import BackupError
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.sql_store import SqlStore
from lib.setup.nightly_backup import NightlyBackup
from lib.setup.office_backup import (
    KEPT_BACKUPS,
    OfficeFolders,
    backups,
    restore_backup,
    write_backup,
)

NOW = dt.datetime(2026, 11, 30, 2, 0, tzinfo=dt.UTC)


@pytest.fixture
def office(tmp_path: Path) -> OfficeFolders:
    """An office that keeps something of each kind; its journal is open."""
    made = OfficeFolders(tmp_path / "pc" / "data", tmp_path / "pc" / ".streamlit")
    (made.data / "sources").mkdir(parents=True)
    made.settings.mkdir()
    source = made.data / "sources" / "Phiếu.xlsx"
    source.write_bytes(b"answers")
    (made.data / "questions.json").write_text('{"layout": 2}')
    (made.data / "pins.json").write_text("{}")
    (made.settings / "secrets.toml").write_text(
        f'# của văn phòng\n[survey]\nfile = "{source.as_posix()}"\n', encoding="utf-8"
    )
    store = SqlStore.file(made.data / "journal.db")
    store.add([Event(new_id(), "case", EventKind.TAKEN_UP, NOW, "motcua")])
    return made


@pytest.fixture
def other(tmp_path: Path) -> OfficeFolders:
    """Another machine, on which nothing is there."""
    return OfficeFolders(tmp_path / "other" / "data", tmp_path / "other" / ".streamlit")


def test_everything_comes_back_elsewhere_and_its_answers_are_named_where_they_lie(
    office, other, tmp_path
):
    backup = write_backup(office, tmp_path / "copies", NOW)
    restore_backup(backup, other, NOW)
    [event], _ = SqlStore.file(other.data / "journal.db").events()
    assert event.who == "motcua"
    assert (other.data / "sources" / "Phiếu.xlsx").read_bytes() == b"answers"
    settings = (other.settings / "secrets.toml").read_text("utf-8")
    assert f'file = "{(other.data / "sources" / "Phiếu.xlsx").as_posix()}"' in settings
    assert "# của văn phòng" in settings
    private = [*other.data.rglob("*.*"), *other.settings.glob("*.toml"), backup]
    assert {path.stat().st_mode & 0o077 for path in private if path.is_file()} == {0}


def test_what_lay_there_before_is_kept_beside(office, other, tmp_path):
    backup = write_backup(office, tmp_path / "copies", NOW)
    other.data.mkdir(parents=True)
    (other.data / "old.txt").write_text("trước")
    restore_backup(backup, other, NOW)
    [beside] = other.data.parent.glob("data-*-before")
    assert (beside / "old.txt").read_text() == "trước"


def torn(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:200])


def without_journal_pages(backup: Path) -> None:
    _rewrite(backup, "data/journal.db", b"SQLite format 3\0" + b"x" * 4096)


def leading_out(backup: Path) -> None:
    with zipfile.ZipFile(backup, "a") as book:
        book.writestr("data/../../out.txt", "x")


def leading_to_another_disk(backup: Path) -> None:
    with zipfile.ZipFile(backup, "a") as book:
        book.writestr("data/C:/out.txt", "x")


def of_another_program(backup: Path) -> None:
    with zipfile.ZipFile(backup, "w") as book:
        book.writestr("holiday.jpg", "x")


def _rewrite(backup: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(backup) as book:
        held = {each: book.read(each) for each in book.namelist()}
    with zipfile.ZipFile(backup, "w") as book:
        for each, data in (held | {name: content}).items():
            book.writestr(each, data)


@pytest.mark.parametrize(
    "spoil",
    [torn, without_journal_pages, leading_out, leading_to_another_disk, of_another_program],
    ids=lambda f: f.__name__,
)
def test_what_is_no_whole_backup_is_refused_and_nothing_is_touched(office, other, tmp_path, spoil):
    backup = write_backup(office, tmp_path / "copies", NOW)
    spoil(backup)
    other.data.mkdir(parents=True)
    (other.data / "old.txt").write_text("trước")
    with pytest.raises(BackupError):
        restore_backup(backup, other, NOW)
    assert [path.name for path in other.data.rglob("*")] == ["old.txt"]
    assert not (tmp_path / "out.txt").exists()
    assert [path.name for path in other.data.parent.iterdir()] == ["data"]


def test_where_the_settings_cannot_be_put_back_the_answers_stay_as_they_were_too(
    office, other, tmp_path
):
    backup = write_backup(office, tmp_path / "copies", NOW)
    for folder in (other.data, other.settings):
        folder.mkdir(parents=True)
        (folder / "old.txt").write_text("trước")
    taken = other.settings.with_name(f".streamlit-{NOW:%Y-%m-%d-%H%M%S}-before")
    (taken / "in the way").mkdir(parents=True)
    with pytest.raises(BackupError):
        restore_backup(backup, other, NOW)
    assert [path.name for path in other.data.iterdir()] == ["old.txt"]
    assert [path.name for path in other.settings.iterdir()] == ["old.txt"]


def test_copies_that_lie_in_the_data_folder_are_not_copied_again(office, other):
    inside = office.data / "copies"
    write_backup(office, inside, NOW)
    second = write_backup(office, inside, NOW + dt.timedelta(days=1))
    with zipfile.ZipFile(second) as book:
        assert not [name for name in book.namelist() if name.endswith(".zip")]


def test_a_file_without_a_date_is_copied_as_well(office, tmp_path):
    os.utime(office.data / "questions.json", (0, 0))
    with zipfile.ZipFile(write_backup(office, tmp_path / "copies", NOW)) as book:
        assert "data/questions.json" in book.namelist()


def test_fourteen_nights_are_kept(office, tmp_path):
    for day in range(KEPT_BACKUPS + 3):
        write_backup(office, tmp_path / "copies", NOW + dt.timedelta(days=day))
    kept = [path.name for path in backups(tmp_path / "copies")]
    assert len(kept) == KEPT_BACKUPS
    assert kept[0] == "sao-luu-2026-12-16.zip"


class Clock:
    now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


def test_each_night_is_copied_once_and_a_disk_that_is_gone_is_told(office, tmp_path):
    clock, folder = Clock(), tmp_path / "copies"
    nightly = NightlyBackup(office, folder, clock)
    nightly.look()
    [first] = backups(folder)
    first.write_bytes(b"kept as it is")
    nightly.look()
    assert first.read_bytes() == b"kept as it is"
    clock.now += dt.timedelta(days=1)
    nightly.look()
    assert len(backups(folder)) == 2
    assert not nightly.is_late
    folder.rename(tmp_path / "gone")
    folder.write_text("a file where the folder was")
    clock.now += dt.timedelta(days=1)
    nightly.look()
    assert isinstance(nightly.trouble, BackupError)
    assert nightly.is_late


def test_a_copy_of_a_running_office_holds_what_was_confirmed(office, other, tmp_path):
    with sqlite3.connect(office.data / "journal.db") as open_:
        open_.execute("begin immediate")
        open_.execute("insert into texts values ('x', 'note', 'n', 'not confirmed')")
        backup = write_backup(office, tmp_path / "copies", NOW)
        open_.rollback()
    restore_backup(backup, other, NOW)
    with sqlite3.connect(other.data / "journal.db") as kept:
        assert kept.execute("select count(*) from texts").fetchone() == (0,)
