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
from lib.ui.pieces.html_tables import TableCell, html_table
from lib.ui.pieces.markup import draw_html, page_link, tag
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
    by_model: dict[str, list[ModelResult]] = defaultdict(list)
    for result in results:
        by_model[result.model].append(result)
    return by_model


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
    rows = (_row(model, results.get(model.code, [])) for model in models)
    return html_table(heads, rows, kind="x-register")


def _row(model: MovementModel, results: Sequence[ModelResult]) -> tuple[object, ...]:
    name = page_link(model.name, REGISTER_PAGE, link_query(mo_hinh=[model.code]))
    where = [tag("span", model_place_words(model))]
    if model.unit and model.unit != model_place_words(model):
        where.append(tag("small", model.unit))
    sector = choice_name(model.sector) if model.sector else _unsaid()
    return name, sector, TableCell(where), TableCell(_results(results)), model_state_label(model)


def _results(results: Sequence[ModelResult]) -> Sequence[Markup]:
    if not results:
        return [tag("span", gettext("no figures yet"), class_="x-mute")]
    newest = list({result.indicator: result for result in sorted(results, key=_end)}.values())
    drawn = [
        tag("span", tag("b", value_in_words(result)), " ", tag("small", _about(result)))
        for result in newest[:_RESULTS]
    ]
    left = len(results) - len(drawn)
    more = ngettext("and {n} more", "and {n} more", left) if left > 0 else ""
    return [*drawn, *([tag("small", more)] if more else [])]


def _end(result: ModelResult) -> dt.date:
    return (result.period and result.period.last) or dt.date.min


def _about(result: ModelResult) -> str:
    period = without_capital(result.period.name()) if result.period else result.period_text
    return f"{result.indicator}, {period}" if period else result.indicator


def model_state_label(model: MovementModel) -> Markup:
    """Return how far a model has come, as a label."""
    if model.state is None:
        return _unsaid()
    kind = "x-tag x-good" if model.state in _GOOD else "x-tag"
    return tag("span", choice_name(model.state), class_=kind)


def _unsaid() -> Markup:
    return tag("span", gettext("not stated"), class_="x-mute")
