"""In which format a database holds the journal: made, brought to the newest, or left alone."""

from pathlib import Path

import sqlalchemy as sa

from lib.format_versions import NewerJournalError, keep_older_format
from lib.journal.journal_backup import copy_database
from lib.journal.sql_tables import ABOUT_TABLE, JOURNAL_TABLES, SCHEMA_VERSION


def prepare_schema(open_: sa.Connection, file: Path | None, title: object) -> None:
    """Make what is missing; of an older format the file is copied beside first.

    Raises NewerJournalError where a newer version wrote it, and then changes nothing.
    """
    about = sa.inspect(open_).has_table(ABOUT_TABLE.name)
    kept = check_schema(open_, title) if about else None
    if kept and kept < SCHEMA_VERSION and file:
        keep_older_format(file, kept, lambda beside: copy_database(file, beside))
    JOURNAL_TABLES.create_all(open_)
    if kept is None:
        open_.execute(ABOUT_TABLE.insert(), [{"schema": SCHEMA_VERSION}])
    elif kept < SCHEMA_VERSION:
        open_.execute(ABOUT_TABLE.update().values(schema=SCHEMA_VERSION))


def check_schema(open_: sa.Connection, title: object) -> int | None:
    """Return the format, None where none is stated; raises NewerJournalError of a newer one."""
    kept = open_.execute(sa.select(sa.func.max(ABOUT_TABLE.c.schema))).scalar()
    if kept and kept > SCHEMA_VERSION:
        raise NewerJournalError(title=title)
    return kept
