"""The first slides: what needs a decision, because it got worse or is overdue."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.attention import what_needs_attention
from lib.analysis.disclosure import may_show_fully
from lib.analysis.overview_figures import Overview
from lib.errors import JournalError
from lib.followup.deadline_words import overdue_case_words
from lib.followup.work_counts import WorkCounts, cases_in_view, count_work
from lib.survey.selection import chosen_rated_questions
from lib.survey.selection_sentence import n_responses
from lib.ui.pieces.markup import tag
from lib.ui.pieces.phrases import (
    change_from_previous,
    concern_in_words,
    concern_subject,
    no_concern_sentence,
    too_few_sentence,
)
from lib.ui.shell.process import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.viewer_disclosure import why_withheld
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


def attention_slide(scope: SurveyScope, overview: Overview) -> Slide:
    """Return what got worse or lies below the others beyond chance, or why that is not known."""
    selection, period = scope.view.selection, overview.period
    today = scope.displayed.today
    concerns = what_needs_attention(scope.responses, selection, scope.may, today)
    lines: list[Markup | str] = [
        Markup("{} ({}): {}").format(
            concern_subject(scope.responses, concern),
            concern.period.name(),
            concern_in_words(concern),
        )
        for concern in concerns
    ]
    body = slide_points(lines or [no_concern_sentence(overview)], calm=not lines)
    against = period and period.previous()
    words = period.name() if period else gettext("No complete quarter to compare yet.")
    if period and against:
        words = gettext("{period} against {previous}", period=words, previous=against.name())
    return Slide(_LOWER, gettext("What needs a decision"), tag("p", words, class_="p-note") + body)


def overall_slide(overview: Overview) -> Slide:
    """Return how satisfied people are over all chosen questions, in the period that is told of."""
    figures, title = overview.now or overview.figures, gettext("Overall rate satisfied")
    rate = figures.rate
    if rate.rate is None or rate.low is None or rate.high is None:
        return Slide(OVERALL_SLIDE_CODE, title, tag("p", too_few_sentence(), class_="p-note"))
    interval = gettext("95 % interval: {range}", range=format_percent_range(rate.low, rate.high))
    moved = change_from_previous(
        overview.previous.rate if overview.previous else None, overview.period
    )
    words = overview.period.name() if overview.period else gettext("all periods")
    n = n_responses(figures.responses)
    figure = large_figure(format_percent(rate.rate), gettext("satisfied"), n, interval, moved)
    return Slide(OVERALL_SLIDE_CODE, title, tag("p", words, class_="p-note") + figure)


def overdue_slide(scope: SurveyScope) -> Slide:
    """Return how many cases in view are overdue, as it is now."""
    title, newest = gettext("Overdue cases"), scope.live
    selection, form = newest.view.selection, newest.responses.form
    if not may_show_fully(newest.may, selection, chosen_rated_questions(form, selection)):
        return Slide(OVERDUE_SLIDE_CODE, title, tag("p", why_withheld(selection), class_="p-note"))
    try:
        cases = the_desk().cases(newest.responses)
    except JournalError as error:
        return Slide(OVERDUE_SLIDE_CODE, title, tag("p", error, class_="p-note"))
    counts = count_work(cases, cases_in_view(newest.responses, cases, selection))
    figure = large_figure(*overdue_case_words(counts.overdue), *_beside(counts))
    return Slide(OVERDUE_SLIDE_CODE, title, figure)


def _beside(counts: WorkCounts) -> Iterator[str]:
    yield ngettext("of {n} open case", "of {n} open cases", counts.open)
    if counts.new:
        yield gettext("{n} not taken up yet", n=format_count(counts.new))
    yield gettext("{n} finished", n=format_count(counts.done))
    yield gettext("as of {day}", day=format_day(the_desk().today()))
