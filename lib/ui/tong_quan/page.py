"""The overview's pieces: cards, what deserves attention, the questions, the trend."""

import datetime as dt
from collections.abc import Callable, Iterator

from markupsafe import Markup

from lib.analysis.attention import Concern, find_concerns
from lib.analysis.overview_figures import EarlierFigures, Overview, compute_overview
from lib.analysis.rates import RateChange
from lib.analysis.unclassified_answers import count_unclassified, unclassified_words
from lib.followup.deadline_words import overdue_cases_in_words
from lib.followup.work_counts import WorkCounts
from lib.ui.can_xu_ly.case_summary import case_work_in_view, case_work_version
from lib.ui.pieces.bars import bar_legend, question_bars
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.pieces.phrases import (
    concern_in_words,
    concern_subject,
    rate_change_words,
    rate_in_words,
    response_count_words,
    short_period_name,
)
from lib.ui.pieces.trend import TrendDot, trend_table
from lib.ui.shell.address import link_query
from lib.ui.shell.process import the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tong_quan.sipas_section import sipas_section
from lib.wording import format_count, format_day, format_points, gettext, ngettext

_FITTING = 12  # points of a trend that stand beside the questions on a wide screen


def draw_overview_page(scope: SurveyScope) -> None:
    """Draw all of it in one piece; the work on cases only for those who may see cases."""
    name = f"overview {case_work_version(scope)}"
    draw_html(cached_html(scope.responses, name, link_query(), lambda: _page(scope)), "overview")


def _page(scope: SurveyScope) -> Markup:
    selection = scope.view.selection
    overview = compute_overview(scope.responses, selection, scope.may)
    concerns = find_concerns(scope.responses, selection, overview.period, scope.may)
    pieces = (
        _compared(scope, overview),
        _cards(overview, case_work_in_view(scope)),
        tag(
            "div",
            _attention(scope, overview, concerns) if concerns else "",
            _questions(overview),
            _trend(overview),
            class_="x-duo x-two" if len(overview.trend) <= _FITTING else "x-duo",
        ),
        tag("p", _note(), class_="x-note"),
        sipas_section(scope),
    )
    return join_markup(Markup("{}").format(piece) for piece in pieces)


def _compared(scope: SurveyScope, overview: Overview) -> Markup:
    """Say once what changes are told of and against what."""
    if not overview.period or not overview.previous:
        return Markup("")
    words = gettext("compared with {previous}", previous=overview.previous.period.name())
    if overview.year_ago:
        name = overview.year_ago.period.name()
        words += "; " + gettext("same months a year earlier: {period}", period=name)
    if scope.view.selection.period:
        return tag("p", gettext("Changes:"), " ", words, class_="x-compared")
    newest = page_link(overview.period.name(), "", link_query(ky=[overview.period.code]))
    told_of = gettext("Changes in the newest complete quarter:")
    return tag("p", f"{told_of} ", newest, f" {words}", class_="x-compared")


def _cards(overview: Overview, work: WorkCounts | None) -> Markup:
    number, unit, interval = rate_in_words(overview.figures.rate)
    open_ = unclassified_words(overview.figures.rate, count_unclassified(overview.questions))
    figures = overview.figures
    return figure_cards(
        figure_card(gettext("Responses"), *response_count_words(figures.responses),
             *_changes(overview, lambda a: _more(overview, a, "responses"))),
        figure_card(gettext("Overall rate satisfied"), number, unit, interval,
             *([open_] if open_ else []),
             *_changes(overview, lambda a: _change(a.rate))),
        figure_card(gettext("Dissatisfied responses"), *response_count_words(figures.dissatisfied),
             *_changes(overview, lambda a: _more(overview, a, "dissatisfied")), kind="x-d"),
        _work(work) if work and work.all else "",
    )  # fmt: skip


def _work(work: WorkCounts) -> Markup:
    """Return one card and one line of it: how many are open, how many late; never whose."""
    words = overdue_cases_in_words(work.overdue)
    line = tag("b", words, class_="x-late") if work.overdue else words
    way = page_link(gettext("See the cases"), "can_xu_ly", link_query())
    number = format_count(work.open)
    return figure_card(gettext("Needs action"), number, gettext("open"), line, way)


def _changes(overview: Overview, words: Callable[[EarlierFigures], Markup]) -> Iterator[Markup]:
    if overview.previous:
        yield words(overview.previous)
    if overview.year_ago:
        yield Markup("{} {}").format(gettext("a year earlier:"), words(overview.year_ago))


def _more(overview: Overview, against: EarlierFigures, figure: str) -> Markup:
    now = getattr(overview.now, figure) if overview.now else 0
    difference = now - getattr(against.figures, figure)
    words = ngettext("{n} response more", "{n} responses more", difference)
    if difference < 0:
        words = ngettext("{n} response fewer", "{n} responses fewer", -difference)
    return Markup("{}").format(words if difference else gettext("as many"))


def _change(change: RateChange | None) -> Markup:
    if change is None:
        return Markup("{}").format(gettext("too few responses to compare"))
    if format_points(change.difference) == format_points(0):
        return tag("b", gettext("unchanged"))
    sure = gettext("clear") if change.clear else gettext("not clear")
    return Markup("<b>{}</b>, {}").format(rate_change_words(change.difference), sure)


def _attention(scope: SurveyScope, overview: Overview, concerns: tuple[Concern, ...]) -> Markup:
    items = (tag("li", _concern(scope, overview, concern)) for concern in concerns)
    heading = tag("h2", gettext("Worth attention"), class_="x-h2")
    return tag("section", heading, tag("ul", join_markup(items)), class_="x-attention")


def _concern(scope: SurveyScope, overview: Overview, concern: Concern) -> Markup:
    """Return one sentence that begins with the link to what it tells."""
    period, changed = overview.period, {}
    if concern.question:
        changed["cau"] = [concern.question]
    if concern.commune:
        changed["xa"] = [concern.commune]
    query = link_query(ky=[period.code] if period else [], **changed)
    page = "theo_cau_hoi" if concern.question else ""
    name = page_link(concern_subject(scope.responses, concern), page, query)
    return Markup("{} ({}): {}").format(
        name, period.name() if period else "", concern_in_words(concern)
    )


def _questions(overview: Overview) -> Markup:
    asked = overview.questions
    name = ngettext("{n} question", "{n} questions, from the lowest rate", len(asked))
    head = tag("div", tag("h2", name, class_="x-h2"), bar_legend(asked), class_="x-head")
    return tag("section", head, question_bars(asked, link_query()), class_="x-questions")


def _trend(overview: Overview) -> Markup:
    if len(overview.trend) < 2:
        return Markup("")
    drawn = [
        TrendDot(
            short_period_name(point.period),
            point.figures.responses if point.figures else None,
            point.figures.rate if point.figures else None,
            link_query(ky=[point.period.code]),
            _event(point.period.first, point.period.last),
        )
        for point in overview.trend
    ]
    heading = tag("h2", gettext("Overall rate over time"), class_="x-h2")
    return tag("section", heading, trend_table(drawn), class_="x-over-time")


def _event(first: dt.date | None, last: dt.date | None) -> str:
    """Say that boundaries changed inside a period of the trend."""
    days = the_office().places.changes if first and last else ()
    merged = next((day for day in days if first and last and first <= day <= last), None)
    return (
        gettext("Dashed line: communes merged on {day}.", day=format_day(merged)) if merged else ""
    )


def _note() -> str:
    return gettext(
        "A voluntary survey, no random sample. Rate satisfied = (very satisfied + satisfied) / "
        "valid answers. “Not clear”: chance could explain the difference (95 %)."
    )
