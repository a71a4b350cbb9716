"""A response keeps its code whatever happens to the rows around it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.followup.response_codes import match_sightings, new_sightings
from lib.journal.sighting_arrays import SightingArrays
from lib.survey.responses import Responses
from tests.building import responses

AT = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
HEADER = "Dấu thời gian,Ông/Bà có hài lòng không?,Ý kiến góp ý"
LEVELS = ("Hài lòng", "Không hài lòng", "Bình thường")


def read(rows: list[str]) -> Responses:
    return responses("\n".join([HEADER, *rows]))


def row(second: int, said: str, level: int = 0) -> str:
    return f"01/10/2026 08:00:{second:02d},{LEVELS[level]},{said}"


def registered(made: Responses, known: SightingArrays = SightingArrays()) -> SightingArrays:  # noqa: B008
    return known.more(list(new_sightings(made, match_sightings(made, known), AT)))


def codes(made: Responses, known: SightingArrays) -> dict[str, str]:
    """Return each comment's code."""
    at = match_sightings(made, known).at
    return {made.comments[0][n].as_py(): known.code(which) for n, which in enumerate(at.tolist())}


APART = [row(1, "một lời góp ý"), row(2, "hai lời góp ý"), row(3, "ba lời góp ý", 1)]
SAME = [row(5, "một lời góp ý"), row(5, "hai lời góp ý"), row(5, "ba lời góp ý", 1)]


@pytest.mark.parametrize("rows", [APART, SAME, [*APART, *SAME[:2][::-1]]])
def test_sorting_moves_no_code(rows):
    rows = [f"{one} {at}" for at, one in enumerate(rows)]
    known = registered(read(rows))
    assert codes(read(rows[::-1]), known) == codes(read(rows), known)


def test_an_inserted_row_of_the_same_second_takes_nobodys_code():
    before = read(SAME[1:])
    known = registered(before)
    after = read(SAME)
    assert match_sightings(after, known).new.tolist() == [0]
    assert codes(before, known).items() <= codes(after, registered(after, known)).items()


def test_of_two_of_one_second_the_one_that_is_left_keeps_its_own_code():
    before = read([*SAME[:2], *APART])
    known = registered(before)
    assert codes(read([SAME[1], *APART]), known).items() <= codes(before, known).items()


def test_an_edited_answer_keeps_its_code():
    known = registered(read(SAME))
    edited = [SAME[0], SAME[1].replace("Hài lòng", "Bình thường"), SAME[2]]
    assert codes(read(edited), known) == codes(read(SAME), known)


def test_nothing_is_new_in_what_was_registered():
    made = read([*APART, *SAME, "không rõ,Hài lòng,bốn lời góp ý"])
    assert match_sightings(made, registered(made)).new.tolist() == []


def test_a_response_without_a_time_has_a_code_too():
    rows = [*APART, ",Hài lòng,bốn lời góp ý", ",Không hài lòng,năm lời góp ý"]
    known = registered(read(rows))
    assert codes(read([*rows[:3], rows[4], rows[3]]), known) == codes(read(rows), known)


SHARED = {"undated": "không rõ", "of one second": "01/10/2026 08:00:05"}


@pytest.mark.parametrize("time", SHARED.values(), ids=SHARED)
def test_hundreds_that_share_a_time_keep_their_codes_when_the_sheet_is_reversed(time):
    rows = [f"{time},{LEVELS[at % 3]},lời góp ý số {at}" for at in range(500)]
    known = registered(read(rows))
    assert codes(read(rows[::-1]), known) == codes(read(rows), known)


@given(
    st.permutations(range(260)),
    st.sets(st.integers(0, 259), max_size=40),
    st.sampled_from(list(SHARED.values())),
)
@settings(max_examples=15)
def test_of_many_that_share_a_time_those_left_keep_their_codes_among_new_ones(order, gone, time):
    rows = [f"{time},{LEVELS[at % 3]},lời góp ý số {at}" for at in range(300)]
    before = read(rows[:260])
    known = registered(before)
    later = read([*rows[260:280], *(rows[at] for at in order if at not in gone), *rows[280:]])
    kept = codes(later, registered(later, known)).items() & codes(before, known).items()
    assert len(kept) == 260 - len(gone)


def test_codes_are_kept_where_two_readers_gave_a_second_different_nonces():
    made = read(SAME)
    first, second, third = (
        list(new_sightings(made, match_sightings(made, SightingArrays()), AT)) for _ in "abc"
    )
    known = SightingArrays().more([first[0], second[1], third[2]])
    assert codes(read(SAME[::-1]), known) == codes(made, known)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=4, max_size=9), st.data())
def test_codes_belong_to_responses_through_any_order_and_any_new_row(made, data):
    rows = [row(second, f"lời góp ý số {at}", level) for at, (second, level) in enumerate(made)]
    always = [row(30 + level, f"luôn có {level}", level) for level in range(3)]  # the whole scale
    rows = [*always, *rows]
    first = read(rows[:-1])
    known = registered(first)
    later = read(data.draw(st.permutations(rows)))
    assert codes(first, known).items() <= codes(later, registered(later, known)).items()
