"""In which communes something happens, and where nothing does yet."""

import dataclasses
import datetime as dt

from lib.movement.records import Register
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
    """Return how many models each commune of the list has by the boundaries of a day."""
    raise NotImplementedError
