"""The office's working days: the state's holidays, and those that the office itself writes down."""

import csv
import dataclasses
import datetime as dt
import functools
import io
from pathlib import Path

import holidays
import numpy as np
import numpy.typing as npt

from lib.errors import SettingError
from lib.settings import office_file_text
from lib.survey.model.vietnamese_text import fold_accents, written_day
from lib.wording import Phrase, mark

HOLIDAYS_FILE = "holidays.csv"
_EXAMPLE = "24/12/2026,nghỉ,Nghỉ bù theo thông báo của UBND"
OFF, ON = {"nghi", "off"}, {"lam bu", "lam", "work"}  # without accents
_AROUND = 2  # years before and after those asked for, so that nearby days are counted once
_FEWEST = 150  # working days in a year, far fewer than there ever were

_Ints = npt.NDArray[np.int64]


@dataclasses.dataclass(frozen=True)
class WorkingDays:
    """Counts working days; a day is numbered as days since 1970."""

    off: frozenset[dt.date] = frozenset()  # by the office's own list
    on: frozenset[dt.date] = frozenset()  # worked although a weekend or holiday

    @classmethod
    def read(cls, path: Path) -> "WorkingDays":
        """Return the days with the office's own list; a SettingError names a wrong line."""
        text = office_file_text(path, f"{path.parent.name}/{path.name}", _EXAMPLE)
        marked: dict[bool, set[dt.date]] = {True: set(), False: set()}
        for number, row in enumerate(csv.reader(io.StringIO(text)), 1):
            if any(cell.strip() for cell in row) and not fold_accents(row[0]).startswith("ng"):
                day, works = _line(row, number, path)
                marked[works].add(day)
        return cls(frozenset(marked[False]), frozenset(marked[True]))

    def works(self, day: dt.date) -> bool:
        """Tell whether the office works on this day."""
        if day in self.on or day in self.off:
            return day in self.on
        return _vietnam(day.year).is_working_day(day)

    def after(self, days: _Ints, n: int) -> _Ints:
        """Return for each day the n-th working day after it."""
        if not len(days):
            return days
        years = n // _FEWEST + 1
        first, counted = self._counted(int(days.min()), int(days.max()) + 366 * years)
        reached = counted[days - first] + n
        reached_days: _Ints = np.searchsorted(counted, reached) + first
        return reached_days

    def between(self, starts: _Ints, ends: _Ints) -> _Ints:
        """Return how many working days lie after each start up to its end; negative backwards."""
        if not len(starts):
            return starts
        days = np.concatenate((starts, ends))
        first, counted = self._counted(int(days.min()), int(days.max()))
        passed: _Ints = counted[ends - first] - counted[starts - first]
        return passed

    def _counted(self, first: int, last: int) -> tuple[int, _Ints]:
        years = np.array([first, last]).astype("datetime64[D]").astype("datetime64[Y]").astype(int)
        start, stop = int(years[0]) + 1970 - _AROUND, int(years[1]) + 1970 + _AROUND
        return _running(self, start, stop)


@functools.cache
def _vietnam(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=(year - 1, year, year + 1))


@functools.lru_cache(maxsize=32)
def _running(own: WorkingDays, start: int, stop: int) -> tuple[int, _Ints]:
    """Return the number of the first day of a year, and how many days were worked since then."""
    first = dt.date(start, 1, 1)
    n = (dt.date(stop, 12, 31) - first).days + 1
    works = [own.works(first + dt.timedelta(days=at)) for at in range(n)]
    return (first - dt.date(1970, 1, 1)).days, np.cumsum(works).astype(np.int64)


def _line(row: list[str], number: int, path: Path) -> tuple[dt.date, bool]:
    day = written_day(row[0].strip())
    what = fold_accents(row[1]) if len(row) > 1 else ""
    if day is None or what not in OFF | ON:
        problem = Phrase(mark("line {line} is no date with “nghỉ” or “làm bù”"), {"line": number})
        where = f"{path.parent.name}/{path.name}"
        raise SettingError(key="", file=where, problem=problem, example=_EXAMPLE)
    return day, what in ON
