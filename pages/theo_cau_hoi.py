"""Theo câu hỏi: one question by level, over time, by commune and sector, and what people wrote."""

import streamlit as st

from lib.ui import banners, dissatisfied, frame, question
from lib.wording import gettext


def draw(scope: frame.Scope) -> None:
    """Draw the chosen question, or say why there is nothing to draw."""
    if not banners.enough(scope.n):
        return
    at = question.choose(scope)
    question.draw_summary(scope, at)
    left, right = st.columns(2, gap="large")
    with left:
        question.draw_levels(scope, at)
        question.draw_by_sector(scope, at)
    with right:
        question.draw_over_time(scope, at)
        question.draw_by_commune(scope, at)
    dissatisfied.draw_newest(scope, at)


frame.show(gettext("By question"), draw)
