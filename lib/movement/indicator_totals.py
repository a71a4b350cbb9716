"""Sums of results, indicator by indicator and unit by unit, with what they leave out.

Never added: another unit, another dataset, a share (13/13), a rate (đồng/người/năm, %), and
facts, for a district's and its communes' hold the same again. Of a model's cumulative results
the newest says it all; of its others, one inside the period of another is in that already, and
where periods overlap, or none is stated beside another result, only one goes in.
"""

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from lib.movement.quantity import Qualifier, Quantity, combine_qualifiers
from lib.movement.quantity_units import is_rate
from lib.movement.register_records import ModelResult, Register
from lib.survey.model.periods import Period
from lib.survey.model.vietnamese_text import fold_accents

_folded = functools.lru_cache(1024)(fold_accents)  # indicators and units recur


@dataclasses.dataclass(frozen=True)
class IndicatorTotal:
    """What the results of one indicator in one unit add up to."""

    indicator: str
    unit: str
    value: Decimal | None  # None: several that cannot be added, or none that was understood
    qualifier: Qualifier | None
    counted: int  # results that the value is made of
    left_out: int  # results of this indicator that are not in the value
    whole: Decimal | None = None
    dataset: str = ""

    @property
    def quantity(self) -> Quantity | None:
        """The total as a quantity, to be written like any other."""
        if self.value is None or self.qualifier is None:
            return None
        return Quantity(self.value, self.unit, self.qualifier, self.whole)


class _Known(NamedTuple):
    """A result whose value was understood."""

    result: ModelResult
    quantity: Quantity


class _Added(NamedTuple):
    """The results that go into a sum, and how many more these hold already."""

    counted: tuple[_Known, ...]
    contained_count: int = 0


def indicator_totals(register: Register) -> tuple[IndicatorTotal, ...]:
    """Return the totals by their first result, those of each dataset apart.

    A unit's number is all that its results add up to; every indicator has at least one total.
    """
    groups: dict[tuple[str, str], list[ModelResult]] = {}
    for result in register.results:
        groups.setdefault((result.dataset, _folded(result.indicator)), []).append(result)
    return tuple(itertools.chain(*map(_of_indicator, groups.values())))


def _of_indicator(results: Sequence[ModelResult]) -> Iterable[IndicatorTotal]:
    units: dict[str, list[_Known]] = {}
    for result in results:
        if result.quantity:
            known = _Known(result, result.quantity)
            units.setdefault(_folded(result.quantity.unit), []).append(known)
    if not units:
        first = results[0]
        return [
            IndicatorTotal(first.indicator, "", None, None, 0, len(results), dataset=first.dataset)
        ]
    return [_of_unit(results, known) for known in units.values()]


def _of_unit(results: Sequence[ModelResult], known: Sequence[_Known]) -> IndicatorTotal:
    first = known[0]
    added = _added(known)
    counted = [part.quantity for part in added.counted]
    return IndicatorTotal(
        indicator=results[0].indicator,
        unit=first.quantity.unit,
        value=sum((q.value for q in counted), Decimal(0)) if counted else None,
        qualifier=combine_qualifiers(q.qualifier for q in counted) if counted else None,
        counted=len(counted),
        left_out=len(results) - len(counted) - added.contained_count,
        whole=counted[0].whole if len(counted) == 1 else None,
        dataset=first.result.dataset,
    )


def _added(known: Sequence[_Known]) -> _Added:
    """Return what can be added; a share or a rate only stands alone, for itself."""
    sums = [k for k in known if k.quantity.whole is None and not is_rate(k.quantity.unit)]
    if not sums:
        return _Added(tuple(known) if len(known) == 1 else ())
    by_model: dict[str, list[_Known]] = {}
    for addend in sums:
        by_model.setdefault(addend.result.model, []).append(addend)
    parts = [_of_model(own) for own in by_model.values()]
    counted = itertools.chain(*(part.counted for part in parts))
    return _Added(tuple(counted), sum(part.contained_count for part in parts))


def _of_model(own: Sequence[_Known]) -> _Added:
    cumulative = [each for each in own if each.result.cumulative]
    if cumulative:
        newest = max(reversed(cumulative), key=lambda each: _end(each.result))
        earlier = (each.result for each in own if each is not newest)
        return _Added((newest,), sum(_is_before(each, newest.result) for each in earlier))
    taken: list[_Known] = []
    contained = 0
    for each in sorted(own, key=lambda each: _days(each.result), reverse=True):
        if not any(_overlap(each.result, added.result) for added in taken):
            taken.append(each)
        elif any(_is_inside(each.result, added.result) for added in taken):
            contained += 1
    return _Added(tuple(taken), contained)


def _is_before(result: ModelResult, newest: ModelResult) -> bool:
    """Tell whether a cumulative value holds another one already."""
    return result.cumulative or dt.date.min < _end(result) <= _end(newest)


def _end(result: ModelResult) -> dt.date:
    return (result.period and result.period.last) or dt.date.min


def _ends(period: Period | None) -> tuple[dt.date, dt.date] | None:
    if period is None or period.first is None or period.last is None:
        return None
    return period.first, period.last


def _days(result: ModelResult) -> int:
    """Return how long a result's period is; one without a period comes last."""
    ends = _ends(result.period)
    return (ends[1] - ends[0]).days if ends else -1


def _overlap(left: ModelResult, right: ModelResult) -> bool:
    """Tell whether two results may hold the same again: so where a period is not known."""
    mine, others = _ends(left.period), _ends(right.period)
    if mine is None or others is None:
        return True
    return mine[0] <= others[1] and others[0] <= mine[1]


def _is_inside(inner: ModelResult, outer: ModelResult) -> bool:
    """Tell whether a shorter period lies in a longer one; two values of one period differ."""
    mine, others = _ends(inner.period), _ends(outer.period)
    if mine is None or others is None or mine == others:
        return False
    return others[0] <= mine[0] and mine[1] <= others[1]
