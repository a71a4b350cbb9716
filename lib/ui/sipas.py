"""The view as the state's method (SIPAS) looks at it: by factor, wholly, and of how many."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.sipas import Part, Sipas, needed, sipas
from lib.papers import transactions
from lib.survey.factors import NAMES
from lib.ui import phrases
from lib.ui.feed import configured
from lib.ui.markup import join, tag
from lib.ui.scope import Scope
from lib.wording import count, decimal, gettext, percent, percent_range


def section(scope: Scope) -> Markup:
    """Return the section; nothing where no chosen question is about a factor."""
    told = sipas(scope.responses, scope.view.selection, scope.may)
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


def _table(told: Sipas) -> Markup:
    names = (
        gettext("Factor"),
        gettext("Questions"),
        gettext("Rate satisfied"),
        gettext("95 % interval"),
        gettext("Answers"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in names))
    caption = tag("caption", gettext("By the method of SIPAS"), class_="x-hidden")
    body = tag("tbody", join(map(_row, told.parts)))
    return tag("table", caption, tag("thead", head), body, class_="x-table")


def _row(one: Part) -> Markup:
    of = one.rate
    number, _, _ = phrases.rate(of)
    within = ""
    if of.low is not None and of.high is not None:
        within = f"{decimal(of.low * 100)}–{decimal(of.high * 100)}"
    cells = (count(len(one.questions)), tag("b", number), within, count(of.valid))
    name = gettext(NAMES[one.factor])
    return tag("tr", tag("th", name, scope="row"), join(tag("td", cell) for cell in cells))


def _wholly(told: Sipas) -> Iterator[Markup]:
    of = told.wholly
    if of.rate is None or of.low is None or of.high is None:
        return
    words = gettext(
        "Wholly satisfied (every valid answer of a response is): <b>{rate}</b>, "
        "about {range}; {satisfied} of {n} responses."
    )
    yield Markup(words).format(
        rate=percent(of.rate),
        range=percent_range(of.low, of.high),
        satisfied=count(of.satisfied),
        n=count(of.valid),
    )


def _size(scope: Scope) -> Markup:
    """Return how many responses there are of those that a random sample needs."""
    stated = transactions(scope.view.selection, configured())
    if stated is None:
        return _unstated(scope)
    size = needed(stated)
    words = gettext(
        "{have} of the {needed} responses that a random sample of {transactions} transactions "
        "needs (n = N/(1 + N·e²), e = 5 %)",
        have=count(scope.n),
        needed=count(size),
        transactions=count(stated),
    )
    full = min(100.0, scope.n / size * 100)
    meter = tag("div", tag("i", style=f"width:{full:.1f}%"), class_="x-meter", aria_hidden="true")
    return meter + tag("p", words)


def _unstated(scope: Scope) -> Markup:
    of = scope.view.selection
    if not scope.private or of.period is None or of.hamlets or of.sectors:
        return Markup("")
    words = gettext(
        "To see how many responses are needed, write how many transactions this period had into "
        "[office] transactions."
    )
    return tag("p", words, class_="x-read")


def _note(told: Sipas) -> str:
    missing = "; ".join(gettext(NAMES[factor]) for factor in told.missing)
    none = gettext("No question is about: {factors}.", factors=missing) if missing else ""
    note = gettext(
        "Not to be held against the SIPAS index of a province or city: that draws people at random "
        "and goes to them with its form, this one is filled in by whoever wishes to."
    )
    return f"{none} {note}".strip()
