"""How the work goes: four figures, and tables by question, commune and person in charge."""

from collections.abc import Callable, Iterable

import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.followup import summary
from lib.followup.cases import Cases, Flags
from lib.followup.summary import Work, by_cause, by_commune, by_person, by_question, work
from lib.ui import phrases
from lib.ui.cards import card, cards
from lib.ui.desk import the_desk
from lib.ui.markup import join, still, tag
from lib.ui.scope import Scope
from lib.wording import count, decimal, gettext, ngettext, opening

Rows = Iterable[tuple[object, Work]]


def state(scope: Scope) -> object:
    """Return what differs whenever the work may, None for who sees no cases."""
    desk = the_desk() if scope.private else None
    return desk and (desk.journal.number, desk.today())


def figures(scope: Scope) -> Work | None:
    """Return the work on the cases in view, None for who sees no cases, or where none is known.

    Cases are of now, so that beside figures of another reading there are none.
    """
    if not scope.private or not scope.shown.live:
        return None
    try:
        cases = the_desk().cases(scope.responses)
    except JournalError:
        return None  # the page of cases says why
    return work(cases, in_view(scope, cases))


def in_view(scope: Scope, cases: Cases) -> Flags:
    """Return which cases belong to the responses and the questions in view."""
    return summary.in_view(scope.responses, cases, scope.view.selection)


def draw(scope: Scope, cases: Cases, of: Flags) -> None:
    """Draw the figures of the cases in view, and on demand the tables."""
    told = work(cases, of)
    if not told.all:
        return
    still(_figures(told))
    with st.expander(gettext("By question, cause, commune and person in charge"), key="by"):
        responses, today = scope.responses, scope.view.selection.today
        tables: tuple[tuple[str, Rows, Callable[..., str]], ...] = (
            (gettext("Question"), by_question(responses, cases, of), str),
            (gettext("Cause"), by_cause(cases, of), _cause),
            (gettext("Commune"), by_commune(responses, cases, of, today=today), _commune),
            (gettext("In charge"), by_person(cases, of), _person),
        )
        for name, rows, words in tables:
            still(_table(name, ((words(of_it), done) for of_it, done in rows)))


def _figures(told: Work) -> Markup:
    waiting = gettext("{n} not taken up yet", n=count(told.new)) if told.new else ""
    done = gettext("median of {n} done", n=count(told.done))
    return cards(
        card(gettext("Open cases"), *_cases(told.open), waiting),
        card(gettext("Overdue"), *_cases(told.overdue), kind="x-d" if told.overdue else ""),
        card(gettext("Done"), *_cases(told.done)),
        card(gettext("Usual time to finish"), *_days(told.median), done if told.done else ""),
    )


def _cases(n: int) -> tuple[str, str]:
    return count(n), ngettext("case", "cases", n)


def _days(median: float | None) -> tuple[str, str]:
    if median is None:
        return "–", ""
    return decimal(median, 0 if median == int(median) else 1), gettext("working days")


def _commune(place: object) -> str:
    name = phrases.commune(place) if place else gettext("not stated")  # type: ignore[arg-type]
    return opening(name)


def _cause(name: object) -> str:
    return str(name) or gettext("No cause written down yet")


def _person(name: object) -> str:
    return str(name) or gettext("Nobody yet")


def _table(first: str, rows: Iterable[tuple[str, Work]]) -> Markup:
    heads = (
        gettext("Open cases"),
        gettext("Overdue"),
        gettext("Done"),
        gettext("Median, working days"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in (first, *heads)))
    body = join(tag("tr", tag("th", name, scope="row"), _line(told)) for name, told in rows)
    table = tag("table", tag("thead", head), tag("tbody", body), class_="x-table")
    return tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=first)


def _line(told: Work) -> Markup:
    late = tag("b", count(told.overdue), class_="x-late") if told.overdue else count(0)
    median = decimal(told.median) if told.median is not None else "–"
    cells = (count(told.open), late, count(told.done), median)
    return join(tag("td", cell) for cell in cells)
