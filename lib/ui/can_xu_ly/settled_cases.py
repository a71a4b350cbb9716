"""Cases that ended because somebody stated that their answers are no dissatisfaction."""

import numpy as np

from lib.followup.case_arrays import Cases
from lib.roles import Role
from lib.survey.dissatisfied_answers import DissatisfiedResponse, read_dissatisfied
from lib.survey.model.survey_form import CountingState
from lib.ui.can_xu_ly.case_cards import submission_day
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.counting_banners import draw_read_button
from lib.ui.shell.process import the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext, ngettext


def draw_settled_cases(scope: SurveyScope, cases: Cases) -> None:
    """List them with their reason, until a leader says that it was read."""
    if not cases.settled or not _untold(scope):
        return
    words = ngettext(
        "{n} case ended: somebody stated that its answer is no dissatisfaction.",
        "{n} cases ended: somebody stated that their answers are no dissatisfaction.",
        len(cases.settled),
    )
    positions = np.array(cases.settled, dtype=np.intp)
    lines = (tag("li", _line(each)) for each in read_dissatisfied(scope.responses, positions))
    draw_static_html(tag("h2", words, class_="x-h2") + tag("ul", join_markup(lines)))
    if scope.role is Role.LEADER:
        draw_read_button()


def _line(response: DissatisfiedResponse) -> str:
    said = "; ".join(f"{question.label}: {level.text}" for question, level in response.answers)
    return gettext("{day} · {answers}", day=submission_day(response), answers=said)


def _untold(scope: SurveyScope) -> bool:
    """Tell whether something was stated since a leader read what counts otherwise."""
    told = the_office().told_at
    return any(
        told is None or past.since > np.datetime64(told.replace(tzinfo=None), "s")
        for past in scope.responses.past
        if past.is_present and past.question.state is CountingState.DECLARED
    )
