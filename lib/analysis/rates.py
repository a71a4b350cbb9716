"""Rates with their uncertainty, differences of rates, and which differences are beyond chance.

Wilson (1927) for one rate; Newcombe (1998, Statistics in Medicine 17:873–890, method 10) for
a difference; Holm (1979) for many at once. A rate pooled over several questions counts people,
not answers: the variance of the ratio is linearised over responses and gives the effective
sample size that enters Wilson (Korn & Graubard 1998; Dean & Pagano 2015).
"""

import dataclasses
import math
import statistics
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from lib.analysis.tally import CountArray, ResponseSum
from lib.settings import LEAST_GROUP

_ALPHA = 0.05
_Z = statistics.NormalDist().inv_cdf(1 - _ALPHA / 2)
_FARTHEST = 10.0  # standard errors; a level of 1e-23 is small enough for any family
_ROUNDS = 24  # halvings, so that it is found to a millionth of one
ENOUGH_PEOPLE = 30  # fewer than that: greyed, never ranked or marked

_Floats = npt.NDArray[np.float64]


@dataclasses.dataclass(frozen=True)
class Rate:
    """The satisfied share of the valid answers with its 95 % interval."""

    satisfied: int
    valid: int
    people: int  # responses with a valid answer
    effective: float  # as many independent answers tell as much
    rate: float | None  # None, like its interval, where fewer than LEAST_GROUP people answered
    low: float | None
    high: float | None

    @property
    def small(self) -> bool:
        """Whether too few people answered to rank or mark the rate."""
        return self.people < ENOUGH_PEOPLE


@dataclasses.dataclass(frozen=True)
class RateChange:
    """A difference of two rates with its 95 % interval; clear is "khác rõ"."""

    difference: float
    low: float
    high: float
    clear: bool


@dataclasses.dataclass(frozen=True, eq=False)
class RateArrays:
    """Many rates at once, arrays of one shape."""

    satisfied: CountArray
    valid: CountArray
    people: CountArray
    effective: _Floats

    @property
    def share(self) -> _Floats:
        """Satisfied out of valid; 0 where nothing is valid."""
        share: _Floats = self.satisfied / np.maximum(self.valid, 1)
        return share

    def each(self) -> list[Rate]:
        """Return them one by one, the last dimension first."""
        low, high = wilson_interval(self.share.ravel(), np.maximum(self.effective.ravel(), 1))
        counts = (self.satisfied, self.valid, self.people, self.effective)
        known = np.column_stack((self.share.ravel(), low, high)).tolist()
        counted = zip(*(column.ravel().tolist() for column in counts), strict=True)
        return [
            Rate(*each, *(interval if each[2] >= LEAST_GROUP else (None, None, None)))
            for each, interval in zip(counted, known, strict=True)
        ]


def question_rates(satisfied: CountArray, valid: CountArray) -> RateArrays:
    """Return the rates of single questions: every valid answer is another person's."""
    return RateArrays(satisfied, valid, valid, valid.astype(np.float64))


def question_rate(satisfied: int, valid: int) -> Rate:
    """Return the rate of one question."""
    return question_rates(np.array([satisfied]), np.array([valid])).each()[0]


def pooled_rates(sums: CountArray) -> RateArrays:
    """Return the rates over several questions from sums of responses [..., ResponseSum].

    Where all are satisfied, or none, the variance says nothing: then people count. Where nobody
    gave two answers, answers are people: the interval is that of the one question.
    """
    people, s, v = sums[..., ResponseSum.RATING], sums[..., ResponseSum.S], sums[..., ResponseSum.V]
    share = s / np.maximum(v, 1)
    spread = (
        sums[..., ResponseSum.SS]
        - 2 * share * sums[..., ResponseSum.SV]
        + share**2 * sums[..., ResponseSum.VV]
    )
    independent = share * (1 - share) * v * v * (people - 1)
    needed = np.maximum(spread, 0) * people
    mixed = (s > 0) & (s < v) & (people > 1)
    effective = np.divide(independent, needed, out=v.astype(np.float64), where=needed > 0)
    effective = np.where(mixed & (v > people), np.minimum(effective, v), people)
    return RateArrays(s, v, people, effective)


def wilson_interval(share: _Floats, n: _Floats, z: float | _Floats = _Z) -> tuple[_Floats, _Floats]:
    """Return low and high of Wilson's score interval; n > 0 need not be whole."""
    middle = share + z * z / (2 * n)
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    return np.clip((middle - half) / scale, 0, share), np.clip((middle + half) / scale, share, 1)


