"""The view as the state's method (SIPAS) looks at it: by factor, wholly, and of how many."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.sipas_rates import FactorRate, SipasRates, needed_sample_size, sipas_rates
from lib.papers import stated_transactions
from lib.survey.model.sipas_factors import FACTOR_NAMES
from lib.ui.pieces.html_tables import html_table, interval_words
from lib.ui.pieces.markup import tag
from lib.ui.pieces.phrases import rate_in_words
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_percent, format_percent_range, gettext


def sipas_section(scope: SurveyScope) -> Markup:
    """Return the section; nothing where no chosen question is about a factor."""
    rates = sipas_rates(scope.responses, scope.view.selection, scope.may)
    if not rates.parts:
        return Markup("")
    return tag(
        "section",
        tag("h2", gettext("By the method of SIPAS"), class_="x-h2"),
        _table(rates),
        *(tag("p", line) for line in _wholly(rates)),
        _size(scope),
        tag("p", _note(rates), class_="x-note"),
        class_="x-sipas",
    )


def _table(rates: SipasRates) -> Markup:
    heads = (
        gettext("Factor"),
        gettext("Questions"),
        gettext("Satisfaction rate"),
        gettext("95% interval"),
        gettext("Answers"),
    )
    return html_table(heads, map(_row, rates.parts), caption=gettext("By the method of SIPAS"))


def _row(part: FactorRate) -> tuple[object, ...]:
    number, _, _ = rate_in_words(part.rate)
    return (
        gettext(FACTOR_NAMES[part.factor]),
        format_count(len(part.questions)),
        tag("b", number),
        interval_words(part.rate),
        format_count(part.rate.valid),
    )


def _wholly(rates: SipasRates) -> Iterator[Markup]:
    wholly = rates.wholly
    if wholly.rate is None or wholly.low is None or wholly.high is None:
        return
    words = gettext(
        "Wholly satisfied (every valid answer of a response is): <b>{rate}</b>, 95% "
        "interval {range}; {satisfied} of {n} responses."
    )
    yield Markup(words).format(
        rate=format_percent(wholly.rate),
        range=format_percent_range(wholly.low, wholly.high),
        satisfied=format_count(wholly.satisfied),
        n=format_count(wholly.valid),
    )


def _size(scope: SurveyScope) -> Markup:
    """Return how many responses there are of those that a random sample needs."""
    stated = stated_transactions(scope.view.selection, the_settings())
    if stated is None:
        return _unstated(scope)
    size = needed_sample_size(stated)
    words = gettext(
        "{have} of the {needed} responses that a random sample of {transactions} "
        "transactions needs (n = N/(1 + N·e²), e = 5%)",
        have=format_count(scope.n),
        needed=format_count(size),
        transactions=format_count(stated),
    )
    full = min(100.0, scope.n / size * 100)
    meter = tag("div", tag("i", style=f"width:{full:.1f}%"), class_="x-meter", aria_hidden="true")
    return meter + tag("p", words)


def _unstated(scope: SurveyScope) -> Markup:
    chosen = scope.view.selection
    if not scope.private or chosen.period is None or chosen.is_within_communes:
        return Markup("")
    words = gettext(
        "To see how many responses are needed, write how many transactions this period had into "
        "[office] transactions."
    )
    return tag("p", words, class_="x-read")


def _note(rates: SipasRates) -> str:
    missing = "; ".join(gettext(FACTOR_NAMES[factor]) for factor in rates.missing)
    none = gettext("No question is about: {factors}.", factors=missing) if missing else ""
    note = gettext(
        "Not to be held against the SIPAS index of a province or city: that draws people at random "
        "and goes to them with its form, this one is filled in by whoever wishes to."
    )
    return f"{none} {note}".strip()
