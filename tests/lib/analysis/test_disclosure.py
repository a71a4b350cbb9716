"""What somebody who sees totals only may choose, and what no subtraction gives away."""

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.analysis.disclosure import (
    Disclosure,
    allow_everything,
    narrows_one_way,
    wider_selections,
)
from lib.analysis.selection_axes import KNOWN_FIELDS
from lib.survey.dimensions import find_dimension
from lib.survey.model.periods import parse_period
from lib.survey.model.running_periods import part_of_month, whole_parts
from lib.survey.selection import Selection, chosen_rows
from tests.lib.analysis.made import Row, responses
from tests.lib.survey.tables import survey, table

K = 5
# Commune c is small; so is a's March, b's is not.
MADE = responses(
    Row("SS", 40, day="2023-01-10", commune="a", sector="x"),
    Row("SD", 3, day="2023-03-10", commune="a", sector="y"),
    Row("SS", 30, day="2023-01-10", commune="b", sector="x"),
    Row("SS", 20, day="2023-03-10", commune="b", sector="y"),
    Row("DS", 4, day="2023-01-10", commune="c", sector="x"),
    Row("SS", 25, day="2024-02-10", commune="a", sector="y"),
)
DISCLOSED = Disclosure(MADE, K)


def picked(ky: str = "", xa: str = "", linh_vuc: str = "", ap: str = "") -> Selection:
    """Return a selection as its link would say it."""
    period = parse_period(ky) if ky else None
    named = (tuple(each.split()) for each in (xa, ap, linh_vuc))
    communes, hamlets, sectors = named
    return Selection(period, communes, hamlets, sectors)


@pytest.mark.parametrize(
    "selection",
    [
        picked(),
        picked(ky="2023"),
        picked(ky="2023-03"),
        picked(ky="2023-01-01..2023-03-31"),
        picked(xa="a"),
        picked(xa="b c"),
        picked(ky="2023", xa="a"),
        picked(linh_vuc="x"),
        picked(ky="2030"),
    ],
)
def test_groups_of_at_least_k_are_shown(selection):
    assert DISCLOSED.may(selection)


@pytest.mark.parametrize(
    ("selection", "why"),
    [
        (picked(xa="c"), "it holds 4"),
        (picked(xa="b"), "all communes minus a and b would be the 4 of c"),
        (picked(xa="a c"), "all communes minus these is b, and b c minus b is c"),
        (picked(ky="2023-03", xa="a"), "it holds 3"),
        (picked(ky="2023-01", xa="a"), "a's first quarter minus January is its March"),
        (picked(ky="2023-03", xa="b c"), "March minus these is the 3 of a"),
        (picked(ky="2023-01-10..2023-01-10"), "a day is shorter than a month"),
        (picked(ky="..2023-01-10"), "its last month is not a whole one"),
        (picked(xa="a", linh_vuc="y"), "place and sector together"),
    ],
)
def test_what_is_small_or_gives_something_small_away_is_not_shown(selection, why):
    assert not DISCLOSED.may(selection), why


def test_fewer_than_k_responses_show_nothing_at_all():
    few = Disclosure(responses(Row("S", 4)), K)
    assert not few.may(Selection())
    assert Disclosure(responses(Row("S", 5)), K).may(Selection())


def test_of_fewer_than_k_responses_not_even_what_nobody_answered_is_shown():
    assert not Disclosure(responses(Row("S-", 4)), K).may(Selection(), 1)
    assert Disclosure(responses(Row("S-", 5)), K).may(Selection(), 1)


@dataclasses.dataclass(frozen=True)
class ByChannel(Selection):
    """A selection by one dimension more, of which no rule of disclosure was told."""

    channels: tuple[str, ...] = ()


def test_what_is_chosen_by_a_dimension_that_no_rule_knows_is_not_shown():
    assert DISCLOSED.may(ByChannel(communes=("a",)))
    assert not DISCLOSED.may(ByChannel(communes=("a",), channels=("online",)))
    assert not DISCLOSED.may(ByChannel(channels=("online",)), 0)


def test_the_rule_knows_every_dimension_of_a_selection():
    assert {field.name for field in dataclasses.fields(Selection)} == KNOWN_FIELDS


CHANNELLED = responses(
    Row("SS", 20, day="2023-01-10", commune="a", channel="p"),
    Row("SD", 9, day="2023-03-10", commune="a", channel="q"),
    Row("SD", 3, day="2023-01-10", commune="b", channel="q"),
    Row("SS", 3, day="2023-03-10", commune="b", channel="r"),
    Row("SS", 8, day="2023-03-10", commune="b"),
)


