"""All dissatisfied responses as cases: what is tracked, where it stands, what is late.

Built once for a reading, a state of the journal and a day; pages read arrays, and whole cases
only of those they draw.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from lib.followup.case_events import Case, CaseState
from lib.followup.working_days import WorkingDays
from lib.office_clock import OfficeClock
from lib.settings import TrackingRules
from lib.survey.dissatisfied_answers import ResponsePositions

_Ints = npt.NDArray[np.int64]
CaseFlags = npt.NDArray[np.bool_]
CASE_STATES = tuple(CaseState)
_SOON = 2  # working days


@dataclasses.dataclass(frozen=True)
class CaseTargets:
    """What the office sets itself, in working days from the day a response was received."""

    since: dt.date  # responses submitted from then on are tracked
    take_up: int = TrackingRules.take_up_days
    finish: int = TrackingRules.finish_days


@dataclasses.dataclass(frozen=True, eq=False)
class CaseCandidates:
    """Dissatisfied responses with their codes, newest first; arrays of one length."""

    positions: ResponsePositions  # in Responses
    codes: tuple[str, ...]
    submitted: _Ints  # day; smallest number unknown
    received: _Ints  # day of first sight, or of submission for those of the first reading
    late: CaseFlags  # first seen after the first reading
    counted: CaseFlags  # dissatisfied by how answers counted when it was first seen
    settled: CaseFlags  # and not any more, as somebody stated how they count
    hints: Callable[[int], bool]  # whether the words of one may hold it for leaders, by place


@dataclasses.dataclass(frozen=True, eq=False)
class Cases:
    """n cases in the order of work: overdue, due soon, newest; arrays of length n."""

    positions: ResponsePositions  # in Responses
    codes: tuple[str, ...]
    state: npt.NDArray[np.int8]  # index into STATES
    tracked: CaseFlags
    restricted: CaseFlags
    person: tuple[str, ...]
    received: _Ints  # day since 1970
    due: _Ints  # day since 1970 by which it is to be taken up, or finished; 0 none
    left: _Ints  # working days until then, negative: overdue
    took: _Ints  # working days from received to done; -1 not done
    known: Mapping[str, Case]
    # Positions in Responses of what was tracked and is no case any more: somebody stated that.
    settled: tuple[int, ...] = ()

    @property
    def n(self) -> int:
        """The number of cases."""
        return len(self.codes)

    @property
    def open(self) -> CaseFlags:
        """Those tracked and not done."""
        unfinished: CaseFlags = self.state != CASE_STATES.index(CaseState.DONE)
        return self.tracked & unfinished

    @property
    def overdue(self) -> CaseFlags:
        """Those open whose day has passed."""
        return self.open & (self.left < 0)

    @property
    def soon(self) -> CaseFlags:
        """Those open that are due within two working days."""
        return self.open & (self.left >= 0) & (self.left <= _SOON)

    def case(self, at: int) -> Case:
        """Return one case whole."""
        return self.known.get(self.codes[at]) or Case(self.codes[at])

    def find(self, code: str) -> int | None:
        """Return where the case of this code stands, None if there is none."""
        return self.codes.index(code) if code in self.codes else None


def build_cases(
    candidates: CaseCandidates,
    known: Mapping[str, Case],
    targets: CaseTargets,
    working: WorkingDays,
    today: dt.date,
) -> Cases:
    """Return the cases; `known` are those of which something happened, by code."""
    acted = {at: known[code] for at, code in enumerate(candidates.codes) if code in known}
    now = day_number(today)
    state = np.zeros(len(candidates.codes), dtype=np.int8)
    for at, case in acted.items():
        state[at] = CASE_STATES.index(case.state)
    taken_in = _days(acted, "taken_in", len(state))
    received = np.where(taken_in > 0, taken_in, candidates.received)
    tracked = (candidates.submitted >= day_number(targets.since)) | candidates.late
    tracked = (tracked & candidates.counted) | (taken_in > 0)
    # somebody already works on it: it is not to vanish from the list
    tracked |= state != CASE_STATES.index(CaseState.NEW)
    due = _due(acted, state, received, targets, working) * tracked
    left = np.where(
        due > 0, working.between(np.full(len(due), now), np.where(due > 0, due, now)), 0
    )
    done = _days(acted, "done_at", len(state))
    took = np.where(done > 0, working.between(received, np.where(done > 0, done, received)), -1)
    made = Cases(
        positions=candidates.positions,
        codes=candidates.codes,
        state=state,
        tracked=tracked,
        restricted=_restricted(acted, tracked, candidates.hints),
        person=tuple(acted[at].person if at in acted else "" for at in range(len(state))),
        received=received,
        due=due,
        left=left,
        took=took,
        known=known,
    )
    over = candidates.settled & ~np.isin(np.arange(len(state)), [*acted])
    ended = candidates.positions[tracked & over].tolist()
    return dataclasses.replace(_in_order(_only(made, ~over)), settled=tuple(ended))


def day_number(day: dt.date) -> int:
    """Return a day as the number of days since 1970."""
    return (day - dt.date(1970, 1, 1)).days


def day_from_number(number: int) -> dt.date:
    """Return the day of this number."""
    return dt.date(1970, 1, 1) + dt.timedelta(days=int(number))


def _restricted(
    acted: Mapping[int, Case], tracked: CaseFlags, hints: Callable[[int], bool]
) -> CaseFlags:
    """Return which are for leaders only; finishing one frees it not, only a leader does."""
    decided = {at: case.restricted for at, case in acted.items() if case.restricted is not None}
    restricted = np.zeros(len(tracked), dtype=np.bool_)
    for at in np.flatnonzero(tracked).tolist():
        restricted[at] = at not in decided and hints(at)
    restricted[list(decided)] = list(decided.values())
    return restricted


def _days(acted: Mapping[int, Case], name: str, n: int) -> _Ints:
    """Return the office's day of a moment of each case, 0 where it has none."""
    days = np.zeros(n, dtype=np.int64)
    for at, case in acted.items():
        if moment := getattr(case, name):
            days[at] = _local(moment)
    return days


