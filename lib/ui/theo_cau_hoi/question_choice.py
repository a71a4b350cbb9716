"""The choice of a question: every question of the form, those that are in a rate first."""

import streamlit as st

from lib.survey.model.survey_form import Question
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.filter_values import show_filter_value, write_filter
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext

_KEY = "shown_question"


def draw_question_choice(scope: SurveyScope) -> Question | None:
    """Draw the choice of a question and return it; None where the form has none.

    Below the field, which may be narrower than a name, stands the whole question.
    """
    form = scope.responses.form
    listed = (*form.rated, *(q for q in form.questions if q not in form.rated))
    if not listed:
        return None
    labels = {q.id: q.label for q in listed}
    named = (*scope.view.unrated, *scope.view.selection.questions, listed[0].id)
    chosen = next(name for name in named if name in labels)
    show_filter_value(_KEY, chosen)
    with st.container(key="noprint_question"):
        st.selectbox(
            gettext("Question"),
            list(labels),
            format_func=labels.__getitem__,
            key=_KEY,
            on_change=write_filter,
            args=("cau", _KEY, lambda: [st.session_state[_KEY]]),
        )
    question = next(q for q in listed if q.id == chosen)
    draw_static_html(tag("p", question.text, class_="x-question"))
    return question
