"""Copies on the disk hold what may be kept today, and come back whole or not at all."""

import dataclasses
import datetime as dt

from lib.source_table import SourceTable
from lib.sources.reading_file import SourceReading, pack_reading, unpack_reading
from lib.sources.retention_policy import RetentionPolicy
from lib.sources.source_copies import SourceCopies
from lib.sources.watched_source import WatchedSource

READ_AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
DAYS = [dt.date(2024, 11, day) for day in (1, 2, 3)]
TABLE = SourceTable("sheet", "Phiếu", ("Ngày",), (DAYS,))
READING = SourceReading((TABLE,), "1", READ_AT)


class Sheet:
    """A source of which nothing but its name is asked."""

    name = title = "sheet"


@dataclasses.dataclass
class Today:
    """The first day of which answers are kept, to be moved on."""

    since: dt.date = DAYS[1]

    def policy(self) -> RetentionPolicy:
        return RetentionPolicy(
            lambda: self.since, lambda table, since: [day < since for day in table.columns[0]]
        )


def days(reading: SourceReading | None) -> list[object]:
    return list(reading.tables[0].columns[0]) if reading else []


def test_on_a_new_day_what_became_too_old_is_on_the_disk_no_more(tmp_path):
    today = Today()
    copies, sheet = SourceCopies(tmp_path, today.policy()), WatchedSource(Sheet())
    sheet.hold(READING, pack_reading(READING))
    copies.save([sheet])
    assert days(copies.load("sheet")) == DAYS[1:]
    today.since = DAYS[2]
    copies.save([sheet])
    assert days(copies.load("sheet")) == DAYS[2:]


def test_a_shortened_copy_is_whole_again_by_its_source_also_under_another_header():
    policy = Today().policy()
    short = unpack_reading(policy.shorten(pack_reading(READING)))
    other = dataclasses.replace(TABLE, headers=("Ngày gửi",))
    assert days(policy.restore(short, READING)) == DAYS
    reworded = policy.restore(short, dataclasses.replace(READING, tables=(other,)))
    assert days(reworded) == DAYS
    assert policy.restore(short, dataclasses.replace(READING, tables=())) is None
