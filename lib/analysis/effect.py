"""Whether it is better since a day: the rate after it and before, over equal spans of time."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

import numpy as np

from lib.analysis import tally
from lib.analysis.measures import ENOUGH, Change, Rate, change, pooled
from lib.survey.filters import Rows, during
from lib.survey.periods import Period, Span
from lib.survey.responses import Responses

LONGEST = 365  # days; further away other things change as well


@dataclasses.dataclass(frozen=True)
class Effect:
    """A rate before and after a day; `change` is None where either has too few people."""

    first: dt.date  # of the days before
    last: dt.date  # of the days after
    before: Rate
    after: Rate
    change: Change | None

    @property
    def missing(self) -> int:
        """How many responses after the day are missing until something can be said."""
        return max(0, ENOUGH - self.after.people)

    @property
    def missing_before(self) -> int:
        """How many were missing before it; they never come any more."""
        return max(0, ENOUGH - self.before.people)


def effect(
    responses: Responses,
    rows: Rows,
    questions: Sequence[int],
    day: dt.date,
    until: dt.date,
) -> Effect | None:
    """Return the effect of something done on a day for these rows and rated questions.

    As many days are looked at before as have passed since, the day itself after, at most a
    year. None where no day has passed. The rate is pooled over the questions, its interval by
    responses; the change is Newcombe's.
    """
    days = min((until - day).days + 1, LONGEST)
    if days < 1:
        return None
    first, last = day - dt.timedelta(days=days), day + dt.timedelta(days=days - 1)
    spans = ((first, day - dt.timedelta(days=1)), (day, last))
    before, after = (_rate(responses, rows, questions, *span) for span in spans)
    return Effect(first, last, before, after, change(after, before))


def of_places(responses: Responses, codes: Collection[str]) -> Rows:
    """Return which responses are of one of these communes, as at the time or by today's names."""
    if not codes:
        return np.ones(responses.n, dtype=np.bool_)
    sides = ((responses.communes, responses.commune), (responses.today, responses.commune_today))
    found = np.zeros(responses.n, dtype=np.bool_)
    for places, of in sides:
        wanted = [at for at, place in enumerate(places) if place.code in codes]
        found |= np.isin(of, wanted)
    return found


def _rate(
    responses: Responses, rows: Rows, questions: Sequence[int], first: dt.date, last: dt.date
) -> Rate:
    inside = rows & during(responses.submitted, Period("", Span.DAYS, first, last))
    one = np.zeros(responses.n, dtype=np.int64)
    return pooled(tally.sums(responses, inside, tuple(questions), one, 1)).each()[0]
