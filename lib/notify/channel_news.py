"""What a channel is to be told now: cases that nobody has seen yet, and once a day overdue ones."""

import dataclasses
import datetime as dt

import numpy as np

from lib.followup.case_arrays import CaseFlags, Cases, day_number
from lib.followup.working_days import WorkingDays
from lib.journal.sighting_arrays import SightingArrays
from lib.notify.channel_memory import ChannelMemory
from lib.settings.notify_settings import OFFICE_CLOSES

RECENT_SPAN = dt.timedelta(
    days=7
)  # after which a case is no news; who takes it up late is told daily
_GATHER = dt.timedelta(minutes=5)  # so long others are waited for, to be told in one message
_MOST = 1_000  # new ones in one message: their codes stand in one cell of the journal


@dataclasses.dataclass(frozen=True, eq=False)
class ChannelNews:
    """Which of the cases one message tells of."""

    new: CaseFlags
    overdue: CaseFlags

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.new.any() or self.overdue.any())


def new_cases(cases: Cases, memory: ChannelMemory, today: dt.date) -> CaseFlags:
    """Return which came within the last days and are known neither to the channel nor to staff."""
    flags = cases.tracked & (cases.received >= day_number(today - RECENT_SPAN))
    for at in np.flatnonzero(flags).tolist():
        code = cases.codes[at]
        flags[at] = code not in memory.known_codes and code not in cases.known
    flags[np.flatnonzero(flags)[_MOST:]] = False
    return flags


def has_waited(cases: Cases, which: CaseFlags, known: SightingArrays, now: dt.datetime) -> bool:
    """Tell whether the first of these cases was seen long enough ago."""
    codes = [cases.codes[at].encode() for at in np.flatnonzero(which).tolist()]
    seen = known.seen_at[np.isin(known.codes, codes)]
    return bool(seen.size) and bool(
        seen.min() <= np.datetime64((now - _GATHER).replace(tzinfo=None))
    )


def reminds_overdue(local: dt.datetime, hour: int, working: WorkingDays) -> bool:
    """Tell whether overdue cases are told of at this moment of the office's clocks."""
    return hour <= local.hour < OFFICE_CLOSES and working.works(local.date())