def newcombe_interval(
    share: _Floats, n: _Floats, other: _Floats, m: _Floats, z: float | _Floats = _Z
) -> tuple[_Floats, _Floats]:
    """Return low and high of the difference share − other, each rate by Wilson."""
    low, high = wilson_interval(share, n, z)
    other_low, other_high = wilson_interval(other, m, z)
    difference = share - other
    return (
        difference - np.hypot(share - low, other_high - other),
        difference + np.hypot(high - share, other - other_low),
    )


def significance_level(share: _Floats, n: _Floats, other: _Floats, m: _Floats) -> _Floats:
    """Return the two-sided level at which Newcombe's interval just holds no zero."""
    higher = np.where(share > other, (share, n), (other, m))
    lower = np.where(share > other, (other, m), (share, n))
    shares, sizes = np.stack((higher, lower), axis=1)
    apart = shares[0] - shares[1]
    within, beyond = np.zeros_like(apart), np.full_like(apart, _FARTHEST)
    for _ in range(_ROUNDS):
        z = (within + beyond) / 2
        low, high = wilson_interval(shares, sizes, z)
        covered = np.hypot(shares[0] - low[0], high[1] - shares[1]) >= apart
        within, beyond = np.where(covered, within, z), np.where(covered, z, beyond)
    return np.array([math.erfc(each / math.sqrt(2)) for each in within.tolist()])


def holm_adjusted(levels: _Floats) -> _Floats:
    """Return the levels adjusted for their number, step by step from the smallest."""
    order = np.argsort(levels)
    steps = levels[order] * np.arange(len(levels), 0, -1)
    adjusted = np.empty_like(levels)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return adjusted


def rate_change(now: Rate, before: Rate) -> RateChange | None:
    """Return now − before; None where either is no rate, not clear where either is small."""
    if now.rate is None or before.rate is None:
        return None
    pair = np.array((now.rate, now.effective, before.rate, before.effective))
    low, high = (float(end) for end in newcombe_interval(*pair))
    clear = (low > 0 or high < 0) and not (now.small or before.small)
    return RateChange(now.rate - before.rate, low, high, clear)


def clear_signs(pairs: Sequence[tuple[RateArrays, RateArrays]]) -> list[CountArray]:
    """Return for each pair where its first rates are clearly above (1) or below (-1) its second.

    All of them are one family for Holm; a small rate is never clear and not in the family.
    """
    shapes = [own.valid.shape for own, _ in pairs]
    [signs] = _clear_in_families([_flat_pair(pairs)])
    parts = np.split(signs, np.cumsum([math.prod(shape) for shape in shapes])[:-1])
    return [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]


def clear_signs_apart(pairs: Sequence[tuple[RateArrays, RateArrays]]) -> list[CountArray]:
    """Return the same where each pair is a family of its own."""
    signs = _clear_in_families([_flat_pair([pair]) for pair in pairs])
    return [part.reshape(own.valid.shape) for part, (own, _) in zip(signs, pairs, strict=True)]


def _clear_in_families(families: Sequence[tuple[RateArrays, RateArrays]]) -> list[CountArray]:
    """Return the signs of each family; their levels are found all at once."""
    first, second = _flat_pair(families)
    enough = (first.people >= ENOUGH_PEOPLE) & (second.people >= ENOUGH_PEOPLE)
    tested = [
        each[enough] for each in (first.share, first.effective, second.share, second.effective)
    ]
    levels = np.full(enough.size, np.nan)
    levels[enough] = significance_level(*tested)
    higher = np.sign(first.share - second.share).astype(np.int64)
    ends = np.cumsum([own.valid.size for own, _ in families])[:-1]
    signs = []
    for own, above in zip(np.split(levels, ends), np.split(higher, ends), strict=True):
        known = ~np.isnan(own)
        clear = np.zeros(own.size, dtype=np.bool_)
        clear[known] = holm_adjusted(own[known]) < _ALPHA
        signs.append(np.where(clear, above, 0))
    return signs


def _flat_pair(pairs: Sequence[tuple[RateArrays, RateArrays]]) -> tuple[RateArrays, RateArrays]:
    first, second = (_flat(side) for side in zip(*pairs, strict=True))
    return first, second


def _flat(many: Iterable[RateArrays]) -> RateArrays:
    columns = zip(*((r.satisfied, r.valid, r.people, r.effective) for r in many), strict=True)
    return RateArrays(*(np.concatenate([each.ravel() for each in column]) for column in columns))
