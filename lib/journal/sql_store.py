"""The journal in a SQL database: a SQLite file of our own, or PostgreSQL."""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from lib.errors import ChangedMeanwhileError, JournalError
from lib.journal.journal_file import JournalFile
from lib.journal.journal_lines import Event, Sighting
from lib.journal.sealed_reading import SealedReading
from lib.journal.sealed_sql import keep_sealed, rewrite_sealed, sealed_after
from lib.journal.sql_engine import database_file, database_title, journal_engine
from lib.journal.sql_schema import check_schema, prepare_schema
from lib.journal.sql_tables import CONTENTS_TABLE, EVENTS_TABLE, SIGHTINGS_TABLE, TEXTS_TABLE
from lib.journal.stored_cells import (
    NoncedText,
    event_cells,
    nonced_texts,
    readable_events,
    sighting_cells,
    sighting_from_cells,
)
from lib.office_clock import OfficeClock
from lib.roles import other_actor_in_words
from lib.wording import format_moment

_LOCK = 0x5355_5256  # any number of ours; PostgreSQL's advisory locks are known by numbers


class SqlStore:
    """A journal in the database at this URL; its tables are made when they are not there."""

    def __init__(self, url: str) -> None:
        """Prepare; nothing is opened before the first call."""
        self.title, self._path = database_title(url), database_file(url)
        self._engine, self._file = journal_engine(url), JournalFile(self._path, self.title)
        self._ready = False

    @classmethod
    def file(cls, path: Path) -> "SqlStore":
        """Return the store in a SQLite file, readable by its owner only."""
        return cls(f"sqlite:///{path.as_posix()}")

    @classmethod
    def memory(cls) -> "SqlStore":
        """Return a store that is forgotten with the process."""
        return cls("sqlite://")

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep the events, all or none, as Store promises."""
        with self._connected(write=True) as open_:
            known = _known_ids(open_, events)
            new = [event for event in events if event.id not in known]
            if not although_moved:
                _check(open_, new)
            _keep(open_, new)

    def events(self, after: int = 0) -> tuple[Sequence[Event], int]:
        """Return the events after this position, in order, and the last one's position."""
        with self._connected() as open_:
            asked = (
                sa.select(EVENTS_TABLE)
                .where(EVENTS_TABLE.c.seq > after)
                .order_by(EVENTS_TABLE.c.seq)
            )
            rows = open_.execute(asked).all()
            if not rows:
                return (), after
            of_these = sa.select(TEXTS_TABLE)
            if after:
                of_these = of_these.where(TEXTS_TABLE.c.event.in_([row.id for row in rows]))
            texts: dict[str, dict[str, NoncedText]] = defaultdict(dict)
            for row in open_.execute(of_these):
                texts[row.event][row.name] = NoncedText(row.nonce, row.text)
        return list(readable_events((row._mapping, texts[row.id]) for row in rows)), rows[-1].seq

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; an identity that has a code keeps it."""
        insert = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        rows = [sighting_cells(sighting) for sighting in sightings]
        with self._connected(write=True) as open_:
            if rows:
                open_.execute(insert(SIGHTINGS_TABLE).on_conflict_do_nothing(), rows)

    def sightings(self, after: int = 0) -> tuple[Sequence[Sighting], int]:
        """Return the sightings after this position, in order, and the last one's position."""
        with self._connected() as open_:
            asked = sa.select(SIGHTINGS_TABLE).where(SIGHTINGS_TABLE.c.seq > after)
            rows = open_.execute(asked.order_by(SIGHTINGS_TABLE.c.seq)).all()
        return [sighting_from_cells(row._mapping) for row in rows], rows[-1].seq if rows else after

    def erase(self, ids: Collection[str]) -> None:
        """Delete the texts of these events for good; the events and the texts' hashes stay."""
        if not ids:
            return
        gone = TEXTS_TABLE.delete().where(TEXTS_TABLE.c.event == sa.bindparam("gone"))
        with self._connected(write=True) as open_:
            open_.execute(gone, [{"gone": id_} for id_ in ids])
        with self._guarded():
            self._wipe()

    def seal(self, sealed: SealedReading) -> bool:
        """Keep a reading, whole or not at all; tell whether its number was still free."""
        with self._connected(write=True) as open_:
            return keep_sealed(open_, sealed)

    def sealed(self, after: int = 0) -> Sequence[SealedReading]:
        """Return the readings after this number, in order."""
        with self._connected() as open_:
            return sealed_after(open_, after)

    def rewrite(self, contents: Mapping[int, bytes]) -> None:
        """Put these contents in the place of the readings' own, which are gone for good."""
        if contents:
            with self._connected(write=True) as open_:
                rewrite_sealed(open_, contents)
            with self._guarded():
                self._wipe()

    def close(self) -> None:
        """Let go of connections; the next call opens what lies there then."""
        self._ready = False
        self._file.closed()
        self._engine.dispose()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError):
            if self._engine.url.database:  # what lies in memory goes with its connection
                self._engine.dispose()  # one to what was read-only never writes again
            # the driver's own words may hold the URL's password or what was typed
            raise JournalError(title=self.title) from None

    @contextmanager
    def _connected(self, *, write: bool = False) -> Iterator[sa.Connection]:
        """Open one transaction; writers wait for each other, so that positions are in order."""
        with self._guarded():
            self._file.check()
            if not self._ready:
                self._prepare()
            engine = self._engine.execution_options(write=write)
            with engine.begin() as open_:
                if write and engine.dialect.name == "postgresql":
                    open_.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
                if write:
                    check_schema(open_, self.title)  # another version may have come meanwhile
                yield open_
            self._file.check()  # what was deleted meanwhile has kept nothing

    def _wipe(self) -> None:
        """Write anew what held texts: a deleted one may stand in a file's gaps, or in its log."""
        if self._engine.dialect.name == "postgresql":
            engine = self._engine.execution_options(isolation_level="AUTOCOMMIT")
            with engine.connect() as open_:
                open_.connection.rollback()  # what the pool's own question began
                for table in (TEXTS_TABLE, CONTENTS_TABLE):
                    open_.exec_driver_sql(f"VACUUM FULL {table.name}")
            return
        with self._engine.connect() as open_:
            cursor = open_.connection.cursor()  # VACUUM begins a transaction of its own
            cursor.execute("PRAGMA temp_store = MEMORY")
            cursor.execute("VACUUM")
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:  # somebody read all the while: the log still holds what was deleted
            raise JournalError(title=self.title)

    def _prepare(self) -> None:
        self._file.make_folder()
        engine = self._engine.execution_options(write=True)
        with engine.begin() as open_:
            if engine.dialect.name == "postgresql":
                open_.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            prepare_schema(open_, self._path, self.title)
        self._file.opened()
        self._ready = True


