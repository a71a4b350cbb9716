"""What is said of the register: which part is shown, how many models, what results add up to."""

from collections.abc import Iterable

from lib.movement import kinds, quantity
from lib.movement.quantity import Qualifier, Quantity
from lib.movement.records import Fact, Model, Register, Result
from lib.movement.totals import Total
from lib.survey.places import Places
from lib.survey.shown import MANY
from lib.ui.movement.view import View, named
from lib.ui.phrases import commune
from lib.wording import gettext, ngettext

ARTICLE = "bai-bao"  # code of the sample's dataset that is not invented


def n_models(n: int) -> str:
    """Return "7 mô hình"."""
    return ngettext("{n} model", "{n} models", n)


def showing(register: Register, view: View, places: Places) -> str:
    """Return what is shown without its number: "Bài báo · xã Xuân Tây · Kinh tế · 2023"."""
    if view.model:
        return " · ".join(filter(None, (_dataset(register, view), view.model.name)))
    return " · ".join(filter(None, (_dataset(register, view), *_filters(register, view, places))))


def _dataset(register: Register, view: View) -> str:
    chosen = view.selection.dataset
    return next((one.name for one in register.datasets if one.code == chosen), "")


def _filters(register: Register, view: View, places: Places) -> Iterable[str]:
    of = view.selection
    units = named(register, places, today=of.today)
    if of.communes:
        names = [commune(units[code], units.values()) for code in of.communes]
        few = len(names) <= MANY
        yield ", ".join(names) if few else gettext("{n} communes", n=len(names))
    else:
        yield gettext("all communes")
    if of.today:
        yield gettext("boundaries of today")
    sectors = [kinds.name(one) for one in of.sectors]
    yield ", ".join(sectors) or gettext("all sectors")
    yield from map(kinds.name, of.states)
    yield from map(kinds.name, of.levels)
    yield of.period.name() if of.period else gettext("all periods")


def where(model: Model) -> str:
    """Return where a model is: its place as it was written, else its communes."""
    names = [commune(place) for place in model.communes]
    few = ", ".join(names) if len(names) <= MANY else gettext("{n} communes", n=len(names))
    return model.place or few


def value(of: Result | Fact) -> str:
    """Return a value in words; one that was not understood, as it was written."""
    return quantity.words(of.quantity) if of.quantity else of.text


def total(of: Total) -> str:
    """Return a sum in words: "ít nhất 36.000 cuốn vở" where a lower bound is in it."""
    told = of.quantity
    if told is None:
        return "–"
    if of.counted > 1 and told.qualifier is Qualifier.AT_LEAST:
        exact = Quantity(told.value, told.unit, of=told.of)
        return gettext("at least {amount}", amount=quantity.words(exact))
    return quantity.words(told)


def period(of: Result | Fact) -> str:
    """Return the period of a value: its name, else as it was written, else that none is told."""
    return of.period.name() if of.period else of.period_text or gettext("no period stated")
