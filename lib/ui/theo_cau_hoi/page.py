"""One question in figures: its rate, its levels, over time, by commune and by sector."""

import dataclasses

from markupsafe import Markup

from lib.analysis.question_changes import changes_by_question
from lib.analysis.rates import Rate, question_rate
from lib.analysis.tally import (
    ResponseSum,
    count_levels,
    period_positions,
    sum_responses,
    trend_timeline,
)
from lib.analysis.unclassified_answers import unclassified_words
from lib.survey.model.answer_levels import Level, Polarity, gather_unclassified
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Question
from lib.ui.pieces.banners import draw_nothing_left
from lib.ui.pieces.bars import ANSWER_CLASSES
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.count_bars import CountedRow, count_bar_table
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.markup import draw_html, tag
from lib.ui.pieces.phrases import (
    change_from_previous,
    rate_in_words,
    response_count_words,
    short_period_name,
)
from lib.ui.pieces.trend import TrendDot, rate_trend
from lib.ui.shell.address import QUESTION_PAGE, link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.viewer_disclosure import why_withheld
from lib.ui.theo_cau_hoi.written_answers import readable_words
from lib.wording import format_count, format_day, format_percent, gettext


def shown_rated_question(scope: SurveyScope, question: Question) -> int | None:
    """Return a rated question's place; None where its figures may not be shown: that is said."""
    number = scope.responses.form.rated.index(question)
    if scope.may(scope.view.selection, number):
        return number
    draw_nothing_left(why_withheld(scope.responses, scope.view.selection))
    return None


def draw_question_summary(scope: SurveyScope, number: int) -> None:
    """Draw the rate of the question, with what it rests on."""
    [summed] = sum_responses(scope.responses, scope.rows, (number,)).tolist()
    rate, bad = (
        question_rate(summed[ResponseSum.S], summed[ResponseSum.V]),
        summed[ResponseSum.DISSATISFIED],
    )
    question, period = scope.responses.form.rated[number], scope.view.selection.period
    selection, today = scope.view.selection, scope.displayed.today
    changed = changes_by_question(scope.responses, selection, scope.may, today).get(question.id)
    percent, unit, interval = rate_in_words(rate)
    draw_html(
        _reworded(question)
        + figure_cards(
            figure_card(
                with_term_link(gettext("Satisfaction rate"), "ty-le-hai-long"),
                percent,
                unit,
                with_term_link(interval, "khoang-tin-cay") if rate.low else interval,
                *_unclassified(scope, number, rate),
                change_from_previous(changed, period),
            ),
            figure_card(gettext("Dissatisfied"), *response_count_words(bad), kind="x-d"),
            figure_card(gettext("Valid answers"), format_count(rate.valid), ""),
        ),
        key="question_summary",
    )


def _unclassified(scope: SurveyScope, at: int, rate: Rate) -> list[str]:
    """Say between which rates this one may lie, where answers to it are not placed yet."""
    counts = count_levels(scope.responses, scope.rows, at)[0].tolist()
    levels = zip(scope.responses.form.rated[at].levels, counts, strict=True)
    open_ = sum(n for level, n in levels if level.polarity is Polarity.UNCLASSIFIED)
    words = unclassified_words(rate, open_)
    return [words] if words else []


def _reworded(question: Question) -> Markup:
    """Say that the question was not always worded like this."""
    before = (*question.former, *question.headers[1:])[:1]
    if not before:
        return Markup("")
    when = question.reworded
    since = (
        gettext("reworded, first seen {day}", day=format_day(when)) if when else gettext("reworded")
    )
    words = gettext("{since}; before: “{words}”", since=since, words=before[0])
    return tag("p", words, class_="x-read")


def draw_question_levels(scope: SurveyScope, number: int) -> None:
    """Draw how many chose each level."""
    named, valid = shown_levels(scope, number)
    rows = [
        CountedRow(
            readable_words(level.text),
            n,
            format_percent(n / valid) if valid and level.answer.valid else "–",
            ANSWER_CLASSES[level.answer],
        )
        for level, n in named
    ]
    heads = gettext("Level"), gettext("Responses"), gettext("Share of the valid answers")
    _draw("levels", gettext("Answers by level"), count_bar_table(heads, rows))


def shown_levels(scope: SurveyScope, number: int) -> tuple[list[tuple[Level, int]], int]:
    """Return how many chose each level, best first, and how many of these are valid answers."""
    question = scope.responses.form.rated[number]
    counts = count_levels(scope.responses, scope.rows, number)[0]
    named = list(zip(question.levels, map(int, counts), strict=True))
    if not scope.private:
        named = gather_unclassified(named)
    return named, sum(n for level, n in named if level.answer.valid)


def draw_question_over_time(scope: SurveyScope, number: int) -> None:
    """Draw the rate of each period; each chooses itself."""
    dots = [
        TrendDot(
            short_period_name(period),
            rate.valid,
            rate,
            link_query(ky=[period.code]),
            page=QUESTION_PAGE,
        )
        for period, rate in period_rates(scope, number)
    ]
    if any(dot.rate and dot.rate.rate is not None for dot in dots):
        title = gettext("Over time")
        _draw("over_time", title, rate_trend(dots, title))


def period_rates(scope: SurveyScope, number: int) -> list[tuple[Period, Rate]]:
    """Return the rate of each period of the trend that may be shown."""
    periods = trend_timeline(scope.responses, scope.rows)
    if not periods:
        return []
    by = period_positions(scope.responses.submitted, periods)
    summed = sum_responses(scope.responses, scope.rows, (number,), by, len(periods)).tolist()
    return [
        (period, question_rate(sums[ResponseSum.S], sums[ResponseSum.V]))
        for period, sums in zip(periods, summed, strict=True)
        if scope.may(dataclasses.replace(scope.view.selection, period=period), number)
    ]


def _draw(key: str, title: str, picture: Markup) -> None:
    heading = tag("h2", title, class_="x-h2")
    draw_html(tag("section", heading, picture, class_="x-chart"), key=key)
