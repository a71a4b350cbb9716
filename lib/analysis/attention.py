"""What deserves attention: what got worse or lies below the others beyond chance; no words."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator

import numpy as np

from lib.analysis.attention_levels import (
    ConcernKind,
    RateFamily,
    attention_levels,
    questions_since,
)
from lib.analysis.compared_period import compared_period
from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully
from lib.analysis.rates import (
    Rate,
    RateChange,
    clear_signs,
    rate_change,
)
from lib.analysis.tally import CountArray
from lib.survey.model.periods import Period
from lib.survey.model.running_periods import until_part_end
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import (
    Selection,
    chosen_rated_questions,
    without_places,
)

_MOST = 3


@dataclasses.dataclass(frozen=True)
class Concern:
    """One rate that is lower than another beyond chance."""

    kind: ConcernKind
    question: str  # id; "" over all chosen questions
    commune: str  # code; "" for everything chosen
    rate: Rate
    against: Rate
    change: RateChange
    dissatisfied: int  # responses with such an answer
    period: Period  # in which it is lower


@dataclasses.dataclass(frozen=True)
class QuestionChange:
    """A question in a period and in an earlier one, both of which may be shown."""

    question: Question
    rate: Rate
    against: Rate
    change: RateChange | None  # None where either has no rate; clear as `find_concerns` has it


def what_needs_attention(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> tuple[Concern, ...]:
    """Return what is clearly lower: in the period that is told of first, and, where that is not
    over and none was chosen, in the last one of its kind that is."""
    period = compared_period(responses, selection, may, today)
    found = find_concerns(responses, selection, period, may)
    whole = period.beginning_of() if period and not selection.period else None
    complete = whole and whole.previous()
    return (*found, *find_concerns(responses, selection, complete, may))


def find_concerns(
    responses: Responses,
    selection: Selection,
    period: Period | None,
    may: MayShow = allow_everything,
) -> tuple[Concern, ...]:
    """Return what is clearly lower in this period: all together, then the largest differences.

    Level by level (all together, questions, communes, communes in one question) all that lies
    there is one family for Holm, whatever of it is chosen or may be shown. Of one question and
    of one commune only the worst is told.
    """
    if period is None:
        return ()
    selection = dataclasses.replace(selection, period=period)
    families = attention_levels(responses, selection, period.previous())
    marks = [clear_signs([(each.own, each.against)])[0] for each in families]
    concerns = itertools.chain(
        *(_concerns(each, signs, period) for each, signs in zip(families, marks, strict=True))
    )
    worst: dict[tuple[ConcernKind, str], Concern] = {}
    for concern in sorted(concerns, key=_first_told):
        if not _may_show_concern(responses, selection, concern, may):
            continue
        worst.setdefault((concern.kind, concern.commune or concern.question), concern)
    told = tuple(worst.values())
    whole = sum(not (each.question or each.commune) for each in told)
    return told[: whole + _MOST]


def _first_told(concern: Concern) -> tuple[bool, float]:
    return bool(concern.question or concern.commune), concern.change.difference


def changes_by_question(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> dict[str, RateChange]:
    """Return by how much each question's rate differs from the period before the chosen one.

    By id; without those of which either side is too small or may not be shown, and nothing where
    the period is not over by `today`: it is never set against a finished one. Clear is what
    `find_concerns` finds beyond chance, among all questions.
    """
    period = selection.period
    previous = period and period.previous()
    unfinished = bool(period and today and until_part_end(period, today) != period)
    if period is None or previous is None or unfinished:
        return {}
    changes = compare_with_earlier(responses, selection, period, previous, may)
    return {compared.question.id: compared.change for compared in changes if compared.change}


def compare_with_earlier(
    responses: Responses, selection: Selection, period: Period, earlier: Period, may: MayShow
) -> tuple[QuestionChange, ...]:
    """Return the chosen questions in a period against an earlier one, in the form's order.

    Their family for Holm is that of `find_concerns`: what is marked worse against the period before
    is what deserves it.
    """
    selection = dataclasses.replace(selection, period=period)
    before = dataclasses.replace(selection, period=earlier)
    questions = questions_since(responses, selection, earlier)
    marks = clear_signs([(questions.own, questions.against)])[0].tolist()
    own, against = questions.own.each(), questions.against.each()
    return tuple(
        QuestionChange(
            responses.form.rated[at], own[at], against[at], _marked(own[at], against[at], mark)
        )
        for at, mark in enumerate(marks)
        if questions.may_show[at]
        and may_show_fully(may, selection, (at,))
        and may_show_fully(may, before, (at,))
    )


def _marked(own: Rate, against: Rate, mark: int) -> RateChange | None:
    """Return the difference, clear where it is so among all that is looked at together."""
    change = rate_change(own, against)
    return change and dataclasses.replace(change, clear=bool(mark))


def _may_show_concern(
    responses: Responses, selection: Selection, concern: Concern, may: MayShow
) -> bool:
    """Tell whether both sides of a concern may be shown."""
    if concern.kind is ConcernKind.BELOW:
        own = dataclasses.replace(selection, communes=(concern.commune,))
        against = without_places(selection)
    else:
        own, period = selection, selection.period
        against = dataclasses.replace(selection, period=period and period.previous())
    asked = dataclasses.replace(selection, questions=(concern.question,))
    questions = chosen_rated_questions(responses.form, asked if concern.question else selection)
    return may_show_fully(may, own, questions) and may_show_fully(may, against, questions)


def _concerns(family: RateFamily, marks: CountArray, period: Period) -> Iterator[Concern]:
    own, against = family.own.each(), family.against.each()
    dissatisfied = family.dissatisfied.ravel()
    for at in np.flatnonzero((marks < 0) & family.may_show).tolist():
        question, commune = family.subjects[at]
        difference = rate_change(own[at], against[at])
        if difference:
            now, then, n = own[at], against[at], int(dissatisfied[at])
            yield Concern(family.kind, question, commune, now, then, difference, n, period)
