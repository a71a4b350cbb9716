"""Times that state their own clock, and times that Excel read by half."""

import dataclasses
import datetime as dt
import functools
import re
import zoneinfo
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lib.source_table import CellValue
from lib.survey.table.coded_column import without_half_letters
from lib.survey.table.submission_times import (
    SubmissionTimes,
    TimeArray,
    clearer_order,
    count_days,
    count_turns,
    date_readings,
)
from lib.survey.table.time_stamps import TimeStamps

HOME_ZONE = "Asia/Ho_Chi_Minh"
_AHEAD = 7 * 60  # minutes
_EARLY, _NEVER = 0.4, 1e-4  # days up to the 12th, of all; what chance does not bring about
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")


def on_sheet_clock(submitted: SubmissionTimes, zone: str | None) -> SubmissionTimes:
    """Return the times by the clock of this zone, Vietnam's where none is known.

    Moved is what ends in Z or an offset, as programs write it. "GMT+1" is Google's name for the
    clock of the form itself, and stays.
    """
    if submitted.zones is None:
        return submitted
    zones = submitted.zones.dictionary_encode()
    ends = zones.dictionary.to_pylist()
    stated = [*map(states_its_clock, ends)]
    if not any(stated):
        return submitted
    at = np.asarray(zones.indices)
    ahead = np.array([_minutes_ahead(end) or 0 for end in ends])[at].astype("timedelta64[m]")
    clock = zone or HOME_ZONE
    moved = _local(submitted.times - ahead, clock)
    times = np.where(np.array(stated)[at], moved, submitted.times)
    return dataclasses.replace(submitted, times=times, timezone=clock)


def states_its_clock(end: str) -> bool:
    """Tell whether a time that ends so says how far it is from Greenwich, as programs write it."""
    return end in ("Z", "UTC") or _OFFSET.fullmatch(end) is not None


def on_home_clock(submitted: SubmissionTimes, zone: str) -> SubmissionTimes:
    """Return the times that a clock of this zone showed by Vietnam's; of an hour that a clock
    showed twice, the first time."""
    ahead = _minutes_ahead(zone)
    if ahead is not None:
        moments = submitted.times - np.timedelta64(ahead, "m")
    elif zone in zoneinfo.available_timezones():
        told = pa.array(submitted.times, pa.timestamp("s"))
        placed = pc.assume_timezone(told, zone, ambiguous="earliest", nonexistent="latest")
        moments = np.asarray(placed.cast(pa.timestamp("s")), dtype="datetime64[s]")
    else:
        return submitted
    times = moments + np.timedelta64(_AHEAD, "m")
    return dataclasses.replace(submitted, times=times, timezone=HOME_ZONE)


def is_home_clock(zone: str) -> bool:
    """Tell whether a zone, named or by its offset, shows the time of Vietnam all year."""
    return _minutes_ahead(zone) == _AHEAD or _always_home(zone)


def _minutes_ahead(zone: str) -> int | None:
    """Return by how many minutes a clock is ahead of Greenwich; None where it does not say."""
    if zone in ("Z", "UTC", "GMT"):
        return 0
    offset = _OFFSET.fullmatch(zone)
    if not offset:
        return None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return -minutes if offset[1] == "-" else minutes


@functools.cache
def _always_home(zone: str) -> bool:
    if zone not in zoneinfo.available_timezones():
        return False
    clock = zoneinfo.ZoneInfo(zone)
    months = (dt.datetime(2026, month, 1, tzinfo=clock).utcoffset() for month in (1, 7))
    return set(months) == {dt.timedelta(minutes=_AHEAD)}


def _local(moments: TimeArray, zone: str) -> TimeArray:
    """Return what the clock of a zone shows at these moments of Greenwich."""
    if _always_home(zone) or zone not in zoneinfo.available_timezones():
        return moments + np.timedelta64(_AHEAD, "m")
    there = pa.array(moments, pa.timestamp("s")).cast(pa.timestamp("s", zone))
    local: TimeArray = np.asarray(pc.local_timestamp(there), dtype="datetime64[s]")
    return local


def order_of_excel(submitted: SubmissionTimes, cells: Sequence[CellValue]) -> SubmissionTimes:
    """Return the times of a column of which Excel took a part for dates of the other order.

    It reads 03/10 as the 10th of March and leaves 13/10 a text: then no date lies after the
    12th, and every text has one order only. They are put right where there are many, or where
    read like the texts they lie together with them; else they stay and are counted only.
    """
    dates = np.fromiter((not isinstance(c, str) and c is not None for c in cells), bool)
    dates &= ~np.isnat(submitted.times)
    if not dates.any() or str not in set(map(type, cells)):
        return submitted
    stated = (without_half_letters(cell) if isinstance(cell, str) else None for cell in cells)
    texts = pa.array(stated, pa.string())
    by_day, by_month = date_readings(TimeStamps(texts))
    one_order = np.isnat(by_day) != np.isnat(by_month)
    both = ~np.isnat(by_day) & ~np.isnat(by_month)
    days = submitted.times[dates].astype("datetime64[D]")
    of_month = (days - days.astype("datetime64[M]")).astype(int) + 1
    if not one_order.any() or both.any() or of_month.max() > 12:
        return submitted
    times = submitted.times.copy()
    times[dates] = _swapped(times[dates])
    chance = _EARLY ** int(dates.sum()) * (1 - _EARLY) ** int(one_order.sum())
    swapped = chance < _NEVER or any(
        clearer_order(measure(submitted.times), measure(times)) > 0
        for measure in (count_turns, count_days)
    )
    chosen = times if swapped else submitted.times
    return dataclasses.replace(submitted, times=chosen, dates=int(dates.sum()), swapped=swapped)


def _swapped(times: TimeArray) -> TimeArray:
    """Return the times with the day as the month and the month as the day."""
    months, days = times.astype("datetime64[M]"), times.astype("datetime64[D]")
    years = months.astype("datetime64[Y]")
    month = (months - years.astype("datetime64[M]")).astype(int)
    day = (days - months.astype("datetime64[D]")).astype(int)
    first = (years.astype("datetime64[M]") + day).astype("datetime64[D]")
    swapped: TimeArray = (first + month).astype("datetime64[s]") + (times - days)
    return swapped
