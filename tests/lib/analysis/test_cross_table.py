"""Answers across groups: counted by hand, and what is beyond chance held against scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, fisher_exact

from lib.analysis.cross_table import cell_levels, cross_table
from lib.analysis.group_counts import ComparedGroups
from tests.lib.analysis.made import Row, responses

MADE = responses(
    Row("S", 60, channel="p"),
    Row("D", 10, channel="p"),
    Row("S", 20, channel="q"),
    Row("D", 50, channel="q"),
    Row("S", 30),
    Row("-", 7, channel="p"),
)
ALL = np.ones(MADE.n, dtype=np.bool_)


def crossed(made=MADE, rows=ALL):
    [channel] = made.added
    groups = ComparedGroups(channel.values, channel.groups, channel.members)
    return cross_table(made, made.form.rated[0], rows, groups)


def test_each_answer_is_counted_in_each_group():
    table = crossed().answers
    assert table.options[1::2] == ("Hài lòng", "Không hài lòng")
    assert table.counts[:, 1::2].tolist() == [[60, 10], [20, 50]]
    assert table.answered.tolist() == [70, 70]


def test_a_cell_is_marked_where_its_share_is_clearly_another_than_the_rests():
    assert crossed().marks[:, 1::2].tolist() == [[1, -1], [-1, 1]]
    alike = responses(*(Row(said, 20 + n, channel=c) for n, c in enumerate("pq") for said in "SD"))
    assert not crossed(alike, np.ones(alike.n, dtype=np.bool_)).marks.any()


def test_what_nobody_or_everybody_answered_bears_no_mark():
    same = responses(Row("S", 40, channel="p"), Row("S", 41, channel="q"))
    assert not crossed(same, np.ones(same.n, dtype=np.bool_)).marks.any()


def test_a_response_counts_in_each_group_that_it_is_in_and_is_held_against_those_in_none_of_it():
    several = responses(Row("S", 50, channel="p q"), Row("D", 50, channel="q"), Row("D", 50))
    table = crossed(several, np.ones(several.n, dtype=np.bool_))
    assert table.answers.counts[:, 1::2].tolist() == [[50, 0], [50, 50]]
    assert table.marks[:, 1].tolist() == [1, 1]


@given(
    st.lists(st.lists(st.integers(0, 400), min_size=2, max_size=4), min_size=2, max_size=4).filter(
        lambda rows: len({len(row) for row in rows}) == 1
    )
)
def test_levels_are_those_of_scipy(rows):
    """Of the table of two by two that each cell makes with all the rest."""
    counts = np.array(rows)
    answered, chosen, everybody = counts.sum(axis=1), counts.sum(axis=0), int(counts.sum())
    levels = cell_levels(counts, answered, chosen, everybody)
    for (group, option), level in np.ndenumerate(levels):
        n, own, of = counts[group, option], answered[group], chosen[option]
        square = np.array([[n, own - n], [of - n, everybody - own - of + n]])
        if not square.sum(axis=0).all() or not square.sum(axis=1).all():
            assert np.isnan(level)
            continue
        found = chi2_contingency(square, correction=False)
        exact = found.expected_freq.min() < 5
        wanted = fisher_exact(square).pvalue if exact else found.pvalue
        assert level == pytest.approx(wanted, rel=1e-6, abs=1e-12)
