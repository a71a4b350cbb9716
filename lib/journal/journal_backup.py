"""Copies of the journal's file: taken while the app runs, put back while it does not."""

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lib.errors import BackupError
from lib.journal.sql_tables import SCHEMA_VERSION
from lib.kept_files import write_atomically
from lib.wording import Phrase, mark

JOURNAL_FILE = "journal.db"
_LOGS = ("-wal", "-shm")  # what SQLite keeps beside a file that is open, or whose app was killed
READ_ONLY, NO_NEW = "?mode=ro", "?mode=rw"
_PATIENCE = 5.0  # seconds for whoever writes just now


def copy_journal(journal: Path, folder: Path, now: dt.datetime) -> Path:
    """Copy the journal into the folder, as it stands this moment; return the copy's name.

    Others may write meanwhile: the copy holds what was confirmed before, each action whole.
    """
    copy = folder / f"journal-{now:%Y-%m-%d-%H%M%S}.db"
    with _explained(journal):
        folder.mkdir(parents=True, exist_ok=True)
        if copy.exists():
            raise _refused(mark("there is a file of this name already: {file}"), copy)
        copy_database(journal, copy)
    return copy


def restore_journal(copy: Path, journal: Path, now: dt.datetime) -> Path | None:
    """Put a copy in the journal's place; return where the journal that stood there lies now.

    Raises BackupError, changing nothing, while the app has it open or where the copy is no whole
    journal.
    """
    aside = journal.with_name(f"journal-{now:%Y-%m-%d-%H%M%S}-before.db")
    with _explained(copy):
        _check(copy)
        stood = journal.exists()
        if stood:
            _release(journal)
            for end in ("", *_LOGS):
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{journal}{end}").rename(f"{aside}{end}")
        journal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_database(copy, journal)
    return aside if stood else None


def copy_database(source: Path, target: Path) -> None:
    """Copy one database into a new file, whole or not at all, readable by its owner only."""

    def fill(beside: Path) -> None:
        with _opened(source, READ_ONLY) as there, _opened(beside, NO_NEW) as here:
            there.backup(here)
            here.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it

    write_atomically(target, fill, private=True)


def _check(copy: Path) -> None:
    with _opened(copy, READ_ONLY) as open_:
        [[whole], *_] = open_.execute("PRAGMA integrity_check")
        [[schema]] = open_.execute("SELECT max(schema) FROM about")
    if whole != "ok" or not schema:
        raise _refused(mark("{file} is no whole journal"), copy)
    if schema > SCHEMA_VERSION:
        raise _refused(mark("a newer version of this program wrote {file}"), copy)


def _release(journal: Path) -> None:
    """Raise BackupError where somebody has the journal open; a damaged one may be replaced."""
    try:
        with _opened(journal, NO_NEW) as open_:
            open_.execute("PRAGMA journal_mode = DELETE")  # needs to be alone
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise _refused(
                mark("the app is running and uses {file}; stop it first"), journal
            ) from None


@contextlib.contextmanager
def _opened(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(
        sqlite3.connect(f"{path.absolute().as_uri()}{how}", uri=True, timeout=_PATIENCE)
    ) as open_:
        yield open_


@contextlib.contextmanager
def _explained(source: Path) -> Iterator[None]:
    """Say in a sentence what the disk or SQLite refused."""
    if not source.is_file():
        raise _refused(mark("there is no such file: {file}"), source)
    try:
        yield
    except sqlite3.Error:
        raise _refused(mark("{file} is no whole journal"), source) from None
    except OSError as error:
        raise _refused(mark("the disk refuses: {file}"), error.filename or source) from None


def _refused(reason: str, file: object) -> BackupError:
    return BackupError(reason=Phrase(reason, {"file": file}))
