"""Two wordings that seem to be one question: somebody confirms it with a click."""

import dataclasses

import streamlit as st

from lib.survey.describe.description_edit import with_question, without_question
from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.survey_form import Form, Question
from lib.ui.du_lieu.column_correction import save_description
from lib.ui.shell.process import the_office
from lib.wording import gettext

_PROPOSALS = ("same_question", "perhaps_reworded")


def draw_duplicate_questions(form: Form) -> None:
    """Draw a button for each proposal."""
    for notice in form.notices:
        if notice.code in _PROPOSALS:
            names = {name: str(value) for name, value in notice.fields}
            newer = next(q for q in form.questions if names["newer"] in q.headers)
            older = form.question(names["older_id"])
            known = older.headers if older else (names["older"],)
            st.button(
                gettext("{older} and {newer} are one", older=names["older_id"], newer=newer.id),
                key=f"merge_{newer.id}_{names['older_id']}",
                on_click=_merge,
                args=(newer, known, names["older_id"]),
            )


def _merge(newer: Question, older: tuple[str, ...], older_id: str) -> None:
    """Make one question of them: the newer wording, the older id, so that links live on."""
    stated = the_office().described().question
    was = stated(older[0]) or stated(newer.headers[0]) or DeclaredQuestion(older_id, older)
    merged = dataclasses.replace(was, id=older_id, headers=(*newer.headers, *older))
    text = without_question(the_office().describing(), newer.headers)
    save_description(with_question(text, merged))
