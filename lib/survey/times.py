"""Times of submission: which column holds them, and what its cells say.

A time is the wall clock of its sheet. Whether the day or the month comes first is decided by
the whole column; a cell that cannot be read is NaT.
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

from lib.survey import lexicon
from lib.survey.columns import whole
from lib.survey.text import clean
from lib.table import Cell, Table

Times = npt.NDArray[np.datetime64]
_Numbers = npt.NDArray[np.int64]
_Where = npt.NDArray[np.bool_]

NAT = np.datetime64("NaT", "s")
EPOCH = np.datetime64("1899-12-30", "s")  # day 0 of serial dates
FIRST_SERIAL, LAST_SERIAL = 32874, 73051  # 1990 to 2099
SAMPLE = 200  # cells looked at to tell a column of times

_SPACES = r"[\x{00a0}\x{2000}-\x{200f}\x{202f}\x{3000}]"
_PM = ("pm", "ch", "下午", "午後", "오후", "μμ")
_DATE = r"(?P<a>\d{1,4})\s*[./年-]\s*(?P<b>\d{1,2})\s*[./月-]\s*(?P<c>\d{1,4})\s*[日.]?"
_CLOCK = (
    r"(?:[,T\s]\s*)*(?P<early>上午|下午|午前|午後|오전|오후)?\s*"
    r"(?P<h>\d{1,2})\s*[:.h]\s*(?P<m>\d{2})(?:\s*[:.]\s*(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<late>(?i:[ap]\.?\s?m\.?|SA|CH|[πμ]\.?μ\.?))?"
)
_ZONE = r"\(?(?P<zone>[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|Z|[+-]\d{1,2}:?\d{2})?\)?"
_TEXT = rf"^\s*{_DATE}(?:{_CLOCK}\s*{_ZONE})?\s*$"


@dataclasses.dataclass(frozen=True, eq=False)
class Submitted:
    """A column of times as it was read."""

    times: Times
    timezone: str | None = None  # what its texts end in: an IANA name or an offset
    guessed: str = ""  # "D/M" or "M/D" where nothing tells day from month: how they were read


def position(table: Table) -> int | None:
    """Return which column holds the times: by content, by Google's header as a last resort."""
    known = [at for at, header in enumerate(table.headers) if lexicon.is_time_header(header)]
    # A renamed or foreign header is no obstacle, a date of birth has no time of day.
    for at in known + list(range(len(table.columns))):
        if at not in table.dropped and _are_times(table.columns[at], at in known):
            return at
    return known[0] if known else None


