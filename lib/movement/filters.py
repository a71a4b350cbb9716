"""Which part of the register somebody chose to look at."""

import dataclasses

from lib.movement.kinds import Level, Sector, State
from lib.movement.records import Register
from lib.survey.periods import Period


@dataclasses.dataclass(frozen=True)
class Selection:
    """What is looked at, by the codes of links; nothing of a dimension means all of it."""

    dataset: str | None = None
    communes: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    states: tuple[State, ...] = ()
    levels: tuple[Level, ...] = ()
    period: Period | None = None
    today: bool = False  # communes by today's boundaries, not as at the time


@dataclasses.dataclass(frozen=True)
class Chosen:
    """The part of a register that a selection holds, and what only the period left out."""

    register: Register
    models_without_time: int = 0
    results_without_period: int = 0


def chosen(register: Register, selection: Selection) -> Chosen:
    """Return the models, results and facts that a selection holds."""
    raise NotImplementedError
