"""The last slide: what the figures rest on, and the way to them on one's own phone."""

from collections.abc import Iterator

from lib.ui.shell.pin import seal_words
from lib.ui.shell.process import the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.trinh_chieu.slide import Slide, slide_points
from lib.wording import format_day, gettext, with_capital

_SOURCE = "nguon"


def source_slide(scope: SurveyScope) -> Slide:
    """Return how many responses, read when, pinned or live, and what kind of survey it is."""
    return Slide(_SOURCE, gettext("Where the figures come from"), slide_points(_lines(scope)))


def reading_day_line(scope: SurveyScope) -> str:
    """Return when what is shown was read, as it stands below every slide."""
    at = format_day(the_office().local(scope.shown.read_at))
    if scope.shown.pin:
        return gettext("Figures as read on {day}", day=at)
    return gettext("Newest figures, read on {day}, not pinned", day=at)


def _lines(scope: SurveyScope) -> Iterator[str]:
    yield with_capital(scope.sentence)
    yield reading_day_line(scope)
    if the_office().sample:
        yield gettext("Sample data: invented, only to try the app")
    yield gettext("A voluntary survey, no random sample: what those say who answered.")
    yield gettext("The rate counts very satisfied and satisfied among the valid answers.")
    if scope.shown.pin:
        yield seal_words(scope.shown.pin)
