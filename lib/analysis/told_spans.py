"""The periods that a first screen tells of beside the running one: the last that are over."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from lib.analysis.compared_period import last_period_over
from lib.analysis.disclosure import MayShow, allow_everything, questions_in_view
from lib.analysis.overview_figures import (
    EarlierFigures,
    OverviewFigures,
    against_earlier,
    figures_during,
)
from lib.survey.model.periods import SINGLE_DAY, Period, PeriodKind
from lib.survey.responses import Responses
from lib.survey.selection import Selection

_OVER = (PeriodKind.MONTH, PeriodKind.QUARTER)


class CompleteSpan(NamedTuple):
    """A period that is over, what it says, and how that differs from the one before."""

    period: Period
    figures: OverviewFigures
    previous: EarlierFigures | None


def complete_spans(
    responses: Responses,
    selection: Selection,
    today: dt.date,
    may: MayShow = allow_everything,
) -> Iterator[CompleteSpan]:
    """Yield the last month and the last quarter that are over by today and hold any, if shown."""
    asked = questions_in_view(responses, selection, may)
    for kind in _OVER:
        period = last_period_over(responses, selection, kind, today - SINGLE_DAY)
        earlier = period and period.previous()
        now, then = (
            figures_during(responses, selection, asked, may, each) for each in (period, earlier)
        )
        if period and now:
            yield CompleteSpan(period, now, against_earlier(earlier, then, now))