def _known_ids(open_: sa.Connection, events: Sequence[Event]) -> set[str]:
    """Return the ids of those events that are kept already."""
    ids = [event.id for event in events]
    return set(
        open_.execute(sa.select(EVENTS_TABLE.c.id).where(EVENTS_TABLE.c.id.in_(ids))).scalars()
    )


def _keep(open_: sa.Connection, events: Sequence[Event]) -> None:
    """Write the events in their order, and their texts; each table is written once."""
    said = [nonced_texts(event) for event in events]
    rows = [event_cells(event, texts) for event, texts in zip(events, said, strict=True)]
    text_rows = [
        {"event": event.id, "name": name, "nonce": text.nonce, "text": text.text}
        for event, texts in zip(events, said, strict=True)
        for name, text in texts.items()
    ]
    for table, lines in ((EVENTS_TABLE, rows), (TEXTS_TABLE, text_rows)):
        if lines:
            open_.execute(table.insert(), lines)


def _check(open_: sa.Connection, events: Sequence[Event]) -> None:
    """Raise ChangedMeanwhileError for the first event whose subject has moved on."""
    first = {event.subject: event for event in reversed(events)}
    for subject, event in first.items():
        last = _last(open_, subject)
        if last is not None and last.id != event.after:
            when = dt.datetime.fromisoformat(last.at)
            raise ChangedMeanwhileError(
                who=other_actor_in_words(last.who, event.who),
                moment=format_moment(OfficeClock.local(when)),
            )


def _last(open_: sa.Connection, subject: str) -> sa.Row[*tuple[Any, ...]] | None:
    asked = sa.select(EVENTS_TABLE.c.id, EVENTS_TABLE.c.who, EVENTS_TABLE.c.at)
    asked = (
        asked.where(EVENTS_TABLE.c.subject == subject).order_by(EVENTS_TABLE.c.seq.desc()).limit(1)
    )
    return open_.execute(asked).first()
