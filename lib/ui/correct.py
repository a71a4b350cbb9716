"""Correcting how one column is understood: what it asks, how each answer counts, its id."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from lib import wording
from lib.errors import SettingError
from lib.survey import described, levels, linear
from lib.survey.asked import RATED
from lib.survey.description import Declared
from lib.survey.form import Kind, Question, Role
from lib.survey.responses import Responses
from lib.survey.scales import Answer, Level
from lib.ui import address, banners, preview
from lib.ui.bars import CLASSES, words
from lib.ui.columns import kind_words, role_words
from lib.ui.feed import office, the_feed
from lib.ui.frame import Scope
from lib.ui.markup import still, tag
from lib.ui.view import language
from lib.wording import count, gettext

Stated = TypeVar("Stated")

KINDS = (Kind.SINGLE, Kind.SCALE, Kind.MULTIPLE, Kind.TEXT, Kind.NUMBER, Kind.DATE)
_OPEN, _LEVELS, _SAVED = "_correcting", "_levels", "_saved"


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
    except SettingError as error:
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
        _levels(understood)
    preview.draw(scope.responses, question, tried, understood)


def _ways_out(question: Question, text: str) -> None:
    own = office().describing()
    with st.container(horizontal=True):
        st.button(
            gettext("Save"),
            type="primary",
            key="fix_save",
            disabled=not text,
            on_click=_save,
            args=(text,),
        )
        st.button(
            gettext("Drop this column"),
            help=gettext("It is not read any more, and nothing of it is kept."),
            key="fix_drop",
            on_click=_save,
            args=(described.with_dropped(own, question.headers),),
        )
        if question.declared:
            st.button(
                gettext("Forget this description"),
                help=gettext("The product tells again by itself what the column asks."),
                key="fix_forget",
                on_click=_save,
                args=(described.without_question(own, question.headers),),
            )
        st.button(gettext("Close"), key="fix_close", on_click=_close)


def _save(text: str) -> None:
    st.session_state[_SAVED] = "" if office().describe(text) else text
    the_feed().look()
    _close()


def _open(question: Question) -> None:
    state = st.session_state
    state[_OPEN] = question.headers[0]
    state[_SAVED] = None
    state["fix_role"], state["fix_kind"] = question.role, question.kind
    state["fix_id"], state["fix_label"] = question.id, question.label
    state[_LEVELS] = None  # nobody touched them yet


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
        levels=tuple(state[_LEVELS] or was.levels) if state["fix_role"] in RATED else (),
    )
    return described.with_question(own, changed)


def _changed(new: Stated, shown: Stated, stated: Stated | None) -> Stated | None:
    """Return what was chosen; where nothing else was, only what the file states already."""
    return stated if new == shown else new


def _levels(understood: Question) -> None:
    """Draw each answer, best first, with how it counts and the ways to move it."""
    counts = dict(understood.answers)
    still(tag("p", gettext("How each answer counts, the best first"), class_="x-read"))
    if understood.kind is Kind.SCALE:
        _directions(understood.levels)
    for at, level in enumerate(understood.levels):
        with st.container(horizontal=True, vertical_alignment="center", key=f"level_{at}"):
            n = tag("b", count(counts.get(level.text, 0)))
            swatch = tag("i", class_=f"x-swatch {CLASSES[level.answer]}")
            still(tag("p", swatch, f"{level.text} ", n))
            _level(understood.levels, at)


def _level(known: Sequence[Level], at: int) -> None:
    """Draw how one answer counts, and the button that moves it up."""
    key, names = f"fix_level_{at}", words()
    st.session_state[key] = known[at].answer
    st.selectbox(
        known[at].text,
        [answer for answer in Answer if answer is not Answer.NOT_STATED],
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        width=190,
        on_change=_counted,
        args=(known, at, key),
    )
    st.button(
        "↑",
        key=f"fix_up_{at}",
        help=gettext("Better than the one above"),
        disabled=at == 0,
        on_click=_raised,
        args=(known, at),
    )


def _counted(known: Sequence[Level], at: int, key: str) -> None:
    changed = levels.level(known[at].text, st.session_state[key])
    _set([*known[:at], changed, *known[at + 1 :]])


def _raised(known: Sequence[Level], at: int) -> None:
    _set([*known[: at - 1], known[at], known[at - 1], *known[at + 1 :]])


def _directions(known: Sequence[Level]) -> None:
    with st.container(horizontal=True):
        for name, rising in ((gettext("High is good"), True), (gettext("Low is good"), False)):
            directed = linear.directed(known, rising=rising)
            st.button(name, key=f"fix_rising_{rising}", on_click=_set, args=(directed,))


def _set(known: Sequence[Level]) -> None:
    """Take these levels; whoever says how answers count wants them counted."""
    st.session_state[_LEVELS] = known
    st.session_state["fix_role"] = Role.SATISFACTION
