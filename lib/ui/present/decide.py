"""The first slides: what needs a decision, because it got worse or is overdue."""

from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.attention import attention
from lib.analysis.overview import compared
from lib.errors import JournalError
from lib.followup import summary
from lib.followup.summary import Work, work
from lib.ui import concerns
from lib.ui.desk import the_desk
from lib.ui.markup import tag
from lib.ui.present.slide import Slide, large, points
from lib.ui.scope import Scope
from lib.wording import count, day, gettext, ngettext

WORSE, OVERDUE = "can-chu-y", "qua-han"


def worse(scope: Scope) -> Slide:
    """Return what got worse or lies below the others beyond chance."""
    selection = scope.view.selection
    period = compared(scope.responses, selection)
    found = attention(scope.responses, selection, period, scope.may)
    lines: list[Markup | str] = [
        Markup("{}: {}").format(concerns.subject(scope.responses, one), concerns.said(one))
        for one in found
    ]
    body = points(lines or [_nothing()], calm=not lines)
    against = period and period.previous()
    words = period.name() if period else gettext("No complete quarter to compare yet.")
    if period and against:
        words = gettext("{period} against {previous}", period=words, previous=against.name())
    return Slide(WORSE, gettext("What needs a decision"), tag("p", words, class_="p-note") + body)


def _nothing() -> str:
    return gettext("Nothing is clearly lower than before or elsewhere.")


def overdue(scope: Scope) -> Slide:
    """Return how many cases in view are overdue, as it is now."""
    title = gettext("Overdue cases")
    newest = scope.live
    try:
        cases = the_desk().cases(newest.responses)
    except JournalError as error:
        return Slide(OVERDUE, title, tag("p", error, class_="p-note"))
    of = summary.in_view(newest.responses, cases, newest.view.selection)
    told = work(cases, of)
    number = count(told.overdue)
    words = ngettext("case overdue", "cases overdue", told.overdue)
    return Slide(OVERDUE, title, large(number, words, *_beside(told)))


def _beside(told: Work) -> Iterator[str]:
    yield ngettext("of {n} open case", "of {n} open cases", told.open)
    if told.new:
        yield gettext("{n} not taken up yet", n=count(told.new))
    yield gettext("{n} finished", n=count(told.done))
    yield gettext("as of {day}", day=day(the_desk().today()))