@pytest.mark.parametrize(
    ("selection", "allowed"),
    [
        (picked().choosing("kenh", ["p"]), True),
        (picked().choosing("kenh", ["r"]), False),  # it holds 3
        (picked(ky="2023-Q1").choosing("kenh", ["p"]), True),
        (picked(ky="2023-01").choosing("kenh", ["q"]), False),  # it holds 3
        (picked(xa="a").choosing("kenh", ["p"]), False),  # place and channel together
        (picked(linh_vuc="x").choosing("kenh", ["p"]), False),
        (picked().choosing("kenh", ["p"]).choosing("c1", ["hai-long"]), False),
        (picked().choosing("co-gi-do", ["p"]), False),  # nobody knows it
    ],
)
def test_one_dimension_more_may_be_chosen_beside_time(selection, allowed):
    assert Disclosure(CHANNELLED, K).may(selection) == allowed


def test_values_that_overlap_are_not_chosen_by_whoever_sees_totals():
    both = responses(Row("S", 20, channel="p"), Row("S", 18, channel="p q"), Row("S", 9))
    assert not Disclosure(both, K).may(picked().choosing("kenh", ["p"]))


def test_the_level_of_a_scale_is_chosen_like_any_other_value():
    levels = responses(Row("SS", 40), Row("DS", 6), Row("WS", 2))
    disclosed = Disclosure(levels, K)
    shown = [
        disclosed.may(picked().choosing("c1", codes))
        for codes in (["hai-long"], ["khong-hai-long"], ["khong-hai-long", "rat-khong-hai-long"])
    ]
    assert shown == [True, False, True]


def test_no_response_gives_nobody_away():
    nobody = dataclasses.replace(
        MADE, submitted=MADE.submitted[:0], answers=MADE.answers[:, :0], levels=MADE.levels[:, :0],
        commune=MADE.commune[:0], commune_today=MADE.commune[:0], hamlet=MADE.hamlet[:0],
        sector=MADE.sector[:0], sheet=MADE.sheet[:0],
    )  # fmt: skip
    assert Disclosure(nobody, K).may(picked(xa="a", ky="2023"))


def test_a_month_that_has_just_begun_is_hidden_with_its_neighbour_only():
    made = responses(
        *(Row("S", 9, day=f"2023-{month:02}-05") for month in (4, 5)), Row("S", 2, day="2023-06-01")
    )
    shown = [m for m in (4, 5, 6) if Disclosure(made, K).may(picked(ky=f"2023-0{m}"))]
    assert shown == [4]


def test_a_few_of_unknown_time_are_no_remainder_of_the_years():
    made = responses(Row("S", 9, day="2022-05-05"), Row("S", 2, day=""), Row("S", 9))
    disclosed = Disclosure(made, K)
    assert disclosed.may(Selection())
    assert [disclosed.may(picked(ky=year)) for year in ("2022", "2023")] == [False, True]


def test_a_few_of_unknown_commune_are_no_remainder_of_the_others():
    made = responses(Row("S", 9, commune="a"), Row("S", 2, commune=""), Row("S", 19, commune="b"))
    assert [Disclosure(made, K).may(picked(xa=code)) for code in "ab"] == [False, True]


def test_a_commune_is_held_to_both_boundaries():
    made = responses(Row("S", 3, commune="a"), Row("S", 9, commune="b"), Row("S", 9, commune="c"))
    merged = dataclasses.replace(
        made, today=made.communes[:2], commune_today=np.minimum(made.commune, 1)
    )
    disclosed = Disclosure(merged, K)
    assert disclosed.may(dataclasses.replace(picked(xa="a b"), today=False))
    assert not disclosed.may(Selection(communes=("b",), today=True))  # b and c; a remains


def test_what_is_merged_by_quarter_is_merged_by_month():
    # b's second quarter is small, and a's January; by month alone a would go with c
    held = {"a": (3, 47, 40), "b": (50, 47, 3), "c": (30, 35, 30), "d": (40, 40, 40)}
    made = responses(
        *(
            Row("S", n, day=f"2023-0{month}-09", commune=code)
            for code, sizes in held.items()
            for month, n in zip((1, 2, 4), sizes, strict=True)
        )
    )
    disclosed = Disclosure(made, K)
    for ky in ("2023-Q1", "2023-02"):
        shown = [xa for xa in ("a b", "a c", "b d", "c") if disclosed.may(picked(ky=ky, xa=xa))]
        assert shown == ["a b", "c"]


