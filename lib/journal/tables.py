"""How the journal lies in SQL: its tables, and what a row of each says."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from lib.journal.event import Event, Kind, Sighting

TABLES = sa.MetaData()
EVENTS = sa.Table(
    "events",
    TABLES,
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
TEXTS = sa.Table(
    "texts",
    TABLES,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
SIGHTINGS = sa.Table(
    "sightings",
    TABLES,
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
ABOUT = sa.Table("about", TABLES, sa.Column("schema", sa.Integer, primary_key=True))


def said(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the event's texts by name, those that are there."""
    yield from ((name, text) for name, text in event.texts.items() if text is not None)


def hashed(nonce: str, text: str) -> str:
    """Return the SHA-256 that stays when a text and its nonce are erased, hexadecimal."""
    return hashlib.sha256((nonce + text).encode("utf-8", "surrogatepass")).hexdigest()


def row(event: Event, said: dict[str, tuple[str, str]]) -> dict[str, object]:
    """Return an event as its table holds it; `said` are its texts with their nonces."""
    hashes = {name: hashed(nonce, text) for name, (nonce, text) in said.items()}
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


def event(kept: sa.Row[*tuple[Any, ...]], texts: dict[str, str]) -> Event:
    """Return the event of this row; a text that is not there any more is None."""
    return Event(
        id=kept.id,
        subject=kept.subject,
        kind=Kind(kept.kind),
        at=dt.datetime.fromisoformat(kept.at),
        who=kept.who,
        after=kept.after,
        fields=json.loads(kept.fields),
        texts={name: texts.get(name) for name in json.loads(kept.hashes)},
    )


def values(sighting: Sighting) -> dict[str, object]:
    """Return a sighting as its table holds it."""
    return {**vars(sighting), "seen_at": sighting.seen_at.isoformat()}


def sighting(kept: sa.Row[*tuple[Any, ...]]) -> Sighting:
    """Return the sighting of this row."""
    fields = {**kept._mapping, "seen_at": dt.datetime.fromisoformat(kept.seen_at)}
    fields.pop("seq")
    return Sighting(**fields)
