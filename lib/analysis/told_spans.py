"""The periods that a first screen tells of beside the running one: the last that are over."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from lib.analysis.disclosure import MayShow, allow_everything
from lib.analysis.overview_figures import Overview, compute_overview
from lib.survey.model.periods import Period, PeriodKind, newest_complete_period
from lib.survey.responses import Responses
from lib.survey.selection import Selection

_OVER = (PeriodKind.MONTH, PeriodKind.QUARTER)


def complete_spans(
    responses: Responses,
    selection: Selection,
    today: dt.date,
    may: MayShow = allow_everything,
) -> Iterator[tuple[Period, Overview]]:
    """Yield the last complete month and quarter by today, those that may be shown and hold any."""
    for kind in _OVER:
        period = newest_complete_period(today - dt.timedelta(days=1), kind)
        chosen = dataclasses.replace(selection, period=period)
        if may(chosen, None):
            overview = compute_overview(responses, chosen, may)
            if overview.figures.responses:
                yield period, overview
