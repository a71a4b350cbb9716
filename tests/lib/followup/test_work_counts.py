"""How the work goes, counted by hand over five cases."""

import datetime as dt

import numpy as np
import pytest

from lib.followup.case_arrays import CaseCandidates, Cases, CaseTargets, build_cases, day_number
from lib.followup.case_events import Case, CaseState
from lib.followup.work_counts import (
    WorkCounts,
    cases_in_view,
    count_work,
    work_by_cause,
    work_by_commune,
    work_by_person,
    work_by_question,
)
from lib.followup.working_days import WorkingDays
from lib.survey.selection import Selection
from tests.lib.analysis.made import Row, responses

TODAY = dt.date(2026, 11, 20)  # a Friday
DAYS = (  # of submission
    dt.date(2026, 11, 18),  # a: new, due soon
    dt.date(2026, 11, 2),  # b: new, overdue
    dt.date(2026, 11, 3),  # c: being worked on
    dt.date(2026, 11, 4),  # d: done after 2 working days
    dt.date(2026, 11, 5),  # e: done after 7
    dt.date(2026, 1, 5),  # f: before tracking began
)
MADE = responses(
    Row("DS", day="2026-11-18", commune="xuan-tay"),
    Row("DW", day="2026-11-02", commune="xuan-tay"),
    Row("SD", day="2026-11-03", commune="xuan-dong"),
    Row("WS", day="2026-11-04", commune="xuan-dong"),
    Row("DN", day="2026-11-05", commune=""),
    Row("DD", day="2026-01-05", commune="xuan-tay"),
)
KNOWN = {
    "c": Case("c", CaseState.WORKING, person="Công an xã"),
    "d": Case(
        "d",
        CaseState.DONE,
        "Công an xã",
        cause="Trễ hẹn",
        done_at=dt.datetime(2026, 11, 6, 2, tzinfo=dt.UTC),
    ),
    "e": Case(
        "e", CaseState.DONE, "Văn phòng", done_at=dt.datetime(2026, 11, 16, 2, tzinfo=dt.UTC)
    ),
}


@pytest.fixture
def known() -> Cases:
    days = np.array([day_number(day) for day in DAYS])
    never = np.zeros(6, np.bool_)
    found = CaseCandidates(
        np.arange(6), tuple("abcdef"), days, days, never, ~never, never, lambda at: False
    )
    return build_cases(found, KNOWN, CaseTargets(dt.date(2026, 10, 1)), WorkingDays(), TODAY)


def of(told: WorkCounts) -> tuple[int, int, int, int, float | None]:
    return told.new, told.open, told.overdue, told.done, told.median


def every(known: Cases) -> np.ndarray:
    return np.ones(known.n, dtype=np.bool_)


def test_open_overdue_done_and_the_median_of_those_done(known):
    assert of(count_work(known, every(known))) == (2, 3, 1, 2, 4.5)
    assert count_work(known, every(known)).all == 5


def test_nothing_in_view_is_no_work_and_no_median(known):
    assert of(count_work(known, ~every(known))) == (0, 0, 0, 0, None)


def test_a_case_counts_with_every_question_it_is_dissatisfied_with(known):
    told = {name: of(done) for name, done in work_by_question(MADE, known, every(known))}
    assert told == {"Câu 1": (2, 2, 1, 2, 4.5), "Câu 2": (1, 2, 1, 0, None)}


def test_communes_are_counted_apart_and_those_not_stated_too(known):
    rows = work_by_commune(MADE, known, every(known), today=False)
    told = {place.code if place else None: of(done) for place, done in rows}
    assert told == {
        "xuan-tay": (2, 2, 1, 0, None),
        "xuan-dong": (0, 1, 0, 1, 2.0),
        None: (0, 0, 0, 1, 7.0),
    }


def test_who_is_in_charge_is_counted_and_nobody_too(known):
    told = {name: of(done) for name, done in work_by_person(known, every(known))}
    assert told == {
        "": (2, 2, 1, 0, None),
        "Công an xã": (0, 1, 0, 1, 2.0),
        "Văn phòng": (0, 0, 0, 1, 7.0),
    }


def test_most_overdue_stand_first_and_what_is_not_tracked_has_no_line(known):
    assert [name for name, _ in work_by_person(known, every(known))] == [
        "",
        "Công an xã",
        "Văn phòng",
    ]
    only_old = np.array([code == "f" for code in known.codes])
    assert list(work_by_person(known, only_old)) == []


def test_only_the_cases_in_view_are_counted(known):
    done = np.array([code in "de" for code in known.codes])
    told = [(place and place.code, work_.done) for place, work_ in
            work_by_commune(MADE, known, done, today=True)]  # fmt: skip
    assert sorted(told, key=str) == [("xuan-dong", 1), (None, 1)]


def test_causes_count_with_those_where_none_is_written_down(known):
    told = [(cause, each.open, each.done) for cause, each in work_by_cause(known, every(known))]
    assert told == [("", 3, 1), ("Trễ hẹn", 0, 1)]


def test_in_view_are_those_dissatisfied_with_what_is_chosen(known):
    chosen = Selection(communes=("xuan-dong",), questions=("c1",))
    shown = cases_in_view(MADE, known, chosen)
    assert [known.codes[at] for at in np.flatnonzero(shown)] == ["d"]
