"""Communes at a glance: each one's rate over all chosen questions, against all the others."""

import dataclasses
import datetime as dt

import numpy as np

from lib.analysis.attention_levels import communes_together
from lib.analysis.compared_period import last_period_over
from lib.analysis.disclosure import MayShow, allow_everything, may_show_fully, questions_in_view
from lib.analysis.rates import ENOUGH_PEOPLE, Rate, clear_signs
from lib.survey.model.periods import SINGLE_DAY, Period, PeriodKind, period_holding
from lib.survey.model.running_periods import until_part_end
from lib.survey.responses import Place, Responses
from lib.survey.selection import Selection, chosen_rows


@dataclasses.dataclass(frozen=True)
class CommuneRate:
    """A commune's rate over all chosen questions; `rate.people` are its responses that rate."""

    place: Place
    rate: Rate
    mark: int  # 1 clearly above all the others together, -1 clearly below, else 0


def commune_rates(
    responses: Responses, selection: Selection, may: MayShow = allow_everything
) -> tuple[CommuneRate, ...]:
    """Return the communes that hold rated responses and may be shown.

    The clearly lower ones come first, the lowest before, then the clearly higher ones, then those
    with most responses. The family of the marks is that of `what_needs_attention`: every commune,
    whatever is shown of them.
    """
    family = communes_together(responses, selection)
    marks = clear_signs([(family.own, family.against)])[0].tolist()
    places = {place.code: place for place in (*responses.today, *responses.communes)}
    each = zip(family.subjects, family.own.each(), marks, family.may_show.tolist(), strict=True)
    asked = questions_in_view(responses, selection, may)
    rated = [
        CommuneRate(places[code], rate, mark)
        for (_, code), rate, mark, chosen in each
        if chosen
        and rate.people
        and may_show_fully(may, dataclasses.replace(selection, communes=(code,)), asked)
    ]
    return tuple(sorted(rated, key=_clear_first))


def commune_span(
    responses: Responses, selection: Selection, today: dt.date, may: MayShow = allow_everything
) -> Period | None:
    """Return of when communes are compared: the chosen period as far as it is over, else the year.

    That is the running year if enough responses came in it, else the last one that holds any.
    """
    if selection.period:
        return until_part_end(selection.period, today)
    year = until_part_end(period_holding(PeriodKind.YEAR, today), today)
    chosen = dataclasses.replace(selection, period=year)
    n = np.count_nonzero(chosen_rows(responses, chosen)) if year else 0
    if n >= ENOUGH_PEOPLE and may(chosen, None):
        return year
    return last_period_over(responses, selection, PeriodKind.YEAR, today - SINGLE_DAY)


def _clear_first(each: CommuneRate) -> tuple[int, float]:
    if each.mark < 0:
        return 0, each.rate.rate or 0
    return (1, each.rate.rate or 0) if each.mark else (2, -each.rate.people)
