"""The satisfaction over time with what began when, and what changed since, one by one."""

import datetime as dt
import itertools
import statistics
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from lib.analysis.overview import Point, trend_points
from lib.followup.measures import measures
from lib.server.push import state
from lib.survey.periods import Period
from lib.ui import access, address, banners, charts, phrases, tables
from lib.ui.asked import Asked
from lib.ui.charts import Dot
from lib.ui.desk import the_desk
from lib.ui.feed import office, the_register
from lib.ui.live import listen
from lib.ui.markup import draw, join, still, tag
from lib.ui.movement import impact, listing
from lib.ui.movement import overview as register_overview
from lib.ui.movement.impact import Action
from lib.ui.movement.view import dataset_asked
from lib.ui.pictures import picture
from lib.ui.scope import Scope
from lib.wording import day, gettext


def draw_page(scope: Scope) -> None:
    """Draw the chart and below it each action with its before and after."""
    actions = [*_models(), *impact.of_measures(measures(the_desk().measures()))]
    chosen = scope.view.selection
    actions = [one for one in actions if chosen.concerns(one.aim.communes, one.aim.questions)]
    actions.sort(key=lambda one: one.aim.day, reverse=True)
    points = trend_points(scope.responses, scope.view.selection, scope.may)
    _chart(points, actions)
    if not actions:
        banners.nothing_yet(
            gettext(
                "No model with a day of its start and no measure is known yet, so there is no "
                "before and after to compare."
            )
        )
        return
    _list(scope, actions)


def _models() -> list[Action]:
    """Return the models of the dataset in view whose start is known."""
    feed = the_register()
    if feed is None:
        return []
    listen(state(feed.number, access.standing()), "register")
    if feed.snapshot is None:
        return []
    register = feed.snapshot.made
    asked = Asked(address.current())
    chosen = dataset_asked(asked, register)
    for problem in asked.problems:
        banners.warning(problem)
    register_overview.choose_dataset(register, chosen.code if chosen else None)
    if asked.unknown:
        return []
    return impact.of_models(
        one for one in register.models.values() if chosen and one.dataset == chosen.code
    )


def _chart(points: Sequence[Point], actions: Sequence[Action]) -> None:
    shown = [point for point in points if point.figures and point.figures.rate.rate is not None]
    if len(shown) < 2:
        return
    dots = [Dot(phrases.short(p.period), p.period.code, p.figures.rate) for p in shown if p.figures]
    periods = [point.period for point in shown]
    marks = [*_marks(periods, actions), *_mergers(periods)]
    title = gettext("Overall rate over time")
    still(tag("h2", title, class_="x-h2"))
    charts.show(
        charts.marked(charts.over_time(dots), marks),
        "impact",
        title,
        lambda code: address.change(ky=[code]),
    )
    still(tables.folded(tables.rates(gettext("Period"), [(d.name, d.rate) for d in dots])))


def _marks(
    periods: Sequence[Period], actions: Sequence[Action]
) -> Iterable[tuple[float, str, str]]:
    """Yield where actions began, by their numbers in the list; those of one period together."""
    places = [_place(periods, action.aim.day) for action in actions]
    begun = [(round(at), at, number) for number, at in enumerate(places, start=1) if at is not None]
    for _, group in itertools.groupby(begun, key=lambda one: one[0]):
        _, within, numbers = zip(*group, strict=True)
        name = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
        yield statistics.mean(within), name, "solid"


def _mergers(periods: Sequence[Period]) -> Iterable[tuple[float, str, str]]:
    for merged in office().places.changes:
        at = _place(periods, merged)
        if at is not None:
            yield at, gettext("merger {day}", day=day(merged)), "dash"


def _place(periods: Sequence[Period], when: dt.date) -> float | None:
    """Return where a day lies on the axis of these periods, None where it lies outside."""
    for at, period in enumerate(periods):
        if period.first and period.last and period.first <= when <= period.last:
            whole = (period.last - period.first).days + 1
            return at - 0.5 + (when - period.first).days / whole
    return None


def _list(scope: Scope, actions: Sequence[Action]) -> None:
    drawn = tuple(actions[: listing.shown("actions")])
    name = ("impact", scope.role, scope.shown.today, drawn)
    html = picture(scope.responses, name, address.query(), lambda: _table(scope, drawn))
    draw(html, key="actions")
    listing.more("actions", len(actions))
    still(_note())


def _table(scope: Scope, actions: Sequence[Action]) -> Markup:
    heads = (gettext("What began"), gettext("There"), gettext("Elsewhere"))
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = join(_row(scope, number, one) for number, one in enumerate(actions, start=1))
    table = tag("table", tag("thead", head), tag("tbody", body), class_="x-table x-actions")
    return tag("h2", gettext("Before and after"), class_="x-h2") + table


def _row(scope: Scope, number: int, action: Action) -> Markup:
    name = impact.model_link(action.model, action.title) if action.model else action.title
    kind = gettext("measure") if action.is_measure else gettext("Dân vận khéo model")
    cells, words = impact.changed(action, scope.shown, scope.may)
    if len(cells) == 1 and not action.aim.communes:
        cells.append(tag("small", gettext("all communes took part: nowhere to compare with")))
    head = tag(
        "th",
        tag("b", f"{number}. ", name),
        tag("small", f"{kind} · {impact.aimed(action, scope.responses)}"),
        tag("small", words),
        scope="row",
    )
    named = zip((gettext("There"), gettext("Elsewhere")), [*cells, "", ""], strict=False)
    return tag("tr", head, *(tag("td", cell, data_of=name) for name, cell in named))


def _note() -> Markup:
    words = gettext(
        "A rate that rose after something began did not necessarily rise because of it. “Not "
        "clear”: chance could explain the difference (95 %). The month of the start is on "
        "neither side."
    )
    return tag("p", words, class_="x-note")
