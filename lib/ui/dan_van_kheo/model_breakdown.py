"""Models counted by sector, commune, year and level: a bar each."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from lib.movement.register_choices import ModelSector, RecognitionLevel, choice_name
from lib.movement.register_records import MovementModel
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.dan_van_kheo.register_frame import RegisterScope
from lib.ui.pieces.count_bars import CountedRow, count_bar_table
from lib.ui.pieces.markup import draw_html, page_link, tag
from lib.ui.shell.address import REGISTER_PAGE, link_query
from lib.wording import gettext, with_capital


@dataclasses.dataclass(frozen=True)
class ModelCount:
    """How many models have one value; `code` is what its link asks for, "" nothing."""

    name: str
    code: str
    n: int


def draw_model_breakdown(scope: RegisterScope) -> None:
    """Draw models by sector, commune, year and level; each row filters."""
    models = list(scope.register.models.values())
    if len(models) < 2:
        return
    each = {
        "linh_vuc": (gettext("By sector"), _by(models, ModelSector, "sector")),
        "xa": (gettext("By commune"), _by_commune(scope, models)),
        "ky": (gettext("By year of registration"), _by_year(models)),
        "cap": (gettext("By level of recognition"), _by(models, RecognitionLevel, "level")),
    }
    pieces = [_section(name, *pair) for name, pair in each.items() if len(pair[1]) > 1]
    if pieces:
        draw_html(tag("div", *pieces, class_="x-pairs"), key="models_by")


def _section(name: str, title: str, counts: Sequence[ModelCount]) -> Markup:
    rows = [CountedRow(_link(name, count), count.n) for count in counts]
    table = count_bar_table((title, gettext("Models"), ""), rows)
    return tag("section", tag("h2", title, class_="x-h2"), table, class_=f"x-by-{name}")


def _link(name: str, count: ModelCount) -> Markup | str:
    words = with_capital(count.name)
    if not count.code:
        return words
    query = link_query(**{name: [count.code]}, **({"ap": []} if name == "xa" else {}))
    return page_link(words, REGISTER_PAGE, query)


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
