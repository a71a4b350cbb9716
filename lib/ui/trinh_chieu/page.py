"""The page of the presentation: what a viewer may see of the view, whoever presents it."""

from pathlib import Path

import streamlit as st

from lib.roles import Role
from lib.server.push import push_state
from lib.settings import LEAST_GROUP
from lib.ui.pieces.banners import (
    banner_html,
    draw_nothing_left,
    draw_waiting,
    draw_warning,
    enough_to_draw,
)
from lib.ui.pieces.markup import draw_html, page_link, tag
from lib.ui.shell.address import PRESENTATION_PAGE, query_for_page
from lib.ui.shell.displayed_reading import displayed_reading
from lib.ui.shell.live import redraw_when_moved
from lib.ui.shell.page_frame import draw_heading, draw_in_fragment
from lib.ui.shell.process import feed_for_role, the_feed
from lib.ui.shell.share import whole_page_address
from lib.ui.shell.survey_scope import SurveyScope, addressed_scope
from lib.ui.shell.viewer_disclosure import draw_alternatives
from lib.ui.trinh_chieu.presentation_start import pin_presentation
from lib.ui.trinh_chieu.slide_deck import slide_deck_html
from lib.ui.trinh_chieu.stage import draw_stage
from lib.ui.trinh_chieu.task_form import draw_task_form
from lib.wording import gettext

_LOOK = Path(__file__).parent / "stage.css"
_BEGINS = "_presentation_begins"


def draw_presentation_page() -> None:
    """Draw the presentation, or say why there is none."""
    st.html(_LOOK)
    st.session_state[_BEGINS] = True
    draw_in_fragment(_body)


def _body() -> None:
    tools = st.container(key="stage_tools", horizontal=True)
    with tools:
        words = page_link(gettext("End the presentation"), "", query_for_page(""))
        draw_html(tag("p", words, class_="p-out"), key="out")
    feed = feed_for_role(Role.VIEWER)
    redraw_when_moved(push_state(feed.number, Role.VIEWER))
    if feed.snapshot is None:
        draw_heading(gettext("Presentation"), gettext("Survey"))
        draw_waiting(the_feed(), gettext("Reading the answers…"))
        return
    # pinned when it begins or never: later the wall would jump; before any answer nothing begins
    if feed.snapshot.made.n and st.session_state.pop(_BEGINS, False) and pin_presentation():
        st.rerun()
    scope = addressed_scope(displayed_reading(feed.snapshot, Role.VIEWER), Role.VIEWER)
    if not _refused(scope):
        slide = draw_stage(slide_deck_html(scope), whole_page_address("", query_for_page("")))
        with tools:
            draw_task_form(scope, slide)


def _refused(scope: SurveyScope) -> bool:
    """Say why there is nothing to present; tell whether that is so."""
    if not (scope.view.unknown or scope.hidden or scope.n < LEAST_GROUP):
        return False
    draw_heading(gettext("Presentation"), scope.responses.form.office)
    for problem in scope.view.problems:
        draw_warning(problem)
    for number, hint in enumerate(scope.view.hints):
        way = page_link(hint.text, PRESENTATION_PAGE, hint.query)
        draw_html(banner_html("i", way), key=f"hint_{number}")
    if scope.view.unknown:
        words = gettext("No figure is shown, for the reason given above.")
        draw_nothing_left(words, without=scope.view.unknown)
    elif scope.hidden:
        draw_alternatives(scope.responses, scope.may, scope.view.selection, PRESENTATION_PAGE)
    else:
        enough_to_draw(scope.n, scope.responses)
    return True
