"""What deserves attention: what got worse or lies below the others beyond chance; no words."""

import dataclasses
import enum
import itertools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully
from lib.analysis.group_comparison import count_by_commune
from lib.analysis.rates import (
    Rate,
    RateArrays,
    RateChange,
    clear_signs,
    pooled_rates,
    question_rates,
    rate_change,
)
from lib.analysis.tally import CountArray, ResponseSum, count_answers, sum_responses
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import (
    RowMask,
    Selection,
    chosen_rated_questions,
    chosen_rows,
    communes_with_codes,
    without_places,
)

_MOST = 3


class ConcernKind(enum.StrEnum):
    """Why something deserves attention."""

    WORSE = "worse"  # a question: than in the period before
    BELOW = "below"  # a commune: than all the others


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


@dataclasses.dataclass(frozen=True)
class QuestionChange:
    """A question in a period and in an earlier one, both of which may be shown."""

    question: Question
    rate: Rate
    against: Rate
    change: RateChange | None  # None where either has no rate; clear as `find_concerns` has it


class _RateFamily(NamedTuple):
    """Rates and what each is held against, arrays of one shape."""

    kind: ConcernKind
    own: RateArrays
    against: RateArrays
    dissatisfied: CountArray
    may_show: RowMask  # the others only belong to the family
    subjects: list[tuple[str, str]]  # question and commune of each


def find_concerns(
    responses: Responses,
    selection: Selection,
    period: Period | None,
    may: MayShow = allow_everything,
) -> tuple[Concern, ...]:
    """Return what is clearly lower in this period, the largest differences first.

    All questions and communes are one family for Holm, whatever of them is chosen or may be
    shown. Of one question and of one commune only the worst is told.
    """
    if period is None:
        return ()
    selection = dataclasses.replace(selection, period=period)
    families = _family(responses, selection, period.previous())
    marks = clear_signs([(each.own, each.against) for each in families])
    concerns = itertools.chain(*map(_concerns, families, marks))
    worst: dict[tuple[ConcernKind, str], Concern] = {}
    for concern in sorted(concerns, key=lambda each: each.change.difference):
        if not _may_show_concern(responses, selection, concern, may):
            continue
        worst.setdefault((concern.kind, concern.commune or concern.question), concern)
    return tuple(worst.values())[:_MOST]


def changes_by_question(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> dict[str, RateChange]:
    """Return by how much each question's rate differs from the period before the chosen one.

    By id; without those of which either side is too small or may not be shown. Clear is what
    `find_concerns` finds beyond chance, among all questions and communes.
    """
    period = selection.period
    previous = period and period.previous()
    if period is None or previous is None:
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
    questions, *others = _family(responses, selection, earlier)
    marks = clear_signs([(each.own, each.against) for each in (questions, *others)])[0].tolist()
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


def _family(
    responses: Responses, selection: Selection, earlier: Period | None
) -> list[_RateFamily]:
    """Return all that is looked at together: the questions first, where there is an earlier."""
    asked = [_since(responses, selection, earlier)] if earlier else []
    return [*asked, *_below(responses, selection)]


def _since(responses: Responses, selection: Selection, earlier: Period) -> _RateFamily:
    """Return every question, against an earlier period."""
    then = dataclasses.replace(selection, period=earlier)
    now, before = (
        count_answers(responses, chosen_rows(responses, each)) for each in (selection, then)
    )
    return _RateFamily(
        kind=ConcernKind.WORSE,
        own=question_rates(now.satisfied[0], now.valid[0]),
        against=question_rates(before.satisfied[0], before.valid[0]),
        dissatisfied=now.dissatisfied[0],
        may_show=_asked(responses, selection),
        subjects=[(question.id, "") for question in responses.form.rated],
    )


def _below(responses: Responses, selection: Selection) -> Iterator[_RateFamily]:
    """Yield every commune against all the others: question by question, then over all chosen."""
    rows = chosen_rows(responses, selection)
    table = count_by_commune(responses, selection, rows)
    stated = slice(len(table.subjects))
    chosen = table.chosen.responses[stated] > 0
    own, others = table.pair
    yield _RateFamily(
        kind=ConcernKind.BELOW,
        own=own,
        against=others,
        dissatisfied=table.own.dissatisfied[stated],
        may_show=chosen[:, None] & _asked(responses, selection),
        subjects=[(q.id, place.code) for place in table.subjects for q in responses.form.rated],
    )
    part = _commune_sums(responses, selection, rows)[stated]
    whole = _commune_sums(responses, selection, chosen_rows(responses, without_places(selection)))
    mine = np.where(chosen[:, None], part, whole[stated])
    yield _RateFamily(
        kind=ConcernKind.BELOW,
        own=pooled_rates(mine),
        against=pooled_rates(whole.sum(axis=0) - mine),
        dissatisfied=mine[:, ResponseSum.DISSATISFIED],
        may_show=chosen,
        subjects=[("", place.code) for place in table.subjects],
    )


def _commune_sums(responses: Responses, selection: Selection, rows: RowMask) -> CountArray:
    places, codes = communes_with_codes(responses, selection.today)
    by = np.where(codes < 0, len(places), codes)
    return sum_responses(
        responses, rows, chosen_rated_questions(responses.form, selection), by, len(places) + 1
    )


def _asked(responses: Responses, selection: Selection) -> RowMask:
    asked = np.zeros(len(responses.form.rated), dtype=np.bool_)
    asked[list(chosen_rated_questions(responses.form, selection))] = True
    return asked


def _concerns(family: _RateFamily, marks: CountArray) -> Iterator[Concern]:
    own, against = family.own.each(), family.against.each()
    dissatisfied = family.dissatisfied.ravel()
    for at in np.flatnonzero((marks < 0) & family.may_show).tolist():
        question, commune = family.subjects[at]
        difference = rate_change(own[at], against[at])
        if difference:
            now, then, n = own[at], against[at], int(dissatisfied[at])
            yield Concern(family.kind, question, commune, now, then, difference, n)
