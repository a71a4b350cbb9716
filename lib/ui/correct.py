"""Correcting how one column is understood: what it asks, how each answer counts, its id."""

from typing import TypeVar

import streamlit as st

from lib import wording
from lib.errors import SurveyError
from lib.survey import described
from lib.survey.asked import RATED
from lib.survey.description import Declared
from lib.survey.form import Kind, Question, Role
from lib.survey.responses import Responses
from lib.ui import address, banners, preview, scale
from lib.ui.columns import kind_words, role_words
from lib.ui.feed import office, the_feed
from lib.ui.markup import still, tag
from lib.ui.scale import LEVELS
from lib.ui.scope import Scope
from lib.ui.view import language
from lib.wording import gettext

Stated = TypeVar("Stated")

KINDS = (Kind.SINGLE, Kind.SCALE, Kind.MULTIPLE, Kind.TEXT, Kind.NUMBER, Kind.DATE)
_OPEN, _SAVED = "_correcting", "_saved"


def opener(question: Question) -> None:
    """Draw the button that opens a column for correction."""
    name = gettext("Correct {id}", id=question.id)
    st.button(name, key=f"correct_{question.headers[0]}", on_click=_open, args=(question,))


def is_open(question: Question) -> bool:
    """Tell whether this column is being corrected."""
    # Streamlit forgets the controls when another page is opened.
    open_ = st.session_state.get(_OPEN) == question.headers[0]
    return open_ and "fix_role" in st.session_state


def saved() -> None:
    """Say what became of the correction last saved."""
    told = st.session_state.get(_SAVED)
    if told == "":
        still(banners.html("✓", gettext("Saved. All pages now read the survey this way.")))
    elif told:
        banners.warning(
            gettext(
                "Nothing could be written here. To keep this, copy the text below into "
                "the file .streamlit/survey.toml."
            )
        )
        st.code(told, language="toml", height=240)


def draw(scope: Scope, question: Question) -> None:
    """Draw the column's controls, what they change in the figures, and the way to save it."""

    # Alone in a fragment: a form may have hundreds of columns, to be left where they are.
    @st.fragment
    def panel() -> None:
        wording.use(language(address.current()))
        if not is_open(question):
            st.rerun()
        with st.container(border=True, key="correcting"):
            _panel(scope, question)

    panel()


def _panel(scope: Scope, question: Question) -> None:
    still(tag("p", tag("b", question.text or gettext("(no header)"))))
    _meaning()
    text = _text(question)
    try:
        _tried(scope, question, office().as_described(the_feed().tables(), text))
    except SurveyError as error:
        banners.error(str(error))
        text = ""
    _ways_out(question, text)


def _tried(scope: Scope, question: Question, tried: Responses) -> None:
    """Draw how the column is then understood and what that changes."""
    understood = next(q for q in tried.form.questions if set(q.headers) & set(question.headers))
    if understood.kind is Kind.IDENTITY:
        words = gettext("What was dropped when reading is seen again only after saving.")
        still(tag("p", words, class_="x-read"))
        return
    if understood.role in RATED:
        scale.draw(understood)
    preview.draw(scope.responses, question, tried, understood)


def _ways_out(question: Question, text: str) -> None:
    own = office().describing()
    with st.container(horizontal=True):
        st.button(
            gettext("Save"),
            type="primary",
            key="fix_save",
            disabled=not text,
            on_click=save,
            args=(text,),
        )
        st.button(
            gettext("Drop this column"),
            help=gettext("It is not read any more, and nothing of it is kept."),
            key="fix_drop",
            on_click=save,
            args=(described.with_dropped(own, question.headers),),
        )
        if question.declared:
            st.button(
                gettext("Forget this description"),
                help=gettext("The product tells again by itself what the column asks."),
                key="fix_forget",
                on_click=save,
                args=(described.without_question(own, question.headers),),
            )
        st.button(gettext("Close"), key="fix_close", on_click=_close)


def save(text: str) -> None:
    """Write survey.toml, have everything read by it, and remember what to say of that."""
    st.session_state[_SAVED] = "" if office().describe(text) else text
    the_feed().look()
    _close()


def _open(question: Question) -> None:
    state = st.session_state
    state[_OPEN] = question.headers[0]
    state[_SAVED] = None
    state["fix_role"], state["fix_kind"] = question.role, question.kind
    state["fix_id"], state["fix_label"] = question.id, question.label
    state[LEVELS] = None  # nobody touched them yet


def _close() -> None:
    st.session_state[_OPEN] = None


def _meaning() -> None:
    roles, kinds = role_words(), kind_words()
    left, right = st.columns(2)
    left.selectbox(
        gettext("This column is"),
        list(Role),
        format_func=lambda role: roles[role] or gettext("nothing of these"),
        key="fix_role",
    )
    right.selectbox(
        gettext("Kind of answers"),
        [kind for kind in Kind if kind in KINDS or kind is st.session_state["fix_kind"]],
        format_func=kinds.__getitem__,
        key="fix_kind",
    )
    left.text_input(gettext("Short name"), key="fix_label", max_chars=60)
    right.text_input(gettext("Code in links"), key="fix_id", max_chars=30)


def _text(question: Question) -> str:
    """Return survey.toml with the column described as the controls say."""
    own = office().describing()
    stated = office().described(own).question(question.headers[0])
    was = stated or Declared(question.id, question.headers)
    state = st.session_state
    role = _changed(state["fix_role"], question.role, was.role)
    changed = Declared(
        id=state["fix_id"].strip() or question.id,
        headers=question.headers,
        label=_changed(state["fix_label"].strip(), question.label, was.label) or "",
        role=role,
        kind=_changed(state["fix_kind"], question.kind, was.kind),
        levels=tuple(state[LEVELS] or was.levels) if state["fix_role"] in RATED else (),
    )
    return described.with_question(own, changed)


def _changed(new: Stated, shown: Stated, stated: Stated | None) -> Stated | None:
    """Return what was chosen; where nothing else was, only what the file states already."""
    return stated if new == shown else new
