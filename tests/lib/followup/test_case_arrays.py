"""What is tracked, what is late, and in which order it is worked on."""

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from lib.followup.case_arrays import (
    CaseCandidates,
    Cases,
    CaseTargets,
    build_cases,
    day_from_number,
    day_number,
)
from lib.followup.case_events import Case, CaseState
from lib.followup.working_days import WorkingDays

TODAY = dt.date(2026, 11, 20)  # a Friday
SINCE = dt.date(2026, 10, 1)


def no_hint(at: int) -> bool:
    return False


def every_hint(at: int) -> bool:
    return True


def made(
    *days: dt.date,
    known: dict[str, Case] | None = None,
    hinted: Callable[[int], bool] = no_hint,
    **found: object,
) -> Cases:
    numbers = np.array([day_number(day) for day in days], dtype=np.int64)
    flags = np.zeros(len(days), dtype=np.bool_)
    fields = {
        "submitted": numbers,
        "received": numbers,
        "late": flags,
        "counted": ~flags,
        "settled": flags,
        "hints": hinted,
        **found,
    }
    codes = tuple("abcdefgh"[: len(days)])
    all_ = CaseCandidates(np.arange(len(days)), codes, **fields)  # type: ignore[arg-type]
    return build_cases(all_, known or {}, CaseTargets(SINCE), WorkingDays(), TODAY)


def test_a_new_case_is_to_be_taken_up_within_five_working_days():
    one = made(dt.date(2026, 11, 13))  # a Friday
    assert day_from_number(one.due[0]) == dt.date(2026, 11, 20)
    assert (one.left[0], bool(one.soon[0])) == (0, True)


@pytest.mark.parametrize(
    ("received", "left", "soon", "overdue"),
    [
        (dt.date(2026, 11, 18), 3, False, False),
        (dt.date(2026, 11, 17), 2, True, False),
        (dt.date(2026, 11, 13), 0, True, False),
        (dt.date(2026, 11, 12), -1, False, True),
    ],
)
def test_due_soon_is_two_working_days_before_and_overdue_the_day_after(
    received, left, soon, overdue
):
    one = made(received)
    assert (one.left[0], bool(one.soon[0]), bool(one.overdue[0])) == (left, soon, overdue)


def test_taken_up_it_is_to_be_finished_within_fifteen_of_the_day_it_was_received():
    one = made(dt.date(2026, 10, 30), known={"a": Case("a", CaseState.WORKING)})
    assert day_from_number(one.due[0]) == dt.date(2026, 11, 20)


def test_a_due_date_set_by_hand_counts_instead():
    case = Case("a", CaseState.WORKING, due=dt.date(2026, 11, 17))
    one = made(dt.date(2026, 10, 30), known={"a": case})
    assert (one.left[0], bool(one.overdue[0])) == (-3, True)


def test_what_is_done_is_late_no_more_and_tells_how_long_it_took():
    done = dt.datetime(2026, 11, 6, 3, 0, tzinfo=dt.UTC)
    one = made(dt.date(2026, 10, 30), known={"a": Case("a", CaseState.DONE, done_at=done)})
    assert (one.due[0], bool(one.overdue[0]), one.took[0]) == (0, False, 5)


def test_older_responses_are_not_tracked_and_never_late():
    one = made(dt.date(2026, 9, 30))
    assert (bool(one.tracked[0]), bool(one.overdue[0])) == (False, False)


def test_a_response_of_the_very_day_from_which_cases_are_tracked_is_one():
    assert made(SINCE).tracked.tolist() == [True]


def test_an_older_one_taken_in_by_hand_counts_from_that_day():
    taken = dt.datetime(2026, 11, 19, 18, 0, tzinfo=dt.UTC)  # the 20th at the office
    one = made(dt.date(2020, 1, 1), known={"a": Case("a", taken_in=taken)})
    assert bool(one.tracked[0])
    assert day_from_number(one.received[0]) == dt.date(2026, 11, 20)


def test_an_old_paper_answer_that_arrives_late_is_tracked_from_its_arrival():
    arrived = np.array([day_number(dt.date(2026, 11, 18))])
    one = made(dt.date(2026, 3, 1), received=arrived, late=np.array([True]))
    assert bool(one.tracked[0])
    assert one.left[0] == 3


def test_overdue_stand_first_then_due_soon_then_the_newest():
    days = (dt.date(2026, 11, 19), dt.date(2026, 11, 16), dt.date(2026, 11, 13),
            dt.date(2026, 11, 6), dt.date(2026, 10, 30))  # fmt: skip
    assert made(*days).codes == ("e", "d", "c", "b", "a")


def test_words_hold_a_case_until_a_leader_releases_it():
    known = {"b": Case("b", restricted=False)}
    two = made(dt.date(2026, 11, 19), dt.date(2026, 11, 18), known=known, hinted=every_hint)
    assert dict(zip(two.codes, two.restricted.tolist(), strict=True)) == {"a": True, "b": False}


@pytest.mark.parametrize("held", [None, True])
def test_finishing_a_held_case_does_not_release_it(held):
    known = {"a": Case("a", CaseState.DONE, restricted=held)}
    assert made(dt.date(2026, 11, 2), known=known, hinted=every_hint).restricted.tolist() == [True]


def test_finished_after_a_leader_released_it_it_is_free():
    known = {"a": Case("a", CaseState.DONE, restricted=False)}
    assert made(dt.date(2026, 11, 2), known=known, hinted=every_hint).restricted.tolist() == [False]


def test_a_leader_holds_one_whose_words_say_nothing_tracked_or_not():
    known = {"a": Case("a", restricted=True), "b": Case("b", restricted=True)}
    two = made(dt.date(2026, 11, 2), dt.date(2020, 1, 6), known=known)
    assert two.restricted.tolist() == [True, True]


def test_only_the_words_of_tracked_cases_are_looked_at():
    looked = []
    made(dt.date(2026, 11, 2), dt.date(2020, 1, 6), hinted=lambda at: bool(looked.append(at)))
    assert looked == [0]


def test_an_older_one_taken_in_by_hand_is_held_by_its_words():
    taken = {"a": Case("a", taken_in=dt.datetime(2026, 11, 19, tzinfo=dt.UTC))}
    assert made(dt.date(2020, 1, 1), known=taken, hinted=every_hint).restricted.tolist() == [True]


def test_a_case_is_found_by_its_code():
    two = made(dt.date(2026, 11, 19), dt.date(2026, 11, 2))
    assert two.codes[two.find("b")] == "b"
    assert two.find("x") is None


def test_what_became_dissatisfied_by_a_later_understanding_is_listed_and_not_tracked():
    late = np.array([True, True])
    both = made(TODAY, TODAY, late=late, counted=np.array([True, False]))
    assert (both.tracked.tolist(), both.n) == ([True, False], 2)
    assert (bool(both.due[0]), bool(both.due[1])) == (True, False)


def test_what_somebody_stated_to_be_no_dissatisfaction_is_no_case_and_told_of():
    ended = made(TODAY, TODAY, settled=np.array([False, True]))
    assert (ended.codes, ended.settled) == (("a",), (1,))


def test_what_somebody_worked_on_stays_a_case_whatever_is_stated_later():
    acted = Case("b", CaseState.WORKING)
    kept = made(TODAY, TODAY, known={"b": acted}, settled=np.array([False, True]))
    assert (set(kept.codes), kept.settled) == ({"a", "b"}, ())


def test_what_was_never_tracked_ends_without_a_word():
    ended = made(dt.date(2026, 1, 5), settled=np.array([True]))
    assert (ended.codes, ended.settled) == ((), ())
