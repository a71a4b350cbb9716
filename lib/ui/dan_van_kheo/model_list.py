"""The register itself: one row a model, with what it achieved; on a phone one card a model."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from lib.movement.register_choices import ModelState, choice_name
from lib.movement.register_records import ModelResult, MovementModel
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.dan_van_kheo.register_phrases import model_place_words, value_in_words
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.address import REGISTER_PAGE, link_query
from lib.wording import gettext, ngettext, without_capital

_PAGE = 20  # rows of a long list drawn at first, and at each click more
_RESULTS = 3  # indicators of a model in the list, each with its newest; its page has all
_GOOD = (ModelState.REPLICATED, ModelState.RECOGNISED)


def draw_model_list(scope: RegisterScope) -> None:
    """Draw the models in view in the register's order."""
    models = list(scope.register.models.values())
    results = _results_by_model(scope.register.results)
    draw_html(_table(models[: count_drawn_rows("models")], results), key="register")
    draw_more_button("models", len(models))


def count_drawn_rows(what: str) -> int:
    """Return how many rows of a long list are drawn."""
    return int(st.session_state.get(f"_shown_{what}", _PAGE))


def draw_more_button(what: str, n: int) -> None:
    """Draw the button that shows more of a list of n rows, where there are more."""
    left = n - count_drawn_rows(what)
    if left > 0:
        words = ngettext("Show {n} more", "Show {n} more", min(left, _PAGE))
        st.button(words, key=f"noprint_more_{what}", on_click=_more, args=(what,))


def _results_by_model(results: Sequence[ModelResult]) -> Mapping[str, list[ModelResult]]:
    """Return the results of each model by its code."""
    found: dict[str, list[ModelResult]] = defaultdict(list)
    for result in results:
        found[result.model].append(result)
    return found


def _more(what: str) -> None:
    st.session_state[f"_shown_{what}"] = count_drawn_rows(what) + _PAGE


def _table(models: Sequence[MovementModel], results: Mapping[str, list[ModelResult]]) -> Markup:
    heads = (
        gettext("Model"),
        gettext("Sector"),
        gettext("Where"),
        gettext("Results"),
        gettext("State"),
    )
    head = tag("tr", join_markup(tag("th", name, scope="col") for name in heads))
    body = join_markup(_row(model, results.get(model.code, [])) for model in models)
    return tag("table", tag("thead", head), tag("tbody", body), class_="x-table x-register")


def _row(model: MovementModel, results: Sequence[ModelResult]) -> Markup:
    name = page_link(model.name, REGISTER_PAGE, link_query(mo_hinh=[model.code]))
    where = [tag("span", model_place_words(model))]
    if model.unit and model.unit != model_place_words(model):
        where.append(tag("small", model.unit))
    cells = (
        tag("td", choice_name(model.sector) if model.sector else _unsaid()),
        tag("td", *where),
        tag("td", *_results(results)),
        tag("td", model_state_label(model)),
    )
    return tag("tr", tag("th", name, scope="row"), *cells)


def _results(results: Sequence[ModelResult]) -> Sequence[Markup]:
    if not results:
        return [tag("span", gettext("no figures yet"), class_="x-mute")]
    newest = list({one.indicator: one for one in sorted(results, key=_end)}.values())
    told = [
        tag("span", tag("b", value_in_words(one)), " ", tag("small", _about(one)))
        for one in newest[:_RESULTS]
    ]
    left = len(results) - len(told)
    more = ngettext("and {n} more", "and {n} more", left) if left > 0 else ""
    return [*told, *([tag("small", more)] if more else [])]


def _end(of: ModelResult) -> dt.date:
    return (of.period and of.period.last) or dt.date.min


def _about(of: ModelResult) -> str:
    period = without_capital(of.period.name()) if of.period else of.period_text
    return f"{of.indicator}, {period}" if period else of.indicator


def model_state_label(model: MovementModel) -> Markup:
    """Return how far a model has come, as a label."""
    if model.state is None:
        return _unsaid()
    kind = "x-tag x-good" if model.state in _GOOD else "x-tag"
    return tag("span", choice_name(model.state), class_=kind)


def _unsaid() -> Markup:
    return tag("span", gettext("not stated"), class_="x-mute")
