"""Sentences that stand on every page: what is shown, how it changed."""

from lib.analysis.rates import Rate, RateChange
from lib.survey.model.periods import Period, PeriodKind
from lib.survey.responses import Responses
from lib.survey.selection_sentence import (
    commune_inside_sentence,
    n_responses,
    selection_with_questions,
    selection_without_questions,
)
from lib.ui.shell.survey_view import SurveyView
from lib.wording import (
    ROMAN_NUMERALS,
    format_count,
    format_percent,
    format_percent_range,
    format_points,
    gettext,
    ngettext,
)

__all__ = [
    "change_from_previous",
    "commune_inside_sentence",
    "n_responses",
    "rate_change_words",
    "rate_in_words",
    "response_count_words",
    "selection_without_questions",
    "short_period_name",
    "view_sentence",
]


def response_count_words(n: int) -> tuple[str, str]:
    """Return a number of responses as a card shows it: "226" and "phiếu"."""
    return format_count(n), ngettext("response", "responses", n)


def view_sentence(responses: Responses, view: SurveyView) -> str:
    """Return what is shown without its number: "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi"."""
    return selection_with_questions(responses, view.selection)


def short_period_name(period: Period) -> str:
    """Return a period's name for an axis: "T10/22", "IV/22", "2022"."""
    if period.first is None:
        return ""
    year = f"{period.first:%y}"
    if period.kind is PeriodKind.MONTH:
        return gettext("M{month}/{year}", month=period.first.month, year=year)
    if period.kind is PeriodKind.QUARTER:
        return gettext(
            "{quarter}/{year}", quarter=ROMAN_NUMERALS[(period.first.month - 1) // 3], year=year
        )
    return str(period.first.year)


def rate_change_words(difference: float) -> str:
    """Return a difference of rates: "tăng 0,9 điểm %"."""
    words = gettext("up {points}") if difference > 0 else gettext("down {points}")
    return words.format(points=format_points(difference))


def change_from_previous(change: RateChange | None, period: Period | None) -> str:
    """Return how a rate of a period differs from the one before: "tăng 0,6 điểm % so với Quý
    III/2022, chưa rõ"; "" where that is not known."""
    previous = period and period.previous()
    if change is None or previous is None:
        return ""
    return gettext(
        "{moved} against {previous}, {sure}",
        moved=rate_change_words(change.difference),
        previous=previous.name(),
        sure=gettext("clear") if change.clear else gettext("not clear"),
    )


def rate_in_words(of: Rate) -> tuple[str, str, str]:
    """Return a rate as a card shows it: "95,7 %", no unit, "khoảng 94,8–96,5 %"."""
    if of.rate is None or of.low is None or of.high is None:
        return "–", "", gettext("Not shown: fewer than 5 responses")
    return (
        format_percent(of.rate),
        "",
        gettext("about {range}", range=format_percent_range(of.low, of.high)),
    )
