"""The journal in a SQL database: a SQLite file of our own, or PostgreSQL."""

import datetime as dt
import hashlib
import json
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from lib.errors import ChangedMeanwhileError, JournalError
from lib.journal.event import Event, Kind, Sighting
from lib.wording import Phrase, mark, moment

SCHEMA = 1  # a database of a newer one is left alone
LOCK = 0x5355_5256  # any number of ours; PostgreSQL's advisory locks are known by numbers
WAIT = 10_000  # milliseconds for another process to finish writing

_tables = sa.MetaData()
_events = sa.Table(
    "events",
    _tables,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("subject", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),  # ISO, UTC
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("after", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),  # JSON
    sa.Column("hashes", sa.Text, nullable=False),  # JSON: a text's name to its hash
    sqlite_autoincrement=True,
)
_texts = sa.Table(
    "texts",
    _tables,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
_sightings = sa.Table(
    "sightings",
    _tables,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("code", sa.Text, nullable=False, unique=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("submitted", sa.Text, nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("seen_at", sa.Text, nullable=False),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.UniqueConstraint("source", "submitted", "ordinal"),
    sqlite_autoincrement=True,
)
_about = sa.Table("about", _tables, sa.Column("schema", sa.Integer, primary_key=True))


class SqlStore:
    """A journal in the database at this URL; its tables are made when they are not there."""

    def __init__(self, url: str) -> None:
        """Prepare; nothing is opened before the first call."""
        self.title = _title(url)
        self._engine = _engine(url)
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
            new = [event for event in events if not _has(open_, event.id)]
            if not although_moved:
                _check(open_, new)
            for event in new:
                said = {name: (secrets.token_hex(16), text) for name, text in _said(event)}
                open_.execute(_events.insert(), [_row(event, said)])
                rows = [
                    {"event": event.id, "name": name, "nonce": nonce, "text": text}
                    for name, (nonce, text) in said.items()
                ]
                if rows:
                    open_.execute(_texts.insert(), rows)

    def events(self, after: int = 0) -> tuple[Sequence[Event], int]:
        """Return the events after this position, in order, and the last one's position."""
        with self._connected() as open_:
            asked = sa.select(_events).where(_events.c.seq > after).order_by(_events.c.seq)
            rows = open_.execute(asked).all()
            if not rows:
                return (), after
            of_these = sa.select(_texts)
            if after:
                of_these = of_these.where(_texts.c.event.in_([row.id for row in rows]))
            texts: dict[str, dict[str, str]] = defaultdict(dict)
            for row in open_.execute(of_these):
                texts[row.event][row.name] = row.text
        return [_event(row, texts[row.id]) for row in rows], rows[-1].seq

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; an identity that has a code keeps it."""
        insert = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        rows = [_values(sighting) for sighting in sightings]
        with self._connected(write=True) as open_:
            if rows:
                open_.execute(insert(_sightings).on_conflict_do_nothing(), rows)

    def sightings(self, after: int = 0) -> tuple[Sequence[Sighting], int]:
        """Return the sightings after this position, in order, and the last one's position."""
        with self._connected() as open_:
            asked = sa.select(_sightings).where(_sightings.c.seq > after)
            rows = open_.execute(asked.order_by(_sightings.c.seq)).all()
        return [_sighting(row) for row in rows], rows[-1].seq if rows else after

    def erase(self, ids: Collection[str]) -> None:
        """Delete the texts of these events for good; the events and the texts' hashes stay."""
        with self._connected(write=True) as open_:
            open_.execute(_texts.delete().where(_texts.c.event.in_(list(ids))))
        if self._engine.dialect.name == "sqlite":
            with self._guarded(), self._engine.connect() as open_:
                # what was deleted may still stand in the log beside the file
                open_.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of connections."""
        self._engine.dispose()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError:
            # the driver's own words may hold the URL's password or what was typed
            raise JournalError(title=self.title) from None

    @contextmanager
    def _connected(self, *, write: bool = False) -> Iterator[sa.Connection]:
        """Open one transaction; writers wait for each other, so that positions are in order."""
        with self._guarded():
            if not self._ready:
                self._prepare()
            engine = self._engine.execution_options(write=write)
            with engine.begin() as open_:
                if write and engine.dialect.name == "postgresql":
                    open_.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
                yield open_

    def _prepare(self) -> None:
        engine = self._engine.execution_options(write=True)
        with engine.begin() as open_:
            if engine.dialect.name == "postgresql":
                open_.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            _tables.create_all(open_)
            found = open_.execute(sa.select(_about.c.schema)).scalars().first()
            if found is None:
                open_.execute(_about.insert(), [{"schema": SCHEMA}])
            elif found > SCHEMA:
                raise JournalError(title=self.title)
        self._ready = True


def _title(url: str) -> object:
    made = sa.engine.make_url(url)
    if made.get_backend_name() != "sqlite":
        where = f"{made.host or 'localhost'}/{made.database or ''}"
        return Phrase(mark("The journal (database {where})"), {"where": where})
    return Phrase(
        mark("The journal (file {name})"), {"name": Path(made.database or ":memory:").name}
    )


def _engine(url: str) -> sa.Engine:
    made = sa.engine.make_url(url)
    if made.get_backend_name() == "postgresql":
        here = made.set(drivername="postgresql+pg8000")
        # seconds for an answer: a page must not freeze
        return sa.create_engine(here, connect_args={"timeout": 5}, pool_pre_ping=True)
    if made.database:
        Path(made.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    in_memory: dict[str, Any] = {} if made.database else {"poolclass": StaticPool}
    options = {"check_same_thread": False, "timeout": WAIT / 1000}
    engine = sa.create_engine(made, connect_args=options, **in_memory)
    sa.event.listen(engine, "connect", _as_we_need_it)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _as_we_need_it(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not the driver
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # what is confirmed survives a power cut
        f"busy_timeout = {WAIT}",
        "secure_delete = ON",  # an erased text leaves no trace in the file
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _has(open_: sa.Connection, id_: str) -> bool:
    return open_.execute(sa.select(_events.c.seq).where(_events.c.id == id_)).first() is not None


def _check(open_: sa.Connection, events: Sequence[Event]) -> None:
    """Raise ChangedMeanwhileError for the first event whose subject has moved on."""
    first = {event.subject: event for event in reversed(events)}
    for subject, event in first.items():
        last = _last(open_, subject)
        if last is not None and last.id != event.after:
            when = dt.datetime.fromisoformat(last.at)
            raise ChangedMeanwhileError(who=last.who, moment=moment(when))


def _last(open_: sa.Connection, subject: str) -> sa.Row[*tuple[Any, ...]] | None:
    asked = sa.select(_events.c.id, _events.c.who, _events.c.at)
    asked = asked.where(_events.c.subject == subject).order_by(_events.c.seq.desc()).limit(1)
    return open_.execute(asked).first()


def _said(event: Event) -> Iterator[tuple[str, str]]:
    yield from ((name, text) for name, text in event.texts.items() if text is not None)


def _row(event: Event, said: dict[str, tuple[str, str]]) -> dict[str, object]:
    hashes = {
        name: hashlib.sha256((nonce + text).encode()).hexdigest()
        for name, (nonce, text) in said.items()
    }
    return {
        "id": event.id,
        "subject": event.subject,
        "kind": str(event.kind),
        "at": event.at.isoformat(),
        "who": event.who,
        "after": event.after,
        "fields": json.dumps(dict(event.fields), ensure_ascii=False),
        "hashes": json.dumps(hashes),
    }


def _event(row: sa.Row[*tuple[Any, ...]], texts: dict[str, str]) -> Event:
    return Event(
        id=row.id,
        subject=row.subject,
        kind=Kind(row.kind),
        at=dt.datetime.fromisoformat(row.at),
        who=row.who,
        after=row.after,
        fields=json.loads(row.fields),
        texts={name: texts.get(name) for name in json.loads(row.hashes)},
    )


def _values(sighting: Sighting) -> dict[str, object]:
    return {**vars(sighting), "seen_at": sighting.seen_at.isoformat()}


def _sighting(row: sa.Row[*tuple[Any, ...]]) -> Sighting:
    fields = {**row._mapping, "seen_at": dt.datetime.fromisoformat(row.seen_at)}
    fields.pop("seq")
    return Sighting(**fields)
