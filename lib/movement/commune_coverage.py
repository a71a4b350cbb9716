"""In which communes something happens, and where nothing does yet."""

import dataclasses
import datetime as dt
from collections import Counter

from lib.movement.register_records import ModelResult, PlaceFact, Register
from lib.movement.stated_times import stated_day
from lib.movement.written_places import communes_holding, communes_on_day
from lib.survey.model.places import Places
from lib.survey.responses import Place


@dataclasses.dataclass(frozen=True)
class Coverage:
    """The communes of a day, in the order of names."""

    models: tuple[tuple[Place, int], ...]  # commune, how many models
    priority: tuple[Place, ...] = ()  # those that some row marks as a place to come first

    @property
    def covered(self) -> tuple[Place, ...]:
        """The communes with at least one model."""
        return tuple(place for place, n in self.models if n)

    @property
    def empty(self) -> tuple[Place, ...]:
        """The communes where nothing happens yet."""
        return tuple(place for place, n in self.models if not n)


def commune_coverage(register: Register, places: Places, day: dt.date) -> Coverage:
    """Return how many models each commune of the list has by the boundaries of a day.

    A commune that was merged since counts for the one that took it over; what it was replicated
    to counts too. A commune to come counts nowhere on an earlier day.
    """
    counted: Counter[str] = Counter()
    first: set[str] = set()
    for model in register.models.values():
        reached = communes_holding((*model.communes, *model.replicated_communes), places, day)
        counted.update({place.code for place in reached})
        if model.priority:
            first.update(place.code for place in communes_holding(model.communes, places, day))
    communes = communes_on_day(places, day)
    return Coverage(
        tuple((place, counted[place.code]) for place in communes),
        tuple(place for place in communes if place.code in first),
    )


def newest_register_day(register: Register) -> dt.date | None:
    """Return the last day that the register speaks of, or that its sources bear; None neither."""
    models = register.models.values()
    spoken: list[ModelResult | PlaceFact] = [*register.results, *register.facts]
    stated = [
        *(entry.period and entry.period.last for entry in spoken),
        *(entry.begun for entry in models),
    ]
    borne = (stated_day(entry.source) for entry in (*models, *spoken))
    days = [day for day in stated if day] or [day for day in borne if day]
    return max(days, default=None)
