"""Sealed readings in the tables of a SQL database."""

import datetime as dt
from collections.abc import Mapping

import sqlalchemy as sa

from lib.journal.sealed import Sealed
from lib.journal.tables import CONTENTS, READINGS


def keep(open_: sa.Connection, sealed: Sealed) -> bool:
    """Keep the reading; tell whether its number was free, writers waiting for each other."""
    taken = sa.select(READINGS.c.number).where(READINGS.c.number == sealed.number)
    if open_.execute(taken).first() is not None:
        return False
    row = {**vars(sealed), "read_at": sealed.read_at.isoformat()}
    contents = row.pop("contents")
    open_.execute(READINGS.insert(), [row])
    # of a reading that a hand deleted: the ledger tells of it, and goes on
    open_.execute(CONTENTS.delete().where(CONTENTS.c.reading == sealed.number))
    open_.execute(CONTENTS.insert(), [{"reading": sealed.number, "packed": contents}])
    return True


def kept(open_: sa.Connection, after: int) -> list[Sealed]:
    """Return the readings after this number, in order."""
    both = READINGS.outerjoin(CONTENTS, CONTENTS.c.reading == READINGS.c.number)
    asked = sa.select(READINGS, CONTENTS.c.packed).select_from(both)
    rows = open_.execute(asked.where(READINGS.c.number > after).order_by(READINGS.c.number))
    return [
        Sealed(
            row.number,
            dt.datetime.fromisoformat(row.read_at),
            row.size,
            row.root,
            bytes(row.lines),
            bytes(row.packed or b""),
        )
        for row in rows
    ]


def rewrite(open_: sa.Connection, contents: Mapping[int, bytes]) -> None:
    """Put these in the place of what the readings of these numbers held."""
    change = CONTENTS.update().where(CONTENTS.c.reading == sa.bindparam("number"))
    rows = [{"number": number, "new": packed} for number, packed in contents.items()]
    open_.execute(change.values(packed=sa.bindparam("new")), rows)
