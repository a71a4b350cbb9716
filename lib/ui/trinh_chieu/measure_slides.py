"""What was done since: the measures that aim at something in view, each with its effect."""

from collections.abc import Iterator

from lib.followup.office_measures import measures_in_force
from lib.ui.pieces.markup import tag
from lib.ui.shell.process_desk import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tac_dong.action_effects import action_effect, measure_actions
from lib.ui.trinh_chieu.slide import Slide, slide_points
from lib.wording import gettext

_MEASURE, _NONE = "viec-{}", "da-lam"
_MOST = 5  # the newest


def measure_slides(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the measures that have begun, with before and after; one that says there is none."""
    chosen, today = scope.view.selection, the_desk().today()
    begun = (one for one in measures_in_force(the_desk().measures()) if one.date <= today)
    told = [one for one in begun if chosen.concerns(one.communes, one.questions)][:_MOST]
    for one, action in zip(told, measure_actions(told), strict=True):
        body = action_effect(action, scope.shown, scope.may)
        yield Slide(_MEASURE.format(one.code), one.title, tag("div", body, class_="p-done"))
    if not told:
        words = gettext("No measure has been recorded yet for what is in view.")
        yield Slide(_NONE, gettext("What was done since"), slide_points([words]))
