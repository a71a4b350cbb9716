"""The answers to a question that asks for a date or a time of day: bars by month or hour."""

import datetime as dt
import math
from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable
from lib.analysis.moment_bins import bin_moments, count_by_bin
from lib.analysis.number_summary import BinnedNumbers, NumberBin, gathered_bins
from lib.analysis.tally import GroupCodes
from lib.survey.model.periods import PeriodKind, period_holding
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.moment_answers import MONTHS_A_YEAR, moment_answers
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.theo_cau_hoi.answer_bars import range_words, share_bars
from lib.wording import gettext, with_capital, without_capital


def shown_moments(scope: SurveyScope, question: Question) -> BinnedNumbers | None:
    """Return what of these answers this viewer may see; None where nobody in view gave one.

    Where nothing may be shown there are no bins.
    """
    values = moment_answers(scope.responses, question)[scope.rows]
    binned = bin_moments(values, question.kind)
    if binned is None or scope.private:
        return binned
    bins = gathered_bins(binned, the_settings().k) if scope.whole else ()
    return BinnedNumbers(binned.n, bins, 0, 0)


def moment_bars(binned: BinnedNumbers, kind: ColumnKind) -> Markup:
    """Return each month or hour with how many answers lie in it."""
    counts = (each.n for each in binned.bins)
    rows = zip(moment_names(binned.bins, kind), counts, strict=True)
    return share_bars(gettext("Answer"), rows, binned.n)


def moment_table(
    scope: SurveyScope, question: Question, by: GroupCodes, groups: int
) -> AnswerTable | None:
    """Return how many in view answered with each month or hour, by group; None where nobody did.

    For whoever may read single responses.
    """
    values = np.where(scope.rows, moment_answers(scope.responses, question), np.nan)
    binned = bin_moments(values, question.kind)
    if binned is None:
        return None
    counts = count_by_bin(values, binned.bins, by, groups)
    names = moment_names(binned.bins, question.kind)
    return AnswerTable(tuple(names), counts, counts.sum(axis=1))


def moment_names(bins: Sequence[NumberBin], kind: ColumnKind) -> list[str]:
    """Return what each bin is called: "Tháng 3/2026", "Năm 2024", "Từ 8 giờ đến dưới 9 giờ"."""
    if kind is ColumnKind.TIME:
        return [with_capital(range_words(each, _hour)) for each in bins]
    ends = [end for each in bins for end in (each.low, each.high) if not math.isinf(end)]
    years = all(end % MONTHS_A_YEAR == 0 for end in ends)
    span = PeriodKind.YEAR if years else PeriodKind.MONTH
    return [with_capital(_dates(each, span)) for each in bins]


def _dates(each: NumberBin, span: PeriodKind) -> str:
    first, last = _span_name(each.low, span), _span_name(each.high - 1, span)
    if not first:
        return gettext("until {last}", last=last)
    if not last:
        return gettext("from {first} on", first=first)
    if first == last:
        return first
    return gettext("from {first} to {last}", first=first, last=last)


def _span_name(month: float, span: PeriodKind) -> str:
    """Return the month or year that holds a month; "" for an end that is not told."""
    if math.isinf(month):
        return ""
    year, at = divmod(int(month), MONTHS_A_YEAR)
    return without_capital(period_holding(span, dt.date(year, at + 1, 1)).name())


def _hour(hour: float) -> str:
    return gettext("{hour}:00", hour=int(hour))
