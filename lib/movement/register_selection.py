"""Which part of the register somebody chose to look at.

A period holds the models that were active in it: begun by its last day (by their start, else by
their year of registration) and not ended before its first, or with a result inside it. It holds
the results and facts whose own period lies wholly inside it. What has no time is in no period,
and counted. Results follow their models. What states nothing of a chosen dimension is left out.
"""

import dataclasses
from collections.abc import Collection, Iterable

from lib.movement.register_choices import ModelSector, ModelState, RecognitionLevel
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, Register
from lib.survey.model.periods import Period
from lib.survey.responses import Place

_BOTH = frozenset((ModelSector.ECONOMY, ModelSector.SOCIETY, ModelSector.ECONOMY_AND_SOCIETY))


@dataclasses.dataclass(frozen=True)
class RegisterSelection:
    """What is looked at, by the codes of links; nothing of a dimension means all of it."""

    dataset: str | None = None
    communes: tuple[str, ...] = ()
    sectors: tuple[ModelSector, ...] = ()
    states: tuple[ModelState, ...] = ()
    levels: tuple[RecognitionLevel, ...] = ()
    period: Period | None = None
    today: bool = False  # communes by today's boundaries, not as at the time


@dataclasses.dataclass(frozen=True)
class SelectedRegister:
    """The part of a register that a selection holds, and what only the period left out."""

    register: Register
    models_without_time: int = 0
    results_without_period: int = 0  # facts too


def select_register(register: Register, selection: RegisterSelection) -> SelectedRegister:
    """Return the models, results and facts that a selection holds; the rest stays as it is."""
    fitting = {c: model for c, model in register.models.items() if _fits(model, selection)}
    results = [result for result in register.results if result.model in fitting]
    facts = [fact for fact in register.facts if _holds_fact(fact, selection)]
    period = selection.period
    if period is None:
        return SelectedRegister(_part(register, fitting.values(), results, facts))
    inside = [result for result in results if _inside(result, period)]
    busy = {result.model for result in inside}
    active = [m for m in fitting.values() if m.code in busy or _is_active(m, period)]
    known = [fact for fact in facts if _inside(fact, period)]
    untimed = [model for model in fitting.values() if _has_no_time(model)]
    return SelectedRegister(
        _part(register, active, inside, known),
        sum(model.code not in busy for model in untimed),
        sum(r.period is None for r in results) + sum(f.period is None for f in facts),
    )


def _is_active(model: MovementModel, period: Period) -> bool:
    """Tell whether a model ran on some day of a period; one that never began never did."""
    if _has_no_time(model):
        return False
    begun, until = model.begun, model.until
    in_time = begun is None or period.last is None or begun <= period.last
    return in_time and (until is None or period.first is None or until >= period.first)


def _covered(sectors: Iterable[ModelSector]) -> frozenset[ModelSector]:
    """Return the sectors whose rows a choice holds.

    "Kinh tế – xã hội" holds those of either; what is marked so is in neither of the two alone.
    """
    wanted = frozenset(sectors)
    return wanted | _BOTH if ModelSector.ECONOMY_AND_SOCIETY in wanted else wanted


def _part(
    register: Register,
    models: Iterable[MovementModel],
    results: Iterable[ModelResult],
    facts: Iterable[PlaceFact],
) -> Register:
    return dataclasses.replace(
        register,
        models={model.code: model for model in models},
        results=tuple(results),
        facts=tuple(facts),
    )


def _fits(model: MovementModel, selection: RegisterSelection) -> bool:
    return (
        _is_there(model, selection)
        and (not selection.states or model.state in selection.states)
        and (not selection.levels or model.level in selection.levels)
    )


def _holds_fact(fact: PlaceFact, selection: RegisterSelection) -> bool:
    """Tell whether a fact is chosen; it has neither state nor level."""
    return _is_there(fact, selection) and not selection.states and not selection.levels


def _is_there(entry: MovementModel | PlaceFact, selection: RegisterSelection) -> bool:
    sectors = _covered(selection.sectors)
    communes = entry.communes_today if selection.today else entry.communes
    return (
        selection.dataset in (None, entry.dataset)
        and (not sectors or entry.sector in sectors)
        and (not selection.communes or _among(communes, selection.communes))
    )


def _among(communes: Iterable[Place], codes: Collection[str]) -> bool:
    return any(place.code in codes for place in communes)


def _inside(entry: ModelResult | PlaceFact, period: Period) -> bool:
    stated = entry.period
    if stated is None or stated.first is None or stated.last is None:
        return False
    return (period.first is None or stated.first >= period.first) and (
        period.last is None or stated.last <= period.last
    )


def _has_no_time(model: MovementModel) -> bool:
    return model.begun is None and model.until is None