def _are_times(cells: Sequence[Cell], known: bool) -> bool:
    stated = [cell for cell in cells[:: max(1, len(cells) // SAMPLE)] if cell not in (None, "")]
    times = sum(_is_time(cell, known) for cell in stated)
    return bool(stated) and times * 2 >= len(stated)


def _is_time(cell: Cell, known: bool) -> bool:
    if isinstance(cell, str):
        found = re.match(_TEXT, clean(cell))
        return bool(found and (known or found["h"]))
    if isinstance(cell, dt.datetime):
        return known or cell.time() != dt.time()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return FIRST_SERIAL < cell < LAST_SERIAL and (known or bool(cell % 1))
    return known and isinstance(cell, dt.date)


def read(cells: list[Cell]) -> Submitted:
    """Return the times of these cells, whatever form each has."""
    types = set(map(type, cells))
    submitted = _texts(cells) if str in types else Submitted(np.full(len(cells), NAT))
    times = submitted.times
    for read_some, of in ((_serials, {int, float}), (_dates, {dt.datetime, dt.date})):
        if types & of:
            others = read_some(cells)
            times = np.where(np.isnat(times), others, times)
    return dataclasses.replace(submitted, times=times)


def _serials(cells: list[Cell]) -> Times:
    try:
        days = np.array(cells, dtype=np.float64)
    except (TypeError, ValueError):
        numbers = (cell if isinstance(cell, int | float) else np.nan for cell in cells)
        days = np.fromiter(numbers, np.float64, len(cells))
    days[~((days > FIRST_SERIAL) & (days < LAST_SERIAL))] = np.nan
    # A serial number is a little off the second; cutting it would lose one in three.
    seconds = np.round(np.nan_to_num(days) * 86400).astype("timedelta64[s]")
    return np.where(np.isnan(days), NAT, EPOCH + seconds)


def _dates(cells: list[Cell]) -> Times:
    naive = [_wall_clock(cell) for cell in cells]
    return np.array(naive, dtype="datetime64[s]")


def _wall_clock(cell: Cell) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None)
    return cell if isinstance(cell, dt.date) else None


def _texts(cells: list[Cell]) -> Submitted:
    stated = (whole(cell) if isinstance(cell, str) else None for cell in cells)
    texts = pa.array(stated, pa.string())
    plain = pc.replace_substring_regex(texts, _SPACES, " ")
    parts = pc.extract_regex(plain, _TEXT)
    part = _Parts(parts)
    clock = _clock(part)
    first, second, year = part.number("a"), part.number("b"), part.number("c")
    year_first = first > 31
    by_year = _date(first, second, year)
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    ordered, guessed = _order(day_first + clock, month_first + clock, part.any("late"))
    times = np.where(year_first, by_year + clock, ordered)
    return Submitted(times, _zone(part.texts("zone")), guessed)


class _Parts:
    """The groups of the pattern, as numbers or texts; what did not match is -1 or ""."""

    def __init__(self, parts: pa.StructArray) -> None:
        self._parts = parts

    def texts(self, name: str) -> pa.Array:
        return pc.fill_null(pc.struct_field(self._parts, name), "")

    def number(self, name: str) -> _Numbers:
        texts = self.texts(name)
        stated = pc.if_else(pc.equal(texts, ""), "-1", texts)
        return np.asarray(stated.cast(pa.int64()))

    def any(self, name: str) -> bool:
        return bool(pc.any(pc.not_equal(self.texts(name), "")).as_py())


def _clock(part: _Parts) -> npt.NDArray[np.timedelta64]:
    hour, minute, second = (part.number(name) for name in ("h", "m", "s"))
    late = pc.binary_join_element_wise(part.texts("early"), part.texts("late"), "")
    late = pc.replace_substring_regex(pc.utf8_lower(late), r"[\s.]", "")
    halves, afternoon = (
        np.asarray(pc.not_equal(late, "")),
        np.asarray(pc.is_in(late, pa.array(_PM))),
    )
    hour = np.where(halves, hour % 12 + 12 * afternoon, hour)
    seconds = hour * 3600 + minute * 60 + np.maximum(second, 0)
    readable = (hour < 24) & (minute < 60) & (second < 60)
    only_day = hour < 0
    clock = np.where(only_day, 0, seconds).astype("timedelta64[s]")
    return np.where(readable, clock, np.timedelta64("NaT", "s"))


def _date(year: _Numbers, month: _Numbers, day: _Numbers) -> Times:
    year = year + np.where((year >= 0) & (year < 100), 2000, 0) - np.where(year > 2400, 543, 0)
    possible = (year > 1900) & (month >= 1) & (month <= 12) & (day >= 1)
    months = (np.where(possible, year, 1970) - 1970) * 12 + np.where(possible, month, 1) - 1
    first = months.astype("datetime64[M]")
    date = first.astype("datetime64[D]") + (np.where(possible, day, 1) - 1)
    possible &= date.astype("datetime64[M]") == first  # there is no 31 April
    return np.where(possible, date.astype("datetime64[s]"), NAT)


def _order(day_first: Times, month_first: Times, halves: bool) -> tuple[Times, str]:
    """Return the times in the order that the column shows, and that order where it is a guess.

    What only one order can read decides; then the order in which responses came in, since a
    form appends them; a column that says nothing is read day first, with AM and PM month first.
    """
    unreadable = np.isnat(day_first).sum(), np.isnat(month_first).sum()
    backwards = _backwards(day_first), _backwards(month_first)
    of_day, of_month = unreadable if unreadable[0] != unreadable[1] else backwards
    month = of_month < of_day or (of_month == of_day and halves)
    chosen, other = (month_first, day_first) if month else (day_first, month_first)
    differ = ((day_first != month_first) & ~np.isnat(chosen)).any()
    guessed = ("M/D" if month else "D/M") if of_day == of_month and differ else ""
    return np.where(np.isnat(chosen), other, chosen), guessed


def _backwards(times: Times) -> int:
    known = times[~np.isnat(times)]
    return int((np.diff(known) < np.timedelta64(0, "s")).sum())


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
