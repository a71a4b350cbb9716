"""One case as it is read: what the response says, all that happened to it, and erasing of that."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.followup.case_events import Case
from lib.followup.event_sentence import event_sentence
from lib.followup.text_retention import event_ids_with_texts
from lib.journal.journal_lines import Event, EventKind
from lib.office_clock import OfficeClock
from lib.roles import actor_in_words
from lib.survey.dissatisfied_answers import DissatisfiedResponse
from lib.survey.given_answers import GivenAnswer
from lib.survey.model.answer_levels import Level
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.ui.can_xu_ly.case_cards import (
    answer_chips,
    counting_note,
    response_place,
    submission_day,
)
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.bars import ANSWER_CLASSES
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.keeping_events import keep_events, new_event
from lib.ui.shell.process import the_desk
from lib.wording import format_moment, gettext

_UNMASKED = "_unmasked"  # the case whose comment somebody asked to see as it was written
_ERASING = "_erasing"  # the case whose texts a leader is about to delete


def contacts_asked_for(case: Case) -> bool:
    """Tell whether somebody asked here to see contacts as they were written; that is noted."""
    return st.session_state.get(_UNMASKED) == case.code


def draw_response(response: DissatisfiedResponse, case: Case, *, hidden: bool) -> None:
    """Draw what the response says; asking for contacts that are `hidden` in it is an event."""
    facts = filter(None, (submission_day(response), *response_place(response), response.sector))
    words = response.comment or gettext("No comment was written.")
    draw_static_html(
        tag(
            "article",
            tag("p", words, class_="x-comment" if response.comment else "x-comment x-mute"),
            tag("div", answer_chips(response.answers), class_="x-chips"),
            counting_note(response),
            tag("p", " · ".join(facts), class_="x-meta"),
            class_="x-slip",
        )
    )
    if hidden:
        asked = new_event(case.code, EventKind.UNMASKED, case.last)
        st.button(
            gettext("Show phone numbers, ID numbers and e-mails"),
            help=gettext("It is noted in the history who asked and when."),
            key="slip_unmask",
            on_click=_unmask,
            args=(asked,),
        )


def _unmask(asked: Event) -> None:
    keep_events([asked], although_moved=True)
    if the_desk().journal.knows(asked):  # shown only once it is noted
        st.session_state[_UNMASKED] = asked.subject


def draw_given_answers(
    given: Iterable[GivenAnswer], response: DissatisfiedResponse, *, restricted: bool
) -> None:
    """Draw all answers as the form asked, the dissatisfied ones marked.

    While `restricted`, words that may speak of a denunciation are left to the leaders.
    """
    marked = {question.id: level for question, level in response.answers}
    lines = [_given(one, marked.get(one.question.id), restricted=restricted) for one in given]
    if lines:
        heading = tag("h2", gettext("All answers of this response"), class_="x-h2")
        draw_static_html(heading + tag("dl", join_markup(lines), class_="x-given"))


def _given(one: GivenAnswer, level: Level | None, *, restricted: bool) -> Markup:
    asked = tag("dt", one.question.text)
    if restricted and level is None and hints_denunciation(one.text):
        return asked + tag("dd", gettext("Leaders read this first."), class_="x-mute")
    if not one.text:
        return asked + tag("dd", gettext("no answer"), class_="x-mute")
    if level is None:
        return asked + tag("dd", one.text)
    swatch = tag("i", class_=f"x-swatch {ANSWER_CLASSES[level.answer]}", aria_hidden="true")
    return asked + tag("dd", swatch, " ", tag("b", one.text), class_="x-marked")


def draw_case_history(case: Case) -> None:
    """Draw everything that happened, newest first."""
    draw_static_html(tag("h2", gettext("History"), class_="x-h2"))
    if not case.events:
        draw_static_html(tag("p", gettext("Nothing has been done yet."), class_="x-read"))
        return
    lines = join_markup(_line(case, event) for event in reversed(case.events))
    draw_static_html(tag("ol", lines, class_="x-history"))


def _line(case: Case, event: Event) -> Markup:
    when = format_moment(OfficeClock.local(event.at))
    texts = (
        tag("p", text if text is not None else gettext("(deleted)"), class_="x-comment")
        for text in event.texts.values()
    )
    crossed = gettext("done at the same time as the line below") if case.crossed(event) else ""
    return tag(
        "li",
        tag("p", tag("b", event_sentence(event)), class_="x-did"),
        join_markup(texts),
        tag(
            "p",
            " · ".join(filter(None, (when, actor_in_words(event.who), crossed))),
            class_="x-meta",
        ),
    )


def draw_erasing(case: Case) -> None:
    """Draw the way to delete all texts of the case; it is asked a second time before it is done."""
    if not event_ids_with_texts(case.events, case.code):
        return
    if st.session_state.get(_ERASING) != case.code:
        st.button(gettext("Delete what was written"), key="erase", on_click=_ask, args=(case.code,))
        return
    draw_warning(
        gettext(
            "Everything written about this case is deleted for good, for everybody; that it was, "
            "when and by whom stays in the history. The response itself lies in the Google Sheet: "
            "delete it there."
        )
    )
    with st.container(horizontal=True, key="noprint_erase"):
        words = gettext("Delete for good")
        st.button(words, key="erase_now", type="primary", on_click=_erase, args=(case,))
        st.button(gettext("Do not delete"), key="erase_not", on_click=_ask, args=("",))


def _ask(code: str) -> None:
    st.session_state[_ERASING] = code


def _erase(case: Case) -> None:
    st.session_state[_ERASING] = ""
    rows = str(len(event_ids_with_texts(case.events, case.code)))
    keep_events([new_event(case.code, EventKind.ERASED, case.last, {"rows": rows})])
