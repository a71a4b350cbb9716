"""Words that stand on several pages: counts, rates, how they changed, what deserves attention."""

from markupsafe import Markup

from lib.analysis.attention_words import WeightedSentence
from lib.analysis.impact_estimate import RateBeforeAfter
from lib.analysis.rates import Rate, RateChange
from lib.settings import LEAST_GROUP
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.periods import Period, PeriodKind
from lib.survey.selection_sentence import n_responses
from lib.ui.pieces.markup import tag
from lib.wording import (
    ROMAN_NUMERALS,
    format_count,
    format_percent,
    format_percent_range,
    format_points,
    gettext,
    ngettext,
)


def response_count_words(n: int) -> tuple[str, str]:
    """Return a number of responses as a card shows it: "226" and "phiếu"."""
    return format_count(n), ngettext("response", "responses", n)


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


def rate_change_words(change: RateChange) -> str:
    """Return a difference of rates: "tăng 0,9 điểm phần trăm", "tăng rõ rệt …" beyond chance."""
    up, down = gettext("up {points}"), gettext("down {points}")
    if change.clear:
        up, down = gettext("significantly up {points}"), gettext("significantly down {points}")
    words = up if change.difference > 0 else down
    return words.format(points=format_points(change.difference))


def doubt_words(change: RateChange) -> str:
    """Return ", chưa đủ cơ sở kết luận" where chance could explain a difference, else ""."""
    return "" if change.clear else ", " + gettext("not statistically significant")


def change_from_previous(change: RateChange | None, period: Period | None) -> str:
    """Return how a rate of a period differs from the one before: "tăng 0,6 điểm phần trăm so với
    Quý III/2022, chưa đủ cơ sở kết luận"; "" where that is not known."""
    previous = period and period.previous()
    if change is None or previous is None:
        return ""
    moved = gettext(
        "{moved} against {previous}", moved=rate_change_words(change), previous=previous.name()
    )
    return moved + doubt_words(change)


def rate_in_words(rate: Rate) -> tuple[str, str, Markup]:
    """Return a rate as a card shows it: "95,7 %", no unit, "khoảng tin cậy 94,8–96,5 %"."""
    if rate.valid == 0:
        return "–", "", Markup(gettext("no answer that counts"))
    if rate.rate is None or rate.low is None or rate.high is None:
        return "–", "", Markup(too_few_sentence())
    whole = tag("span", format_percent_range(rate.low, rate.high), class_="x-num")  # on one line
    interval = Markup(gettext("95% interval {range}")).format(range=whole)
    return format_percent(rate.rate), "", interval


def polarity_words() -> dict[Polarity, str]:
    """Return how the ways in which an answer counts are called."""
    return {
        Polarity.SATISFIED: gettext("Satisfied"),
        Polarity.NEUTRAL: gettext("Neutral"),
        Polarity.DISSATISFIED: gettext("Dissatisfied"),
        Polarity.NOT_APPLICABLE: gettext("Does not count"),
        Polarity.UNCLASSIFIED: gettext("Not classified"),
    }


def too_few_words() -> str:
    """Return what stands where a rate of too few people would."""
    return gettext("fewer than {n}", n=LEAST_GROUP)


def too_few_sentence() -> str:
    """Return why nothing is said of too few people, without a full stop."""
    return gettext("Not shown: fewer than {n} responses", n=LEAST_GROUP)


def before_and_after_rates(effect: RateBeforeAfter) -> Markup:
    """Return "trước 92,1 % (88,8–94,4 %; 366 phiếu), sau 89,5 % (85,7–92,4 %; 325 phiếu)"."""
    return Markup(gettext("before {before}, after {after}")).format(
        before=_rate_with_count(effect.before), after=_rate_with_count(effect.after)
    )


def _rate_with_count(rate: Rate) -> Markup:
    n = n_responses(rate.people)
    if rate.rate is None or rate.low is None or rate.high is None:
        return Markup("– ({})").format(n)
    return Markup("{} ({}; {})").format(
        format_percent(rate.rate), format_percent_range(rate.low, rate.high), n
    )


def weighted_html(sentence: WeightedSentence) -> Markup:
    """Return the sentence with its weight in bold."""
    bold = {**sentence.fields, "moved": tag("b", sentence.fields["moved"])}
    return Markup(sentence.words).format(**bold)
