"""In which communes something happens, and where nothing does yet."""

import dataclasses
import datetime as dt
from collections import Counter

from lib.movement import sites
from lib.movement.records import Fact, Register, Result
from lib.survey.places import Places
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


def coverage(register: Register, places: Places, day: dt.date) -> Coverage:
    """Return how many models each commune of the list has by the boundaries of a day.

    A commune that was merged since counts for the one that took it over; what it was replicated
    to counts too. A commune to come counts nowhere on an earlier day.
    """
    counted: Counter[str] = Counter()
    first: set[str] = set()
    for model in register.models.values():
        reached = sites.on((*model.communes, *model.replicated_communes), places, day)
        counted.update({place.code for place in reached})
        if model.priority:
            first.update(place.code for place in sites.on(model.communes, places, day))
    communes = sites.communes(places, day)
    return Coverage(
        tuple((place, counted[place.code]) for place in communes),
        tuple(place for place in communes if place.code in first),
    )


def newest(register: Register) -> dt.date | None:
    """Return the last day that the register speaks of, None where it names no time."""
    spoken: list[Result | Fact] = [*register.results, *register.facts]
    ends = [one.period.last for one in spoken if one.period]
    starts = [model.begun for model in register.models.values()]
    return max((day for day in (*ends, *starts) if day), default=None)
