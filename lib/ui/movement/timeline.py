"""The satisfaction over time with what began when, and what changed since, one by one."""

import datetime as dt
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from lib.analysis.overview import Point, overview
from lib.followup.measures import measures
from lib.server.push import state
from lib.survey.periods import Period
from lib.ui import access, address, banners, charts, phrases, tables
from lib.ui.asked import Asked
from lib.ui.charts import Dot
from lib.ui.desk import the_desk
from lib.ui.feed import the_register
from lib.ui.frame import Scope
from lib.ui.live import listen
from lib.ui.markup import draw, join, still, tag
from lib.ui.movement import impact
from lib.ui.movement import overview as register_overview
from lib.ui.movement.impact import Action
from lib.ui.movement.view import dataset_asked
from lib.wording import day, gettext, ngettext

MOST = 40  # actions drawn; of hundreds none would be seen


def draw_page(scope: Scope) -> None:
    """Draw the chart and below it each action with its before and after."""
    actions = [*_models(), *impact.of_measures(measures(the_desk().measures()))]
    actions.sort(key=lambda one: one.aim.day)
    points = overview(scope.responses, scope.view.selection, scope.may).trend
    _chart(points, actions)
    if not actions:
        banners.nothing_yet(
            gettext(
                "No model with a day of its start and no measure is known yet, so there is no "
                "before and after to compare."
            )
        )
        return
    _list(actions)


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
    """Yield where an action began, by its number in the list; those of one period together."""
    by_place: dict[float, list[str]] = {}
    for number, action in enumerate(actions[:MOST], start=1):
        at = _place(periods, action.aim.day)
        if at is not None:
            by_place.setdefault(at, []).append(str(number))
    for at, numbers in by_place.items():
        yield (
            at,
            ", ".join(numbers) if len(numbers) <= 3 else f"{numbers[0]} … {numbers[-1]}",
            "solid",
        )


def _mergers(periods: Sequence[Period]) -> Iterable[tuple[float, str, str]]:
    for merged in impact.merged():
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


def _list(actions: Sequence[Action]) -> None:
    shown = actions[:MOST]
    items = [_item(number, one) for number, one in enumerate(shown, start=1)]
    title = tag("h2", gettext("Before and after"), class_="x-h2")
    draw(title + tag("ol", join(items), class_="x-actions") + _note(len(actions)), key="actions")


def _item(number: int, action: Action) -> Markup:
    name = impact.model_link(action.model, action.title) if action.model else action.title
    kind = gettext("measure") if action.is_measure else gettext("Dân vận khéo model")
    head = tag("p", tag("b", f"{number}. ", name), " ", tag("span", kind, class_="x-tag"))
    return tag("li", head, impact.told(action))


def _note(n: int) -> Markup:
    words = gettext(
        "A rate that rose after something began did not necessarily rise because of it. “Not "
        "clear”: chance could explain the difference (95 %). The month of the start is on "
        "neither side."
    )
    left = n - MOST
    more = ngettext("{n} more is not drawn.", "{n} more are not drawn.", left) if left > 0 else ""
    return tag("p", " ".join(filter(None, (words, more))), class_="x-note")
