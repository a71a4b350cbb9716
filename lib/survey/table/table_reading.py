"""By what a table is read; a source that was read before keeps it, and so all its figures."""

from typing import NamedTuple

from lib.survey.table.submission_times import DAY_FIRST, MONTH_FIRST


class TableReading(NamedTuple):
    """What its cells do not say."""

    halves: str = MONTH_FIRST  # the order of a Vietnamese clock of twelve hours
    current: bool = True  # whether clocks, totals and days alone are understood
    at_home: bool = False  # whether the times of another zone are put on Vietnam's clock
    first: "TableReading | None" = None  # by what it was read first, where that was otherwise


PRESENT_READING = TableReading(halves=DAY_FIRST)  # of a source that is new
