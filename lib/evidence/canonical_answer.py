"""What an answer says, by value: how a cell is written or formatted is no part of it."""

import datetime as dt
import functools
import math
import re

_PLACES = 9  # of a number; a day's 86,400 seconds need five, a spreadsheet's own digits end at 15
_LONGEST = 4_300  # characters of a whole number; Python reads no longer one

_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d*)(?:[.,](\d+))?( ?%)?")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](.+))?")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: (.+))?")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?")
_DAY_ZERO = dt.date(1899, 12, 30).toordinal()  # of serial dates


def canonical_answer(text: str) -> str:
    """Return what this cleaned text says: "3.0" is "3", "75%" is "0.75", a date its serial number.

    A function of the text alone, so that no other row can make it another. A date is read day
    first, and month first only where that alone is one.
    """
    if not text[:1].isdecimal() and text[:1] not in ("+", "-"):
        return text
    return _number(text) or _date(text) or _time(text) or text


def _number(text: str) -> str | None:
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    if not match[1] and not match[2]:
        return str(int(text)) if len(text) <= _LONGEST else None
    bare = text.rstrip("% ").replace(",", ".")
    value = float(bare)
    return _decimal(value / 100 if match[2] else value) if math.isfinite(value) else None


def _date(text: str) -> str | None:
    if match := _ISO.fullmatch(text):
        year, month, day, clock = match.groups()
        return _serial((int(year), int(month), int(day)), clock)
    if match := _DATE.fullmatch(text):
        first, second, year, clock = match.groups()
        by_day, by_month = (
            (int(year), int(second), int(first)),
            (int(year), int(first), int(second)),
        )
        return _serial(by_day, clock) or _serial(by_month, clock)
    return None


def _time(text: str) -> str | None:
    seconds = _seconds(text)
    return None if seconds is None else _decimal(seconds / 86400)


@functools.lru_cache(4096)
def _serial(date: tuple[int, int, int], clock: str | None) -> str | None:
    seconds = _seconds(clock) if clock else 0
    try:
        days = dt.date(*date).toordinal() - _DAY_ZERO
    except ValueError:
        return None
    return None if seconds is None else _decimal(days + seconds / 86400)


def _seconds(text: str) -> int | None:
    match = _TIME.fullmatch(text)
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _decimal(value: float) -> str:
    """Return a number as short as it can be said: no exponent, no zeros at its end."""
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
