"""The overview's pieces: cards, what deserves attention, the questions, the trend."""

import datetime as dt
from collections.abc import Callable, Iterator

from markupsafe import Markup

from lib.analysis.attention import Concern, attention
from lib.analysis.measures import Change
from lib.analysis.overview import Against, Overview, overview
from lib.followup.summary import Work
from lib.ui import address, concerns, phrases, sipas, work_summary
from lib.ui.bars import bars, legend
from lib.ui.cards import card, cards
from lib.ui.feed import office
from lib.ui.markup import draw, join, link, tag
from lib.ui.pictures import picture
from lib.ui.scope import Scope
from lib.ui.trend import Point, trend
from lib.wording import count, day, gettext, ngettext, points

FITTING = 12  # points of a trend that stand beside the questions on a wide screen


def draw_page(scope: Scope) -> None:
    """Draw all of it in one piece; the work on cases only for those who may see cases."""
    name = f"overview {work_summary.state(scope)}"
    draw(picture(scope.responses, name, address.query(), lambda: _page(scope)), "overview")


def _page(scope: Scope) -> Markup:
    selection = scope.view.selection
    told = overview(scope.responses, selection, scope.may)
    found = attention(scope.responses, selection, told.period, scope.may)
    pieces = (
        _compared(scope, told),
        _cards(told, work_summary.figures(scope)),
        tag(
            "div",
            _attention(scope, told, found) if found else "",
            _questions(told),
            _trend(told),
            class_="x-duo x-two" if len(told.trend) <= FITTING else "x-duo",
        ),
        tag("p", _note(), class_="x-note"),
        sipas.section(scope),
    )
    return join(Markup("{}").format(piece) for piece in pieces)


def _compared(scope: Scope, told: Overview) -> Markup:
    """Say once what changes are told of and against what."""
    if not told.period or not told.previous:
        return Markup("")
    words = gettext("compared with {previous}", previous=told.previous.period.name())
    if told.year_ago:
        name = told.year_ago.period.name()
        words += "; " + gettext("same months a year earlier: {period}", period=name)
    if scope.view.selection.period:
        return tag("p", gettext("Changes:"), " ", words, class_="x-compared")
    newest = link(told.period.name(), "", address.query(ky=[told.period.code]))
    told_of = gettext("Changes in the newest complete quarter:")
    return tag("p", f"{told_of} ", newest, f" {words}", class_="x-compared")


def _cards(told: Overview, work: Work | None) -> Markup:
    number, unit, interval = phrases.rate(told.figures.rate)
    figures = told.figures
    return cards(
        card(gettext("Responses"), *phrases.counted(figures.responses),
             *_changes(told, lambda a: _more(told, a, "responses"))),
        card(gettext("Overall rate satisfied"), number, unit, interval,
             *_changes(told, lambda a: _change(a.rate))),
        card(gettext("Dissatisfied responses"), *phrases.counted(figures.dissatisfied),
             *_changes(told, lambda a: _more(told, a, "dissatisfied")), kind="x-d"),
        _work(work) if work and work.all else "",
    )  # fmt: skip


def _work(work: Work) -> Markup:
    """Return one card and one line of it: how many are open, how many late; never whose."""
    late = ngettext("{n} overdue", "{n} overdue", work.overdue) if work.overdue else ""
    line = tag("b", late, class_="x-late") if late else gettext("none overdue")
    way = link(gettext("See the cases"), "can_xu_ly", address.query())
    number = count(work.open)
    return card(gettext("Needs action"), number, gettext("open"), line, way)


def _changes(told: Overview, words: Callable[[Against], Markup]) -> Iterator[Markup]:
    if told.previous:
        yield words(told.previous)
    if told.year_ago:
        yield Markup("{} {}").format(gettext("a year earlier:"), words(told.year_ago))


def _more(told: Overview, against: Against, of: str) -> Markup:
    now = getattr(told.now, of) if told.now else 0
    difference = now - getattr(against.figures, of)
    words = ngettext("{n} response more", "{n} responses more", difference)
    if difference < 0:
        words = ngettext("{n} response fewer", "{n} responses fewer", -difference)
    return Markup("{}").format(words if difference else gettext("as many"))


def _change(change: Change | None) -> Markup:
    if change is None:
        return Markup("{}").format(gettext("too few responses to compare"))
    if points(change.difference) == points(0):
        return tag("b", gettext("unchanged"))
    sure = gettext("clear") if change.clear else gettext("not clear")
    return Markup("<b>{}</b>, {}").format(phrases.moved(change.difference), sure)


def _attention(scope: Scope, told: Overview, found: tuple[Concern, ...]) -> Markup:
    items = (tag("li", _concern(scope, told, concern)) for concern in found)
    heading = tag("h2", gettext("Worth attention"), class_="x-h2")
    return tag("section", heading, tag("ul", join(items)), class_="x-attention")


def _concern(scope: Scope, told: Overview, concern: Concern) -> Markup:
    """Return one sentence that begins with the link to what it tells."""
    period, changed = told.period, {}
    if concern.question:
        changed["cau"] = [concern.question]
    if concern.commune:
        changed["xa"] = [concern.commune]
    query = address.query(ky=[period.code] if period else [], **changed)
    page = "theo_cau_hoi" if concern.question else ""
    name = link(concerns.subject(scope.responses, concern), page, query)
    return Markup("{} ({}): {}").format(
        name, period.name() if period else "", concerns.said(concern)
    )


def _questions(told: Overview) -> Markup:
    asked = told.questions
    name = ngettext("{n} question", "{n} questions, from the lowest rate", len(asked))
    head = tag("div", tag("h2", name, class_="x-h2"), legend(asked), class_="x-head")
    return tag("section", head, bars(asked, address.query()), class_="x-questions")


def _trend(told: Overview) -> Markup:
    if len(told.trend) < 2:
        return Markup("")
    drawn = [
        Point(
            phrases.short(point.period),
            point.figures.responses if point.figures else None,
            point.figures.rate if point.figures else None,
            address.query(ky=[point.period.code]),
            _event(point.period.first, point.period.last),
        )
        for point in told.trend
    ]
    heading = tag("h2", gettext("Overall rate over time"), class_="x-h2")
    return tag("section", heading, trend(drawn), class_="x-over-time")


def _event(first: dt.date | None, last: dt.date | None) -> str:
    """Say that boundaries changed inside a period of the trend."""
    days = office().places.changes if first and last else ()
    merged = next((at for at in days if first and last and first <= at <= last), None)
    return gettext("Dashed line: communes merged on {day}.", day=day(merged)) if merged else ""


def _note() -> str:
    return gettext(
        "A voluntary survey, no random sample. Rate satisfied = (very satisfied + satisfied) / "
        "valid answers. “Not clear”: chance could explain the difference (95 %)."
    )
