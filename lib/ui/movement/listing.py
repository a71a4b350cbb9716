"""The register itself: one row a model, with what it achieved; on a phone one card a model."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from lib.movement import kinds
from lib.movement.kinds import State
from lib.movement.records import Model, Result
from lib.ui import address
from lib.ui.markup import draw, join, link, tag
from lib.ui.movement import phrases
from lib.ui.movement.frame import Scope
from lib.wording import gettext, inside, ngettext

PAGE = 20  # rows of a long list drawn at first, and at each click more
RESULTS = 3  # indicators of a model in the list, each with its newest; its page has all
GOOD = (State.REPLICATED, State.RECOGNISED)


def draw_list(scope: Scope) -> None:
    """Draw the models in view in the register's order."""
    models = list(scope.register.models.values())
    results = results_of(scope.register.results)
    draw(_table(models[: shown("models")], results), key="register")
    more("models", len(models))


def shown(what: str) -> int:
    """Return how many rows of a long list are drawn."""
    return int(st.session_state.get(f"_shown_{what}", PAGE))


def more(what: str, n: int) -> None:
    """Draw the button that shows more of a list of n rows, where there are more."""
    left = n - shown(what)
    if left > 0:
        words = ngettext("Show {n} more", "Show {n} more", min(left, PAGE))
        st.button(words, key=f"noprint_more_{what}", on_click=_more, args=(what,))


def results_of(results: Sequence[Result]) -> Mapping[str, list[Result]]:
    """Return the results of each model by its code."""
    found: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        found[result.model].append(result)
    return found


def _more(what: str) -> None:
    st.session_state[f"_shown_{what}"] = shown(what) + PAGE


def _table(models: Sequence[Model], results: Mapping[str, list[Result]]) -> Markup:
    heads = (
        gettext("Model"),
        gettext("Sector"),
        gettext("Where"),
        gettext("Results"),
        gettext("State"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = join(_row(model, results.get(model.code, [])) for model in models)
    return tag("table", tag("thead", head), tag("tbody", body), class_="x-table x-register")


def _row(model: Model, results: Sequence[Result]) -> Markup:
    name = link(model.name, address.REGISTER, address.query(mo_hinh=[model.code]))
    where = [tag("span", phrases.where(model))]
    if model.unit and model.unit != phrases.where(model):
        where.append(tag("small", model.unit))
    cells = (
        tag("td", kinds.name(model.sector) if model.sector else _unsaid()),
        tag("td", *where),
        tag("td", *_results(results)),
        tag("td", state(model)),
    )
    return tag("tr", tag("th", name, scope="row"), *cells)


def _results(results: Sequence[Result]) -> Sequence[Markup]:
    if not results:
        return [tag("span", gettext("no figures yet"), class_="x-mute")]
    newest = list({one.indicator: one for one in sorted(results, key=_end)}.values())
    told = [
        tag("span", tag("b", phrases.value(one)), " ", tag("small", _about(one)))
        for one in newest[:RESULTS]
    ]
    left = len(results) - len(told)
    more = ngettext("and {n} more", "and {n} more", left) if left > 0 else ""
    return [*told, *([tag("small", more)] if more else [])]


def _end(of: Result) -> dt.date:
    return (of.period and of.period.last) or dt.date.min


def _about(of: Result) -> str:
    period = inside(of.period.name()) if of.period else of.period_text
    return f"{of.indicator}, {period}" if period else of.indicator


def state(model: Model) -> Markup:
    """Return how far a model has come, as a label."""
    if model.state is None:
        return _unsaid()
    kind = "x-tag x-good" if model.state in GOOD else "x-tag"
    return tag("span", kinds.name(model.state), class_=kind)


def _unsaid() -> Markup:
    return tag("span", gettext("not stated"), class_="x-mute")
