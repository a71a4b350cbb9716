"""A rate before and after something, in careful words."""

from markupsafe import Markup

from lib.analysis.effect import Effect
from lib.analysis.measures import Rate
from lib.ui import phrases
from lib.wording import count, gettext, percent, percent_range, points


def sides(found: Effect) -> Markup:
    """Return "trước 92,1 % (88,8–94,4 %; 366 phiếu), sau 89,5 % (85,7–92,4 %; 325 phiếu)"."""
    return Markup(gettext("before {before}, after {after}")).format(
        before=_rate(found.before), after=_rate(found.after)
    )


def conclusion(found: Effect) -> str:
    """Return whether it is better, or how much is missing to say so."""
    if found.missing:
        return gettext("not enough responses to conclude, {n} missing", n=count(found.missing))
    if found.missing_before or found.change is None:
        n = count(found.missing_before)
        return gettext("not enough responses before it to conclude, {n} missing", n=n)
    moved = found.change
    if not moved.clear:
        return gettext("not clear: chance could explain the difference")
    words = (
        gettext("clearly up {points}") if moved.difference > 0 else gettext("clearly down {points}")
    )
    return words.format(points=points(moved.difference))


def _rate(of: Rate) -> Markup:
    n = phrases.n_responses(of.people)
    if of.rate is None or of.low is None or of.high is None:
        return Markup("– ({})").format(n)
    return Markup("{} ({}; {})").format(percent(of.rate), percent_range(of.low, of.high), n)
