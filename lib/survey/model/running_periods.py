"""The month and the quarter that are not over: how far each is told.

For everybody a running period ends on the last of the days 7, 14, 21 or the month's end that is
over, so that page, slide and paper stand on one span, and no two of them differ by a day.
"""

import datetime as dt

from lib.survey.model.periods import (
    PART_ENDS,
    SINGLE_DAY,
    Period,
    PeriodKind,
    period_between,
    period_holding,
)


def running_part(kind: PeriodKind, today: dt.date) -> Period | None:
    """Return the running month or quarter up to the last part that is over before today.

    None in the first days, when no part of it is over yet.
    """
    whole = period_holding(kind, today)
    last = last_part_end(today)
    if whole.first is None or last < whole.first:
        return None
    return period_between(whole.first, last)


def last_part_end(today: dt.date) -> dt.date:
    """Return the last day that ends a part of a month and is over before today."""
    over = [day for day in PART_ENDS if day < today.day]
    month = today.replace(day=1)
    return month.replace(day=over[-1]) if over else month - SINGLE_DAY


def until_part_end(period: Period, today: dt.date) -> Period | None:
    """Return a period as far as it is over by parts; itself where it has ended before today.

    None where no part of it is over yet. An open or typed range is as somebody chose it.
    """
    if period.kind is PeriodKind.DAYS or not period.first or not period.last:
        return period
    if period.last < today:
        return period
    last = last_part_end(today)
    return period_between(period.first, last) if last >= period.first else None


def part_of_month(day: int) -> int:
    """Return which part of its month a day lies in, from 0."""
    return sum(day > end for end in PART_ENDS)


def whole_parts(period: Period | None) -> bool:
    """Tell whether a period is made of whole parts of months; an open end is whole."""
    if period is None or period.kind is not PeriodKind.DAYS:
        return True
    begins = (
        period.first is None
        or (period.first - SINGLE_DAY).day in PART_ENDS
        or (period.first.day == 1)
    )
    ends = (
        period.last is None or period.last.day in PART_ENDS or ((period.last + SINGLE_DAY).day == 1)
    )
    return begins and ends
