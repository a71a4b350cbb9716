"""Times of submission: what the cells of a column of them say.

A time is the wall clock of its sheet, cut to the second. Whether the day or the month comes
first is decided by the whole column; a cell that cannot be read is NaT.
"""

import dataclasses
import datetime as dt
import re
import zoneinfo
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lib.source_table import CellValue
from lib.survey.table.coded_column import without_half_letters
from lib.survey.table.time_stamps import StampNumbers, TimeStamps

TimeArray = npt.NDArray[np.datetime64]
_Days = npt.NDArray[np.float64]
_Where = npt.NDArray[np.bool_]

DAY_FIRST, MONTH_FIRST = "D/M", "M/D"
_NAT = np.datetime64("NaT", "s")
_EPOCH = np.datetime64("1899-12-30", "s")  # day 0 of serial dates
FIRST, LAST = np.datetime64("1990-01-01", "s"), np.datetime64("2100-01-01", "s")
CLEARLY = 4  # times as orderly or as close together tells one reading from the other

_SERIAL = r"^\s*(?P<days>\d{5}(?:[.,]\d+)?)\s*$"


@dataclasses.dataclass(frozen=True, eq=False)
class SubmissionTimes:
    """A column of times as it was read."""

    times: TimeArray
    timezone: str | None = None  # what its texts end in: an IANA name or an offset
    guessed: str = ""  # how they were read, where nothing tells day from month
    zones: pa.Array | None = None  # what each text ends in, "" where in nothing
    dates: int = 0  # cells of a column that Excel read by half: dates, the rest being texts
    swapped: bool = False  # whether the day and the month of these were put right


def read_times(cells: Sequence[CellValue], halves: str = MONTH_FIRST) -> SubmissionTimes:
    """Return the times of these cells, whatever form each has.

    `halves` is the order of a Vietnamese clock of twelve hours of which nothing else tells.
    """
    types = set(map(type, cells))
    submitted = (
        _texts(cells, halves) if str in types else SubmissionTimes(np.full(len(cells), _NAT))
    )
    times = submitted.times
    for read_some, of in ((_numbers, {int, float}), (_dates, {dt.datetime, dt.date})):
        if types & of:
            others = read_some(cells)
            times = np.where(np.isnat(times), others, times)
    times = np.where((times >= FIRST) & (times < LAST), times, _NAT)
    return dataclasses.replace(submitted, times=times)


def _numbers(cells: Sequence[CellValue]) -> TimeArray:
    try:
        days = np.array(cells, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        numbers = (_number(cell) for cell in cells)
        days = np.fromiter(numbers, np.float64, len(cells))
    return _serials(days)


def _number(cell: CellValue) -> float:
    try:
        return float(cell) if isinstance(cell, int | float) else np.nan
    except OverflowError:
        return np.nan


def _serials(days: _Days) -> TimeArray:
    """Return the times of serial dates.

    Google's and Excel's are exact to the millisecond, and are cut as in the texts that they
    show. One with six decimals or fewer was itself rounded: 0.12346 is 02:57:47 and not :46.
    """
    first, last = ((limit - _EPOCH).astype(np.int64) / 86400 for limit in (FIRST, LAST))
    days = np.where((days >= first) & (days < last), days, np.nan)
    seconds = np.round(days * 86400, 3)
    rounded = np.abs(days * 1e6 - np.round(days * 1e6)) < 1e-4
    stated = np.nan_to_num(np.where(rounded, np.round(seconds), np.floor(seconds)))
    return np.where(np.isnan(days), _NAT, _EPOCH + stated.astype("timedelta64[s]"))


def _dates(cells: Sequence[CellValue]) -> TimeArray:
    moments = pa.array(map(_wall_clock, cells), pa.timestamp("s"))
    return np.asarray(moments.to_numpy(zero_copy_only=False))


def _wall_clock(cell: CellValue) -> dt.datetime | None:
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None) if cell.tzinfo else cell
    return dt.datetime.combine(cell, dt.time()) if isinstance(cell, dt.date) else None


def _texts(cells: Sequence[CellValue], halves: str) -> SubmissionTimes:
    stated = (without_half_letters(cell) if isinstance(cell, str) else None for cell in cells)
    texts = pa.array(stated, pa.string())
    stamps = TimeStamps(texts)
    day_first, month_first = date_readings(stamps)
    exact = stamps.number("s") >= 0
    usual = halves if stamps.vietnamese else MONTH_FIRST if stamps.halves.any() else DAY_FIRST
    times, guessed = _ordered(day_first, month_first, exact, usual)
    if np.isnat(times).any():
        times = np.where(np.isnat(times), _serials(_days(texts)), times)
    zones = stamps.texts("zone")
    return SubmissionTimes(times, _zone(zones), guessed, zones)


