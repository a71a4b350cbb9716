"""A table of counts whose rows and columns are merged until no cell holds too few.

Merging whole rows and columns, never single cells, is what makes it safe: all that can be added
up and subtracted inside such a grid is made of its cells, and each of them is empty or large.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]


def merge_until_large(
    table: IntArray, blocks: Sequence[IntArray], ordered: Sequence[bool], k: int
) -> list[IntArray]:
    """Return for each axis the group of each of its values; every cell is then 0 or at least k.

    Only values of one block of an axis are merged, on an ordered axis only neighbours. The
    table of whole blocks must have no small cell. The group with the fewest responses that
    has a small cell goes to the smallest it may join.
    """
    groups = [np.arange(size) for size in table.shape]
    blocks = list(blocks)
    while (small := (table > 0) & (table < k)).any():
        axis, left, right = _next(table, small, blocks, ordered)
        low, high = sorted((left, right))
        table = _added(table, axis, low, high)
        groups[axis] = np.where(groups[axis] == high, low, groups[axis])
        groups[axis] -= groups[axis] > high
        blocks[axis] = np.delete(blocks[axis], high)
    return groups


def join_groups(left: IntArray, right: IntArray) -> IntArray:
    """Return the finest groups of which each group of both is a part, numbered in their order."""
    joined = np.arange(len(left))
    while True:
        before = joined
        for groups in (left, right):
            first = np.full(groups.max(initial=0) + 1, len(joined))
            np.minimum.at(first, groups, joined)
            joined = first[groups]
        if np.array_equal(before, joined):
            return number_groups(joined)


def number_groups(groups: IntArray) -> IntArray:
    """Return the groups numbered from 0 in the order of their first values."""
    _, first, numbers = np.unique(groups, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[numbers]


def are_whole_groups(groups: IntArray, chosen: npt.NDArray[np.bool_]) -> bool:
    """Tell whether the chosen values are whole groups."""
    size = np.bincount(groups)
    chosen_sizes = np.bincount(groups[chosen], minlength=len(size))
    return bool(((chosen_sizes == 0) | (chosen_sizes == size)).all())


def _next(
    table: IntArray,
    small: npt.NDArray[np.bool_],
    blocks: Sequence[IntArray],
    ordered: Sequence[bool],
) -> tuple[int, int, int]:
    """Return the axis and the two groups to merge on it."""
    axes = range(table.ndim)
    others = [tuple(each for each in axes if each != axis) for axis in axes]
    totals = [table.sum(axis=beside) for beside in others]
    hit = [np.flatnonzero(small.any(axis=beside)).tolist() for beside in others]
    fewest = sorted((int(totals[axis][group]), axis, group) for axis in axes for group in hit[axis])
    for _, axis, group in fewest:
        siblings = blocks[axis] == blocks[axis][group]
        siblings[group] = False
        if ordered[axis]:
            siblings[: max(group - 1, 0)] = siblings[group + 2 :] = False
        if siblings.any():
            return axis, group, _smallest(totals[axis], siblings)
    raise ValueError("a whole block holds too few")


def _smallest(totals: IntArray, among: npt.NDArray[np.bool_]) -> int:
    return int(np.where(among, totals, np.iinfo(np.int64).max).argmin())


def _added(table: IntArray, axis: int, low: int, high: int) -> IntArray:
    moved = np.moveaxis(table, axis, 0).copy()
    moved[low] += moved[high]
    return np.moveaxis(np.delete(moved, high, axis=0), 0, axis)
