"""Two wordings that seem to be one question: somebody confirms it with a click."""

import dataclasses

import streamlit as st

from lib.survey import described
from lib.survey.description import Declared
from lib.survey.form import Form, Question
from lib.ui.correct import save
from lib.ui.feed import office
from lib.wording import gettext

PROPOSALS = ("same_question", "perhaps_reworded")


def draw(form: Form) -> None:
    """Draw a button for each proposal."""
    for notice in form.notices:
        if notice.code in PROPOSALS:
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
    stated = office().described().question
    was = stated(older[0]) or stated(newer.headers[0]) or Declared(older_id, older)
    merged = dataclasses.replace(was, id=older_id, headers=(*newer.headers, *older))
    text = described.without_question(office().describing(), newer.headers)
    save(described.with_question(text, merged))
