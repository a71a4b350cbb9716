"""Everything that an office keeps, as one file for each night, and put back on another machine."""

import contextlib
import dataclasses
import datetime as dt
import re
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from lib.errors import BackupError
from lib.journal.journal_backup import JOURNAL_FILE, copy_journal
from lib.kept_files import write_atomically
from lib.setup.kept_source import SOURCES_FOLDER
from lib.setup.settings_file import SettingsFile
from lib.wording import Phrase, mark

KEPT_BACKUPS = 14
_DATA, _SETTINGS = "data", "streamlit"  # the two folders inside a backup
_NAME = re.compile(r"sao-luu-(\d{4}-\d\d-\d\d)\.zip")
# what SQLite keeps beside its file, what is being written, what an older format was
_LEFT_OUT = re.compile(r"(-wal|-shm|-journal|\.new|-format-\d+-[\d-]+\.\w+)$")
_LARGEST = 4_000_000_000  # bytes, of all files together


@dataclasses.dataclass(frozen=True)
class OfficeFolders:
    """Where an office keeps what it has."""

    data: Path
    settings: Path  # `.streamlit`


def write_backup(office: OfficeFolders, folder: Path, now: dt.datetime) -> Path:
    """Copy everything into the folder's file of this day, and let go of the oldest; return it.

    The app may run meanwhile. Raises BackupError where the disk refuses; copies of before stay.
    """
    target = folder / f"sao-luu-{now:%Y-%m-%d}.zip"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(target, lambda new: _packed(new, office, now), private=True)
        for old in backups(folder)[KEPT_BACKUPS:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(mark("the disk refuses: {file}"), error.filename or folder) from None
    return target


def backups(folder: Path) -> list[Path]:
    """Return the backups in a folder, the newest first."""
    with contextlib.suppress(OSError):
        return sorted((f for f in folder.iterdir() if _NAME.fullmatch(f.name)), reverse=True)
    return []


def backup_day(backup: Path) -> dt.date | None:
    """Return the day of a backup, None where the file is none."""
    named = _NAME.fullmatch(backup.name)
    return dt.date.fromisoformat(named[1]) if named else None


def restore_backup(backup: Path, office: OfficeFolders, now: dt.datetime) -> None:
    """Put everything back; what lies there now is kept beside, under this moment's name.

    Nothing may be open. Raises BackupError, changing nothing, where the file is no whole backup.
    """
    office.data.parent.mkdir(parents=True, exist_ok=True)
    office.settings.parent.mkdir(parents=True, exist_ok=True)
    try:
        with (
            tempfile.TemporaryDirectory(dir=office.data.parent) as data,
            tempfile.TemporaryDirectory(dir=office.settings.parent) as settings,
        ):
            _unpacked(backup, {_DATA: Path(data), _SETTINGS: Path(settings)})
            _check_journal(Path(data) / JOURNAL_FILE, backup)
            _name_sources(Path(settings) / "secrets.toml", Path(data), office.data)
            before = _put(Path(data), office.data, now)
            try:
                _put(Path(settings), office.settings, now)
            except OSError:
                _take_back(office.data, before)
                raise
    except OSError as error:
        raise _refused(mark("the disk refuses: {file}"), error.filename or backup) from None


def _packed(new: Path, office: OfficeFolders, now: dt.datetime) -> None:
    with (
        tempfile.TemporaryDirectory() as beside,
        # a file may bear no date, or one before those of zip begin
        zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as book,
    ):
        for name, folder in ((_DATA, office.data), (_SETTINGS, office.settings)):
            for path in _files(folder):
                inside = f"{name}/{path.relative_to(folder).as_posix()}"
                whole = path == office.data / JOURNAL_FILE
                book.write(copy_journal(path, Path(beside), now) if whole else path, inside)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        copied = _NAME.fullmatch(path.name)  # the folder of the copies may lie in this one
        if path.is_file() and not copied and not _LEFT_OUT.search(path.name):
            yield path


def _unpacked(backup: Path, into: dict[str, Path]) -> None:
    try:
        with zipfile.ZipFile(backup) as book:
            told = book.infolist()
            if sum(each.file_size for each in told) > _LARGEST:
                raise _refused(mark("{file} is no backup of this program"), backup.name)
            for each in told:
                top, *rest = PurePosixPath(each.filename).parts
                leads_out = ".." in rest or ":" in each.filename  # a disk of Windows
                if top not in into or not rest or leads_out or each.is_dir():
                    raise _refused(mark("{file} is no backup of this program"), backup.name)
                target = into[top].joinpath(*rest)
                target.parent.mkdir(parents=True, exist_ok=True)
                with book.open(each) as source, target.open("wb") as out:
                    target.chmod(0o600)
                    shutil.copyfileobj(source, out)
    except (zipfile.BadZipFile, EOFError, RuntimeError, ValueError, IndexError):
        raise _refused(mark("{file} is no backup of this program"), backup.name) from None


def _check_journal(journal: Path, backup: Path) -> None:
    """Refuse a backup whose journal is not whole; one whose journal lies elsewhere has none."""
    if not journal.is_file():
        return
    try:
        with contextlib.closing(sqlite3.connect(journal)) as open_:
            [[whole], *_] = open_.execute("PRAGMA integrity_check")
    except sqlite3.Error:
        whole = ""
    if whole != "ok":
        raise _refused(mark("{file} is no whole journal"), backup.name)


def _name_sources(settings: Path, restored: Path, data: Path) -> None:
    """Name the answers where they lie from now on: the other machine had another folder."""
    file = SettingsFile.read(settings)
    named = file.source_files
    here = [data / SOURCES_FOLDER / each.name for each in named]
    there = [(restored / SOURCES_FOLDER / each.name).is_file() for each in named]
    if any(there):
        places = (h if is_there else n for n, h, is_there in zip(named, here, there, strict=True))
        settings.write_text(file.with_files(*places), encoding="utf-8")


def _put(new: Path, place: Path, now: dt.datetime) -> Path | None:
    """Put a folder in another's place; return where that lies now, None where nothing was there.

    OSError where the disk refuses: then what was there before is there still.
    """
    before = None
    if place.exists() and any(place.iterdir()):
        before = place.with_name(f"{place.name}-{now:%Y-%m-%d-%H%M%S}-before")
        place.rename(before)
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        for each in new.iterdir():
            each.rename(place / each.name)
    except OSError:
        _take_back(place, before)
        raise
    return before


def _take_back(place: Path, before: Path | None) -> None:
    """Have a folder as it was before something was put in its place."""
    shutil.rmtree(place)
    if before:
        before.rename(place)


def _refused(words: str, file: object) -> BackupError:
    return BackupError(reason=Phrase(words, {"file": file}))
