"""Models counted by sector, commune, year and level, as charts to explore."""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from lib.movement import kinds
from lib.movement.kinds import Level, Sector
from lib.movement.records import Model
from lib.survey.text import sort_key
from lib.ui import address, charts, tables
from lib.ui.markup import still, tag
from lib.ui.movement.charts import Bar, counts
from lib.ui.movement.frame import Scope
from lib.ui.phrases import commune
from lib.wording import gettext, opening


def draw(scope: Scope) -> None:
    """Draw models by sector, commune, year and level; a bar filters when it is clicked."""
    models = list(scope.register.models.values())
    if len(models) < 2:
        return
    each = {
        "linh_vuc": (gettext("By sector"), _by(models, Sector, "sector")),
        "xa": (gettext("By commune"), _by_commune(scope, models)),
        "ky": (gettext("By year of registration"), _by_year(models)),
        "cap": (gettext("By level of recognition"), _by(models, Level, "level")),
    }
    shown = {name: pair for name, pair in each.items() if len(pair[1]) > 1}
    pairs = (st.columns(2, gap="large") for _ in range(0, len(shown), 2))
    columns = itertools.chain.from_iterable(pairs)
    for column, (name, (title, bars)) in zip(columns, shown.items(), strict=False):
        with column:
            still(tag("h2", title, class_="x-h2"))
            _chart(name, title, [dataclasses.replace(b, name=opening(b.name)) for b in bars])


def _chart(name: str, title: str, bars: Sequence[Bar]) -> None:
    def clicked(code: str) -> None:
        if code:
            address.change(**{name: [code]})

    charts.show(counts(bars), f"models_{name}", title, clicked)
    still(tables.folded(tables.counts(title, [(bar.name, bar.n) for bar in bars])))


def _by(models: Sequence[Model], values: type[Sector] | type[Level], field: str) -> list[Bar]:
    counted = Counter(getattr(model, field) for model in models)
    bars = [Bar(kinds.name(one), one.value, counted[one]) for one in values if counted[one]]
    return bars + _unsaid(counted[None])


def _by_commune(scope: Scope, models: Sequence[Model]) -> list[Bar]:
    """Return the communes by name; a model of the whole district stands apart, in none of them."""
    today = scope.view.selection.today
    wide = sum(model.everywhere for model in models)
    of = [(m.communes_today if today else m.communes) for m in models if not m.everywhere]
    counted = Counter(place for places in of for place in places)
    named = sorted(counted, key=lambda place: sort_key(place.name))
    bars = [Bar(commune(place, counted), place.code, counted[place]) for place in named]
    district = [Bar(gettext("whole district"), "", wide)] if wide else []
    return [*bars, *district, *_unsaid(sum(not places for places in of))]


def _by_year(models: Sequence[Model]) -> list[Bar]:
    counted = Counter(model.begun.year if model.begun else None for model in models)
    years = sorted(year for year in counted if year is not None)
    return [Bar(str(year), str(year), counted[year]) for year in years] + _unsaid(counted[None])


def _unsaid(n: int) -> list[Bar]:
    return [Bar(gettext("not stated"), "", n)] if n else []
