"""What people said that staff let the room read, and what was done since, with its effect."""

from collections.abc import Iterator

from lib.followup.excerpt import approved
from lib.followup.measures import measures
from lib.ui.desk import the_desk
from lib.ui.markup import tag
from lib.ui.movement import impact
from lib.ui.present.slide import Slide, points
from lib.ui.scope import Scope
from lib.wording import gettext

COMMENT, MEASURE, NONE = "y-kien-{}", "viec-{}", "da-lam"
MOST = 5  # of either, the newest


def comments(scope: Scope) -> Iterator[Slide]:
    """Yield the approved comments of the responses in view, one a slide; nothing else of them."""
    desk = the_desk()
    in_view = set(desk.codes(scope.responses)[scope.rows].tolist())
    told = [case for case in approved(desk.acted()) if case.code.encode() in in_view]
    for number, case in enumerate(told[:MOST], start=1):
        words = tag("blockquote", case.excerpt, class_="p-quote")
        yield Slide(COMMENT.format(number), gettext("In somebody's words"), words)


def done(scope: Scope) -> Iterator[Slide]:
    """Yield the measures that aim at something in view, each with before and after."""
    chosen = scope.view.selection
    made = measures(the_desk().measures())
    told = [one for one in made if chosen.concerns(one.communes, one.questions)][:MOST]
    for one, action in zip(told, impact.of_measures(told), strict=True):
        body = impact.told(action, scope.shown, scope.may)
        yield Slide(MEASURE.format(one.code), one.title, tag("div", body, class_="p-done"))
    if not told:
        words = gettext("No measure has been recorded yet.")
        yield Slide(NONE, gettext("What was done since"), points([words]))
