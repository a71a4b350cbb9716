"""The overview's trend, as the page and a slide have it."""

from markupsafe import Markup

from lib.analysis.overview_figures import Overview
from lib.survey.model.periods import Period
from lib.ui.pieces.phrases import short_period_name
from lib.ui.pieces.trend import TrendDot, trend_list, trend_table
from lib.ui.shell.address import link_query
from lib.ui.shell.process import the_office
from lib.wording import format_day, gettext


def overview_trend(overview: Overview, *, linked: bool) -> Markup:
    """Return the overall rate step by step; each step chooses itself where it is a link."""
    dots = [
        TrendDot(
            short_period_name(point.period),
            point.figures.responses if point.figures else None,
            point.figures.rate if point.figures else None,
            link_query(ky=[point.period.code]) if linked else None,
            merger_words(point.period),
        )
        for point in overview.trend
    ]
    title = gettext("Overall rate over time")
    return trend_list(dots, title) + trend_table(dots, title)


def merger_words(period: Period) -> str:
    """Say that boundaries changed inside a period of a trend, "" where they did not."""
    first, last = period.first, period.last
    days = the_office().places.changes if first and last else ()
    merged = next((day for day in days if first and last and first <= day <= last), None)
    return (
        gettext("Dashed line: communes merged on {day}.", day=format_day(merged)) if merged else ""
    )
