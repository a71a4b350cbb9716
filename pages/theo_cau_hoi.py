"""Theo câu hỏi: one question by level, over time, by commune and sector, and what people wrote."""

import streamlit as st

from lib.ui import banners, dissatisfied, frame, question
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the chosen question, or say why there is nothing to draw."""
    if not banners.enough(scope.n, scope.responses):
        return
    at = question.choose(scope)
    if at is None:
        return
    question.draw_summary(scope, at)
    pairs = (
        (question.draw_levels, question.draw_over_time),
        (question.draw_by_commune, question.draw_by_sector),
    )
    for pair in pairs:
        for column, draw_one in zip(st.columns(2, gap="large"), pair, strict=True):
            with column:
                draw_one(scope, at)
    with st.container(key="noprint_newest"):
        dissatisfied.draw_newest(scope, at)


frame.show(gettext("By question"), draw)
