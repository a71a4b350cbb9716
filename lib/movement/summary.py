"""How many models each unit has, and how they divide: the figures of “Biểu tổng hợp”.

A model stands in one line and is counted once, so that the lines add up to the total: in its
commune where it is in one alone, else with the unit that carries it out (in that unit's commune,
where its name says one), else among those of several communes or of the whole area.
"""

import dataclasses
import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Mapping

from lib.movement import sites
from lib.movement.kinds import Level, Owner, Sector, State
from lib.movement.records import Model, Register
from lib.survey.places import Places
from lib.survey.responses import Place
from lib.survey.text import fold, sort_key
from lib.wording import opening


class Group(enum.Enum):
    """What a line stands for, in the order of lines."""

    COMMUNE = enum.auto()
    UNIT = enum.auto()  # one that is no commune
    SEVERAL = enum.auto()  # communes, and no unit is stated
    EVERYWHERE = enum.auto()  # the whole area, and no unit is stated
    UNSTATED = enum.auto()


@dataclasses.dataclass(frozen=True)
class Counts:
    """So many models; sectors and owners add up to all of them, None is what nobody stated."""

    models: int = 0
    sectors: Mapping[Sector | None, int] = dataclasses.field(default_factory=dict)
    owners: Mapping[Owner | None, int] = dataclasses.field(default_factory=dict)
    recognised: Mapping[Level | None, int] = dataclasses.field(default_factory=dict)
    replicated: int = 0


@dataclasses.dataclass(frozen=True)
class Line:
    """One unit; `earlier` is how many models it had a year before, None: nothing to compare."""

    group: Group
    name: str  # "Xã Xuân Tây"; "" where the group says it all
    counts: Counts
    earlier: int | None = None


@dataclasses.dataclass(frozen=True)
class Summary:
    """The lines in their order, and all models together."""

    lines: tuple[Line, ...]
    counts: Counts
    earlier: Counts | None = None


@dataclasses.dataclass(frozen=True)
class _Where:
    """Which line a model stands in, told by its key; its name is as first written."""

    group: Group
    key: str = ""
    name: str = dataclasses.field(default="", compare=False)
    rank: str = dataclasses.field(default="", compare=False)

    @classmethod
    def of(cls, commune: Place) -> "_Where":
        return cls(Group.COMMUNE, commune.code, commune.name, commune.rank)

    @property
    def title(self) -> str:
        return opening(f"{self.rank} {self.name}".strip())


def summary(part: Register, earlier: Register | None, places: Places, day: dt.date) -> Summary:
    """Return the lines by the boundaries of a day; a commune without a model has one too.

    `part` is what was chosen, `earlier` the same of the same months a year before. Raises a
    ValueError where a part holds several datasets: they are in no total together.
    """
    now = _lines(part, places, day)
    before = _lines(earlier, places, day) if earlier else None
    communes = map(_Where.of, sites.communes(places, day))
    every = dict.fromkeys((*communes, *now, *(before or ())))
    return Summary(
        tuple(
            Line(
                where.group,
                where.title,
                counts(now.get(where, ())),
                None if before is None else len(before.get(where, ())),
            )
            for where in sorted(every, key=lambda one: (one.group.value, sort_key(one.name)))
        ),
        counts(part.models.values()),
        counts(earlier.models.values()) if earlier else None,
    )


def counts(models: Iterable[Model]) -> Counts:
    """Return how these models divide."""
    every = list(models)
    return Counts(
        len(every),
        Counter(model.sector for model in every),
        Counter(model.owner for model in every),
        Counter(model.level for model in every if is_recognised(model)),
        sum(map(is_replicated, every)),
    )


def is_recognised(model: Model) -> bool:
    """Tell whether somebody recognised a model, whatever became of it since."""
    return bool(model.level or model.recognised_by) or model.state is State.RECOGNISED


def is_replicated(model: Model) -> bool:
    """Tell whether a model was taken over elsewhere."""
    return bool(model.replicated_to) or model.state is State.REPLICATED


def _lines(register: Register, places: Places, day: dt.date) -> dict[_Where, list[Model]]:
    if len({model.dataset for model in register.models.values()}) > 1:
        raise ValueError("one dataset at a time")
    found: dict[_Where, list[Model]] = {}
    for model in register.models.values():
        found.setdefault(_where(model, places, day), []).append(model)
    return found


def _where(model: Model, places: Places, day: dt.date) -> _Where:
    there = sites.on(model.communes, places, day)
    home = there if len(there) == 1 else _home(model, places, day)
    if home:
        return _Where.of(home[0])
    if model.unit:
        return _Where(Group.UNIT, fold(model.unit), model.unit)
    if model.everywhere:
        return _Where(Group.EVERYWHERE)
    return _Where(Group.SEVERAL if there else Group.UNSTATED)


def _home(model: Model, places: Places, day: dt.date) -> tuple[Place, ...]:
    """Return the commune that the unit's own name says."""
    unit = sites.of_unit(model.unit, places, model.begun or day)
    return sites.on(unit.communes, places, day)
