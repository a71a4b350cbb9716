"""How each answer of a question counts and which is better, to be changed."""

from collections.abc import Sequence

import streamlit as st

from lib.survey.model.answer_levels import Answer, Level
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.recognise.linear_scale import directed_levels
from lib.survey.recognise.worded_levels import level_for_answer
from lib.ui.pieces.bars import ANSWER_CLASSES, answer_words
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.plain_labels import plain_label
from lib.wording import format_count, gettext

CHANGED_LEVELS_KEY = "_levels"  # where the levels lie that somebody changed; None: nobody did


def draw_scale_editor(understood: Question) -> None:
    """Draw each answer, best first, with how it counts and the ways to move it."""
    counts, levels = dict(understood.answers), understood.proposed or understood.levels
    draw_static_html(tag("p", gettext("How each answer counts, the best first"), class_="x-read"))
    if understood.kind is ColumnKind.SCALE:
        _directions(levels)
    for place, level in enumerate(levels):
        with st.container(horizontal=True, vertical_alignment="center", key=f"level_{place}"):
            n = tag("b", format_count(counts.get(level.text, 0)))
            swatch = tag("i", class_=f"x-swatch {ANSWER_CLASSES[level.answer]}")
            draw_static_html(tag("p", swatch, f"{level.text} ", n))
            _level(levels, place)


def _level(known: Sequence[Level], place: int) -> None:
    """Draw how one answer counts, and the button that moves it up."""
    key, names = f"fix_level_{place}", answer_words()
    if st.session_state.get(key) != known[place].answer:  # an equal one would close an open list
        st.session_state[key] = known[place].answer
    st.selectbox(
        plain_label(known[place].text),
        [answer for answer in Answer if answer is not Answer.NOT_STATED],
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        width=190,
        on_change=_counted,
        args=(known, place, key),
    )
    st.button(
        "↑",
        key=f"fix_up_{place}",
        help=gettext("Better than the one above"),
        disabled=place == 0,
        on_click=_raised,
        args=(known, place),
    )


def _counted(known: Sequence[Level], place: int, key: str) -> None:
    changed = level_for_answer(known[place].text, st.session_state[key])
    _take([*known[:place], changed, *known[place + 1 :]])


def _raised(known: Sequence[Level], place: int) -> None:
    _take([*known[: place - 1], known[place], known[place - 1], *known[place + 1 :]])


def _directions(known: Sequence[Level]) -> None:
    with st.container(horizontal=True):
        for name, rising in ((gettext("High is good"), True), (gettext("Low is good"), False)):
            directed = directed_levels(known, rising=rising)
            st.button(name, key=f"fix_rising_{rising}", on_click=_take, args=(directed,))


def _take(known: Sequence[Level]) -> None:
    """Take these levels; whoever says how answers count wants them counted."""
    st.session_state[CHANGED_LEVELS_KEY] = known
    st.session_state["fix_role"] = ColumnRole.SATISFACTION
