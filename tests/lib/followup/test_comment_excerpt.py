"""What of a comment may be shown to a room: its own words in their order, never others."""

import datetime as dt

import pytest

from lib.followup.case_events import EXCERPT_TEXT, case_from_events
from lib.followup.comment_excerpt import (
    LONGEST_EXCERPT,
    approved_cases,
    excerpt_problem,
    propose_excerpt,
)
from lib.journal.journal_lines import Event, EventKind, new_id

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
    assert excerpt_problem(SAID, excerpt) == ""


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
    assert "Chỉ trình chiếu được chữ của chính ý kiến" in excerpt_problem(SAID, excerpt)


@pytest.mark.parametrize("excerpt", ["", "  ", "…", "••• …"])
def test_nothing_but_gaps_is_nothing_to_show(excerpt):
    assert "Không còn nội dung để trình chiếu" in excerpt_problem(SAID, excerpt)


def test_a_phone_number_must_be_hidden():
    assert "hãy che bằng" in excerpt_problem(SAID, "… Gọi 0912 345 678.")


def test_what_is_too_long_for_the_wall_is_refused_with_its_length():
    long = "ý kiến " * 40
    assert f"{len(long.strip())} ký tự, nhiều nhất {LONGEST_EXCERPT}" in excerpt_problem(
        long, long.strip()
    )


def test_just_so_many_characters_can_be_read_from_the_last_row():
    assert excerpt_problem("ý" * LONGEST_EXCERPT, "ý" * LONGEST_EXCERPT) == ""
    assert "ký tự, nhiều nhất" in excerpt_problem(
        "ý" * (LONGEST_EXCERPT + 1), "ý" * (LONGEST_EXCERPT + 1)
    )


def test_what_is_proposed_hides_contacts_and_is_accepted_as_it_is():
    assert "0912" not in propose_excerpt(SAID)
    assert excerpt_problem(SAID, propose_excerpt(SAID)) == ""


def did(kind: EventKind, minutes: int = 0, **texts: str | None) -> Event:
    at = AT + dt.timedelta(minutes=minutes)
    return Event(new_id(), "a", kind, at, "canbo@xa.vn", texts=texts)


SHOWN = did(EventKind.APPROVED, **{EXCERPT_TEXT: "Chờ từ sáng…"})


def test_an_approved_comment_is_shown_until_it_is_withdrawn():
    assert case_from_events("a", [SHOWN]).excerpt == "Chờ từ sáng…"
    assert case_from_events("a", [SHOWN, did(EventKind.WITHDRAWN)]).excerpt == ""
    again = did(EventKind.APPROVED, **{EXCERPT_TEXT: "…tới trưa"})
    assert case_from_events("a", [SHOWN, did(EventKind.WITHDRAWN), again]).excerpt == "…tới trưa"


def test_of_a_held_case_nothing_is_shown_until_it_is_released():
    assert case_from_events("a", [SHOWN, did(EventKind.HELD)]).excerpt == ""
    assert (
        case_from_events("a", [SHOWN, did(EventKind.HELD), did(EventKind.RELEASED)]).excerpt
        == "Chờ từ sáng…"
    )


def test_of_a_deleted_text_nothing_is_shown():
    assert case_from_events("a", [did(EventKind.APPROVED, **{EXCERPT_TEXT: None})]).excerpt == ""


def test_the_newest_approval_comes_first():
    later = [did(EventKind.APPROVED, 5, **{EXCERPT_TEXT: "…trưa…"})]
    old, new, none = (
        case_from_events("a", [SHOWN]),
        case_from_events("b", later),
        case_from_events("c", [did(EventKind.TAKEN_UP)]),
    )
    assert approved_cases([old, none, new]) == [new, old]
