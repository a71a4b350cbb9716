"""Models counted by sector, commune, year and level, as charts to explore."""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from lib.movement.register_choices import ModelSector, RecognitionLevel, choice_name
from lib.movement.register_records import MovementModel
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.dan_van_kheo.model_bars import ModelCount, model_count_bars
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.pieces.charts import draw_figure
from lib.ui.pieces.html_tables import folded_table, model_count_table
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.address import change_address
from lib.wording import gettext, with_capital


def draw_model_breakdown(scope: RegisterScope) -> None:
    """Draw models by sector, commune, year and level; a bar filters when it is clicked."""
    models = list(scope.register.models.values())
    if len(models) < 2:
        return
    each = {
        "linh_vuc": (gettext("By sector"), _by(models, ModelSector, "sector")),
        "xa": (gettext("By commune"), _by_commune(scope, models)),
        "ky": (gettext("By year of registration"), _by_year(models)),
        "cap": (gettext("By level of recognition"), _by(models, RecognitionLevel, "level")),
    }
    drawn = {name: pair for name, pair in each.items() if len(pair[1]) > 1}
    pairs = (st.columns(2, gap="large") for _ in range(0, len(drawn), 2))
    columns = itertools.chain.from_iterable(pairs)
    for column, (name, (title, bars)) in zip(columns, drawn.items(), strict=False):
        with column:
            draw_static_html(tag("h2", title, class_="x-h2"))
            _chart(name, title, [dataclasses.replace(b, name=with_capital(b.name)) for b in bars])


def _chart(name: str, title: str, bars: Sequence[ModelCount]) -> None:
    def clicked(code: str) -> None:
        if code:
            change_address(**{name: [code]})

    draw_figure(model_count_bars(bars), f"models_{name}", title, clicked)
    draw_static_html(folded_table(model_count_table(title, [(bar.name, bar.n) for bar in bars])))


def _by(
    models: Sequence[MovementModel], values: type[ModelSector] | type[RecognitionLevel], field: str
) -> list[ModelCount]:
    counted = Counter(getattr(model, field) for model in models)
    bars = [
        ModelCount(choice_name(choice), choice.value, counted[choice])
        for choice in values
        if counted[choice]
    ]
    return bars + _unsaid(counted[None])


def _by_commune(scope: RegisterScope, models: Sequence[MovementModel]) -> list[ModelCount]:
    """Return the communes by name; a model of the whole district stands apart, in none of them."""
    today = scope.view.selection.today
    wide = sum(model.everywhere for model in models)
    communes_by_model = [
        (m.communes_today if today else m.communes) for m in models if not m.everywhere
    ]
    counted = Counter(place for places in communes_by_model for place in places)
    named = sorted(counted, key=lambda place: sort_key(place.name))
    bars = [
        ModelCount(commune_inside_sentence(place, counted), place.code, counted[place])
        for place in named
    ]
    district = [ModelCount(gettext("whole district"), "", wide)] if wide else []
    return [*bars, *district, *_unsaid(sum(not places for places in communes_by_model))]


def _by_year(models: Sequence[MovementModel]) -> list[ModelCount]:
    counted = Counter(model.begun.year if model.begun else None for model in models)
    years = sorted(year for year in counted if year is not None)
    return [ModelCount(str(year), str(year), counted[year]) for year in years] + _unsaid(
        counted[None]
    )


def _unsaid(n: int) -> list[ModelCount]:
    return [ModelCount(gettext("not stated"), "", n)] if n else []
