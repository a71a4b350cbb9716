"""Of which days the first screen tells: the running period, the last complete ones, everything."""

from collections.abc import Iterator

import numpy as np
from markupsafe import Markup

from lib.analysis.compared_period import too_early_span
from lib.analysis.overview_figures import Overview, OverviewFigures
from lib.analysis.rates import RateChange
from lib.analysis.told_spans import complete_spans
from lib.survey.model.periods import PeriodKind, period_holding
from lib.survey.selection import Selection
from lib.survey.selection_sentence import n_responses
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import page_link, tag
from lib.ui.pieces.phrases import (
    doubt_words,
    rate_change_words,
    rate_in_words,
    too_few_words,
)
from lib.ui.shell.address import link_query
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_day, format_percent, gettext, with_capital

_OLD = 45  # days; without a response for longer, the page says since when


def told_of(scope: SurveyScope, overview: Overview) -> Markup:
    """Say of which days the cards tell, whether they are over, and against which they are held."""
    pieces = [*_newest(scope), *_too_early(scope), *_span(scope, overview)]
    return tag("p", Markup(" ").join(pieces), class_="x-compared") if pieces else Markup("")


def overall_rate_title(overview: Overview) -> str:
    """Return what the rate on the card is of: one question is not all together."""
    if len(overview.questions) == 1:
        return gettext("Satisfaction rate")
    return gettext("Overall satisfaction rate")


def dissatisfied_share(figures: OverviewFigures) -> str:
    """Return how many of those who rated had a dissatisfied answer, "27,3 %"."""
    return format_percent(figures.dissatisfied / figures.rating) if figures.rating else "–"


def period_table(scope: SurveyScope, overview: Overview) -> Markup:
    """Return the last complete month and quarter and all together, where no period was chosen."""
    selection = scope.view.selection
    if selection.period or overview.period is None:
        return Markup("")
    heads = (
        gettext("Period"),
        gettext("Responses"),
        gettext("Overall satisfaction rate"),
        gettext("Against the one before"),
        gettext("Dissatisfied responses"),
    )
    spans = complete_spans(scope.responses, selection, scope.displayed.today, scope.may)
    rows: list[tuple[object, ...]] = [
        (
            page_link(span.period.name(), "", link_query(ky=[span.period.code])),
            *_figures(span.figures, span.previous.rate if span.previous else None),
        )
        for span in spans
        if span.period != overview.period
    ]
    rows.append((with_capital(gettext("all periods")), *_figures(overview.figures, None)))
    name = gettext("Other periods")
    table = html_table(heads, rows, caption=name, named_cells=True)
    return tag("div", scroll_region(table, name), class_="x-periods")


def _figures(figures: OverviewFigures, change: RateChange | None) -> tuple[object, ...]:
    number = rate_in_words(figures.rate)[0]
    return (
        format_count(figures.responses),
        tag("b", number if figures.rate.rate is not None else too_few_words()),
        _moved(change),
        f"{format_count(figures.dissatisfied)} ({dissatisfied_share(figures)})",
    )


def _moved(change: RateChange | None) -> str:
    if change is None:
        return "–"
    return rate_change_words(change) + doubt_words(change)


def _newest(scope: SurveyScope) -> Iterator[Markup]:
    """Say since when nothing came, where that is long ago; to viewers no day of one response."""
    times = scope.responses.submitted[~np.isnat(scope.responses.submitted)]
    last = times.max().item().date() if len(times) else None
    if last is None or (scope.displayed.today - last).days <= _OLD:
        return
    month = period_holding(PeriodKind.MONTH, last)
    if scope.private:
        yield Markup(gettext("The newest response is of {day}.", day=format_day(last)))
    elif scope.may(Selection(period=month), None):
        yield Markup(gettext("The newest responses are of {month}.", month=month.name()))
    else:
        yield Markup(gettext("No new response for more than {n} days.", n=_OLD))


def _too_early(scope: SurveyScope) -> Iterator[Markup]:
    """Say of a quarter that has begun why nothing of it is told."""
    selection, today = scope.view.selection, scope.displayed.today
    early = too_early_span(scope.responses, selection, today, scope.may)
    if early is None:
        return
    words = gettext("{period}: not enough responses to tell of it yet.")
    if early.responses is not None:
        words = gettext("{period}: {n} so far, too early to tell of it.")
    n = n_responses(early.responses or 0)
    yield Markup("{}").format(words.format(period=early.period.name(), n=n))


def _span(scope: SurveyScope, overview: Overview) -> Iterator[Markup]:
    period, today = overview.period, scope.displayed.today
    if period is None:
        if scope.view.selection.period:
            yield Markup(gettext("It is too early to say anything about this period."))
        return
    whole = period.beginning_of()
    told = tag("b", period.name())
    if period != scope.view.selection.period:
        told = page_link(period.name(), "", link_query(ky=[period.code]))
    yield Markup("{} {}").format(gettext("Figures of:"), told)
    if whole and whole.last and whole.last >= today:
        yield with_term_link(Markup("({}).").format(gettext("not over yet")), "chua-ket-thuc")
    if overview.previous:
        yield Markup("{}").format(
            gettext("Compared with {previous}.", previous=overview.previous.period.name())
        )
    if overview.year_ago:
        name = overview.year_ago.period.name()
        yield Markup("{}").format(gettext("A year earlier: {period}.", period=name))
