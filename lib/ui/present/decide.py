"""The first slides: what needs a decision, because it got worse or is overdue."""

import dataclasses
from collections.abc import Iterator

from markupsafe import Markup

from lib.analysis.attention import attention, moved
from lib.analysis.disclosure import fully
from lib.analysis.overview import compared
from lib.errors import JournalError
from lib.followup import summary
from lib.followup.summary import Work, work
from lib.survey import filters
from lib.survey.periods import Period
from lib.ui import concerns, disclosed
from lib.ui.desk import the_desk
from lib.ui.markup import tag
from lib.ui.present.slide import Slide, large, points
from lib.ui.scope import Scope
from lib.wording import count, day, gettext, ngettext

LOWER, OVERDUE = "can-chu-y", "qua-han"


def lower(scope: Scope) -> Slide:
    """Return what got worse or lies below the others beyond chance, or why that is not known."""
    selection = scope.view.selection
    period = compared(scope.responses, selection)
    found = attention(scope.responses, selection, period, scope.may)
    lines: list[Markup | str] = [
        Markup("{}: {}").format(concerns.subject(scope.responses, one), concerns.said(one))
        for one in found
    ]
    body = points(lines or [_nothing(scope, period)], calm=not lines)
    against = period and period.previous()
    words = period.name() if period else gettext("No complete quarter to compare yet.")
    if period and against:
        words = gettext("{period} against {previous}", period=words, previous=against.name())
    return Slide(LOWER, gettext("What needs a decision"), tag("p", words, class_="p-note") + body)


def _nothing(scope: Scope, period: Period | None) -> str:
    """Say that nothing is lower only where something was compared."""
    during = dataclasses.replace(scope.view.selection, period=period)
    if moved(scope.responses, during, scope.may):
        return gettext("Nothing is clearly lower than before or elsewhere.")
    return gettext("There are not enough responses of the period before to compare with.")


def overdue(scope: Scope) -> Slide:
    """Return how many cases in view are overdue, as it is now."""
    title, newest = gettext("Overdue cases"), scope.live
    selection, form = newest.view.selection, newest.responses.form
    if not fully(newest.may, selection, filters.rated(form, selection)):
        return Slide(OVERDUE, title, tag("p", disclosed.why(selection), class_="p-note"))
    try:
        cases = the_desk().cases(newest.responses)
    except JournalError as error:
        return Slide(OVERDUE, title, tag("p", error, class_="p-note"))
    told = work(cases, summary.in_view(newest.responses, cases, selection))
    number = count(told.overdue)
    words = ngettext("case overdue", "cases overdue", told.overdue)
    return Slide(OVERDUE, title, large(number, words, *_beside(told)))


def _beside(told: Work) -> Iterator[str]:
    yield ngettext("of {n} open case", "of {n} open cases", told.open)
    if told.new:
        yield gettext("{n} not taken up yet", n=count(told.new))
    yield gettext("{n} finished", n=count(told.done))
    yield gettext("as of {day}", day=day(the_desk().today()))
