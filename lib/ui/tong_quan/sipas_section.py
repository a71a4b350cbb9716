"""The view as the state's method (SIPAS) looks at it: by factor, wholly, and of how many."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.sipas_rates import FactorRate, SipasRates, needed_sample_size, sipas_rates
from lib.papers import stated_transactions
from lib.survey.model.sipas_factors import FACTOR_NAMES
from lib.ui.pieces.markup import join_markup, tag
from lib.ui.pieces.phrases import rate_in_words
from lib.ui.shell.process import the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_decimal, format_percent, format_percent_range, gettext


def sipas_section(scope: SurveyScope) -> Markup:
    """Return the section; nothing where no chosen question is about a factor."""
    told = sipas_rates(scope.responses, scope.view.selection, scope.may)
    if not told.parts:
        return Markup("")
    return tag(
        "section",
        tag("h2", gettext("By the method of SIPAS"), class_="x-h2"),
        _table(told),
        *(tag("p", line) for line in _wholly(told)),
        _size(scope),
        tag("p", _note(told), class_="x-note"),
        class_="x-sipas",
    )


def _table(told: SipasRates) -> Markup:
    names = (
        gettext("Factor"),
        gettext("Questions"),
        gettext("Rate satisfied"),
        gettext("95 % interval"),
        gettext("Answers"),
    )
    head = tag("tr", join_markup(tag("th", name, scope="col") for name in names))
    caption = tag("caption", gettext("By the method of SIPAS"), class_="x-hidden")
    body = tag("tbody", join_markup(map(_row, told.parts)))
    return tag("table", caption, tag("thead", head), body, class_="x-table")


def _row(one: FactorRate) -> Markup:
    of = one.rate
    number, _, _ = rate_in_words(of)
    within = ""
    if of.low is not None and of.high is not None:
        within = f"{format_decimal(of.low * 100)}–{format_decimal(of.high * 100)}"
    cells = (format_count(len(one.questions)), tag("b", number), within, format_count(of.valid))
    name = gettext(FACTOR_NAMES[one.factor])
    return tag("tr", tag("th", name, scope="row"), join_markup(tag("td", cell) for cell in cells))


def _wholly(told: SipasRates) -> Iterator[Markup]:
    of = told.wholly
    if of.rate is None or of.low is None or of.high is None:
        return
    words = gettext(
        "Wholly satisfied (every valid answer of a response is): <b>{rate}</b>, "
        "about {range}; {satisfied} of {n} responses."
    )
    yield Markup(words).format(
        rate=format_percent(of.rate),
        range=format_percent_range(of.low, of.high),
        satisfied=format_count(of.satisfied),
        n=format_count(of.valid),
    )


def _size(scope: SurveyScope) -> Markup:
    """Return how many responses there are of those that a random sample needs."""
    stated = stated_transactions(scope.view.selection, the_settings())
    if stated is None:
        return _unstated(scope)
    size = needed_sample_size(stated)
    words = gettext(
        "{have} of the {needed} responses that a random sample of {transactions} transactions "
        "needs (n = N/(1 + N·e²), e = 5 %)",
        have=format_count(scope.n),
        needed=format_count(size),
        transactions=format_count(stated),
    )
    full = min(100.0, scope.n / size * 100)
    meter = tag("div", tag("i", style=f"width:{full:.1f}%"), class_="x-meter", aria_hidden="true")
    return meter + tag("p", words)


def _unstated(scope: SurveyScope) -> Markup:
    of = scope.view.selection
    if not scope.private or of.period is None or of.hamlets or of.sectors:
        return Markup("")
    words = gettext(
        "To see how many responses are needed, write how many transactions this period had into "
        "[office] transactions."
    )
    return tag("p", words, class_="x-read")


def _note(told: SipasRates) -> str:
    missing = "; ".join(gettext(FACTOR_NAMES[factor]) for factor in told.missing)
    none = gettext("No question is about: {factors}.", factors=missing) if missing else ""
    note = gettext(
        "Not to be held against the SIPAS index of a province or city: that draws people at random "
        "and goes to them with its form, this one is filled in by whoever wishes to."
    )
    return f"{none} {note}".strip()
