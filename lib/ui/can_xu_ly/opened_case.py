"""One case opened: what somebody answered, and the work on it beside that."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.followup.case_arrays import Cases
from lib.followup.case_events import Case
from lib.followup.case_item import CaseItem, hide_item_contacts, read_case_item
from lib.followup.handling_hints import suggest_handling
from lib.roles import Role
from lib.survey.given_answers import GivenAnswer, given_answers
from lib.survey.model.contact_masks import mask_contacts
from lib.ui.can_xu_ly.case_downloads import draw_slip_download
from lib.ui.can_xu_ly.case_handling import draw_case_work, draw_restriction
from lib.ui.can_xu_ly.case_slip import (
    contacts_asked_for,
    draw_case_history,
    draw_erasing,
    draw_given_answers,
    draw_response,
)
from lib.ui.can_xu_ly.excerpt_approval import draw_excerpt_approval
from lib.ui.can_xu_ly.list_order import draw_case_ways
from lib.ui.pieces.banners import banner_html
from lib.ui.pieces.markup import draw_static_html
from lib.ui.shell.access import may_read_restricted
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


def draw_opened_case(scope: SurveyScope, cases: Cases, code: str, order: Sequence[str]) -> None:
    """Draw the case of this code; `order` are the codes of the list it was opened from."""
    draw_case_ways(code, order)
    position = cases.find(code)
    if position is None:
        words = gettext("There is no case “{code}” in this survey.", code=code[:40])
        draw_static_html(banner_html("∅", Markup("<b>{}</b>").format(words)))
        return
    item = read_case_item(scope.responses, cases, position)
    case = cases.case(position)
    if item.restricted and not may_read_restricted():
        draw_restriction(case)
        return
    given = given_answers(scope.responses, int(cases.positions[position]))
    read, readable = (item, given) if contacts_asked_for(case) else _without_contacts(item, given)
    # the style sheet puts the second beside the others where there is room
    with st.container(key="slip"):
        with st.container(key="slip_said"):
            if item.restricted:
                draw_restriction(case)
            draw_response(read.response, case, hidden=(read, readable) != (item, given))
        with st.container(key="slip_work"):
            draw_case_work(item, case, suggest_handling(scope.responses, cases, position))
            draw_slip_download(scope, read)
        with st.container(key="slip_all"):
            restricted = not may_read_restricted() and case.restricted is not False
            draw_given_answers(readable, read.response, restricted=restricted)
            _about(scope, item, case)


def _without_contacts(
    item: CaseItem, given: tuple[GivenAnswer, ...]
) -> tuple[CaseItem, tuple[GivenAnswer, ...]]:
    masked = (GivenAnswer(one.question, mask_contacts(one.text)) for one in given)
    return hide_item_contacts(item), tuple(masked)


def _about(scope: SurveyScope, item: CaseItem, case: Case) -> None:
    """Draw what is done about the case besides the work on it."""
    if not item.restricted:
        draw_excerpt_approval(case, item.response.comment)
    draw_case_history(case)
    if scope.role is Role.LEADER:
        draw_erasing(case)
