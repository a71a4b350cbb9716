"""All questions that are to be confirmed: each answer's place in the rate, asked once for all."""

import dataclasses
from collections.abc import Iterator, Sequence

import streamlit as st

from lib.errors import SurveyError
from lib.roles import Role
from lib.survey.describe.description_edit import with_question
from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Question
from lib.survey.recognise.linear_scale import directed_levels
from lib.ui.can_xac_nhan.changed_counting import draw_changed_counting
from lib.ui.can_xac_nhan.confirmed_figures import draw_confirmed_figures
from lib.ui.du_lieu.column_correction import draw_correction_outcome, save_description
from lib.ui.pieces.banners import draw_error, enough_to_draw
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.pieces.phrases import polarity_words
from lib.ui.pieces.plain_labels import plain_label
from lib.ui.shell.process import the_feed, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, gettext, ngettext

_PLACES = (
    Polarity.SATISFIED,
    Polarity.NEUTRAL,
    Polarity.DISSATISFIED,
    Polarity.NOT_APPLICABLE,
)


def draw_confirmation_page(scope: SurveyScope) -> None:
    """Draw every question to be confirmed, what that changes, and one button for all."""
    draw_correction_outcome()
    draw_changed_counting(scope)
    if not (scope.responses.n or enough_to_draw(scope.n, scope.responses)):
        return
    asked = scope.responses.form.unsettled
    if not asked:
        draw_static_html(tag("p", gettext("It is known of every question how its answers count.")))
    elif scope.role is Role.LEADER and scope.displayed.live:
        _settle(scope, asked)
    else:
        _told(asked)


def _is_open(level: Level) -> bool:
    return level.polarity is Polarity.UNCLASSIFIED


def _told(asked: Sequence[Question]) -> None:
    """Say what is open and who settles it; an unknown answer may be somebody's own words."""
    words = gettext(
        "Somebody must say how the answers to these questions count; until then they are in no "
        "rate. A leader who is signed in can do it here, or whoever sits at the machine on which "
        "the app runs."
    )
    labels = tag("ul", join_markup(tag("li", question.text) for question in asked))
    draw_static_html(tag("p", words) + labels)


def _settle(scope: SurveyScope, asked: Sequence[Question]) -> None:
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
    text = _described([q for q in asked if q.headers in settled])
    try:
        tried = the_office().as_described(the_feed().tables(), text)
    except SurveyError as error:
        draw_error(str(error))
        return
    draw_confirmed_figures(scope.responses, tried, [*settled])
    st.button(
        ngettext("Save {n} question", "Save {n} questions", len(settled)),
        type="primary",
        key="confirm_save",
        on_click=save_description,
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


def _described(settled: list[Question]) -> str:
    """Return survey.toml in which these questions count as chosen."""
    text = the_office().describing()
    for declared in _declared(settled, text):
        text = with_question(text, declared)
    return text


def _declared(settled: list[Question], text: str) -> Iterator[DeclaredQuestion]:
    stated = the_office().described(text)
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
