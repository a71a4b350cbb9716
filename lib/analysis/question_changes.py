"""Each question against an earlier period, marked as what needs attention is."""

import dataclasses
import datetime as dt

from lib.analysis.attention_levels import questions_since
from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully
from lib.analysis.rates import Rate, RateChange, clear_signs, rate_change
from lib.survey.model.periods import Period
from lib.survey.model.running_periods import until_part_end
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import Selection


@dataclasses.dataclass(frozen=True)
class QuestionChange:
    """A question in a period and in an earlier one, both of which may be shown."""

    question: Question
    rate: Rate
    against: Rate
    change: RateChange | None  # None where either has no rate; clear as `find_concerns` has it


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
