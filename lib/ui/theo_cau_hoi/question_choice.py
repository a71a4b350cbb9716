"""The choice of a question: every question of the form, those that are in a rate first."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.survey.grid_rows import grid_row_name
from lib.survey.model.short_labels import short_label
from lib.survey.model.survey_form import Form, Question
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.filter_values import show_filter_value, write_filter
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext

_KEY = "shown_question"


def draw_question_choice(scope: SurveyScope) -> Question | None:
    """Draw the choice of a question and return it; None where the form has none.

    Below the field, which may be narrower than a name, stands the whole question.
    """
    listed = listed_questions(scope.responses.form)
    if not listed:
        return None
    labels = _labels(listed)
    named = (*scope.view.unrated, *scope.view.selection.questions, listed[0].id)
    chosen = next(name for name in named if name in labels)
    show_filter_value(_KEY, chosen, labels)
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


def listed_questions(form: Form) -> tuple[Question, ...]:
    """Return the questions, those in a rate first, the rows of a grid beside each other."""
    ordered = (*form.rated, *(q for q in form.questions if q not in form.rated))
    grids: dict[str, list[Question]] = {}
    for question in ordered:
        grids.setdefault(question.grid or question.id, []).append(question)
    return tuple(question for group in grids.values() for question in group)


def _labels(listed: Sequence[Question]) -> Mapping[str, str]:
    """Return what each is called in the list; a row of a grid says which, behind its own words."""
    named = {q.id: f"{_row(q)} – {short_label(q.grid)}" if q.grid else q.label for q in listed}
    taken = [*named.values()]
    return {q.id: named[q.id] if taken.count(named[q.id]) == 1 else q.label for q in listed}


def _row(question: Question) -> str:
    return short_label(grid_row_name(question))
