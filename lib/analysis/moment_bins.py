"""Dates by month, times by hour: how many lie in each; more widely where these would be many."""

from collections.abc import Sequence

import numpy as np

from lib.analysis.number_summary import BinnedNumbers, NumberBin, bins_of_width, near_numbers
from lib.analysis.tally import CountArray, GroupCodes
from lib.survey.model.survey_form import ColumnKind
from lib.survey.moment_answers import MONTHS_A_YEAR
from lib.survey.number_answers import Numbers

_MOST = 36  # rows of a table that one still reads
_YEAR = MONTHS_A_YEAR
_WIDTHS = {ColumnKind.DATE: (1, _YEAR, 10 * _YEAR, 100 * _YEAR), ColumnKind.TIME: (1, 6)}


def bin_moments(values: Numbers, kind: ColumnKind) -> BinnedNumbers | None:
    """Return how many moments of this kind lie in each bin, empty ones between too; None of none.

    What is far off the others, like a year that was mistyped, is counted only where all of them
    do not fit.
    """
    known = np.sort(values[~np.isnan(values)])
    if not len(known):
        return None
    drawn = known if _fits(known, _WIDTHS[kind][0]) else near_numbers(known)
    width = next(w for w in _WIDTHS[kind] if w == _WIDTHS[kind][-1] or _fits(drawn, w))
    below, above = int((known < drawn[0]).sum()), int((known > drawn[-1]).sum())
    return BinnedNumbers(len(known), bins_of_width(drawn, width), below, above)


def _fits(known: Numbers, width: float) -> bool:
    return bool(known[-1] // width - known[0] // width < _MOST)


def count_by_bin(
    values: Numbers, bins: Sequence[NumberBin], by: GroupCodes, groups: int
) -> CountArray:
    """Return how many values lie in each of these adjoining bins: [group, bin]."""
    edges = [bins[0].low, *(each.high for each in bins)]
    found = np.searchsorted(edges, values, side="right") - 1
    inside = (found >= 0) & (found < len(bins)) & ~np.isnan(values)
    keys = by[inside].astype(np.int64) * len(bins) + found[inside]
    return np.bincount(keys, minlength=groups * len(bins)).reshape(groups, len(bins))
