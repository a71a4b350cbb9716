"""How the work goes: four figures, and tables by question, commune and person in charge."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator

import streamlit as st
from markupsafe import Markup

from lib.analysis.disclosure import may_show_fully
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
from lib.survey.selection import chosen_rated_questions
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.pieces.cards import figure_card, figure_cards
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_html, draw_static_html, tag
from lib.ui.shell.process import the_desk, the_office
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_day, format_decimal, gettext, ngettext, with_capital

_Rows = Iterable[tuple[object, WorkCounts]]


@dataclasses.dataclass(frozen=True)
class CaseWork:
    """The work in view; `as_of` the day it stood so, None where it is of now."""

    counts: WorkCounts
    as_of: dt.date | None = None


def case_work_version(scope: SurveyScope) -> object:
    """Return what differs whenever the work may; what viewers see of it moves with their step."""
    desk = the_desk() if scope.private else None
    return desk and (desk.journal.number, desk.today())


def case_work_in_view(scope: SurveyScope) -> CaseWork | None:
    """Return the work on the cases in view; None where it may not be shown or is not known.

    Cases are of now, so that beside figures of another reading there are none. Viewers see them as
    they stood when the reading that they see was made: a single deed tells them nothing.
    """
    if not scope.displayed.live:
        return None
    try:
        return _work_of_now(scope) if scope.private else viewer_case_work(scope)
    except JournalError:
        return None  # the page of cases says why


def _work_of_now(scope: SurveyScope) -> CaseWork:
    cases = the_desk().cases(scope.responses)
    return CaseWork(count_work(cases, cases_in_scope(scope, cases)))


def viewer_case_work(scope: SurveyScope) -> CaseWork | None:
    """Return the work in view as of the reading on show, a function of that reading alone.

    None where what is chosen may not be shown. Raises JournalError.
    """
    selection = scope.view.selection
    asked = chosen_rated_questions(scope.responses.form, selection)
    if not may_show_fully(scope.may, selection, asked):
        return None
    read_at = scope.displayed.read_at
    cases = the_desk().cases_as_of(scope.responses, read_at)
    counts = count_work(cases, cases_in_scope(scope, cases))
    return CaseWork(counts, the_office().local(read_at).date())


def draw_viewer_work(scope: SurveyScope) -> None:
    """Draw how many cases are open, overdue and done, for who sees totals only."""
    work = case_work_in_view(scope)
    if work is None or not work.counts.all or work.as_of is None:
        return
    counts = work.counts
    late = "x-d" if counts.overdue else ""
    day = gettext("as of {day}", day=format_day(work.as_of))
    title = with_term_link(gettext("Open cases"), "viec-can-xu-ly")
    cards = figure_cards(
        figure_card(title, *_cases(counts.open), day),
        figure_card(gettext("Overdue"), *_cases(counts.overdue), kind=late),
        figure_card(gettext("Done"), *_cases(counts.done)),
    )
    draw_html(cards, key="work_figures")


def cases_in_scope(scope: SurveyScope, cases: Cases) -> CaseFlags:
    """Return which cases belong to the responses and the questions in view."""
    return cases_in_view(scope.responses, cases, scope.view.selection)


def draw_case_summary(scope: SurveyScope, cases: Cases, in_view: CaseFlags) -> None:
    """Draw the figures of the cases in view, and on demand the tables."""
    counts = count_work(cases, in_view)
    if not counts.all:
        return
    draw_html(_figures(counts), key="work_figures")
    with st.expander(gettext("By question, cause, commune and person in charge"), key="by"):
        responses, today = scope.responses, scope.view.selection.today
        tables: tuple[tuple[str, _Rows, Callable[..., str]], ...] = (
            (gettext("Question"), work_by_question(responses, cases, in_view), str),
            (gettext("Cause"), work_by_cause(cases, in_view), _cause),
            (gettext("Commune"), work_by_commune(responses, cases, in_view, today=today), _commune),
            (gettext("In charge"), work_by_person(cases, in_view), _person),
        )
        for name, rows, words in tables:
            draw_static_html(_table(name, ((words(group), counts) for group, counts in rows)))


def _figures(counts: WorkCounts) -> Markup:
    waiting = gettext("{n} not taken up yet", n=format_count(counts.new)) if counts.new else ""
    done = (
        gettext(
            "half of the {n} finished cases took this long or less", n=format_count(counts.done)
        )
        if counts.done
        else ""
    )
    late = "x-d" if counts.overdue else ""
    return figure_cards(
        figure_card(
            with_term_link(gettext("Open cases"), "viec-can-xu-ly"), *_cases(counts.open), waiting
        ),
        figure_card(gettext("Overdue"), *_cases(counts.overdue), kind=late),
        figure_card(gettext("Done"), *_cases(counts.done)),
        figure_card(gettext("Usual time to finish"), *_days(counts.median), done),
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
    lines = ((name, *_line(counts)) for name, counts in rows)
    return scroll_region(html_table((first, *heads), lines), first)


def _line(counts: WorkCounts) -> Iterator[object]:
    overdue = format_count(counts.overdue)
    yield format_count(counts.open)
    yield tag("b", overdue, class_="x-late") if counts.overdue else overdue
    yield format_count(counts.done)
    yield format_decimal(counts.median) if counts.median is not None else "–"
