"""All slides of a view, from the same functions as the pages: drawn once for each reading."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.survey.selection_sentence import selection_without_questions
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.markup import tag
from lib.ui.shell.address import SLIDE_PARAMETER, link_query
from lib.ui.shell.process import the_office
from lib.ui.shell.process_desk import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.trinh_chieu.comment_slides import comment_slides
from lib.ui.trinh_chieu.decision_slides import attention_slide, overdue_slide
from lib.ui.trinh_chieu.measure_slides import measure_slides
from lib.ui.trinh_chieu.question_slides import question_slides
from lib.ui.trinh_chieu.slide import Slide, join_slides, slide_points
from lib.ui.trinh_chieu.source_slide import reading_day_line, source_slide
from lib.wording import gettext


def _slides_in_view(scope: SurveyScope) -> tuple[Slide, ...]:
    """Return what needs a decision, each question, what was done, and the source."""
    return (
        *_doubtful(scope),
        attention_slide(scope),
        overdue_slide(scope),
        *question_slides(scope),
        *comment_slides(scope),
        *measure_slides(scope),
        source_slide(scope),
    )


def _doubtful(scope: SurveyScope) -> Iterator[Slide]:
    """Yield what of the link was not understood, before anybody trusts the figures."""
    lines = (*scope.view.problems, *(hint.text for hint in scope.view.hints))
    if lines:
        yield Slide("luu-y", gettext("About this link"), slide_points(lines, calm=False))


def slide_deck_html(scope: SurveyScope) -> Markup:
    """Return the slides as HTML."""
    desk = the_desk()
    now = (scope.shown.newest.read_at, desk.journal.number, desk.journal.trouble is None)
    state = ("presented", scope.shown.read_at, now, desk.today())
    query = {name: of for name, of in link_query().items() if name != SLIDE_PARAMETER}
    return cached_html(scope.responses, state, query, lambda: _drawn(scope))


def _drawn(scope: SurveyScope) -> Markup:
    whose = scope.responses.form.office
    what = selection_without_questions(scope.responses, scope.view.selection)
    above = " · ".join(filter(None, (whose, what)))
    mark = tag("span", gettext("Sample data"), class_="x-sample") if the_office().sample else ""
    lost = tag("span", gettext("· line lost, the slides go on"), class_="p-lost")
    below = Markup("{} {} {}").format(reading_day_line(scope), mark, lost)
    return join_slides(_slides_in_view(scope), above, below)
