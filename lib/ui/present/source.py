"""The last slide: what the figures rest on, and the way to them on one's own phone."""

from collections.abc import Iterator

from lib.ui.feed import office
from lib.ui.pin import sealed
from lib.ui.present.slide import Slide, points
from lib.ui.scope import Scope
from lib.wording import day, gettext, opening

SOURCE = "nguon"


def source(scope: Scope) -> Slide:
    """Return how many responses, read when, pinned or live, and what kind of survey it is."""
    return Slide(SOURCE, gettext("Where the figures come from"), points(_lines(scope)))


def read(scope: Scope) -> str:
    """Return when what is shown was read, as it stands below every slide."""
    at = day(office().local(scope.shown.read_at))
    if scope.shown.pin:
        return gettext("Figures as read on {day}", day=at)
    return gettext("Newest figures, read on {day}, not pinned", day=at)


def _lines(scope: Scope) -> Iterator[str]:
    yield opening(scope.sentence)
    yield read(scope)
    if office().sample:
        yield gettext("Sample data: invented, only to try the app")
    yield gettext("A voluntary survey, no random sample: what those say who answered.")
    yield gettext("The rate counts very satisfied and satisfied among the valid answers.")
    if scope.shown.pin:
        yield sealed(scope.shown.pin)
