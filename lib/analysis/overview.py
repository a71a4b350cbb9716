"""The figures of the overview: how many, how satisfied, how it changed, and the trend."""

import dataclasses
import functools
from collections.abc import Iterable

import numpy as np

from lib.analysis import tally
from lib.analysis.disclosure import May, everything, fully
from lib.analysis.measures import Change, Rate, change, pooled, rate, rates
from lib.analysis.tally import Ints, Sum
from lib.survey import filters, periods
from lib.survey.filters import Rows, Selection
from lib.survey.form import Question
from lib.survey.periods import Period, Span
from lib.survey.responses import Responses


@dataclasses.dataclass(frozen=True)
class Figures:
    """What some responses say over the chosen questions."""

    responses: int
    rating: int  # responses with a valid answer
    dissatisfied: int  # responses with at least one dissatisfied answer
    rate: Rate  # pooled over the questions, its interval by responses


@dataclasses.dataclass(frozen=True)
class Against:
    """An earlier period, and how the compared one differs from it."""

    period: Period
    figures: Figures
    rate: Change | None  # None where either has no rate
    dissatisfied: Change | None  # of the share of responses with a dissatisfied answer


@dataclasses.dataclass(frozen=True)
class Asked:
    """One question: how often each answer was given, and its rate."""

    question: Question
    answers: tuple[int, ...]  # by scales.Answer
    dissatisfied: int
    rate: Rate


@dataclasses.dataclass(frozen=True)
class Point:
    """One step of the trend."""

    period: Period
    figures: Figures | None  # None where they may not be shown


@dataclasses.dataclass(frozen=True)
class Overview:
    """The page's figures; `period` is what is compared, also where no period is chosen."""

    figures: Figures  # of everything chosen
    period: Period | None
    now: Figures | None  # of `period`
    previous: Against | None  # None where that period is empty
    year_ago: Against | None  # None where it is the previous one
    questions: tuple[Asked, ...]  # worst first; those too small to rank last, as in the form
    trend: tuple[Point, ...]


def overview(responses: Responses, selection: Selection, may: May = everything) -> Overview:
    """Return the overview of the chosen responses and questions: of what may be shown of it."""
    rows, asked = filters.chosen(responses, selection), _asked(responses, selection, may)
    steps, parts = _by_step(responses, rows, asked)
    figures = _figures(parts.sum(axis=0, keepdims=True))[0]
    period = compared(responses, selection)
    during = functools.partial(_during, responses, selection, asked, may)
    now = figures if selection.period else during(period)
    previous, year_ago = (period.previous(), period.year_ago()) if period else (None, None)
    return Overview(
        figures=figures,
        period=period,
        now=now,
        previous=_against(previous, during(previous), now),
        year_ago=_against(year_ago, during(year_ago) if year_ago != previous else None, now),
        questions=_questions(responses, rows, asked),
        trend=_trend(selection, asked, map(Point, steps, _figures(parts)), may),
    )


def trend_points(
    responses: Responses, selection: Selection, may: May = everything
) -> tuple[Point, ...]:
    """Return the trend of the overview, without working out the rest of it."""
    asked = _asked(responses, selection, may)
    steps, parts = _by_step(responses, filters.chosen(responses, selection), asked)
    return _trend(selection, asked, map(Point, steps, _figures(parts)), may)


def compared(responses: Responses, selection: Selection) -> Period | None:
    """Return the period that changes are told of: the chosen one.

    With none chosen, the newest quarter that is complete in the data and holds something of
    what is chosen; None where there is no such.
    """
    if selection.period:
        return selection.period
    times = responses.submitted[~np.isnat(responses.submitted)]
    if not len(times):
        return None
    complete = periods.newest_complete(times.max().item().date())
    until = dataclasses.replace(selection, period=periods.days(None, complete.last))
    held = responses.submitted[filters.chosen(responses, until)]
    return periods.holding(Span.QUARTER, held.max().item().date()) if len(held) else None


def _asked(responses: Responses, selection: Selection, may: May) -> tuple[int, ...]:
    return tuple(at for at in filters.rated(responses.form, selection) if may(selection, at))


def _by_step(
    responses: Responses, rows: Rows, asked: tuple[int, ...]
) -> tuple[tuple[Period, ...], Ints]:
    """Return the steps of the trend and the sums of each, and last of what is in none."""
    steps = tally.timeline(responses, rows)
    by = tally.within(responses.submitted, steps)
    by = np.where(by < 0, len(steps), by)
    return steps, tally.sums(responses, rows, asked, by, len(steps) + 1)


def _figures(sums: Ints) -> list[Figures]:
    counts = (sums[:, of].tolist() for of in (Sum.RESPONSES, Sum.RATING, Sum.DISSATISFIED))
    return [Figures(*each) for each in zip(*counts, pooled(sums).each(), strict=True)]


def _during(
    responses: Responses,
    selection: Selection,
    asked: tuple[int, ...],
    may: May,
    period: Period | None,
) -> Figures | None:
    of = dataclasses.replace(selection, period=period)
    if period is None or not fully(may, of, asked):
        return None
    return _figures(tally.sums(responses, filters.chosen(responses, of), asked))[0]


def _trend(
    selection: Selection, asked: tuple[int, ...], points: Iterable[Point], may: May
) -> tuple[Point, ...]:
    """Return the points from the first to the last that may be shown."""
    told = [
        point
        if fully(may, dataclasses.replace(selection, period=point.period), asked)
        else Point(point.period, None)
        for point in points
    ]
    shown = [at for at, point in enumerate(told) if point.figures]
    return tuple(told[shown[0] : shown[-1] + 1]) if shown else ()


def _against(period: Period | None, before: Figures | None, now: Figures | None) -> Against | None:
    if period is None or before is None or now is None or not before.responses:
        return None
    shares = (rate(figures.dissatisfied, figures.rating) for figures in (now, before))
    return Against(period, before, change(now.rate, before.rate), change(*shares))


def _questions(responses: Responses, rows: Rows, asked: tuple[int, ...]) -> tuple[Asked, ...]:
    counts = tally.tally(responses, rows)
    each = rates(counts.satisfied[0], counts.valid[0]).each()
    dissatisfied = counts.dissatisfied[0].tolist()
    found = [
        Asked(
            responses.form.rated[at],
            tuple(counts.cells[0, at].tolist()),
            dissatisfied[at],
            each[at],
        )
        for at in asked
    ]
    return tuple(
        sorted(found, key=lambda of: (of.rate.small, 0 if of.rate.small else of.rate.rate))
    )
