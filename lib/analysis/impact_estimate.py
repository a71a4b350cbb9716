"""Whether it is better since something began at some places: there, and everywhere else.

Whole months are held against each other, so that viewers may be shown the same as staff. That
a rate rose after something began does not prove that it rose because of it; that it rose there
more than elsewhere makes chance and fashion less likely, no more.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

import numpy as np
from dateutil.relativedelta import relativedelta

from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully
from lib.analysis.rates import ENOUGH_PEOPLE, Rate, RateChange, pooled_rates, rate_change
from lib.analysis.tally import sum_responses
from lib.survey.model.periods import SINGLE_DAY, Period, month_later, period_between
from lib.survey.responses import Place, Responses
from lib.survey.selection import RowMask, Selection, chosen_rows

_MOST = 12  # months; further away other things change as well


@dataclasses.dataclass(frozen=True)
class ImpactAim:
    """What began when, for which questions and communes; none of them means all."""

    day: dt.date
    questions: tuple[str, ...] = ()  # ids
    communes: tuple[str, ...] = ()  # codes


@dataclasses.dataclass(frozen=True)
class RateBeforeAfter:
    """A rate before and after a day; `change` is None where either has too few people."""

    first: dt.date  # of the days before
    last: dt.date  # of the days after
    before: Rate
    after: Rate
    change: RateChange | None

    @property
    def missing(self) -> int:
        """How many responses after the day are missing until something can be said."""
        return max(0, ENOUGH_PEOPLE - self.after.people)

    @property
    def missing_before(self) -> int:
        """How many were missing before it; they never come any more."""
        return max(0, ENOUGH_PEOPLE - self.before.people)


@dataclasses.dataclass(frozen=True)
class MonthsAround:
    """As many whole months before something as after it."""

    months: int
    first: dt.date  # of the days before
    before: dt.date  # their last
    after: dt.date  # the first of the days after
    last: dt.date

    @property
    def sides(self) -> tuple[Period, Period]:
        """The days before and the days after as periods."""
        return period_between(self.first, self.before), period_between(self.after, self.last)


@dataclasses.dataclass(frozen=True)
class Impact:
    """Before and after at the places of an aim, and at all others over the same months."""

    there: RateBeforeAfter | None  # None where it may not be shown
    elsewhere: RateBeforeAfter | None  # None too where the aim is for all communes
    months: int  # on either side
    merged: dt.date | None = None  # it had to end here: a commune was merged the day after


def estimate_impact(
    responses: Responses, aim: ImpactAim, today: dt.date, may: MayShow = allow_everything
) -> Impact | None:
    """Return the impact by today; None where no whole month has passed since.

    None too where none of its questions is in a rate.
    """
    if not _asked(responses, aim):
        return None
    merged = _merged(responses, aim, today)
    whole, around = months_around(aim.day, today), months_around(aim.day, merged or today)
    if around is None:
        return None
    cut = merged if whole and whole.months > around.months else None
    there = Selection(communes=aim.communes, today=_by_today(responses, aim))
    effect = _effect(responses, there, aim, around, may)
    everybody = _effect(responses, Selection(), aim, around, may)
    elsewhere = _others(responses, there, aim, around) if aim.communes and everybody else None
    return Impact(effect, elsewhere if effect else None, around.months, cut)


def months_around(day: dt.date, until: dt.date) -> MonthsAround | None:
    """Return as many whole months before a day's month as have passed whole after it.

    The month itself is on neither side, unless it begins with the day: then it is after.
    """
    start = day.replace(day=1)
    first = start if day == start else month_later(start, 1)
    passed = relativedelta((until + SINGLE_DAY).replace(day=1), first)
    n = min(passed.years * 12 + passed.months, _MOST)
    if n < 1:
        return None
    return MonthsAround(
        n, month_later(start, -n), start - SINGLE_DAY, first, month_later(first, n) - SINGLE_DAY
    )


def _merged(responses: Responses, aim: ImpactAim, today: dt.date) -> dt.date | None:
    """Return the day before the first merger that an aim's places came to since it began."""
    ended = (place.valid_to for place in _named(responses.communes, aim) if place.valid_to)
    return min((day for day in ended if aim.day <= day < today), default=None)


def _by_today(responses: Responses, aim: ImpactAim) -> bool:
    return len(_named(responses.communes, aim)) < len(_named(responses.today, aim))


def _named(places: Sequence[Place], aim: ImpactAim) -> list[Place]:
    return [place for place in places if place.code in aim.communes]


def _effect(
    responses: Responses, there: Selection, aim: ImpactAim, around: MonthsAround, may: MayShow
) -> RateBeforeAfter | None:
    sides = [dataclasses.replace(there, period=period) for period in around.sides]
    asked = _asked(responses, aim)
    if not all(may_show_fully(may, side, asked) for side in sides):
        return None
    return _changed(responses, [chosen_rows(responses, side) for side in sides], aim, around)


def _others(
    responses: Responses, there: Selection, aim: ImpactAim, around: MonthsAround
) -> RateBeforeAfter:
    inside = chosen_rows(responses, there)
    sides = [chosen_rows(responses, Selection(period=period)) & ~inside for period in around.sides]
    return _changed(responses, sides, aim, around)


def _changed(
    responses: Responses, sides: Sequence[RowMask], aim: ImpactAim, around: MonthsAround
) -> RateBeforeAfter:
    before, after = (_rate(responses, rows, _asked(responses, aim)) for rows in sides)
    return RateBeforeAfter(around.first, around.last, before, after, rate_change(after, before))


def _rate(responses: Responses, rows: RowMask, asked: Sequence[int]) -> Rate:
    together = np.zeros(responses.n, dtype=np.int64)
    return pooled_rates(sum_responses(responses, rows, tuple(asked), together, 1)).each()[0]


def _asked(responses: Responses, aim: ImpactAim) -> list[int]:
    rated = responses.form.rated
    return [at for at, q in enumerate(rated) if not aim.questions or q.id in aim.questions]
