"""How the work goes: four figures, and tables by question, commune and person in charge."""

from collections.abc import Callable, Iterable

import streamlit as st
from markupsafe import Markup

from lib.errors import JournalError
from lib.followup.case_arrays import CaseFlags, Cases
from lib.followup.work_counts import (
    WorkCounts,
    cases_in_view,
    count_work,
    work_by_cause,
    work_by_commune,
    work_by_person,
    work_by_question,
)
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.markup import draw_static_html, join_markup, tag
from lib.ui.shell.process_desk import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_decimal, gettext, ngettext, with_capital

_Rows = Iterable[tuple[object, WorkCounts]]


def case_work_version(scope: SurveyScope) -> object:
    """Return what differs whenever the work may, None for who sees no cases."""
    desk = the_desk() if scope.private else None
    return desk and (desk.journal.number, desk.today())


def case_work_in_view(scope: SurveyScope) -> WorkCounts | None:
    """Return the work on the cases in view, None for who sees no cases, or where none is known.

    Cases are of now, so that beside figures of another reading there are none.
    """
    if not scope.private or not scope.shown.live:
        return None
    try:
        cases = the_desk().cases(scope.responses)
    except JournalError:
        return None  # the page of cases says why
    return count_work(cases, cases_in_scope(scope, cases))


def cases_in_scope(scope: SurveyScope, cases: Cases) -> CaseFlags:
    """Return which cases belong to the responses and the questions in view."""
    return cases_in_view(scope.responses, cases, scope.view.selection)


def draw_case_summary(scope: SurveyScope, cases: Cases, of: CaseFlags) -> None:
    """Draw the figures of the cases in view, and on demand the tables."""
    told = count_work(cases, of)
    if not told.all:
        return
    draw_static_html(_figures(told))
    with st.expander(gettext("By question, cause, commune and person in charge"), key="by"):
        responses, today = scope.responses, scope.view.selection.today
        tables: tuple[tuple[str, _Rows, Callable[..., str]], ...] = (
            (gettext("Question"), work_by_question(responses, cases, of), str),
            (gettext("Cause"), work_by_cause(cases, of), _cause),
            (gettext("Commune"), work_by_commune(responses, cases, of, today=today), _commune),
            (gettext("In charge"), work_by_person(cases, of), _person),
        )
        for name, rows, words in tables:
            draw_static_html(_table(name, ((words(of_it), done) for of_it, done in rows)))


def _figures(told: WorkCounts) -> Markup:
    waiting = gettext("{n} not taken up yet", n=format_count(told.new)) if told.new else ""
    done = gettext("median of {n} done", n=format_count(told.done))
    return figure_cards(
        figure_card(gettext("Open cases"), *_cases(told.open), waiting),
        figure_card(gettext("Overdue"), *_cases(told.overdue), kind="x-d" if told.overdue else ""),
        figure_card(gettext("Done"), *_cases(told.done)),
        figure_card(
            gettext("Usual time to finish"), *_days(told.median), done if told.done else ""
        ),
    )


def _cases(n: int) -> tuple[str, str]:
    return format_count(n), ngettext("case", "cases", n)


def _days(median: float | None) -> tuple[str, str]:
    if median is None:
        return "–", ""
    return format_decimal(median, 0 if median == int(median) else 1), gettext("working days")


def _commune(place: object) -> str:
    name = commune_inside_sentence(place) if place else gettext("not stated")  # type: ignore[arg-type]
    return with_capital(name)


def _cause(name: object) -> str:
    return str(name) or gettext("No cause written down yet")


def _person(name: object) -> str:
    return str(name) or gettext("Nobody yet")


def _table(first: str, rows: Iterable[tuple[str, WorkCounts]]) -> Markup:
    heads = (
        gettext("Open cases"),
        gettext("Overdue"),
        gettext("Done"),
        gettext("Median, working days"),
    )
    head = tag("tr", join_markup(tag("th", name, scope="col") for name in (first, *heads)))
    body = join_markup(tag("tr", tag("th", name, scope="row"), _line(told)) for name, told in rows)
    table = tag("table", tag("thead", head), tag("tbody", body), class_="x-table")
    return tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=first)


def _line(told: WorkCounts) -> Markup:
    late = (
        tag("b", format_count(told.overdue), class_="x-late") if told.overdue else format_count(0)
    )
    median = format_decimal(told.median) if told.median is not None else "–"
    cells = (format_count(told.open), late, format_count(told.done), median)
    return join_markup(tag("td", cell) for cell in cells)
