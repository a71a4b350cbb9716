"""A case is what its events add up to."""

import dataclasses
import datetime as dt
import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.followup.case_events import (
    Case,
    CaseOutcome,
    CaseState,
    case_after,
    case_from_events,
    is_readable_event,
)
from lib.journal.journal_lines import Event, EventKind, new_id

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


def did(kind: EventKind, before: str = "", **more: object) -> Event:
    return dataclasses.replace(
        Event(new_id(), "a", kind, AT, "canbo@xa.vn", before),
        **more,  # type: ignore[arg-type]
    )


def test_taking_up_names_who_is_in_charge_and_moves_it_on():
    made = case_from_events(
        "a", [did(EventKind.TAKEN_UP, fields={"person": "Công chức Địa chính"})]
    )
    assert (made.state, made.person) == (CaseState.WORKING, "Công chức Địa chính")


def test_finishing_tells_cause_outcome_and_when():
    fields = {"cause": "Giải quyết trễ hẹn", "outcome": "da-khac-phuc"}
    made = case_from_events("a", [did(EventKind.TAKEN_UP), did(EventKind.CLOSED, fields=fields)])
    assert (made.state, made.cause) == (CaseState.DONE, "Giải quyết trễ hẹn")
    assert (made.outcome, made.done_at) == (CaseOutcome.FIXED, AT)


def test_reopened_it_is_worked_on_again_and_has_no_outcome():
    closed = did(EventKind.CLOSED, fields={"cause": "Khác", "outcome": "da-tra-loi"})
    made = case_from_events("a", [closed, did(EventKind.REOPENED)])
    assert (made.state, made.outcome, made.done_at) == (CaseState.WORKING, None, None)
    assert made.cause == "Khác"


def test_an_emptied_field_is_empty():
    made = case_from_events("a", [did(EventKind.CHANGED, fields={"due": "2026-11-20"}),
                      did(EventKind.CHANGED, fields={"due": ""})])  # fmt: skip
    assert made.due is None


def test_the_newest_text_that_is_left_counts():
    made = case_from_events("a", [did(EventKind.CHANGED, texts={"done": "Đã gọi."}),
                      did(EventKind.CHANGED, texts={"done": None})])  # fmt: skip
    assert made.text("done") == "Đã gọi."


def test_who_had_not_seen_the_event_before_is_known():
    first = did(EventKind.TAKEN_UP)
    second = did(EventKind.CHANGED, before="")
    third = did(EventKind.CHANGED, before=second.id)
    made = case_from_events("a", [first, second, third])
    assert [made.crossed(event) for event in (first, second, third)] == [False, True, False]


kinds = st.sampled_from([kind for kind in EventKind if kind is not EventKind.MEASURE])
happened = st.builds(
    did,
    kinds,
    fields=st.dictionaries(st.sampled_from(["person", "cause"]), st.text(max_size=5)),
)


@given(st.lists(happened, max_size=8), st.integers(0, 8))
def test_a_case_is_the_sum_of_its_parts_wherever_it_is_cut(events, at):
    assert functools.reduce(
        case_after, events[at:], case_from_events("a", events[:at])
    ) == case_from_events("a", events)


@pytest.mark.parametrize("fields", [{"due": "mai"}, {"outcome": "xong-roi"}])
def test_a_field_that_cannot_be_read_changes_nothing_and_stays_in_the_event(fields):
    known = {"due": "2026-11-20", "outcome": "trung", "cause": "Khác"}
    wrong = did(EventKind.CHANGED, fields=fields | {"person": "Công an xã"})
    made = case_from_events("a", [did(EventKind.CLOSED, fields=known), wrong])
    assert (made.due, made.outcome, made.cause) == (
        dt.date(2026, 11, 20), CaseOutcome.DUPLICATE, "Khác"
    )  # fmt: skip
    assert made.person == "Công an xã"
    assert made.events[-1] == wrong
    assert not is_readable_event(wrong)


def test_nothing_happened_is_a_new_case():
    assert case_from_events("a", []) == Case("a", CaseState.NEW)
