"""A question that asks for a number: its middle, its spread, how many lie in which round bin."""

import dataclasses
import math

import numpy as np

from lib.survey.number_answers import Numbers

_BINS = 12  # at most
_FAR = 3.0  # middle halves beyond the quartiles; farther off is counted and not drawn (Tukey 1977)


@dataclasses.dataclass(frozen=True)
class NumberBin:
    """How many lie from `low` on and below `high`; an end that is not told is infinite."""

    low: float
    high: float
    n: int


@dataclasses.dataclass(frozen=True)
class BinnedNumbers:
    """How n numbers spread over adjoining bins."""

    n: int
    bins: tuple[NumberBin, ...]
    below: int  # too far off to be drawn, as those above
    above: int


@dataclasses.dataclass(frozen=True)
class NumberSummary(BinnedNumbers):
    """What n numbers say; quartiles by linear interpolation."""

    median: float
    quartiles: tuple[float, float]
    mean: float
    percent: bool  # written with a percent sign


def summarise_numbers(values: Numbers, *, percent: bool = False) -> NumberSummary | None:
    """Return what the numbers say; None where there is none."""
    known = np.sort(values[~np.isnan(values)])
    if not len(known):
        return None
    low, median, high = np.percentile(known, [25, 50, 75]).tolist()
    drawn = near_numbers(known)
    below, above = int((known < drawn[0]).sum()), int((known > drawn[-1]).sum())
    mean = float(known.mean())
    return NumberSummary(len(known), _bins(drawn), below, above, median, (low, high), mean, percent)


def near_numbers(known: Numbers) -> Numbers:
    """Return the numbers, in their order, that are not far off the others."""
    low, high = np.percentile(known, [25, 75]).tolist()
    reach = _FAR * (high - low)
    return known[(known >= low - reach) & (known <= high + reach)] if reach else known


def gathered_bins(summary: BinnedNumbers, k: int) -> tuple[NumberBin, ...]:
    """Return the bins for who sees totals only: each of at least k, the outer two open.

    Open ends tell no smallest and no largest number. () where fewer than two are left.
    """
    bins = list(summary.bins)
    bins[0] = dataclasses.replace(bins[0], n=bins[0].n + summary.below)
    bins[-1] = dataclasses.replace(bins[-1], n=bins[-1].n + summary.above)
    merged: list[NumberBin] = []
    for each in bins:
        if merged and merged[-1].n < k:
            each = _together(merged.pop(), each)
        merged.append(each)
    if len(merged) > 1 and merged[-1].n < k:
        last = merged.pop()
        merged.append(_together(merged.pop(), last))
    if len(merged) < 2:
        return ()
    merged[0] = dataclasses.replace(merged[0], low=-math.inf)
    merged[-1] = dataclasses.replace(merged[-1], high=math.inf)
    return tuple(merged)


def _together(left: NumberBin, right: NumberBin) -> NumberBin:
    return NumberBin(left.low, right.high, left.n + right.n)


def _bins(known: Numbers) -> tuple[NumberBin, ...]:
    low, high = float(known[0]), float(known[-1])
    whole = bool((known == np.round(known)).all())
    return bins_of_width(known, _round_width((high - low) / _BINS, whole=whole))


def bins_of_width(known: Numbers, width: float) -> tuple[NumberBin, ...]:
    """Return the bins from the first to the last of these numbers, which are in their order."""
    low, high = float(known[0]), float(known[-1])
    start = math.floor(low / width) * width
    edges = start + width * np.arange(math.floor((high - start) / width) + 2)
    counts, _ = np.histogram(known, edges)
    pairs = zip(edges.tolist(), edges[1:].tolist(), counts.tolist(), strict=False)
    return tuple(NumberBin(*pair) for pair in pairs)


def _round_width(least: float, *, whole: bool) -> float:
    """Return the smallest of 1, 2, 5, 10, … that is no smaller; of whole numbers at least 1."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    width = next(power * step for step in (1, 2, 5, 10) if power * step >= least * (1 - 1e-9))
    return max(width, 1.0) if whole else width
