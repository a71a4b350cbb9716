"""What was done since: the measures that aim at something in view, each with its effect."""

from collections.abc import Iterator

from lib.followup.measures import measures
from lib.ui.desk import the_desk
from lib.ui.markup import tag
from lib.ui.movement import impact
from lib.ui.present.slide import Slide, points
from lib.ui.scope import Scope
from lib.wording import gettext

MEASURE, NONE = "viec-{}", "da-lam"
MOST = 5  # the newest


def done(scope: Scope) -> Iterator[Slide]:
    """Yield the measures that have begun, with before and after; one that says there is none."""
    chosen, today = scope.view.selection, the_desk().today()
    begun = (one for one in measures(the_desk().measures()) if one.date <= today)
    told = [one for one in begun if chosen.concerns(one.communes, one.questions)][:MOST]
    for one, action in zip(told, impact.of_measures(told), strict=True):
        body = impact.told(action, scope.shown, scope.may)
        yield Slide(MEASURE.format(one.code), one.title, tag("div", body, class_="p-done"))
    if not told:
        words = gettext("No measure has been recorded yet for what is in view.")
        yield Slide(NONE, gettext("What was done since"), points([words]))
