"""What is said of the register: which part is shown, how many models, what results add up to."""

from collections.abc import Iterable

from lib.movement.indicator_totals import IndicatorTotal
from lib.movement.quantity import Qualifier, Quantity, quantity_words
from lib.movement.register_choices import choice_name
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, Register
from lib.survey.model.places import Places
from lib.survey.selection_sentence import MANY_NAMES, commune_inside_sentence
from lib.ui.dan_van_kheo.register_view import RegisterView, choosable_communes
from lib.wording import gettext, ngettext

ARTICLE_DATASET = "bai-bao"  # code of the sample's dataset that is not invented


def model_count_words(n: int) -> str:
    """Return "7 mô hình"."""
    return ngettext("{n} model", "{n} models", n)


def register_sentence(register: Register, view: RegisterView, places: Places) -> str:
    """Return what is shown without its number: "Bài báo · xã Xuân Tây · Kinh tế · 2023"."""
    if view.model:
        return " · ".join(filter(None, (_dataset(register, view), view.model.name)))
    return " · ".join(filter(None, (_dataset(register, view), *_filters(register, view, places))))


def _dataset(register: Register, view: RegisterView) -> str:
    chosen = view.selection.dataset
    return next((dataset.name for dataset in register.datasets if dataset.code == chosen), "")


def _filters(register: Register, view: RegisterView, places: Places) -> Iterable[str]:
    selection = view.selection
    units = choosable_communes(register, places, today=selection.today)
    if selection.communes:
        names = [
            commune_inside_sentence(units[code], units.values()) for code in selection.communes
        ]
        few = len(names) <= MANY_NAMES
        yield ", ".join(names) if few else gettext("{n} communes", n=len(names))
    else:
        yield gettext("all communes")
    if selection.today:
        yield gettext("communes after the merger")
    sectors = [choice_name(sector) for sector in selection.sectors]
    yield ", ".join(sectors) or gettext("all sectors")
    yield from map(choice_name, selection.states)
    yield from map(choice_name, selection.levels)
    yield selection.period.name() if selection.period else gettext("all periods")


def model_place_words(model: MovementModel) -> str:
    """Return where a model is: its place as it was written, else its communes."""
    names = [commune_inside_sentence(place) for place in model.communes]
    few = ", ".join(names) if len(names) <= MANY_NAMES else gettext("{n} communes", n=len(names))
    return model.place or few


def value_in_words(value: ModelResult | PlaceFact) -> str:
    """Return a value in words; one that was not understood, as it was written."""
    return quantity_words(value.quantity) if value.quantity else value.text


def total_in_words(total: IndicatorTotal) -> str:
    """Return a sum in words: "ít nhất 36.000 cuốn vở" where a lower bound is in it."""
    quantity = total.quantity
    if quantity is None:
        return "–"
    if total.counted > 1 and quantity.qualifier is Qualifier.AT_LEAST:
        exact = Quantity(quantity.value, quantity.unit, whole=quantity.whole)
        return gettext("at least {amount}", amount=quantity_words(exact))
    return quantity_words(quantity)


def value_period_words(value: ModelResult | PlaceFact) -> str:
    """Return the period of a value: its name, else as it was written, else that none is told."""
    return value.period.name() if value.period else value.period_text or gettext("no period stated")
