"""The figures of the overview: how many, how satisfied, how it changed, and the trend."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterable

import numpy as np

from lib.analysis.compared_period import compared_period
from lib.analysis.disclosure import (
    MayShow,
    allow_everything,
    may_show_fully,
    questions_in_view,
)
from lib.analysis.rates import (
    Rate,
    RateChange,
    pooled_rates,
    question_rate,
    question_rates,
    rate_change,
)
from lib.analysis.tally import (
    CountArray,
    ResponseSum,
    count_answers,
    period_positions,
    sum_responses,
    trend_timeline,
)
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import RowMask, Selection, chosen_rows


@dataclasses.dataclass(frozen=True)
class OverviewFigures:
    """What some responses say over the chosen questions."""

    responses: int
    rating: int  # responses with a valid answer
    dissatisfied: int  # responses with at least one dissatisfied answer
    rate: Rate  # pooled over the questions, its interval by responses


@dataclasses.dataclass(frozen=True)
class EarlierFigures:
    """An earlier period, and how the compared one differs from it."""

    period: Period
    figures: OverviewFigures
    rate: RateChange | None  # None where either has no rate
    dissatisfied: RateChange | None  # of the share of responses with a dissatisfied answer


@dataclasses.dataclass(frozen=True)
class QuestionFigures:
    """One question: how often each answer was given, and its rate."""

    question: Question
    answers: tuple[int, ...]  # by Answer
    dissatisfied: int
    rate: Rate


@dataclasses.dataclass(frozen=True)
class TrendPoint:
    """One step of the trend."""

    period: Period
    figures: OverviewFigures | None  # None where they may not be shown


@dataclasses.dataclass(frozen=True)
class Overview:
    """The page's figures; `period` is what is compared, also where no period is chosen."""

    figures: OverviewFigures  # of everything chosen
    period: Period | None  # may be a part of the chosen one: what of it is over
    now: OverviewFigures | None  # of `period`
    previous: EarlierFigures | None  # None where that period is empty
    year_ago: EarlierFigures | None  # None where it is the previous one
    questions: tuple[
        QuestionFigures, ...
    ]  # worst first; those too small to rank last, as in the form
    trend: tuple[TrendPoint, ...]


def compute_overview(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> Overview:
    """Return the overview of the chosen responses and questions: of what may be shown of it.

    `today` is the office's day: what is not over by then is told as far as it is.
    """
    rows, asked = chosen_rows(responses, selection), questions_in_view(responses, selection, may)
    steps, parts = _by_step(responses, rows, asked)
    figures = _figures(parts.sum(axis=0, keepdims=True))[0]
    period = compared_period(responses, selection, may, today)
    during = functools.partial(figures_during, responses, selection, asked, may)
    now = figures if period and period == selection.period else during(period)
    previous, year_ago = (period.previous(), period.year_ago()) if period else (None, None)
    return Overview(
        figures=figures,
        period=period,
        now=now,
        previous=against_earlier(previous, during(previous), now),
        year_ago=against_earlier(year_ago, during(year_ago) if year_ago != previous else None, now),
        questions=_questions(responses, rows, asked),
        trend=_trend(selection, asked, map(TrendPoint, steps, _figures(parts)), may),
    )


def trend_points(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> tuple[TrendPoint, ...]:
    """Return the trend of the overview, without working out the rest of it."""
    asked = questions_in_view(responses, selection, may)
    steps, parts = _by_step(responses, chosen_rows(responses, selection), asked)
    return _trend(selection, asked, map(TrendPoint, steps, _figures(parts)), may)


def _by_step(
    responses: Responses, rows: RowMask, asked: tuple[int, ...]
) -> tuple[tuple[Period, ...], CountArray]:
    """Return the steps of the trend and the sums of each, and last of what is in none."""
    steps = trend_timeline(responses, rows)
    by = period_positions(responses.submitted, steps)
    by = np.where(by < 0, len(steps), by)
    return steps, sum_responses(responses, rows, asked, by, len(steps) + 1)


def _figures(sums: CountArray) -> list[OverviewFigures]:
    counts = (
        sums[:, kind].tolist()
        for kind in (ResponseSum.RESPONSES, ResponseSum.RATING, ResponseSum.DISSATISFIED)
    )
    return [OverviewFigures(*each) for each in zip(*counts, pooled_rates(sums).each(), strict=True)]


def figures_during(
    responses: Responses,
    selection: Selection,
    asked: tuple[int, ...],
    may: MayShow,
    period: Period | None,
) -> OverviewFigures | None:
    """Return what is chosen says in a period; None where it may not be shown."""
    chosen = dataclasses.replace(selection, period=period)
    if period is None or not may_show_fully(may, chosen, asked):
        return None
    return _figures(sum_responses(responses, chosen_rows(responses, chosen), asked))[0]


def _trend(
    selection: Selection, asked: tuple[int, ...], points: Iterable[TrendPoint], may: MayShow
) -> tuple[TrendPoint, ...]:
    """Return the points from the first to the last that may be shown."""
    steps = [
        point
        if may_show_fully(may, dataclasses.replace(selection, period=point.period), asked)
        else TrendPoint(point.period, None)
        for point in points
    ]
    visible = [at for at, point in enumerate(steps) if point.figures]
    return tuple(steps[visible[0] : visible[-1] + 1]) if visible else ()


def against_earlier(
    period: Period | None, before: OverviewFigures | None, now: OverviewFigures | None
) -> EarlierFigures | None:
    """Return an earlier period with how `now` differs from it; None where nothing can be told."""
    if period is None or before is None or now is None or not before.responses:
        return None
    shares = (question_rate(figures.dissatisfied, figures.rating) for figures in (now, before))
    return EarlierFigures(period, before, rate_change(now.rate, before.rate), rate_change(*shares))


def _questions(
    responses: Responses, rows: RowMask, asked: tuple[int, ...]
) -> tuple[QuestionFigures, ...]:
    counts = count_answers(responses, rows)
    rates = question_rates(counts.satisfied[0], counts.valid[0]).each()
    dissatisfied = counts.dissatisfied[0].tolist()
    figures = [
        QuestionFigures(
            responses.form.rated[at],
            tuple(counts.cells[0, at].tolist()),
            dissatisfied[at],
            rates[at],
        )
        for at in asked
    ]
    figures.sort(key=lambda each: (each.rate.small, 0 if each.rate.small else each.rate.rate))
    return tuple(figures)
