"""Correcting how one column is understood: what it asks, how each answer counts, its id."""

from typing import TypeVar

import streamlit as st

from lib.errors import SurveyError
from lib.survey.describe.description_edit import (
    with_dropped_columns,
    with_question,
    without_question,
)
from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.recognise.column_meaning import RATED_ROLES
from lib.survey.responses import Responses
from lib.ui.du_lieu.column_card import column_kind_words, column_role_words
from lib.ui.du_lieu.correction_preview import draw_correction_preview
from lib.ui.du_lieu.scale_editor import CHANGED_LEVELS_KEY, draw_scale_editor
from lib.ui.pieces.banners import banner_html, draw_error, draw_warning
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.address import current_address
from lib.ui.shell.process import the_feed, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.survey_view import asked_language
from lib.wording import gettext, use_language

_Stated = TypeVar("_Stated")

_KINDS = (
    ColumnKind.SINGLE,
    ColumnKind.SCALE,
    ColumnKind.MULTIPLE,
    ColumnKind.TEXT,
    ColumnKind.NUMBER,
    ColumnKind.DATE,
)
_OPEN, _SAVED = "_correcting", "_saved"


def draw_correction_button(question: Question) -> None:
    """Draw the button that opens a column for correction."""
    name = gettext("Correct")
    st.button(name, key=f"correct_{question.headers[0]}", on_click=_open, args=(question,))


def correction_is_open(question: Question) -> bool:
    """Tell whether this column is being corrected."""
    # Streamlit forgets the controls when another page is opened.
    open_ = st.session_state.get(_OPEN) == question.headers[0]
    return open_ and "fix_role" in st.session_state


def draw_correction_outcome() -> None:
    """Say what became of the correction last saved."""
    unsaved = st.session_state.get(_SAVED)
    if unsaved == "":
        draw_static_html(
            banner_html("✓", gettext("Saved. All pages now read the survey this way."))
        )
    elif unsaved:
        draw_warning(
            gettext(
                "Nothing could be written here. To keep this, copy the text below into "
                "the file .streamlit/survey.toml."
            )
        )
        st.code(unsaved, language="toml", height=240)


def draw_correction(scope: SurveyScope, question: Question) -> None:
    """Draw the column's controls, what they change in the figures, and the way to save it."""

    # Alone in a fragment: a form may have hundreds of columns, to be left where they are.
    @st.fragment
    def panel() -> None:
        use_language(asked_language(current_address()))
        if not correction_is_open(question):
            st.rerun()
        with st.container(border=True, key="correcting"):
            _panel(scope, question)

    panel()


def _panel(scope: SurveyScope, question: Question) -> None:
    draw_static_html(tag("p", tag("b", question.text or gettext("(no header)"))))
    _meaning()
    text = _text(question)
    try:
        _tried(scope, question, the_office().as_described(the_feed().tables(), text))
    except SurveyError as error:
        draw_error(str(error))
        text = ""
    _ways_out(question, text)


def _tried(scope: SurveyScope, question: Question, tried: Responses) -> None:
    """Draw how the column is then understood and what that changes."""
    understood = next(q for q in tried.form.questions if set(q.headers) & set(question.headers))
    if understood.kind is ColumnKind.IDENTITY:
        words = gettext("What was dropped when reading is seen again only after saving.")
        draw_static_html(tag("p", words, class_="x-read"))
        return
    if understood.role in RATED_ROLES:
        draw_scale_editor(understood)
    draw_correction_preview(scope.responses, question, tried, understood)


def _ways_out(question: Question, text: str) -> None:
    own = the_office().describing()
    with st.container(horizontal=True):
        st.button(
            gettext("Save"),
            type="primary",
            key="fix_save",
            disabled=not text,
            on_click=save_description,
            args=(text,),
        )
        st.button(
            gettext("Drop this column"),
            help=gettext("It is not read any more, and nothing of it is kept."),
            key="fix_drop",
            on_click=save_description,
            args=(with_dropped_columns(own, question.headers),),
        )
        if question.declared:
            st.button(
                gettext("Forget this description"),
                help=gettext("The app recognises again by itself what the column holds."),
                key="fix_forget",
                on_click=save_description,
                args=(without_question(own, question.headers),),
            )
        st.button(gettext("Close"), key="fix_close", on_click=_close)


def save_description(text: str) -> None:
    """Write survey.toml, have everything read by it, and remember what to say of that."""
    st.session_state[_SAVED] = "" if the_office().describe(text) else text
    the_feed().look()
    _close()


def _open(question: Question) -> None:
    state = st.session_state
    state[_OPEN] = question.headers[0]
    state[_SAVED] = None
    state["fix_role"], state["fix_kind"] = question.role, question.kind
    state["fix_id"], state["fix_label"] = question.id, question.label
    state[CHANGED_LEVELS_KEY] = None  # nobody touched them yet


def _close() -> None:
    st.session_state[_OPEN] = None


def _meaning() -> None:
    roles, kinds = column_role_words(), column_kind_words()
    left, right = st.columns(2)
    left.selectbox(
        gettext("This column is"),
        list(ColumnRole),
        format_func=lambda role: roles[role] or gettext("nothing of these"),
        key="fix_role",
    )
    right.selectbox(
        gettext("Kind of answers"),
        [kind for kind in ColumnKind if kind in _KINDS or kind is st.session_state["fix_kind"]],
        format_func=kinds.__getitem__,
        key="fix_kind",
    )
    left.text_input(gettext("Short name"), key="fix_label", max_chars=60)
    right.text_input(gettext("Code in links"), key="fix_id", max_chars=30)


def _text(question: Question) -> str:
    """Return survey.toml with the column described as the controls say."""
    own = the_office().describing()
    stated = the_office().described(own).question(question.headers[0])
    was = stated or DeclaredQuestion(question.id, question.headers)
    state = st.session_state
    role = _changed(state["fix_role"], question.role, was.role)
    changed = DeclaredQuestion(
        id=state["fix_id"].strip() or question.id,
        headers=question.headers,
        label=_changed(state["fix_label"].strip(), question.label, was.label) or "",
        role=role,
        kind=_changed(state["fix_kind"], question.kind, was.kind),
        levels=tuple(state[CHANGED_LEVELS_KEY] or was.levels)
        if state["fix_role"] in RATED_ROLES
        else (),
    )
    return with_question(own, changed)


def _changed(new: _Stated, drawn: _Stated, stated: _Stated | None) -> _Stated | None:
    """Return what was chosen; where nothing else was, only what the file states already."""
    return stated if new == drawn else new