def _local(moment: dt.datetime) -> int:
    return day_number(OfficeClock.local(moment).date())


def _due(
    acted: Mapping[int, Case],
    state: npt.NDArray[np.int8],
    received: _Ints,
    targets: CaseTargets,
    working: WorkingDays,
) -> _Ints:
    """Return the day by which each is to be taken up, once taken up finished; 0 when done."""
    own = np.zeros(len(state), dtype=np.int64)
    for at, case in acted.items():
        own[at] = day_number(case.due) if case.due else 0
    take_up, finish = (working.after(received, n) for n in (targets.take_up, targets.finish))
    finish = np.where(own > 0, own, finish)
    new, done = (state == CASE_STATES.index(which) for which in (CaseState.NEW, CaseState.DONE))
    due: _Ints = np.where(done, 0, np.where(new, take_up, finish))
    return due


def _in_order(made: Cases) -> Cases:
    """Overdue first, the latest of all at the top, then due soon, then as they were: newest."""
    urgency = np.where(made.overdue | made.soon, made.left, _SOON + 1)
    order = np.argsort(urgency, kind="stable")
    return _taken(made, order)


def _only(made: Cases, which: CaseFlags) -> Cases:
    return made if which.all() else _taken(made, np.flatnonzero(which))


def _taken(made: Cases, order: ResponsePositions) -> Cases:
    """Return the cases at these places, in this order."""
    arrays = ("positions", "state", "tracked", "restricted", "received", "due", "left", "took")
    return dataclasses.replace(
        made,
        codes=tuple(made.codes[at] for at in order),
        person=tuple(made.person[at] for at in order),
        **{name: getattr(made, name)[order] for name in arrays},
    )
