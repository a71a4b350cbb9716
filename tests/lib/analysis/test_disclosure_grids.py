"""Rows and columns are merged until no cell holds too few, and no further than need be."""

import numpy as np
import pytest

from lib.analysis.disclosure_grids import (
    are_whole_groups,
    join_groups,
    merge_until_large,
    number_groups,
)


def groups(table, *blocks, ordered=(False, False)) -> list[list[int]]:
    blocks = blocks or tuple([0] * size for size in np.shape(table))
    found = merge_until_large(np.array(table), [np.array(each) for each in blocks], ordered, 5)
    return [each.tolist() for each in found]


def test_where_every_cell_holds_enough_or_nobody_nothing_is_merged():
    assert groups([[5, 0], [7, 9]]) == [[0, 1], [0, 1]]


def test_a_small_row_goes_to_the_smallest_other_row():
    assert groups([[90, 90], [4, 20], [30, 30]]) == [[0, 1, 1], [0, 1]]


def test_in_time_only_neighbours_are_merged():
    assert groups([[6, 6], [90, 90], [4, 4]], ordered=(True, False)) == [[0, 1, 1], [0, 1]]


def test_nothing_is_merged_across_a_block():
    small, big = [4, 20], [30, 30]
    assert groups([small, [6, 6], big], [0, 1, 0], [0, 0]) == [[0, 1, 0], [0, 1]]


def test_the_group_with_the_fewest_responses_is_merged_first():
    # a month that has just begun joins the one before: no commune is given up for it
    table = [[60, 80, 70], [60, 70, 80], [2, 3, 6]]
    assert groups(table, ordered=(True, False)) == [[0, 1, 1], [0, 1, 2]]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ([0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]),
        ([0, 0, 1, 2], [0, 1, 1, 2], [0, 0, 0, 1]),
        ([2, 1, 1, 0], [0, 1, 2, 0], [0, 1, 1, 0]),
        ([], [], []),
    ],
)
def test_groups_of_two_kinds_are_joined_where_they_overlap(one, other, together):
    found = join_groups(np.array(one, dtype=int), np.array(other, dtype=int))
    assert found.tolist() == together


def test_groups_are_numbered_in_the_order_of_their_first_values():
    assert number_groups(np.array([7, 3, 7, 5])).tolist() == [0, 1, 0, 2]


def test_part_of_a_group_is_no_whole_one():
    of = np.array([0, 0, 1, 2])
    assert are_whole_groups(of, np.array([True, True, False, True]))
    assert not are_whole_groups(of, np.array([True, False, True, False]))
