"""A process that watches a growing sheet until it is killed."""

import contextlib
import dataclasses
import datetime as dt
import itertools
from multiprocessing.connection import Connection
from pathlib import Path

from lib.journal.journal_store import JournalStore
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from tests.lib.evidence.sheets import Office, rows


@dataclasses.dataclass(frozen=True)
class Watch:
    """Where the journal lies, where its head is remembered, how many rows there are at first."""

    place: str
    heads: Path
    begin: int


def store(place: str) -> JournalStore:
    """Return the store at a database's URL, or at "SPREADSHEET EMULATOR"."""
    url, _, emulator = place.partition(" ")
    return SpreadsheetStore(url, None, emulator) if emulator else SqlStore(url)


def watch(told: Watch, pipe: Connection) -> None:
    """Observe one row more at each turn, and tell how many there are and the head once it is safe.

    A response is edited at each turn, too.
    """
    office = Office(store(told.place), told.heads)
    for n in itertools.count(told.begin):
        office.rows = edited(n)
        office.clock.now = dt.datetime.now(dt.UTC)
        office.look(after=0)
        if office.evidence.trouble is None:
            with contextlib.suppress(BrokenPipeError):
                pipe.send((n, str(office.evidence.ledger.head)))


def edited(n: int) -> list[list[object]]:
    """Return n rows of which the second one says how many there are."""
    made = rows(n)
    made[1][2] = f"lần thứ {n}"
    return made
