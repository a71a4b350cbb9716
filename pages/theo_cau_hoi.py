"""Theo câu hỏi: one question by level, over time, told apart, and what people wrote."""

import streamlit as st

from lib.ui.can_xu_ly.dissatisfied_responses import draw_newest_comments
from lib.ui.pieces.banners import enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.page import (
    draw_question_levels,
    draw_question_over_time,
    draw_question_summary,
    shown_rated_question,
)
from lib.ui.theo_cau_hoi.question_choice import draw_question_choice
from lib.ui.theo_cau_hoi.question_workbook import draw_question_download
from lib.ui.theo_cau_hoi.rated_split import draw_question_by_choice, draw_question_by_places
from lib.ui.theo_cau_hoi.unrated_question import draw_unrated_question
from lib.ui.theo_cau_hoi.whole_grid import draw_whole_grid
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the chosen question, or say why there is nothing to draw."""
    if not enough_to_draw(scope.n, scope.responses):
        return
    question = draw_question_choice(scope)
    if question is None:
        return
    if question not in scope.responses.form.rated:
        draw_unrated_question(scope, question)
        draw_whole_grid(scope, question)
        draw_question_download(scope, question)
        return
    at = shown_rated_question(scope, question)
    if at is None:
        return
    draw_question_summary(scope, at)
    with st.container(key="charts"):
        draw_question_levels(scope, at)
        draw_question_over_time(scope, at)
        draw_question_by_places(scope, at)
    draw_question_by_choice(scope, at)
    draw_whole_grid(scope, question)
    draw_question_download(scope, question)
    with st.container(key="noprint_newest"):
        draw_newest_comments(scope, at)


draw_survey_page(gettext("By question"), draw)
