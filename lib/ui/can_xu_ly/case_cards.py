"""Cases as cards: how urgent, with what somebody was dissatisfied, what was said, who has it."""

import dataclasses
from collections.abc import Iterable

from markupsafe import Markup

from lib.followup.case_events import STATE_NAMES, CaseState
from lib.followup.case_item import CaseItem
from lib.followup.deadline_words import lateness_in_words
from lib.survey.dissatisfied_answers import DissatisfiedResponse, answered_question
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import CountingState, Question
from lib.ui.pieces.bars import ANSWER_CLASSES
from lib.ui.pieces.full_names import full_question
from lib.ui.pieces.markup import join_markup, tag
from lib.wording import format_day, gettext


@dataclasses.dataclass(frozen=True)
class CaseCard:
    """A case as it is drawn: `hidden` tells only that there is one, `way` opens it."""

    item: CaseItem
    hidden: bool = False
    way: Markup | str = ""


def case_cards(cards: Iterable[CaseCard]) -> Markup:
    """Return the cards, one below the other."""
    return tag("div", join_markup(map(case_card, cards)), class_="x-cases")


def case_card(card: CaseCard) -> Markup:
    """Return one card."""
    if card.hidden:
        return _hidden()
    item = card.item
    return tag(
        "article",
        tag("div", _urgency(item), class_="x-when"),
        tag(
            "div",
            tag("div", answer_chips(item.response.answers), class_="x-chips"),
            counting_note(item.response),
            _comment(item.response.comment),
            tag("p", facts, class_="x-meta") if (facts := " · ".join(_facts(item))) else "",
        ),
        card.way,
        class_=f"x-case {_kind(item)}",
    )


def answer_chips(answers: Iterable[tuple[Question, Level]]) -> Markup:
    """Return the dissatisfied answers, each after what it replies to; a name that is cut opens."""
    return join_markup(
        _chip(answered_question(question), question, level) for question, level in answers
    )


def _chip(asked: str, question: Question, level: Level) -> Markup:
    return tag(
        "div",
        tag("i", class_=f"x-swatch {ANSWER_CLASSES[level.answer]}", aria_hidden="true"),
        f"{asked} ",
        full_question(question) if asked.startswith(question.label) else "",
        tag("b", level.text),
        class_="x-chip",
    )


def counting_note(response: DissatisfiedResponse) -> Markup:
    """Return why a case whose answers count as dissatisfied no more still is one; else nothing."""
    counted = any(level.polarity is not Polarity.UNCLASSIFIED for _, level in response.answers)
    if counted or not response.answers:
        return Markup("")
    waits = any(question.state is CountingState.TO_CONFIRM for question, _ in response.answers)
    words = (
        gettext("How this answer counts is to be confirmed; the case stays until then.")
        if waits
        else gettext("This answer counts otherwise by now; what was a case then stays one.")
    )
    return tag("p", words, class_="x-meta")


def response_place(response: DissatisfiedResponse) -> tuple[str, ...]:
    """Return where the response comes from, as far as it says."""
    return tuple(filter(None, (response.commune_title, response.hamlet)))


def submission_day(response: DissatisfiedResponse) -> str:
    """Return the day of a response; the minute could tell who stood at the counter."""
    return format_day(response.day) if response.day else gettext("time unknown")


def _urgency(item: CaseItem) -> Markup:
    """Return the two lines at the left: what is most urgent first."""
    if item.case is None or not item.tracked:
        untracked = tag("span", gettext("Older, not handled")) if item.case else Markup("")
        return tag("b", submission_day(item.response)) + untracked
    state, late = gettext(STATE_NAMES[item.case.state]), lateness_in_words(item.left)
    if item.left is not None and item.left < 0:
        return tag("b", late, class_="x-late") + tag("span", state)
    return tag("b", state) + tag("span", late)


def _facts(item: CaseItem) -> Iterable[str]:
    if item.case is not None and item.tracked:
        yield submission_day(item.response)
    yield from response_place(item.response)
    if item.response.sector:
        yield item.response.sector
    if item.case is not None and item.tracked:
        person = item.case.person or gettext("nobody yet")
        yield gettext("in charge: {value}", value=person)


def _kind(item: CaseItem) -> str:
    if item.left is not None and item.left < 0:
        return "x-overdue"
    if item.case is not None and item.case.state is CaseState.DONE:
        return "x-done"
    strong = any(level.strong for _, level in item.response.answers)
    return "x-strong" if strong else ""


def _comment(text: str) -> Markup:
    if text:
        return tag("p", text, class_="x-comment")
    return tag("p", gettext("No comment was written."), class_="x-comment x-mute")


def _hidden() -> Markup:
    words = gettext("A case is with the leaders, who read it first.")
    when = tag("div", tag("b", gettext("Held")), class_="x-when")
    return tag("article", when, tag("p", words, class_="x-comment x-mute"), class_="x-case x-done")
