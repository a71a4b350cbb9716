"""Which period a first screen tells of: the running one, else the last that is over."""

import dataclasses
import datetime as dt
from typing import NamedTuple

import numpy as np

from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully, questions_in_view
from lib.analysis.rates import ENOUGH_PEOPLE
from lib.survey.model.periods import (
    SINGLE_DAY,
    Period,
    PeriodKind,
    newest_complete_period,
    period_between,
    period_holding,
)
from lib.survey.model.running_periods import running_part, until_part_end
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows


class EarlySpan(NamedTuple):
    """What of a running period is over, and its responses: too few to tell of."""

    period: Period
    responses: int | None  # None where their number may not be shown


def compared_period(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> Period | None:
    """Return the period that is told of first: the chosen one, as far as it is over by today.

    With none chosen the running month if enough responses came in it, else the running quarter,
    else the last quarter that is over and holds something of what is chosen; None where there is
    no such, or nothing of the chosen one is over. Without a day a quarter is over once a response
    came after it.
    """
    if selection.period:
        return until_part_end(selection.period, today) if today else selection.period
    if today is None:
        times = responses.submitted[~np.isnat(responses.submitted)]
        if not len(times):
            return None
        return last_period_over(responses, selection, PeriodKind.QUARTER, times.max().item().date())
    running = _running(responses, selection, may, today)
    return running or last_period_over(responses, selection, PeriodKind.QUARTER, today - SINGLE_DAY)


def last_period_over(
    responses: Responses, selection: Selection, kind: PeriodKind, by: dt.date
) -> Period | None:
    """Return the last month or quarter that had ended by a day and holds chosen responses."""
    until = period_between(None, newest_complete_period(by, kind).last)
    rows = chosen_rows(responses, dataclasses.replace(selection, period=until))
    times = responses.submitted[rows]
    return period_holding(kind, times.max().item().date()) if len(times) else None


def too_early_span(
    responses: Responses, selection: Selection, today: dt.date, may: MayShow = allow_everything
) -> EarlySpan | None:
    """Return the running quarter where some of it is over and too few responses came in it."""
    part = running_part(PeriodKind.QUARTER, today)
    if selection.period or part is None or _running(responses, selection, may, today):
        return None
    chosen = dataclasses.replace(selection, period=part)
    shown = may_show_fully(may, chosen, questions_in_view(responses, selection, may))
    n = np.count_nonzero(chosen_rows(responses, chosen))
    return EarlySpan(part, int(n) if shown else None)


def _running(
    responses: Responses, selection: Selection, may: MayShow, today: dt.date
) -> Period | None:
    """Return the running month or quarter that has enough responses and may be shown."""
    asked = questions_in_view(responses, selection, may)
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        part = running_part(kind, today)
        chosen = dataclasses.replace(selection, period=part)
        n = np.count_nonzero(chosen_rows(responses, chosen)) if part else 0
        if n >= ENOUGH_PEOPLE and may_show_fully(may, chosen, asked):
            return part
    return None
