"""Sealed readings in the tables of a SQL database."""

import datetime as dt
from collections.abc import Mapping

import sqlalchemy as sa

from lib.journal.sealed_reading import SealedReading
from lib.journal.sql_tables import CONTENTS_TABLE, READINGS_TABLE


def keep_sealed(open_: sa.Connection, sealed: SealedReading) -> bool:
    """Keep the reading; tell whether its number was free, writers waiting for each other."""
    taken = sa.select(READINGS_TABLE.c.number).where(READINGS_TABLE.c.number == sealed.number)
    if open_.execute(taken).first() is not None:
        return False
    row = {
        "number": sealed.number,
        "read_at": sealed.read_at.isoformat(),
        "size": sealed.size,
        "root": sealed.root,
        "lines": sealed.lines,
    }
    open_.execute(READINGS_TABLE.insert(), [row])
    # of a reading that a hand deleted: the ledger tells of it, and goes on
    open_.execute(CONTENTS_TABLE.delete().where(CONTENTS_TABLE.c.reading == sealed.number))
    packed = {"reading": sealed.number, "packed": sealed.contents}
    open_.execute(CONTENTS_TABLE.insert(), [packed])
    return True


def sealed_after(open_: sa.Connection, after: int) -> list[SealedReading]:
    """Return the readings after this number, in order."""
    both = READINGS_TABLE.outerjoin(
        CONTENTS_TABLE, CONTENTS_TABLE.c.reading == READINGS_TABLE.c.number
    )
    asked = sa.select(READINGS_TABLE, CONTENTS_TABLE.c.packed).select_from(both)
    rows = open_.execute(
        asked.where(READINGS_TABLE.c.number > after).order_by(READINGS_TABLE.c.number)
    )
    return [
        SealedReading(
            row.number,
            dt.datetime.fromisoformat(row.read_at),
            row.size,
            row.root,
            bytes(row.lines),
            bytes(row.packed or b""),
        )
        for row in rows
    ]


def rewrite_sealed(open_: sa.Connection, contents: Mapping[int, bytes]) -> None:
    """Put these in the place of what the readings of these numbers held."""
    change = CONTENTS_TABLE.update().where(CONTENTS_TABLE.c.reading == sa.bindparam("number"))
    rows = [{"number": number, "new": packed} for number, packed in contents.items()]
    open_.execute(change.values(packed=sa.bindparam("new")), rows)
