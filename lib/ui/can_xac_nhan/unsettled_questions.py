"""The questions to be confirmed, each answer with its place in the rate, and what that changes.

Of the office's survey, and of one that is only tried so far.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import streamlit as st

from lib.errors import SurveyError
from lib.survey.describe.description_edit import with_question
from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.recognise.linear_scale import directed_levels
from lib.survey.responses import Responses
from lib.ui.can_xac_nhan.confirmed_figures import draw_confirmed_figures
from lib.ui.pieces.banners import draw_error
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.phrases import polarity_words
from lib.ui.pieces.plain_labels import plain_label
from lib.wording import format_count, gettext, ngettext

_PLACES = (
    Polarity.SATISFIED,
    Polarity.NEUTRAL,
    Polarity.DISSATISFIED,
    Polarity.NOT_APPLICABLE,
)


class DescribableSurvey(Protocol):
    """A survey that can be described otherwise."""

    @property
    def text(self) -> str:
        """The text of survey.toml as it stands."""

    def described(self, text: str) -> SurveyDescription:
        """Return what a text states; raises a SettingError where it is wrong."""

    def read(self, text: str) -> Responses:
        """Return the responses as this text has them read; nothing is remembered."""


def draw_unsettled_questions(
    survey: DescribableSurvey, responses: Responses, save: Callable[[str], None]
) -> None:
    """Draw every question to be confirmed, and one button for all; `save` is given the text."""
    asked = responses.form.unsettled
    words = gettext(
        "These answers are in no rate yet. Say of each where it belongs, then save all at once."
    )
    draw_static_html(tag("p", words))
    for question in asked:
        with st.container(border=True, key=f"confirm_{question.id}"):
            _ask(question, asked)
    settled = {question.headers: levels for question in asked if (levels := _chosen(question))}
    if not settled:
        return
    try:
        text = _described(survey, [q for q in asked if q.headers in settled])
        tried = survey.read(text)
    except SurveyError as error:
        draw_error(str(error))
        return
    draw_confirmed_figures(responses, tried, [*settled])
    st.button(
        ngettext("Save {n} question", "Save {n} questions", len(settled)),
        type="primary",
        key="confirm_save",
        on_click=save,
        args=(text,),
    )


def _ask(question: Question, asked: Sequence[Question]) -> None:
    """Draw the answers of one question, each with where it belongs."""
    counts = dict(question.answers)
    answered = ngettext("{n} answer", "{n} answers", question.answered)
    draw_static_html(tag("p", tag("b", question.text), " · ", answered))
    if question.kind is ColumnKind.SCALE:
        _ends(question)
    for place, level in enumerate(_proposed(question)):
        with st.container(horizontal=True, vertical_alignment="center"):
            number = tag("b", format_count(counts.get(level.text, 0)))
            draw_static_html(tag("p", f"{level.text} ", number, class_="x-answer"))
            _where(question, place, level)
    like = [other for other in asked if other is not question and _same_scale(question, other)]
    if like:
        st.button(
            ngettext("The same for {n} question", "The same for {n} questions", len(like)),
            key=f"confirm_same_{question.id}",
            on_click=_copy,
            args=(question, like),
            help=gettext("All questions with the same answers"),
        )


def _where(question: Question, place: int, level: Level) -> None:
    """Draw the choice for one answer, begun with what is proposed."""
    names = polarity_words()
    key = _key(question, place)
    if key not in st.session_state:
        st.session_state[key] = None if _is_open(level) else level.polarity
    st.segmented_control(
        plain_label(level.text),
        _PLACES,
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
    )


def _is_open(level: Level) -> bool:
    return level.polarity is Polarity.UNCLASSIFIED


def _ends(question: Question) -> None:
    with st.container(horizontal=True):
        for name, rising in ((gettext("High is good"), True), (gettext("Low is good"), False)):
            st.button(
                name,
                key=f"confirm_end_{question.id}_{rising}",
                on_click=_direct,
                args=(question, rising),
            )


def _direct(question: Question, rising: bool) -> None:
    known = {level.text: level for level in directed_levels(question.levels, rising=rising)}
    for place, level in enumerate(_proposed(question)):
        st.session_state[_key(question, place)] = known[level.text].polarity
    st.session_state[_strong(question)] = [level.text for level in known.values() if level.strong]


def _copy(question: Question, like: list[Question]) -> None:
    """Let the answers of other questions count as those of this one do."""
    chosen = {
        level.text: st.session_state.get(_key(question, place))
        for place, level in enumerate(_proposed(question))
    }
    for other in like:
        for place, level in enumerate(_proposed(other)):
            st.session_state[_key(other, place)] = chosen.get(level.text)
        st.session_state[_strong(other)] = st.session_state.get(_strong(question), [])


def _same_scale(one: Question, other: Question) -> bool:
    """Tell whether all answers of the one are answers of the other."""
    texts = ({level.text for level in question.levels} for question in (one, other))
    return len({*map(frozenset, texts)}) == 1


def _proposed(question: Question) -> tuple[Level, ...]:
    return question.proposed or question.levels


def _chosen(question: Question) -> tuple[Level, ...]:
    """Return the levels as chosen; none while one is still open."""
    strong = st.session_state.get(_strong(question), [])
    levels = tuple(
        Level(level.text, where, _is_strong(level, where) or level.text in strong)
        for place, level in enumerate(_proposed(question))
        if (where := st.session_state.get(_key(question, place)))
    )
    return levels if len(levels) == len(_proposed(question)) else ()


def _is_strong(level: Level, where: Polarity) -> bool:
    return level.strong and level.polarity is where


def _described(survey: DescribableSurvey, settled: list[Question]) -> str:
    """Return survey.toml in which these questions count as chosen."""
    text = survey.text
    for declared in _declared(survey.described(text), settled):
        text = with_question(text, declared)
    return text


def _declared(stated: SurveyDescription, settled: list[Question]) -> Iterator[DeclaredQuestion]:
    for question in settled:
        was = stated.question(question.headers[0])
        before = was or DeclaredQuestion(question.id, question.headers)
        yield dataclasses.replace(
            before,
            headers=question.headers,
            role=ColumnRole.SATISFACTION,
            levels=_chosen(question),
        )


def _key(question: Question, place: int) -> str:
    return f"confirm_{question.id}_{place}"


def _strong(question: Question) -> str:
    return f"_confirm_strong_{question.id}"