def test_a_question_that_few_answered_is_hidden_with_what_would_give_it_away():
    made = responses(
        Row("SS", 20, commune="a"), Row("S-", 20, commune="b"), Row("SD", 3, commune="b"),
        Row("SS", 30, commune="c"),
    )  # fmt: skip
    disclosed = Disclosure(made, K)
    shown = {code: [disclosed.may(picked(xa=code), q) for q in (None, 0, 1)] for code in "abc"}
    assert shown == {
        "a": [True, True, False],
        "b": [True, True, False],
        "c": [True, True, True],
    }
    assert disclosed.may(Selection(), 1)


def test_a_question_is_not_shown_where_not_even_the_responses_are():
    made = responses(Row("S", 9, commune="a"), Row("S", 9, commune="b"), Row("-", 3, commune="c"))
    assert not Disclosure(made, K).may(picked(xa="c"), 0)


def test_a_question_that_fewer_than_k_answered_is_never_shown():
    disclosed = Disclosure(responses(Row("S-", 20), Row("SD", 4)), K)
    assert [disclosed.may(Selection(), q) for q in (None, 0, 1)] == [True, True, False]


def test_what_can_be_chosen_instead_is_wider_and_may_be_shown():
    assert wider_selections(DISCLOSED.may, picked(ky="2023-03", xa="a")) == [
        picked(ky="2023-Q1", xa="a"), picked(ky="2023-03"),
    ]  # fmt: skip
    assert wider_selections(DISCLOSED.may, picked(ky="2023-01-10..2023-01-12")) == [
        picked(ky="2023-01")
    ]
    assert wider_selections(DISCLOSED.may, picked(xa="a", linh_vuc="y")) == [
        picked(xa="a"), picked(linh_vuc="y"), picked(),
    ]  # fmt: skip


def test_those_who_may_read_everything_are_refused_nothing():
    assert allow_everything(picked(xa="c"), 1)


DAYS = ("2022-11-03", "2022-12-03", "2022-12-10", "2023-01-05", "")
PLACES = (("a", ""), ("a", "a.i"), ("b", ""), ("", ""))
SECTORS = ("x", "y", "")
CHANNELS = ("p", "q", "")
SHAPES = [
    *((4, 3, 1, 1), (3, 4, 1, 1), (2, 2, 3, 1), (4, 1, 3, 1), (2, 3, 2, 1), (3, 2, 2, 1)),
    *((4, 1, 1, 3), (2, 2, 1, 3), (2, 1, 2, 3), (1, 2, 2, 3), (3, 1, 2, 2)),
]


@st.composite
def few(draw: st.DrawFn) -> list[Row]:
    """Return a survey of up to 12 cells part × place × sector × channel, many small or empty."""
    names = [
        draw(st.permutations(names))[:size]
        for names, size in zip(
            (DAYS, PLACES, SECTORS, CHANNELS), draw(st.sampled_from(SHAPES)), strict=True
        )
    ]
    size = st.sampled_from([0, 1, 2, 4, 5, 6, 9])
    return [
        Row("S", draw(size), day, commune, hamlet, sector, channel)
        for day, (commune, hamlet), sector, channel in itertools.product(*names)
    ]


def every_selection() -> list[Selection]:
    """Return all that can be chosen of these small surveys."""
    periods = ["", "2022", "2023", "2022-Q4", "2023-Q1", "2022-H2", "2022-9M", "2022-11"]
    periods += ["2022-12", "2023-01", "2022-11-01..2023-01-31", "2022-12-01..2022-12-15"]
    periods += ["2022-12-01..2022-12-07", "2022-12-01..2022-12-14", "2022-12-08..2022-12-31"]
    periods += ["2022-11-01..2022-12-07", "2022-12-08..2023-01-07"]
    places = [("", ""), ("a", ""), ("b", ""), ("a b", ""), ("", "a.i"), ("a", "a.i")]
    found = [
        picked(ky, xa, linh_vuc, ap).choosing("kenh", kenh.split())
        for ky, (xa, ap), linh_vuc, kenh in itertools.product(
            periods, places, ["", "x", "y", "x y"], ["", "p", "q", "p q"]
        )
    ]
    return [each for each in found if whole_parts(each.period) and narrows_one_way(each)]


