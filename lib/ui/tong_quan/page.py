"""The overview's pieces: cards, what deserves attention, the questions, the trend."""

import datetime as dt
from collections.abc import Callable, Iterator

from markupsafe import Markup

from lib.analysis.attention import Concern, find_concerns
from lib.analysis.overview_figures import EarlierFigures, Overview, compute_overview
from lib.analysis.rates import RateChange
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
    told = compute_overview(scope.responses, selection, scope.may)
    found = find_concerns(scope.responses, selection, told.period, scope.may)
    pieces = (
        _compared(scope, told),
        _cards(told, case_work_in_view(scope)),
        tag(
            "div",
            _attention(scope, told, found) if found else "",
            _questions(told),
            _trend(told),
            class_="x-duo x-two" if len(told.trend) <= _FITTING else "x-duo",
        ),
        tag("p", _note(), class_="x-note"),
        sipas_section(scope),
    )
    return join_markup(Markup("{}").format(piece) for piece in pieces)


def _compared(scope: SurveyScope, told: Overview) -> Markup:
    """Say once what changes are told of and against what."""
    if not told.period or not told.previous:
        return Markup("")
    words = gettext("compared with {previous}", previous=told.previous.period.name())
    if told.year_ago:
        name = told.year_ago.period.name()
        words += "; " + gettext("same months a year earlier: {period}", period=name)
    if scope.view.selection.period:
        return tag("p", gettext("Changes:"), " ", words, class_="x-compared")
    newest = page_link(told.period.name(), "", link_query(ky=[told.period.code]))
    told_of = gettext("Changes in the newest complete quarter:")
    return tag("p", f"{told_of} ", newest, f" {words}", class_="x-compared")


def _cards(told: Overview, work: WorkCounts | None) -> Markup:
    number, unit, interval = rate_in_words(told.figures.rate)
    figures = told.figures
    return figure_cards(
        figure_card(gettext("Responses"), *response_count_words(figures.responses),
             *_changes(told, lambda a: _more(told, a, "responses"))),
        figure_card(gettext("Overall rate satisfied"), number, unit, interval,
             *_changes(told, lambda a: _change(a.rate))),
        figure_card(gettext("Dissatisfied responses"), *response_count_words(figures.dissatisfied),
             *_changes(told, lambda a: _more(told, a, "dissatisfied")), kind="x-d"),
        _work(work) if work and work.all else "",
    )  # fmt: skip


def _work(work: WorkCounts) -> Markup:
    """Return one card and one line of it: how many are open, how many late; never whose."""
    words = overdue_cases_in_words(work.overdue)
    line = tag("b", words, class_="x-late") if work.overdue else words
    way = page_link(gettext("See the cases"), "can_xu_ly", link_query())
    number = format_count(work.open)
    return figure_card(gettext("Needs action"), number, gettext("open"), line, way)


def _changes(told: Overview, words: Callable[[EarlierFigures], Markup]) -> Iterator[Markup]:
    if told.previous:
        yield words(told.previous)
    if told.year_ago:
        yield Markup("{} {}").format(gettext("a year earlier:"), words(told.year_ago))


def _more(told: Overview, against: EarlierFigures, of: str) -> Markup:
    now = getattr(told.now, of) if told.now else 0
    difference = now - getattr(against.figures, of)
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


def _attention(scope: SurveyScope, told: Overview, found: tuple[Concern, ...]) -> Markup:
    items = (tag("li", _concern(scope, told, concern)) for concern in found)
    heading = tag("h2", gettext("Worth attention"), class_="x-h2")
    return tag("section", heading, tag("ul", join_markup(items)), class_="x-attention")


def _concern(scope: SurveyScope, told: Overview, concern: Concern) -> Markup:
    """Return one sentence that begins with the link to what it tells."""
    period, changed = told.period, {}
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


def _questions(told: Overview) -> Markup:
    asked = told.questions
    name = ngettext("{n} question", "{n} questions, from the lowest rate", len(asked))
    head = tag("div", tag("h2", name, class_="x-h2"), bar_legend(asked), class_="x-head")
    return tag("section", head, question_bars(asked, link_query()), class_="x-questions")


def _trend(told: Overview) -> Markup:
    if len(told.trend) < 2:
        return Markup("")
    drawn = [
        TrendDot(
            short_period_name(point.period),
            point.figures.responses if point.figures else None,
            point.figures.rate if point.figures else None,
            link_query(ky=[point.period.code]),
            _event(point.period.first, point.period.last),
        )
        for point in told.trend
    ]
    heading = tag("h2", gettext("Overall rate over time"), class_="x-h2")
    return tag("section", heading, trend_table(drawn), class_="x-over-time")


def _event(first: dt.date | None, last: dt.date | None) -> str:
    """Say that boundaries changed inside a period of the trend."""
    days = the_office().places.changes if first and last else ()
    merged = next((at for at in days if first and last and first <= at <= last), None)
    return (
        gettext("Dashed line: communes merged on {day}.", day=format_day(merged)) if merged else ""
    )


def _note() -> str:
    return gettext(
        "A voluntary survey, no random sample. Rate satisfied = (very satisfied + satisfied) / "
        "valid answers. “Not clear”: chance could explain the difference (95 %)."
    )
