"""All slides of a view, from the same functions as the pages: drawn once for each reading."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.overview_figures import compute_overview
from lib.followup.comment_excerpt import approved_cases
from lib.followup.office_measures import measures_in_force
from lib.survey.selection_sentence import selection_without_questions
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.markup import tag
from lib.ui.shell.address import SLIDE_PARAMETER, link_query
from lib.ui.shell.pin import seal_words
from lib.ui.shell.process import the_desk, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tac_dong.action_effects import action_effect, measure_actions
from lib.ui.trinh_chieu.decision_slides import (
    attention_slide,
    communes_slide,
    overall_slide,
    overdue_slide,
    responses_slide,
    trend_slide,
)
from lib.ui.trinh_chieu.question_slides import question_slides
from lib.ui.trinh_chieu.slide import Slide, join_slides, slide_points
from lib.wording import format_day, gettext, with_capital

# What the address calls the slides that are not about a question.
_DOUBT, _COMMENT, _MEASURE, _NO_MEASURE, _SOURCE = (
    "luu-y",
    "y-kien-{}",
    "viec-{}",
    "da-lam",
    "nguon",
)
_MOST = 5  # comments and measures, the newest


def _slides_in_view(scope: SurveyScope) -> tuple[Slide, ...]:
    """Return what needs a decision, each question, what was done, and the source."""
    selection, today = scope.view.selection, scope.displayed.today
    overview = compute_overview(scope.responses, selection, scope.may, today)
    if not scope.responses.form.rated:
        return *_doubtful(scope), responses_slide(scope), _source_slide(scope)
    return (
        *_doubtful(scope),
        attention_slide(scope, overview),
        overdue_slide(scope),
        overall_slide(overview),
        *trend_slide(overview),
        *communes_slide(scope),
        *question_slides(scope),
        *_comment_slides(scope),
        *_measure_slides(scope),
        _source_slide(scope),
    )


def _doubtful(scope: SurveyScope) -> Iterator[Slide]:
    """Yield what of the link was not understood, before anybody trusts the figures."""
    lines = (*scope.view.problems, *(hint.text for hint in scope.view.hints))
    if lines:
        yield Slide(_DOUBT, gettext("About this link"), slide_points(lines, calm=False))


def _comment_slides(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the approved comments of the responses in view, one a slide; nothing else of them.

    None where hamlets, sectors or answers are chosen: by choosing one after the other it could be
    found out in which few responses a comment stands.
    """
    if scope.view.selection.is_within_communes:
        return
    desk = the_desk()
    in_view = set(desk.codes(scope.responses)[scope.rows].tolist())
    approved = [case for case in approved_cases(desk.acted()) if case.code.encode() in in_view]
    for number, case in enumerate(approved[:_MOST], start=1):
        words = tag("blockquote", case.excerpt, class_="p-quote")
        yield Slide(_COMMENT.format(number), gettext("In somebody's words"), words)


def _measure_slides(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the measures that have begun, with before and after; one that says there is none."""
    chosen, today = scope.view.selection, the_desk().today()
    aimed = [
        measure
        for measure in measures_in_force(the_desk().measures())
        if measure.date <= today and chosen.concerns(measure.communes, measure.questions)
    ][:_MOST]
    for measure, action in zip(aimed, measure_actions(aimed), strict=True):
        body = tag("div", action_effect(action, scope.displayed, scope.may), class_="p-done")
        yield Slide(_MEASURE.format(measure.code), measure.title, body)
    if not aimed:
        words = gettext("No measure has been recorded yet for what is in view.")
        yield Slide(_NO_MEASURE, gettext("What was done since"), slide_points([words]))


def _source_slide(scope: SurveyScope) -> Slide:
    """Return how many responses, read when, pinned or live, and what kind of survey it is."""
    lines = slide_points(_source_lines(scope))
    return Slide(_SOURCE, gettext("Where the figures come from"), lines)


def _source_lines(scope: SurveyScope) -> Iterator[str]:
    yield with_capital(scope.sentence)
    yield _reading_day_line(scope)
    if the_office().sample:
        yield gettext("Sample data: invented, only to try the app")
    yield gettext("A voluntary survey, no random sample: what those say who answered.")
    yield gettext("The rate counts very satisfied and satisfied among the valid answers.")
    if scope.displayed.pin:
        yield seal_words(scope.displayed.pin)


def _reading_day_line(scope: SurveyScope) -> str:
    """Return when what is shown was read, as it stands below every slide."""
    day = format_day(the_office().local(scope.displayed.read_at))
    if scope.displayed.pin:
        return gettext("Figures frozen as of {day}", day=day)
    return gettext("Newest figures, updated on {day}, not frozen", day=day)


def slide_deck_html(scope: SurveyScope) -> Markup:
    """Return the slides as HTML."""
    desk = the_desk()
    now = (scope.displayed.newest.read_at, desk.journal.number, desk.journal.trouble is None)
    state = ("presented", scope.displayed.read_at, now, desk.today(), scope.displayed.today)
    query = {name: values for name, values in link_query().items() if name != SLIDE_PARAMETER}
    return cached_html(scope.responses, state, query, lambda: _drawn(scope))


def _drawn(scope: SurveyScope) -> Markup:
    whose = scope.responses.form.office
    what = selection_without_questions(scope.responses, scope.view.selection)
    above = " · ".join(filter(None, (whose, what)))
    mark = tag("span", gettext("Sample data"), class_="x-sample") if the_office().sample else ""
    lost = tag("span", gettext("· line lost, the slides go on"), class_="p-lost")
    below = Markup("{} {} {}").format(_reading_day_line(scope), mark, lost)
    return join_slides(_slides_in_view(scope), above, below)
