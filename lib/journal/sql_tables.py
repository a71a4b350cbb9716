"""How the journal lies in SQL: its tables."""

import sqlalchemy as sa

SCHEMA_VERSION = 2  # a database of a newer one is left alone
JOURNAL_TABLES = sa.MetaData()
EVENTS_TABLE = sa.Table(
    "events",
    JOURNAL_TABLES,
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
TEXTS_TABLE = sa.Table(
    "texts",
    JOURNAL_TABLES,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
SIGHTINGS_TABLE = sa.Table(
    "sightings",
    JOURNAL_TABLES,
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
READINGS_TABLE = sa.Table(
    "readings",
    JOURNAL_TABLES,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("read_at", sa.Text, nullable=False),  # ISO, UTC
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("root", sa.Text, nullable=False),
    sa.Column("lines", sa.LargeBinary, nullable=False),
)
CONTENTS_TABLE = sa.Table(
    "contents",
    JOURNAL_TABLES,
    sa.Column("reading", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
ABOUT_TABLE = sa.Table("about", JOURNAL_TABLES, sa.Column("schema", sa.Integer, primary_key=True))
