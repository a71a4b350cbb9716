"""Cases that ended because somebody stated that their answers are no dissatisfaction."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from lib.followup.case_arrays import Cases
from lib.roles import Role
from lib.survey.dissatisfied_answers import (
    DissatisfiedResponse,
    formerly_dissatisfied_rows,
    read_dissatisfied,
)
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.past_counting import PastCounting
from lib.ui.can_xu_ly.case_cards import submission_day
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.counting_banners import draw_read_button, untold_changes
from lib.ui.shell.process import the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext, ngettext


def draw_settled_cases(scope: SurveyScope, cases: Cases) -> None:
    """List them with their reason, until a leader says that it was read."""
    stated = _untold(scope)
    ended = _ended_by(stated, scope, cases) if stated else ()
    if not ended:
        return
    words = ngettext(
        "{n} case ended: somebody stated that its answer is no dissatisfaction.",
        "{n} cases ended: somebody stated that their answers are no dissatisfaction.",
        len(ended),
    )
    lines = (tag("li", _line(each)) for each in ended)
    draw_static_html(tag("h2", words, class_="x-h2") + tag("ul", join_markup(lines)))
    if scope.role is Role.LEADER and not untold_changes(scope):  # those are read elsewhere, first
        draw_read_button(dt.datetime.fromisoformat(f"{max(p.since for p in stated)}+00:00"))


def _untold(scope: SurveyScope) -> Sequence[PastCounting]:
    """Return what was stated since a leader read last what counts otherwise."""
    told = the_office().told_at
    return [
        past
        for past in scope.responses.past
        if past.is_present
        and past.stated
        and (told is None or past.since > np.datetime64(told.replace(tzinfo=None), "s"))
    ]


def _ended_by(
    stated: Sequence[PastCounting], scope: SurveyScope, cases: Cases
) -> Sequence[DissatisfiedResponse]:
    """Return the responses whose cases this ended; what leaders alone read, for them alone."""
    about = tuple(past.question.id for past in stated)
    once = formerly_dissatisfied_rows(scope.responses, about)
    positions = np.array([at for at in cases.settled if once[at]], dtype=np.intp)
    found = read_dissatisfied(scope.responses, positions, about)
    all_told = may_read_restricted()
    return [each for each in found if all_told or not hints_denunciation(each.comment)]


def _line(response: DissatisfiedResponse) -> str:
    said = "; ".join(
        f"{question.whole_label}: {level.text}" for question, level in response.answers
    )
    return gettext("{day} · {answers}", day=submission_day(response), answers=said)