@settings(max_examples=150, deadline=None)
@given(few())
def test_no_sums_and_differences_of_what_is_shown_make_a_group_smaller_than_k(rows):
    """Every figure is an equation over the cells part × place × sector × channel, empty ones too.

    A group is given away where the equations add up to it and nothing else.
    """
    assume(any(row.times for row in rows))
    made = responses(*rows)
    cells, of = cells_of(made)
    disclosed = Disclosure(made, K)
    allowed = [each for each in every_selection() if disclosed.may(each)]
    shown = [chosen_rows(cells, each) for each in allowed]
    sizes = np.bincount(of, minlength=cells.n)
    equations = np.array([part for part in shown if (part @ sizes) > 0], dtype=float)
    hidden = ~np.any([part for part in shown if (part @ sizes) == 0] or [[False]], axis=0)
    if len(equations):
        assert not given_away(equations[:, hidden], sizes[hidden])


def cells_of(made):
    """Return a response of each cell part × place × sector × channel, and each one's cell."""
    month = made.submitted.astype("M8[M]").astype(int) * 4 + [
        0 if np.isnat(time) else part_of_month(time.item().day) for time in made.submitted
    ]
    place = made.commune.astype(int) * 100 + made.hamlet
    groups = made.added[0].groups if made.added else np.zeros(made.n, dtype=np.int16)
    values = [np.unique(each, return_inverse=True) for each in (month, place, made.sector, groups)]
    shape = [len(each) for each, _ in values]
    first = [[np.flatnonzero(of == at)[0] for at in range(len(each))] for each, of in values]
    parts, places, sectors, channels = map(list, zip(*itertools.product(*first), strict=True))
    cells = dataclasses.replace(
        made,
        submitted=made.submitted[parts],
        commune=made.commune[places],
        hamlet=made.hamlet[places],
        sector=made.sector[sectors],
        added=tuple(dataclasses.replace(each, groups=groups[channels]) for each in made.added),
    )
    return cells, np.ravel_multi_index([of for _, of in values], shape)


def given_away(equations, sizes) -> bool:
    """Tell whether a group of 1 to K - 1 responses is a combination of the equations."""
    _, weights, rows = np.linalg.svd(equations, full_matrices=False)
    known = rows[weights > 1e-9]
    groups = np.array(list(itertools.product((0, 1), repeat=len(sizes))), dtype=float)
    groups = groups[(groups @ sizes > 0) & (groups @ sizes < K)]
    return bool((np.abs(groups @ known.T @ known - groups).max(axis=1, initial=0) < 1e-7).any())


def nested(asked: list[str], then: list[str], rated: list[str]):
    """Return what may be chosen of a question, and of the one that was asked only after it."""
    made = survey(
        table({"Đã nộp qua mạng?": asked, "Nộp qua đâu?": then, "Có hài lòng không?": rated})
    )
    may = Disclosure(made, K).may
    return [
        (name, value.code)
        for name in ("c1", "c2")
        for value in find_dimension(made, name).values
        if may(Selection().choosing(name, (value.code,)))
    ]


def test_a_question_asked_of_some_is_not_chosen_where_not_all_of_them_answered_it():
    asked, rated = ["Có"] * 20 + ["Không"] * 80, ["Hài lòng"] * 99 + ["Không hài lòng"]
    # twenty minus ten and nine would be what one person thinks
    some = nested(asked, ["Zalo"] * 10 + ["Cổng"] * 9 + [""] * 81, rated)
    assert some == [("c1", "khong"), ("c1", "co")]
    every = nested(asked, ["Zalo"] * 11 + ["Cổng"] * 9 + [""] * 80, rated)
    assert every == [("c1", "khong"), ("c1", "co"), ("c2", "zalo"), ("c2", "cong")]


def test_values_that_fill_another_group_but_for_a_few_are_not_chosen():
    asked, rated = ["Có"] * 20 + ["Không"] * 80, ["Hài lòng"] * 99 + ["Không hài lòng"]
    told = nested(asked, ["Zalo"] * 18 + ["Chưa"] * 82, rated)
    assert told == [("c1", "khong"), ("c1", "co")]


def test_values_inside_another_that_leave_enough_of_it_are_chosen():
    asked, rated = ["Có"] * 40 + ["Không"] * 60, ["Hài lòng"] * 99 + ["Không hài lòng"]
    assert len(nested(asked, ["Zalo"] * 20 + ["Chưa"] * 80, rated)) == 4


def test_a_question_that_some_skipped_by_chance_is_chosen():
    asked, rated = ["Có", "Không"] * 50, ["Hài lòng"] * 99 + ["Không hài lòng"]
    then = ["Zalo", "Cổng", "Cổng", "Zalo", ""] * 20
    assert len(nested(asked, then, rated)) == 4
