"""By what a table is read; a source that was read before keeps it, and so all its figures."""

from typing import NamedTuple

from lib.survey.table.submission_times import MONTH_FIRST


class TableReading(NamedTuple):
    """What its cells do not say."""

    halves: str = MONTH_FIRST  # the order of a Vietnamese clock of twelve hours
    current: bool = True  # whether clocks, totals and days alone are understood
