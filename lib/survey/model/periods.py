"""Periods of reporting: their codes in links, their names, and what each is compared with."""

import dataclasses
import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Sequence

from dateutil.relativedelta import relativedelta

from lib.errors import LinkError
from lib.wording import ROMAN_NUMERALS, format_day, gettext, mark

SINGLE_DAY = dt.timedelta(days=1)
PART_ENDS = (7, 14, 21)  # days that end a part of a month; the last part ends with the month
_POINTS = 18  # at most so many steps in a trend: what fits a phone and a printed page


class PeriodKind(enum.StrEnum):
    """What a period is."""

    YEAR = "year"
    FIRST_HALF = "H1"
    NINE_MONTHS = "9M"
    SECOND_HALF = "H2"
    QUARTER = "quarter"
    MONTH = "month"
    DAYS = "days"  # from–to, either end may be open


@dataclasses.dataclass(frozen=True)
class _Calendar:
    """A span of whole months."""

    starts: Sequence[int]  # the months it may begin in
    months: int
    back: int  # so many months before begins the one to compare with
    code: str
    name: str


_CALENDAR = {
    PeriodKind.YEAR: _Calendar((1,), 12, 12, "{year}", mark("Year {year}")),
    PeriodKind.FIRST_HALF: _Calendar((1,), 6, 12, "{year}-H1", mark("First 6 months of {year}")),
    PeriodKind.NINE_MONTHS: _Calendar((1,), 9, 12, "{year}-9M", mark("First 9 months of {year}")),
    PeriodKind.SECOND_HALF: _Calendar((7,), 6, 12, "{year}-H2", mark("Last 6 months of {year}")),
    PeriodKind.QUARTER: _Calendar(
        (1, 4, 7, 10), 3, 3, "{year}-Q{quarter}", mark("Quarter {roman}/{year}")
    ),
    PeriodKind.MONTH: _Calendar(
        range(1, 13), 1, 1, "{year}-{month:02}", mark("Month {month}/{year}")
    ),
}
# Only years of this century, so that no comparison runs out of the calendar.
_CODE = re.compile(r"(20\d\d)(?:-(?:(H1|H2|9M)|Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
_DATE = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)


@dataclasses.dataclass(frozen=True)
class Period:
    """Whole days from first to last, both inclusive; None is an open end."""

    code: str  # permanent, stands in links
    kind: PeriodKind
    first: dt.date | None
    last: dt.date | None
    swapped: bool = dataclasses.field(default=False, compare=False)  # was written last..first

    def name(self) -> str:
        """Return "Quý IV/2022" and the like in the reader's language."""
        if self.first and self.kind in _CALENDAR:
            return gettext(_CALENDAR[self.kind].name, **_fields(self.first))
        running = self.beginning_of()
        if self.last and running and running.kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
            return gettext("{period}, up to {day}", period=running.name(), day=f"{self.last:%d/%m}")
        if self.first and self.last:
            return gettext(
                "from {first} to {last}", first=format_day(self.first), last=format_day(self.last)
            )
        if self.first:
            return gettext("from {first} on", first=format_day(self.first))
        return gettext("until {last}", last=format_day(self.last)) if self.last else ""

    def previous(self) -> "Period | None":
        """Return the equal period before; of 6 and 9 months the same months a year earlier.

        From–to has as many days directly before, the beginning of a month, a quarter or a
        longer period the same days of the one before; an open range has none.
        """
        if not self.first or not self.last:
            return None
        if running := self.beginning_of():
            return _same_days_before(self.first, self.last, _CALENDAR[running.kind].back)
        if self.kind is PeriodKind.DAYS:
            return period_between(
                self.first - (self.last - self.first) - SINGLE_DAY, self.first - SINGLE_DAY
            )
        return _beginning(self.kind, month_later(self.first, -_CALENDAR[self.kind].back))

    def beginning_of(self) -> "Period | None":
        """Return the shortest period that this is the beginning of; None for other periods."""
        if self.kind is not PeriodKind.DAYS or not self.first or not self.last:
            return None
        if self.last.day not in PART_ENDS and (self.last + SINGLE_DAY).day != 1:
            return None
        for kind in sorted(_CALENDAR, key=lambda kind: _CALENDAR[kind].months):
            if self.first.day == 1 and self.first.month in _CALENDAR[kind].starts:
                whole = _beginning(kind, self.first)
                if whole.last and self.last < whole.last:
                    return whole
        return None

    def year_ago(self) -> "Period | None":
        """Return the same months, or the same days, a year earlier; an open range has none."""
        if not self.first or not self.last:
            return None
        if self.kind is PeriodKind.DAYS:
            return period_between(
                _year_before(self.first), _year_before(self.last + SINGLE_DAY) - SINGLE_DAY
            )
        return _beginning(self.kind, month_later(self.first, -12))


