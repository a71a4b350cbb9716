"""The office's time: the moment, the day and the hour there, whatever zone its server has."""

import datetime as dt
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

AHEAD = dt.timedelta(hours=7)  # of UTC; the country has one zone and no summer time
ZONE = dt.timezone(AHEAD)


def utc_now() -> dt.datetime:
    """Return this moment (UTC) by the machine's clock."""
    return dt.datetime.now(dt.UTC)


class OfficeClock:
    """Tells moment and day; by the machine's clock where it is given no other one."""

    def __init__(self, moment: Callable[[], dt.datetime] = utc_now) -> None:
        """Take `moment` for what returns this moment (UTC)."""
        self._moment = moment

    @classmethod
    def begun_at(cls, moment: dt.datetime) -> "OfficeClock":
        """Return a clock that shows this moment (UTC) now and goes on from there."""
        begun = time.monotonic()
        return cls(lambda: moment + dt.timedelta(seconds=time.monotonic() - begun))

    def now(self) -> dt.datetime:
        """Return this moment (UTC)."""
        return self._moment()

    def today(self) -> dt.date:
        """Return the day at the office."""
        return self.local(self.now()).date()

    @staticmethod
    def local(moment: dt.datetime) -> dt.datetime:
        """Return a moment as the office's clocks show it; one without a zone is UTC's."""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return aware.astimezone(ZONE)


def office_days(moments: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    """Return the office's day of each moment (UTC), numbered as days since 1970."""
    local = moments + np.timedelta64(AHEAD)
    return local.astype("datetime64[D]").astype(np.int64)
