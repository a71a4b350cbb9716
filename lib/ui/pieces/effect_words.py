"""A rate before and after something, with its numbers."""

from markupsafe import Markup

from lib.analysis.impact_estimate import RateBeforeAfter
from lib.analysis.rates import Rate
from lib.survey.selection_sentence import n_responses
from lib.wording import format_percent, format_percent_range, gettext


def before_and_after_rates(found: RateBeforeAfter) -> Markup:
    """Return "trước 92,1 % (88,8–94,4 %; 366 phiếu), sau 89,5 % (85,7–92,4 %; 325 phiếu)"."""
    return Markup(gettext("before {before}, after {after}")).format(
        before=_rate(found.before), after=_rate(found.after)
    )


def _rate(of: Rate) -> Markup:
    n = n_responses(of.people)
    if of.rate is None or of.low is None or of.high is None:
        return Markup("– ({})").format(n)
    return Markup("{} ({}; {})").format(
        format_percent(of.rate), format_percent_range(of.low, of.high), n
    )
