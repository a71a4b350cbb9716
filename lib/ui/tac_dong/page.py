"""The satisfaction over time with what began when, and what changed since, one by one."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from lib.analysis.overview_figures import TrendPoint, trend_points
from lib.followup.office_measures import measures_in_force
from lib.server.push import push_state
from lib.survey.model.periods import Period
from lib.ui.dan_van_kheo.model_list import count_drawn_rows, draw_more_button
from lib.ui.dan_van_kheo.register_overview import draw_dataset_choice
from lib.ui.dan_van_kheo.register_view import asked_dataset
from lib.ui.pieces.banners import draw_nothing_yet, draw_warning
from lib.ui.pieces.charts import (
    RateDot,
    draw_large_chart,
    rate_dots_over_time,
    with_upright_lines,
)
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.html_cache import cached_html
from lib.ui.pieces.html_tables import TableCell, html_table
from lib.ui.pieces.markup import draw_html, tag
from lib.ui.pieces.phrases import short_period_name
from lib.ui.pieces.trend import TrendDot, rate_trend
from lib.ui.shell.access import granted_role
from lib.ui.shell.address import change_address, current_address, link_query
from lib.ui.shell.address_reader import AddressReader
from lib.ui.shell.live import redraw_when_moved
from lib.ui.shell.process import the_desk, the_office, the_register_feed
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tac_dong.action_effects import (
    DatedAction,
    action_aim,
    action_changes,
    measure_actions,
    model_actions,
    model_link,
)
from lib.ui.tong_quan.overview_trend import merger_words
from lib.wording import format_day, gettext


def draw_impact_page(scope: SurveyScope) -> None:
    """Draw the chart and below it each action with its before and after."""
    actions = [*_models(), *measure_actions(measures_in_force(the_desk().measures()))]
    chosen = scope.view.selection
    actions = [each for each in actions if chosen.concerns(each.aim.communes, each.aim.questions)]
    actions.sort(key=lambda action: action.aim.day, reverse=True)
    points = trend_points(scope.responses, scope.view.selection, scope.may)
    _chart(points, actions)
    if not actions:
        draw_nothing_yet(
            gettext(
                "No model with a day of its start and no measure is known yet, so there is no "
                "before and after to compare."
            )
        )
        return
    _list(scope, actions)


def _models() -> list[DatedAction]:
    """Return the models of the dataset in view whose start is known."""
    feed = the_register_feed()
    if feed is None:
        return []
    redraw_when_moved(push_state(feed.number, granted_role()), "register")
    if feed.snapshot is None:
        return []
    register = feed.snapshot.made
    asked = AddressReader(current_address())
    chosen = asked_dataset(asked, register)
    for problem in asked.problems:
        draw_warning(problem)
    draw_dataset_choice(register, chosen.code if chosen else None)
    if asked.unknown:
        return []
    return model_actions(
        model for model in register.models.values() if chosen and model.dataset == chosen.code
    )


def _chart(points: Sequence[TrendPoint], actions: Sequence[DatedAction]) -> None:
    known = [point for point in points if point.figures and point.figures.rate.rate is not None]
    if len(known) < 2:
        return
    periods = [point.period for point in known]
    begun = _begun(periods, actions)
    title = gettext("Overall rate over time")
    dots = [
        TrendDot(
            short_period_name(point.period),
            point.figures.responses,
            point.figures.rate,
            link_query(ky=[point.period.code]),
            merger_words(point.period),
            began=begun.get(number, ""),
            page=st.session_state["_page"],
        )
        for number, point in enumerate(known)
        if point.figures
    ]
    heading = tag("h2", title, class_="x-h2")
    draw_html(tag("section", heading, rate_trend(dots, title)), key="impact_trend")
    draw_large_chart(
        lambda: _large(known, periods, begun),
        "impact",
        title,
        lambda code: change_address(ky=[code]),
    )


def _large(
    known: Sequence[TrendPoint], periods: Sequence[Period], begun: Mapping[int, str]
) -> object:
    dots = [
        RateDot(short_period_name(p.period), p.period.code, p.figures.rate)
        for p in known
        if p.figures
    ]
    marks = [(float(place), numbers, "solid") for place, numbers in begun.items()]
    return with_upright_lines(rate_dots_over_time(dots), [*marks, *_mergers(periods)])


def _begun(periods: Sequence[Period], actions: Sequence[DatedAction]) -> dict[int, str]:
    """Return in which of the periods actions began, by their numbers in the list."""
    places = (_place(periods, action.aim.day) for action in actions)
    numbers: dict[int, list[int]] = {}
    for number, place in enumerate(places, start=1):
        if place is not None:
            numbers.setdefault(round(place), []).append(number)
    return {place: _span(each) for place, each in numbers.items()}


def _span(numbers: Sequence[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _mergers(periods: Sequence[Period]) -> Iterable[tuple[float, str, str]]:
    for merged in the_office().places.changes:
        place = _place(periods, merged)
        if place is not None:
            yield place, gettext("merger {day}", day=format_day(merged)), "dash"


def _place(periods: Sequence[Period], when: dt.date) -> float | None:
    """Return where a day lies on the axis of these periods, None where it lies outside."""
    for number, period in enumerate(periods):
        if period.first and period.last and period.first <= when <= period.last:
            whole = (period.last - period.first).days + 1
            return number - 0.5 + (when - period.first).days / whole
    return None


def _list(scope: SurveyScope, actions: Sequence[DatedAction]) -> None:
    drawn = tuple(actions[: count_drawn_rows("actions")])
    name = ("impact", scope.role, scope.displayed.today, drawn)
    html = cached_html(scope.responses, name, link_query(), lambda: _table(scope, drawn))
    draw_html(html, key="actions")
    draw_more_button("actions", len(actions))
    draw_html(_note(), key="impact_note")


def _table(scope: SurveyScope, actions: Sequence[DatedAction]) -> Markup:
    heads = (gettext("Model or measure"), gettext("Where carried out"), gettext("Other communes"))
    rows = (_row(scope, number, action) for number, action in enumerate(actions, start=1))
    table = html_table(heads, rows, kind="x-actions", named_cells=True)
    return tag("h2", gettext("Before and after"), class_="x-h2") + table


def _row(scope: SurveyScope, number: int, action: DatedAction) -> Sequence[object]:
    name = model_link(action.model, action.title) if action.model else action.title
    kind = gettext("measure") if action.is_measure else gettext("Dân vận khéo model")
    cells, words = action_changes(action, scope.displayed, scope.may)
    if len(cells) == 1 and not action.aim.communes:
        cells.append(
            tag(
                "small",
                gettext("carried out in all communes, so there is no other to compare with"),
            )
        )
    head = (
        tag("b", f"{number}. ", name),
        tag("small", f"{kind} · {action_aim(action, scope.responses)}"),
        tag("small", words),
    )
    there, elsewhere, *_ = (*cells, "", "")
    return TableCell(head), there, elsewhere


def _note() -> Markup:
    words = gettext(
        "A rate that rose after something began did not necessarily rise because of it. "
        "“Not statistically significant”: chance could explain the difference (95%). "
        "The month of the start is on neither side."
    )
    return tag("p", with_term_link(words, "chua-du-co-so-ket-luan"), class_="x-note")
