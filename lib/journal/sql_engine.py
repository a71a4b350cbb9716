"""How a database is opened for the journal: SQLite and PostgreSQL, each as we need it."""

import sqlite3
import ssl
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from lib.wording import Phrase, mark

_WAIT = 10_000  # milliseconds for another process to finish writing


def database_title(url: str) -> object:
    """Return what people call the journal in this database; nothing of its account."""
    made = sa.engine.make_url(url)
    if made.get_backend_name() != "sqlite":
        where = f"{made.host or 'localhost'}/{made.database or ''}"
        return Phrase(mark("The journal (database {where})"), {"where": where})
    return Phrase(
        mark("The journal (file {name})"), {"name": Path(made.database or ":memory:").name}
    )


def database_file(url: str) -> Path | None:
    """Return the file of a database; None where it lies on a server or in memory."""
    made = sa.engine.make_url(url)
    return Path(made.database) if made.get_backend_name() == "sqlite" and made.database else None


def journal_engine(url: str) -> sa.Engine:
    """Return the engine of a database, with what a journal needs of it; nothing is opened yet."""
    made = sa.engine.make_url(url)
    if made.get_backend_name() == "postgresql":
        here = made.set(drivername="postgresql+pg8000", query={})
        # seconds for an answer: a page must not freeze
        arguments: dict[str, Any] = {"timeout": 5}
        if made.query.get("sslmode", "disable") != "disable":
            arguments["ssl_context"] = ssl.create_default_context()  # the server proves who it is
        return sa.create_engine(here, connect_args=arguments, pool_pre_ping=True)
    # in memory there is one connection, and threads take turns at it
    alone = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    options = {"check_same_thread": False, "timeout": _WAIT / 1000}
    engine = sa.create_engine(made, connect_args=options, **({} if made.database else alone))
    sa.event.listen(engine, "connect", _as_we_need_it)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _as_we_need_it(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not the driver
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # what is confirmed survives a power cut
        f"busy_timeout = {_WAIT}",
        "secure_delete = ON",  # an erased text leaves no trace in the file
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
