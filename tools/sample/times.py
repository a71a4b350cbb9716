"""When the invented respondents answer: office hours mostly, fewer around Tết."""

import datetime as dt
import random

_TET = (dt.date(2023, 1, 22), dt.date(2024, 2, 10), dt.date(2025, 1, 29), dt.date(2026, 2, 17))
_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}  # month and day, every year
_OFFICE = ((7, 30, 240), (13, 30, 210))  # opens at hour and minute, for so many minutes


def answering_days(first: dt.date, last: dt.date) -> tuple[list[dt.date], list[float]]:
    """Return the days from first to last and how many people answer on each (1: a workday)."""
    every = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    return every, [_weight(day) for day in every]


def draw_moment(rng: random.Random, day: dt.date) -> dt.datetime:
    """Return a time of this day: at the desk, or at home in the evening or on a day off."""
    if _weight(day) < 0.1:
        hour, minute, minutes = 8, 0, 780
    elif rng.random() < 0.07:
        hour, minute, minutes = 18, 0, 225
    else:
        hour, minute, minutes = rng.choice(_OFFICE)
    opens = dt.datetime.combine(day, dt.time(hour, minute))
    return opens + dt.timedelta(seconds=int(rng.random() * minutes * 60))


def is_office_hour(when: dt.datetime) -> bool:
    """Tell whether the office was open at this time."""
    since_midnight = when.hour * 60 + when.minute
    opened = (since_midnight - hour * 60 - minute for hour, minute, _ in _OFFICE)
    inside = (0 <= past < span for past, (_, _, span) in zip(opened, _OFFICE, strict=True))
    return _weight(when.date()) >= 0.1 and any(inside)


def _weight(day: dt.date) -> float:
    to_tet = min(((day - tet).days for tet in _TET), key=abs)
    if -2 <= to_tet <= 4 or (day.month, day.day) in _HOLIDAYS:
        return 0.02
    if day.weekday() >= 5:
        return 0.06
    return 0.45 if -8 <= to_tet <= 10 else 1.0
