"""What an address asks of the register: which dataset, which models of it, or a single one.

Pure, like `lib/ui/view.py`: a value that does not exist is said in words and shows nothing.
"""

import dataclasses

from lib.movement.filters import Selection
from lib.movement.kinds import Level, Sector, State
from lib.movement.records import Dataset, Model, Register
from lib.survey.places import Places
from lib.survey.responses import Place
from lib.survey.text import slug
from lib.ui.asked import Asked, Query
from lib.ui.view import BOUNDARIES, PINNING
from lib.wording import LANGUAGES

NAMES = ("nguon", "ky", "xa", "linh_vuc", "tt", "cap", "dg", "lang", *PINNING)
MODEL = "mo_hinh"
WHOLE = "tat-ca"  # a dataset without a name of its own


@dataclasses.dataclass(frozen=True)
class View:
    """A decoded address; `unknown` names the parameters of which nothing was understood."""

    selection: Selection
    model: Model | None = None
    problems: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()


def decode(query: Query, register: Register, places: Places) -> View:
    """Return the view of an address; without `nguon` the first dataset is shown."""
    asked = Asked(query)
    today = asked.one("dg", BOUNDARIES) or False
    model = asked.one(MODEL, {slug(code): one for code, one in register.models.items()})
    dataset = dataset_asked(asked, register)
    selection = Selection(
        dataset=model.dataset if model else dataset.code if dataset else None,
        communes=tuple(asked.several("xa", communes(register, places, today=today))),
        sectors=asked.several("linh_vuc", {one.value: one for one in Sector}),
        states=asked.several("tt", {one.value: one for one in State}),
        levels=asked.several("cap", {one.value: one for one in Level}),
        period=asked.period(),
        today=today,
    )
    asked.one("lang", dict.fromkeys(LANGUAGES, True))
    return View(selection, model, tuple(asked.problems), frozenset(asked.unknown))


def dataset_asked(asked: Asked, register: Register) -> Dataset | None:
    """Return the dataset that an address asks for, the first where it asks for none."""
    known = {dataset.code or WHOLE: dataset for dataset in register.datasets}
    return asked.one("nguon", known) or next(iter(register.datasets), None)


def communes(register: Register, places: Places, *, today: bool) -> dict[str, str]:
    """Return the codes of the communes that can be chosen: those of the list, and any other."""
    return {slug(code): code for code in named(register, places, today=today)}


def named(register: Register, places: Places, *, today: bool) -> dict[str, Place]:
    """Return the communes of the register and of the place list by their codes."""
    others = (place for one in register.models.values() for place in one.communes)
    every = {place.code: place for place in (*places.units, *others)}
    if not today:
        return every
    now = (places.today(place) for place in every.values())
    return {place.code: place for place in now}
