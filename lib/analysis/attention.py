"""What deserves attention of a selection: one function for every page, slide, paper and command."""

import dataclasses
import datetime as dt
import enum

from lib.analysis.compared_period import compared_period
from lib.analysis.concerns import Concern, find_concerns
from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully, questions_in_view
from lib.analysis.overview_figures import figures_during
from lib.analysis.sustained_fall import SustainedFall, sustained_fall
from lib.survey.model.periods import Period
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rated_questions, communes_with_codes


class ComparedBasis(enum.StrEnum):
    """Whether what is told of could be held against the period before, or why not."""

    COMPARED = "compared"
    NO_QUESTION = "no_question"  # that rates anything may be shown
    NO_PERIOD = "no_period"  # nothing of any period may be told
    TOO_FEW = "too_few"  # responses in the period
    NOTHING_BEFORE = "nothing_before"
    TOO_FEW_BEFORE = "too_few_before"
    WITHHELD = "withheld"  # the period before may not be shown


@dataclasses.dataclass(frozen=True)
class Attention:
    """What deserves attention of a selection, in the order in which it is told."""

    period: Period | None  # that is told of first
    concerns: tuple[Concern, ...]
    fall: SustainedFall | None
    basis: ComparedBasis
    partly: bool  # some communes or questions may not be shown by themselves, and were left out

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.concerns and self.fall is None


def what_needs_attention(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> Attention:
    """Return what is clearly lower: in the period that is told of first, and, where that is not
    over and none was chosen, in the last one of its kind that is; and a fall that lasts."""
    period = compared_period(responses, selection, may, today)
    found = find_concerns(responses, selection, period, may)
    whole = period.beginning_of() if period and not selection.period else None
    complete = whole and whole.previous()
    return Attention(
        period,
        (*found, *find_concerns(responses, selection, complete, may)),
        sustained_fall(responses, selection, may, today),
        _basis(responses, selection, period, may),
        _partly(responses, dataclasses.replace(selection, period=period), may),
    )


def later_fall(
    responses: Responses,
    selection: Selection,
    may: MayShow = allow_everything,
    today: dt.date | None = None,
) -> Concern | None:
    """Return the clear fall of all chosen questions together in a period that runs after the chosen
    one has ended; None where there is none."""
    chosen, now = selection.period, dataclasses.replace(selection, period=None)
    ended = chosen.last if chosen else None
    if ended is None:
        return None
    concerns = what_needs_attention(responses, now, may, today).concerns
    later = (each for each in concerns if each.period.first and each.period.first > ended)
    return next((each for each in later if not (each.question or each.commune)), None)


def _basis(
    responses: Responses, selection: Selection, period: Period | None, may: MayShow
) -> ComparedBasis:
    asked = questions_in_view(responses, selection, may)
    if not asked:
        rated = chosen_rated_questions(responses.form, selection)
        return ComparedBasis.WITHHELD if rated else ComparedBasis.NO_QUESTION
    if period is None:
        return ComparedBasis.NO_PERIOD
    now = figures_during(responses, selection, asked, may, period)
    if now is None:
        return ComparedBasis.NO_PERIOD
    earlier = period.previous()
    then = figures_during(responses, selection, asked, may, earlier)
    if now.rate.small:
        return ComparedBasis.TOO_FEW
    if then is None:
        return ComparedBasis.WITHHELD if earlier else ComparedBasis.NOTHING_BEFORE
    if not then.responses:
        return ComparedBasis.NOTHING_BEFORE
    return ComparedBasis.TOO_FEW_BEFORE if then.rate.small else ComparedBasis.COMPARED


def _partly(responses: Responses, selection: Selection, may: MayShow) -> bool:
    if may is allow_everything:
        return False
    asked = questions_in_view(responses, selection, may)
    if asked != questions_in_view(responses, selection, allow_everything):
        return True
    places, _ = communes_with_codes(responses, selection.today)
    return not all(
        may_show_fully(may, dataclasses.replace(selection, communes=(place.code,)), asked)
        for place in places
    )
