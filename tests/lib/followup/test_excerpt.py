"""What of a comment may be shown to a room: its own words in their order, never others."""

import datetime as dt

import pytest

from lib.followup.case import EXCERPT, case
from lib.followup.excerpt import LONGEST, approved, problem, proposed
from lib.journal.event import Event, Kind, new_id

SAID = "Chờ từ sáng tới trưa, cô Lan ở bàn số 2 không giải thích. Gọi 0912 345 678."
AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "excerpt",
    [
        "Chờ từ sáng tới trưa, cô Lan ở bàn số 2 không giải thích. Gọi •••.",
        "Chờ từ sáng tới trưa, cô ••• ở bàn số 2 không giải thích…",
        "Chờ từ sáng tới trưa, …",
        "… không giải thích. …",
        "Chờ từ sáng tới trưa… không giải thích...",
        "  Chờ   từ sáng tới trưa, […] không giải thích. […]",
    ],
)
def test_words_may_be_left_out_or_hidden(excerpt):
    assert problem(SAID, excerpt) == ""


@pytest.mark.parametrize(
    "excerpt",
    [
        "Chờ từ sáng tới chiều, …",
        "… giải thích rõ ràng. …",
        "… không giải thích. … Chờ từ sáng …",  # another order
        "giải thích. Gọi •••.",  # something before it is left out without a mark
        "Chờ từ sáng tới trưa",  # something after it
        "Chờ từ sáng tới trưa, cô ở bàn số 2 …",  # something between
        "… trưa, … trưa, …",  # once in the comment
    ],
)
def test_a_word_changed_moved_or_left_out_without_a_mark_is_refused(excerpt):
    assert "Chỉ trình chiếu được chữ của chính ý kiến" in problem(SAID, excerpt)


@pytest.mark.parametrize("excerpt", ["", "  ", "…", "••• …"])
def test_nothing_but_gaps_is_nothing_to_show(excerpt):
    assert "Không còn gì để trình chiếu" in problem(SAID, excerpt)


def test_a_phone_number_must_be_hidden():
    assert "hãy che bằng" in problem(SAID, "… Gọi 0912 345 678.")


def test_what_is_too_long_for_the_wall_is_refused_with_its_length():
    long = "ý kiến " * 40
    assert f"{len(long.strip())} ký tự, nhiều nhất {LONGEST}" in problem(long, long.strip())


def test_just_so_many_characters_can_be_read_from_the_last_row():
    assert problem("ý" * LONGEST, "ý" * LONGEST) == ""
    assert "ký tự, nhiều nhất" in problem("ý" * (LONGEST + 1), "ý" * (LONGEST + 1))


def test_what_is_proposed_hides_contacts_and_is_accepted_as_it_is():
    assert "0912" not in proposed(SAID)
    assert problem(SAID, proposed(SAID)) == ""


def did(kind: Kind, minutes: int = 0, **texts: str | None) -> Event:
    at = AT + dt.timedelta(minutes=minutes)
    return Event(new_id(), "a", kind, at, "canbo@xa.vn", texts=texts)


SHOWN = did(Kind.APPROVED, **{EXCERPT: "Chờ từ sáng…"})


def test_an_approved_comment_is_shown_until_it_is_withdrawn():
    assert case("a", [SHOWN]).excerpt == "Chờ từ sáng…"
    assert case("a", [SHOWN, did(Kind.WITHDRAWN)]).excerpt == ""
    again = did(Kind.APPROVED, **{EXCERPT: "…tới trưa"})
    assert case("a", [SHOWN, did(Kind.WITHDRAWN), again]).excerpt == "…tới trưa"


def test_of_a_held_case_nothing_is_shown_until_it_is_released():
    assert case("a", [SHOWN, did(Kind.HELD)]).excerpt == ""
    assert case("a", [SHOWN, did(Kind.HELD), did(Kind.RELEASED)]).excerpt == "Chờ từ sáng…"


def test_of_a_deleted_text_nothing_is_shown():
    assert case("a", [did(Kind.APPROVED, **{EXCERPT: None})]).excerpt == ""


def test_the_newest_approval_comes_first():
    later = [did(Kind.APPROVED, 5, **{EXCERPT: "…trưa…"})]
    old, new, none = case("a", [SHOWN]), case("b", later), case("c", [did(Kind.TAKEN_UP)])
    assert approved([old, none, new]) == [new, old]
