"""Sentences that stand on every page: what is shown, how it changed."""

from lib.analysis.measures import Change, Rate
from lib.survey import shown
from lib.survey.periods import Period, Span
from lib.survey.responses import Responses
from lib.survey.shown import commune, n_responses, selected
from lib.ui.view import View
from lib.wording import ROMAN, count, gettext, ngettext, percent, percent_range, points

__all__ = [
    "against",
    "commune",
    "counted",
    "moved",
    "n_responses",
    "rate",
    "selected",
    "short",
    "showing",
]


def counted(n: int) -> tuple[str, str]:
    """Return a number of responses as a card shows it: "226" and "phiếu"."""
    return count(n), ngettext("response", "responses", n)


def showing(responses: Responses, view: View) -> str:
    """Return what is shown without its number: "Xã Xuân Tây · Quý IV/2022 · cả 10 câu hỏi"."""
    return shown.showing(responses, view.selection)


def short(period: Period) -> str:
    """Return a period's name for an axis: "T10/22", "IV/22", "2022"."""
    if period.first is None:
        return ""
    year = f"{period.first:%y}"
    if period.kind is Span.MONTH:
        return gettext("M{month}/{year}", month=period.first.month, year=year)
    if period.kind is Span.QUARTER:
        return gettext("{quarter}/{year}", quarter=ROMAN[(period.first.month - 1) // 3], year=year)
    return str(period.first.year)


def moved(difference: float) -> str:
    """Return a difference of rates: "tăng 0,9 điểm %"."""
    words = gettext("up {points}") if difference > 0 else gettext("down {points}")
    return words.format(points=points(difference))


def against(change: Change | None, period: Period | None) -> str:
    """Return how a rate of a period differs from the one before: "tăng 0,6 điểm % so với Quý
    III/2022, chưa rõ"; "" where that is not known."""
    previous = period and period.previous()
    if change is None or previous is None:
        return ""
    return gettext(
        "{moved} against {previous}, {sure}",
        moved=moved(change.difference),
        previous=previous.name(),
        sure=gettext("clear") if change.clear else gettext("not clear"),
    )


def rate(of: Rate) -> tuple[str, str, str]:
    """Return a rate as a card shows it: "95,7 %", no unit, "khoảng 94,8–96,5 %"."""
    if of.rate is None or of.low is None or of.high is None:
        return "–", "", gettext("Not shown: fewer than 5 responses")
    return percent(of.rate), "", gettext("about {range}", range=percent_range(of.low, of.high))
