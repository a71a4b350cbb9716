"""What an address asks of the register: which dataset, which models of it, or a single one.

Pure, like `survey_view`: a value that does not exist is said in words and shows nothing.
"""

import dataclasses

from lib.movement.register_choices import ModelSector, ModelState, RecognitionLevel
from lib.movement.register_records import Dataset, MovementModel, Register
from lib.movement.register_selection import RegisterSelection
from lib.survey.model.places import Places
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Place
from lib.ui.shell.address_reader import AddressQuery, AddressReader
from lib.ui.shell.survey_view import BOUNDARY_CODES, PIN_PARAMETERS
from lib.wording import SCREEN_LANGUAGES

REGISTER_PARAMETERS = ("nguon", "ky", "xa", "linh_vuc", "tt", "cap", "dg", "lang", *PIN_PARAMETERS)
_MODEL = "mo_hinh"
UNNAMED_DATASET = "tat-ca"  # a dataset without a name of its own


@dataclasses.dataclass(frozen=True)
class RegisterView:
    """A decoded address; `unknown` names the parameters of which nothing was understood."""

    selection: RegisterSelection
    model: MovementModel | None = None
    problems: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()


def decode_register_view(query: AddressQuery, register: Register, places: Places) -> RegisterView:
    """Return the view of an address; without `nguon` the first dataset is shown."""
    asked = AddressReader(query)
    today = asked.single("dg", BOUNDARY_CODES) or False
    model = asked.single(
        _MODEL, {link_slug(code): choice for code, choice in register.models.items()}
    )
    dataset = asked_dataset(asked, register)
    selection = RegisterSelection(
        dataset=model.dataset if model else dataset.code if dataset else None,
        communes=tuple(asked.several("xa", _commune_codes(register, places, today=today))),
        sectors=asked.several("linh_vuc", {choice.value: choice for choice in ModelSector}),
        states=asked.several("tt", {choice.value: choice for choice in ModelState}),
        levels=asked.several("cap", {choice.value: choice for choice in RecognitionLevel}),
        period=asked.period(),
        today=today,
    )
    asked.single("lang", dict.fromkeys(SCREEN_LANGUAGES, True))
    return RegisterView(selection, model, tuple(asked.problems), frozenset(asked.unknown))


def asked_dataset(asked: AddressReader, register: Register) -> Dataset | None:
    """Return the dataset that an address asks for, the first where it asks for none."""
    known = {dataset.code or UNNAMED_DATASET: dataset for dataset in register.datasets}
    return asked.single("nguon", known) or next(iter(register.datasets), None)


def _commune_codes(register: Register, places: Places, *, today: bool) -> dict[str, str]:
    """Return the codes of the communes that can be chosen: those of the list, and any other."""
    return {link_slug(code): code for code in choosable_communes(register, places, today=today)}


def choosable_communes(register: Register, places: Places, *, today: bool) -> dict[str, Place]:
    """Return the communes of the register and of the place list by their codes."""
    others = (place for model in register.models.values() for place in model.communes)
    every = {place.code: place for place in (*places.units, *others)}
    if not today:
        return every
    now = (places.today(place) for place in every.values())
    return {place.code: place for place in now}
