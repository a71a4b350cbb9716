"""A fall that lasts, found from the run of the last responses before any period is over.

A risk-adjusted CUSUM (Steiner, Cook, Farewell & Treasure 2000, Biostatistics 1:441–452): day by day
what was answered not satisfied scores log(R), and every response costs log(1 + p (R - 1)), where p
is the share not satisfied in the year before and R = 2.5 the ratio of odds that is looked for; the
sum never falls below 0. Where p is right it passes h once in at least e^h responses (Lorden 1971,
Annals of Mathematical Statistics 42:1897–1908; a response of several questions scores between 0
and 1, which only makes it rarer), so that h = log(responses of a year) is at most one false alarm a
year. The fall began where the sum was 0 last (Page 1954). What it finds is measured in
`tests/lib/analysis/test_sustained_fall.py` and stands in `docs/decisions`.
"""

import dataclasses
import datetime as dt
import math

import numpy as np

from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully, questions_in_view
from lib.analysis.rates import Rate, pooled_rates
from lib.analysis.tally import CountArray, ResponseSum, sum_responses
from lib.survey.model.periods import SINGLE_DAY, Period, PeriodKind, period_between, period_holding
from lib.survey.responses import Responses
from lib.survey.selection import RowMask, Selection, chosen_rows

_WATCHED, _BEFORE = 90, 365  # days: the run that is looked at, and what came before it
_ENOUGH = 100  # responses before, of which fewer tell too little of what is usual
_ODDS = 2.5


@dataclasses.dataclass(frozen=True)
class SustainedFall:
    """Since when the overall rate has been lower; the rates are None for who sees totals only."""

    since: Period  # from the day on which it began; of it only the month for who sees totals only
    rate: Rate | None
    before: Rate | None
    dissatisfied: int | None  # responses since with such an answer


def sustained_fall(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> SustainedFall | None:
    """Return the fall of the overall rate that lasts until the newest responses, if there is one.

    None where a period is chosen, where too few came before, and where chance explains it.
    """
    asked = questions_in_view(responses, selection, may)
    rows = chosen_rows(responses, selection) & ~np.isnat(responses.submitted)
    if selection.period or not asked or not rows.any():
        return None
    newest = responses.submitted[rows].max().item().date()
    last = max(newest, today) if today else newest
    daily = _by_day(responses, rows, asked, last)
    watched, before = daily[_BEFORE:], daily[:_BEFORE].sum(axis=0)
    began = _beginning(watched, before)
    if began is None:
        return None
    first = last - (_WATCHED - 1 - began) * SINGLE_DAY
    if may is not allow_everything:
        return _in_its_month(selection, first, asked, may)
    since = watched[began:].sum(axis=0, keepdims=True)
    [rate], [usual] = pooled_rates(since).each(), pooled_rates(before[None]).each()
    bad = int(since[0, ResponseSum.DISSATISFIED])
    return SustainedFall(period_between(first, newest), rate, usual, bad)


def _by_day(
    responses: Responses, rows: RowMask, asked: tuple[int, ...], last: dt.date
) -> CountArray:
    """Return the sums of each of the days until the last: [day, ResponseSum]."""
    days = _BEFORE + _WATCHED
    at = responses.submitted.astype("M8[D]") - np.datetime64(last - (days - 1) * SINGLE_DAY)
    by = np.where(rows, at.astype(np.int64), -1)
    within = (by >= 0) & (by < days)
    return sum_responses(responses, within, asked, np.where(within, by, 0), days)


def _beginning(watched: CountArray, before: CountArray) -> int | None:
    """Return on which of the watched days the fall began; None where there is none."""
    usual = before[ResponseSum.RATING]
    if usual < _ENOUGH:
        return None
    p = 1 - before[ResponseSum.S] / before[ResponseSum.V]
    p = max(p, 0.5 / usual)  # where everybody was satisfied, nobody says that everybody will be
    people, valid = watched[:, ResponseSum.RATING], watched[:, ResponseSum.V]
    unsatisfied = people * (1 - watched[:, ResponseSum.S] / np.maximum(valid, 1))
    score = unsatisfied * math.log(_ODDS) - people * math.log1p(p * (_ODDS - 1))
    walked = np.concatenate([[0.0], np.cumsum(score)])
    lowest = np.minimum.accumulate(walked)
    if walked[-1] - lowest[-1] <= math.log(usual):
        return None
    return int(np.flatnonzero(walked == lowest)[-1])


def _in_its_month(
    selection: Selection, first: dt.date, asked: tuple[int, ...], may: MayShow
) -> SustainedFall | None:
    month = period_holding(PeriodKind.MONTH, first)
    if not may_show_fully(may, selection, asked):
        return None
    return SustainedFall(month, None, None, None)