def _same_days_before(first: dt.date, last: dt.date, months: int) -> Period:
    """Return the same days so many months earlier; what ends with its month stays so."""
    earlier = month_later(last, -months)
    if (last + SINGLE_DAY).day == 1:
        earlier = month_later(last + SINGLE_DAY, -months) - SINGLE_DAY
    return period_between(month_later(first, -months), earlier)


def month_later(first: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or earlier where they are negative."""
    later: dt.date = first + relativedelta(months=months)
    return later


def parse_period(text: str) -> Period:
    """Return the period that a link means; a LinkError names what does not exist."""
    code = unicodedata.normalize("NFKC", text).strip().upper()
    match = _CODE.fullmatch(code)
    if match:
        return _calendar(*match.groups())
    try:
        first, last = (_date(end) for end in code.split(".."))
    except ValueError:
        raise LinkError(values=text) from None
    if first is None and last is None:
        raise LinkError(values=text)
    return period_between(first, last)


def period_between(first: dt.date | None, last: dt.date | None) -> Period:
    """Return the period from–to; ends given the wrong way round are swapped and marked so."""
    swapped = first is not None and last is not None and first > last
    if swapped:
        first, last = last, first
    return Period(f"{first or ''}..{last or ''}", PeriodKind.DAYS, first, last, swapped)


def period_holding(kind: PeriodKind, of: dt.date) -> Period:
    """Return the year, quarter or month that this day lies in."""
    return _beginning(kind, _start(kind, of))


def whole_months(period: Period | None) -> bool:
    """Tell whether a period begins and ends with a month; an open end does."""
    if period is None or period.kind is not PeriodKind.DAYS:
        return True
    begins = period.first is None or period.first.day == 1
    return begins and (period.last is None or (period.last + SINGLE_DAY).day == 1)


def newest_complete_period(last: dt.date, kind: PeriodKind = PeriodKind.QUARTER) -> Period:
    """Return the newest year, quarter or month that had ended by this day."""
    running = period_holding(kind, last + SINGLE_DAY)
    return running.previous() or running


def trend_periods(first: dt.date, last: dt.date) -> tuple[Period, ...]:
    """Return the months from first to last; quarters or years where they are too many to draw."""
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        within = _between(kind, first, last)
        if len(within) <= _POINTS:
            return within
    return _between(PeriodKind.YEAR, first, last)


def _between(kind: PeriodKind, first: dt.date, last: dt.date) -> tuple[Period, ...]:
    starts = [_start(kind, first)]
    while (following := month_later(starts[-1], _CALENDAR[kind].months)) <= last:
        starts.append(following)
    return tuple(_beginning(kind, start) for start in starts)


def _start(kind: PeriodKind, of: dt.date) -> dt.date:
    months = _CALENDAR[kind].months
    return dt.date(of.year, (of.month - 1) // months * months + 1, 1)


def _beginning(kind: PeriodKind, first: dt.date) -> Period:
    calendar = _CALENDAR[kind]
    code = calendar.code.format(**_fields(first))
    return Period(code, kind, first, month_later(first, calendar.months) - SINGLE_DAY)


def _fields(first: dt.date) -> dict[str, int | str]:
    quarter = (first.month + 2) // 3
    year = str(first.year)
    return {
        "year": year,
        "month": first.month,
        "quarter": quarter,
        "roman": ROMAN_NUMERALS[quarter - 1],
    }


def _calendar(year: str, half: str | None, quarter: str | None, month: str | None) -> Period:
    """Return the period of a code's parts."""
    if half:
        return _beginning(
            PeriodKind(half), dt.date(int(year), _CALENDAR[PeriodKind(half)].starts[0], 1)
        )
    if quarter:
        return _beginning(PeriodKind.QUARTER, dt.date(int(year), 3 * int(quarter) - 2, 1))
    kind = PeriodKind.MONTH if month else PeriodKind.YEAR
    return _beginning(kind, dt.date(int(year), int(month or 1), 1))


def _date(text: str) -> dt.date | None:
    """Return one end of a range; None where it is left open."""
    if text and not _DATE.fullmatch(text):
        raise ValueError(text)
    return dt.date.fromisoformat(text) if text else None


def _year_before(of: dt.date) -> dt.date:
    """Return the same day a year earlier; the day after 28/02 for one that did not exist."""
    if (of.month, of.day) == (2, 29):
        return dt.date(of.year - 1, 3, 1)
    return of.replace(year=of.year - 1)