def date_readings(stamps: TimeStamps) -> tuple[TimeArray, TimeArray]:
    """Return the times read day first, and month first; a year that stands first is no question."""
    first, second, third = (stamps.number(part) for part in "abc")
    by_year, year_first = _date(first, second, third), first > 31
    by_day: TimeArray = np.where(year_first, by_year, _date(third, second, first))
    by_month: TimeArray = np.where(year_first, by_year, _date(third, first, second))
    return by_day + stamps.clock, by_month + stamps.clock


def _days(texts: pa.Array) -> _Days:
    """Return the serial dates among texts."""
    days = pc.struct_field(pc.extract_regex(texts, _SERIAL), "days")
    return np.asarray(pc.replace_substring(days, ",", ".").cast(pa.float64()).fill_null(np.nan))


def _date(year: StampNumbers, month: StampNumbers, day: StampNumbers) -> TimeArray:
    year = year + np.where((year >= 0) & (year < 100), 2000, 0) - np.where(year > 2400, 543, 0)
    possible = (year > 1900) & (month >= 1) & (month <= 12) & (day >= 1)
    months = (np.where(possible, year, 1970) - 1970) * 12 + np.where(possible, month, 1) - 1
    first = months.astype("datetime64[M]")
    date = first.astype("datetime64[D]") + (np.where(possible, day, 1) - 1)
    possible &= date.astype("datetime64[M]") == first  # there is no 31 April
    return np.where(possible, date.astype("datetime64[s]"), _NAT)


def _ordered(
    day_first: TimeArray, month_first: TimeArray, exact: _Where, usual: str
) -> tuple[TimeArray, str]:
    """Return the times in the order that the column shows, and that order where it is a guess.

    What only one order can read decides; then the order in which responses came in, since a
    form appends them. Times to the second are the form's: what people typed below them may
    have an order of its own. Above 0 is for the month.
    """
    only = np.isnat(day_first).astype(int) - np.isnat(month_first)
    shown = int(only.sum()) or clearer_order(count_turns(day_first), count_turns(month_first))
    guess = 0 if shown else _guess(day_first, month_first, usual)
    month, sure = np.zeros(len(exact), dtype=bool), np.zeros(len(exact), dtype=bool)
    for where in (exact, ~exact):
        own = int(only[where].sum()) or shown
        month[where], sure[where] = (own or guess) > 0, own != 0
    chosen, other = np.where(month, [month_first, day_first], [day_first, month_first])
    unsure = ~sure & (day_first != month_first) & (only == 0) & ~np.isnat(chosen)
    guessed = (MONTH_FIRST if guess > 0 else DAY_FIRST) if unsure.any() else ""
    return np.where(np.isnat(chosen), other, chosen), guessed


def _guess(day_first: TimeArray, month_first: TimeArray, usual: str) -> int:
    """Return the order in which the responses lie closer together, else the usual one.

    Twelve days in May are not one day in each month.
    """
    closer = clearer_order(count_days(day_first), count_days(month_first))
    return closer or (1 if usual == MONTH_FIRST else -1)


def clearer_order(of_day: int, of_month: int) -> int:
    """Return 1 where the month first makes clearly less of it, -1 where the day first does."""
    if CLEARLY * of_month < of_day:
        return 1
    return -1 if CLEARLY * of_day < of_month else 0


def count_turns(times: TimeArray) -> int:
    """Return how many times go against the others; the newest may stand first or last."""
    steps = np.diff(times[~np.isnat(times)]).astype(np.int64)
    return int(min((steps < 0).sum(), (steps > 0).sum()))


def count_days(times: TimeArray) -> int:
    """Return over how many days the times lie; 0 where there are too few to tell."""
    days = np.unique(times[~np.isnat(times)].astype("datetime64[D]"))
    return int((days[-1] - days[0]).astype(int)) if len(days) > 2 else 0


def _zone(zones: pa.Array) -> str | None:
    stated = [zone for zone in pc.unique(zones).to_pylist() if zone]
    return _named(stated[0]) if len(stated) == 1 else None


def _named(zone: str) -> str | None:
    offset = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?", zone)
    if offset:
        return f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}"
    if zone in ("Z", "UTC", "GMT"):
        return "UTC"
    return zone if zone in zoneinfo.available_timezones() else None
