"""What got worse or lies below the others beyond chance, in one period; no words."""

import dataclasses
import itertools
from collections.abc import Iterator

import numpy as np

from lib.analysis.attention_levels import ConcernKind, RateFamily, attention_levels
from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully
from lib.analysis.rates import Rate, RateChange, clear_signs, rate_change
from lib.analysis.tally import CountArray
from lib.survey.model.periods import Period
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rated_questions, without_places

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
