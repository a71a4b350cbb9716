"""The first slides: what needs a decision, because it got worse or is overdue."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.attention import what_needs_attention
from lib.analysis.attention_words import (
    concern_sentence,
    concern_subject,
    fall_sentence,
    nothing_sentence,
)
from lib.analysis.overview_figures import Overview
from lib.errors import JournalError
from lib.followup.deadline_words import overdue_case_words
from lib.survey.selection_sentence import n_responses
from lib.ui.can_xu_ly.case_summary import CaseWork, viewer_case_work
from lib.ui.pieces.markup import tag
from lib.ui.pieces.phrases import (
    change_from_previous,
    response_count_words,
    too_few_sentence,
    weighted_html,
)
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.viewer_disclosure import why_withheld
from lib.ui.tong_quan.commune_section import (
    COMMUNES_AT_A_GLANCE,
    CommunesCompared,
    commune_table,
    compared_communes,
)
from lib.ui.tong_quan.overview_trend import overview_trend
from lib.ui.trinh_chieu.slide import Slide, large_figure, slide_points
from lib.wording import (
    format_count,
    format_day,
    format_percent,
    format_percent_range,
    gettext,
    ngettext,
)

_LOWER, OVERALL_SLIDE_CODE, OVERDUE_SLIDE_CODE = "can-chu-y", "ty-le-chung", "qua-han"
TREND_SLIDE_CODE, COMMUNES_SLIDE_CODE = "dien-bien", "cac-xa"
RESPONSES_SLIDE_CODE = "so-phieu"
_FILLED = 2  # points that fill a wall; beside fewer stands the overall rate


def attention_slide(scope: SurveyScope, overview: Overview) -> Slide:
    """Return what got worse or lies below the others beyond chance, or why that is not known."""
    selection, period = scope.view.selection, overview.period
    today = scope.displayed.today
    attention = what_needs_attention(scope.responses, selection, scope.may, today)
    lines = [weighted_html(fall_sentence(fall)) for fall in (attention.fall,) if fall]
    lines += [
        Markup("{} ({}): {}").format(
            concern_subject(scope.responses, concern),
            concern.period.name(),
            weighted_html(concern_sentence(concern)),
        )
        for concern in attention.concerns
    ]
    body = slide_points(lines or [nothing_sentence(attention)], calm=not lines)
    if len(lines) < _FILLED:
        body += _overall_figure(overview)
    against = period and period.previous()
    words = period.name() if period else gettext("No complete quarter to compare yet.")
    if period and against:
        words = gettext("{period} against {previous}", period=words, previous=against.name())
    return Slide(_LOWER, gettext("What needs a decision"), tag("p", words, class_="p-note") + body)


def responses_slide(scope: SurveyScope) -> Slide:
    """Return how many responses there are, where the form asks nothing that makes a rate."""
    said = gettext("This form asks no question that makes a satisfaction rate.")
    figure = large_figure(*response_count_words(scope.n), said)
    return Slide(RESPONSES_SLIDE_CODE, gettext("Responses"), figure)


def overall_slide(overview: Overview) -> Slide:
    """Return how satisfied people are over all chosen questions, in the period that is told of."""
    words = overview.period.name() if overview.period else gettext("all periods")
    body = tag("p", words, class_="p-note") + _overall_figure(overview)
    return Slide(OVERALL_SLIDE_CODE, gettext("Overall satisfaction rate"), body)


def _overall_figure(overview: Overview) -> Markup:
    """Return the overall rate, large, with how it moved; why there is none."""
    figures = overview.now or overview.figures
    rate = figures.rate
    if rate.rate is None or rate.low is None or rate.high is None:
        return tag("p", too_few_sentence(), class_="p-note")
    interval = gettext("95% interval: {range}", range=format_percent_range(rate.low, rate.high))
    moved = change_from_previous(
        overview.previous.rate if overview.previous else None, overview.period
    )
    n = n_responses(figures.responses)
    return large_figure(format_percent(rate.rate), gettext("satisfied"), n, interval, moved)


def trend_slide(overview: Overview) -> Iterator[Slide]:
    """Yield how the overall rate went, where there is more than one step of it."""
    if len(overview.trend) > 1:
        words = gettext("Overall rate over time")
        yield Slide(TREND_SLIDE_CODE, words, overview_trend(overview, linked=False))


def communes_slide(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the communes at a glance, where there are several."""
    compared = compared_communes(scope)
    if compared and compared.period:
        words = tag("p", compared.period.name(), class_="p-note")
        table = commune_table(scope.responses, compared, COMMUNES_AT_A_GLANCE, linked=False)
        yield Slide(
            COMMUNES_SLIDE_CODE, gettext("Communes at a glance"), words + table + _more(compared)
        )


def _more(compared: CommunesCompared) -> Markup:
    """Return how many of the communes the slide holds, where that is not all."""
    every = len(compared.rates)
    if every <= COMMUNES_AT_A_GLANCE:
        return Markup("")
    words = gettext(
        "The first {n} of {all} communes; all of them stand on the overview.",
        n=COMMUNES_AT_A_GLANCE,
        all=every,
    )
    return tag("p", words, class_="p-note")


def overdue_slide(scope: SurveyScope) -> Slide:
    """Return how many cases in view are overdue, as of the newest reading that viewers see."""
    title, newest = gettext("Overdue cases"), scope.live
    try:
        work = viewer_case_work(newest)
    except JournalError as error:
        return Slide(OVERDUE_SLIDE_CODE, title, tag("p", error, class_="p-note"))
    if work is None:
        words = why_withheld(newest.responses, newest.view.selection)
        return Slide(OVERDUE_SLIDE_CODE, title, tag("p", words, class_="p-note"))
    figure = large_figure(*overdue_case_words(work.counts.overdue), *_beside(work))
    return Slide(OVERDUE_SLIDE_CODE, title, figure)


def _beside(work: CaseWork) -> Iterator[str]:
    counts = work.counts
    yield ngettext("of {n} open case", "of {n} open cases", counts.open)
    if counts.new:
        yield gettext("{n} not taken up yet", n=format_count(counts.new))
    yield gettext("{n} finished", n=format_count(counts.done))
    if work.as_of:
        yield gettext("as of {day}", day=format_day(work.as_of))
