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

from lib.movement.register_choices import ModelOwner, ModelSector, ModelState, RecognitionLevel
from lib.movement.register_records import MovementModel, Register
from lib.movement.written_places import communes_holding, communes_on_day, locate_unit
from lib.survey.model.places import Places
from lib.survey.model.vietnamese_text import fold_accents, sort_key
from lib.survey.responses import Place
from lib.wording import with_capital


class SummaryGroup(enum.Enum):
    """What a line stands for, in the order of lines."""

    COMMUNE = enum.auto()
    UNIT = enum.auto()  # one that is no commune
    SEVERAL = enum.auto()  # communes, and no unit is stated
    EVERYWHERE = enum.auto()  # the whole area, and no unit is stated
    UNSTATED = enum.auto()


@dataclasses.dataclass(frozen=True)
class ModelCounts:
    """So many models; sectors and owners add up to all of them, None is what nobody stated."""

    models: int = 0
    sectors: Mapping[ModelSector | None, int] = dataclasses.field(default_factory=dict)
    owners: Mapping[ModelOwner | None, int] = dataclasses.field(default_factory=dict)
    recognised: Mapping[RecognitionLevel | None, int] = dataclasses.field(default_factory=dict)
    replicated: int = 0


@dataclasses.dataclass(frozen=True)
class SummaryLine:
    """One unit; `earlier` is how many models it had a year before, None: nothing to compare."""

    group: SummaryGroup
    name: str  # "Xã Xuân Tây"; "" where the group says it all
    counts: ModelCounts
    earlier: int | None = None


@dataclasses.dataclass(frozen=True)
class ModelSummary:
    """The lines in their order, and all models together."""

    lines: tuple[SummaryLine, ...]
    counts: ModelCounts
    earlier: ModelCounts | None = None


@dataclasses.dataclass(frozen=True)
class _Where:
    """Which line a model stands in, told by its key; its name is as first written."""

    group: SummaryGroup
    key: str = ""
    name: str = dataclasses.field(default="", compare=False)
    rank: str = dataclasses.field(default="", compare=False)

    @classmethod
    def in_commune(cls, commune: Place) -> "_Where":
        return cls(SummaryGroup.COMMUNE, commune.code, commune.name, commune.rank)

    @property
    def title(self) -> str:
        return with_capital(f"{self.rank} {self.name}".strip())


def summarise_models(
    part: Register, earlier: Register | None, places: Places, day: dt.date
) -> ModelSummary:
    """Return the lines by the boundaries of a day; a commune without a model has one too.

    `part` is what was chosen, `earlier` the same of the same months a year before. Raises a
    ValueError where a part holds several datasets: they are in no total together.
    """
    now = _lines(part, places, day)
    before = _lines(earlier, places, day) if earlier else None
    communes = map(_Where.in_commune, communes_on_day(places, day))
    every = dict.fromkeys((*communes, *now, *(before or ())))
    return ModelSummary(
        tuple(
            SummaryLine(
                where.group,
                where.title,
                count_models(now.get(where, ())),
                None if before is None else len(before.get(where, ())),
            )
            for where in sorted(every, key=lambda line: (line.group.value, sort_key(line.name)))
        ),
        count_models(part.models.values()),
        count_models(earlier.models.values()) if earlier else None,
    )


def count_models(models: Iterable[MovementModel]) -> ModelCounts:
    """Return how these models divide."""
    every = list(models)
    return ModelCounts(
        len(every),
        Counter(model.sector for model in every),
        Counter(model.owner for model in every),
        Counter(model.level for model in every if is_recognised(model)),
        sum(map(is_replicated, every)),
    )


def is_recognised(model: MovementModel) -> bool:
    """Tell whether somebody recognised a model, whatever became of it since."""
    return bool(model.level or model.recognised_by) or model.state is ModelState.RECOGNISED


def is_replicated(model: MovementModel) -> bool:
    """Tell whether a model was taken over elsewhere."""
    return bool(model.replicated_to) or model.state is ModelState.REPLICATED


def _lines(register: Register, places: Places, day: dt.date) -> dict[_Where, list[MovementModel]]:
    if len({model.dataset for model in register.models.values()}) > 1:
        raise ValueError("one dataset at a time")
    lines: dict[_Where, list[MovementModel]] = {}
    for model in register.models.values():
        lines.setdefault(_where(model, places, day), []).append(model)
    return lines


def _where(model: MovementModel, places: Places, day: dt.date) -> _Where:
    there = communes_holding(model.communes, places, day)
    home = there if len(there) == 1 else _home(model, places, day)
    if home:
        return _Where.in_commune(home[0])
    if model.unit:
        return _Where(SummaryGroup.UNIT, fold_accents(model.unit), model.unit)
    if model.everywhere:
        return _Where(SummaryGroup.EVERYWHERE)
    return _Where(SummaryGroup.SEVERAL if there else SummaryGroup.UNSTATED)


def _home(model: MovementModel, places: Places, day: dt.date) -> tuple[Place, ...]:
    """Return the commune that the unit's own name says."""
    unit = locate_unit(model.unit, places, model.begun or day)
    return communes_holding(unit.communes, places, day)
