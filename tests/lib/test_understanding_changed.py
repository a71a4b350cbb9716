"""When answers come to count otherwise: what is a case then, and what an office is told."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

import numpy as np
import pytest

from lib.analysis.counting_changes import counting_changes
from lib.desk import Desk
from lib.followup.case_events import CaseState
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office_clock import OfficeClock
from lib.settings import TrackingRules
from lib.source_table import CellValue, TablePart
from lib.survey.describe.survey_description import SurveyDescription, parse_description
from lib.survey.dissatisfied_answers import read_dissatisfied
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.places import Places
from lib.survey.model.survey_form import CountingState
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey
from tests.lib.survey.tables import table

CLEAN = "Nơi ngồi chờ"
LATE = "Hồ sơ thường bị trễ"
STARTED = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)  # a Monday, 08:00 at the office
UPDATED = dt.datetime(2026, 11, 9, 1, 0, tzinfo=dt.UTC)
AFTER = dt.datetime(2026, 11, 10, 1, 0, tzinfo=dt.UTC)
PLACES = Places.read()


class Commune:
    """A commune whose app starts, is updated and reads on; its clock stands until it is moved."""

    def __init__(self, header: str) -> None:
        self.header, self.now = header, STARTED
        self.numbers, self.stated = QuestionIds(), SurveyDescription()
        journal = Journal(SqlStore.memory())
        journal.take_in()
        rules, clock = TrackingRules(since=dt.date(2026, 1, 1)), OfficeClock(lambda: self.now)
        self.desk = Desk(journal, rules, WorkingDays(), clock)

    def read(self, cells: Sequence[str], now: dt.datetime) -> Responses:
        """Read these answers, given at one a day, and have the desk see them."""
        times = [f"{day:02}/10/2026 08:00:{day:02}" for day in range(1, len(cells) + 1)]
        return self.read_columns({"Dấu thời gian": times, self.header: [*cells]}, now)

    def read_columns(self, columns: dict[str, list[CellValue]], now: dt.datetime) -> Responses:
        """Read a sheet of these columns, and have the desk see it."""
        self.now, sheet = now, table(columns)
        made = read_survey([sheet], self.stated, self.numbers, PLACES, now.date(), moment=now)
        self.numbers = made.numbers
        self.desk.register_codes(made)
        return made

    def read_as_before(self, cells: Sequence[str]) -> dict[str, int]:
        """Leave behind what the version before these rules did; return its cases' codes."""
        made = self.read(cells, STARTED)
        self.numbers = dataclasses.replace(made.numbers, rules={}, counting={}, certain=frozenset())
        assert made.before is None
        codes = self.desk.codes(made).tolist()
        return {code.decode(): at for at, code in enumerate(codes)}

    def state_levels(self, **levels: str) -> None:
        """Have somebody state how the answers count."""
        told = ", ".join(
            f'{{text = "{t.replace("_", " ")}", polarity = "{p}"}}' for t, p in levels.items()
        )
        self.stated = parse_description(
            f'[[questions]]\nid = "c1"\nheader = "{self.header}"\nrole = "satisfaction"\n'
            f"levels = [{told}]\n",
            "survey.toml",
        )

    def tracked(self, made: Responses) -> dict[int, bool]:
        """Return which rows are cases, and whether each is tracked."""
        cases = self.desk.cases(made)
        return dict(zip(cases.positions.tolist(), cases.tracked.tolist(), strict=True))


def worked_on(code: str) -> Event:
    taken = {"person": "Địa chính"}
    return Event(new_id(), code, EventKind.TAKEN_UP, STARTED, "canbo@vi-du.invalid", "", taken)


# 12 answers of which the version before knew only two: "Rất hài lòng", "Không hài lòng".
MIXED = [*["Hài lòng"] * 7, *["Không hài lòng"] * 2, "Kệ", "Kệ", "Sao cũng được"]


def test_at_the_first_start_over_an_older_folder_the_former_counting_is_kept_beside_the_present():
    commune = Commune(CLEAN)
    commune.read_as_before(MIXED)
    made = commune.read(MIXED, UPDATED)
    former, present = made.past
    assert made.form.questions[0].state is CountingState.TO_CONFIRM
    assert former.counts[Polarity.SATISFIED] == 7
    assert former.counts[Polarity.DISSATISFIED] == 2
    assert present.counts == {Polarity.UNCLASSIFIED: 12}
    again = commune.read(MIXED, AFTER)
    assert [past.since for past in again.past] == [past.since for past in made.past]


def test_a_tracked_case_stays_one_with_its_code_while_its_question_is_to_be_confirmed():
    commune = Commune(CLEAN)
    codes = commune.read_as_before(MIXED)
    made = commune.read(MIXED, UPDATED)
    cases = commune.desk.cases(made)
    assert commune.tracked(made) == {7: True, 8: True}
    assert {cases.codes[at] for at in range(2)} == {c for c, row in codes.items() if row in (7, 8)}
    assert (cases.due > 0).all()


def test_what_counts_as_dissatisfied_by_a_confirmation_only_is_not_tracked_and_has_no_deadline():
    commune = Commune(CLEAN)
    commune.read_as_before(MIXED)
    commune.read(MIXED, UPDATED)
    commune.state_levels(
        Hài_lòng="satisfied",
        Không_hài_lòng="dissatisfied",
        Kệ="dissatisfied",
        Sao_cũng_được="neutral",
    )
    made = commune.read([*MIXED, "Kệ"], AFTER)
    assert commune.tracked(made) == {7: True, 8: True, 9: False, 10: False, 12: True}


def test_a_case_ends_and_is_told_of_once_where_the_confirmation_says_it_is_no_dissatisfaction():
    commune = Commune(CLEAN)
    commune.read_as_before(MIXED)
    commune.read(MIXED, UPDATED)
    commune.state_levels(
        Hài_lòng="satisfied", Không_hài_lòng="neutral", Kệ="dissatisfied", Sao_cũng_được="neutral"
    )
    made = commune.read(MIXED, AFTER)
    assert commune.tracked(made) == {9: False, 10: False}
    assert set(commune.desk.cases(made).settled) == {7, 8}


def test_a_case_that_somebody_acted_on_stays_whatever_is_stated():
    commune = Commune(CLEAN)
    codes = commune.read_as_before(MIXED)
    code = next(code for code, row in codes.items() if row == 7)
    commune.desk.add([worked_on(code)])
    commune.read(MIXED, UPDATED)
    commune.state_levels(
        Hài_lòng="satisfied", Không_hài_lòng="neutral", Kệ="neutral", Sao_cũng_được="neutral"
    )
    made = commune.read(MIXED, AFTER)
    assert commune.tracked(made) == {7: True}
    assert commune.desk.cases(made).case(0).state is CaseState.WORKING


def test_a_complaint_counted_as_praise_before_makes_no_cases_of_what_is_old():
    cells = [*["Đồng ý"] * 8, *["Không đồng ý"] * 4]
    commune = Commune(LATE)
    commune.read_as_before(cells)
    made = commune.read(cells, UPDATED)
    bad = {level.text: level.polarity for level in made.form.questions[0].levels}
    assert bad == {"Không đồng ý": Polarity.SATISFIED, "Đồng ý": Polarity.DISSATISFIED}
    tracked = commune.tracked(made)
    assert [tracked[row] for row in range(8)] == [False] * 8  # dissatisfied only now
    assert [tracked[row] for row in range(8, 12)] == [True] * 4  # cases before stay cases
    later = commune.read([*cells, "Đồng ý", "Không đồng ý"], AFTER)
    assert commune.tracked(later)[12] is True
    assert 13 not in commune.tracked(later)


def test_what_is_new_and_understood_at_once_changes_nothing_that_came_before():
    commune = Commune(CLEAN)
    commune.read(["Sạch sẽ"] * 8 + ["Bẩn"] * 2, STARTED)
    made = commune.read(["Sạch sẽ"] * 8 + ["Bẩn"] * 2 + ["Rất bẩn"], AFTER)
    assert made.past == ()
    assert commune.tracked(made) == {8: True, 9: True, 10: True}


@pytest.mark.parametrize("header", ["Sức khỏe của Ông/Bà hiện nay", "Thu nhập của gia đình"])
def test_what_counted_before_and_is_about_the_person_is_to_be_confirmed_not_gone(header):
    cells = ["Tốt"] * 8 + ["Kém"] * 4
    commune = Commune(header)
    commune.read_as_before(cells)
    made = commune.read(cells, UPDATED)
    assert made.form.questions[0].state is CountingState.TO_CONFIRM
    assert commune.tracked(made) == dict.fromkeys(range(8, 12), True)


def test_responses_of_one_second_keep_their_codes_whatever_is_understood_otherwise():
    commune = Commune(LATE)
    times = ["01/10/2026 08:00:00"] * 6
    cells = ["Đồng ý", "Không đồng ý", "Kệ", "Đồng ý", "Không đồng ý", "Đồng ý"]
    first = table({"Dấu thời gian": times, LATE: cells})
    before = read_survey([first], commune.stated, QuestionIds(), PLACES, moment=STARTED)
    former = dataclasses.replace(before.numbers, rules={}, counting={})
    as_before = read_survey([first], commune.stated, former, PLACES, moment=STARTED)
    commune.desk.register_codes(as_before)
    said = dict(zip(commune.desk.codes(as_before).tolist(), cells, strict=True))
    turned = table({"Dấu thời gian": times, LATE: cells[::-1]})
    made = read_survey([turned], commune.stated, as_before.numbers, PLACES, moment=UPDATED)
    assert [said[code] for code in commune.desk.codes(made).tolist()] == cells[::-1]


def test_a_question_that_an_old_form_asks_only_now_never_counted_otherwise():
    commune = Commune(CLEAN)
    commune.read_as_before(MIXED)
    commune.read(MIXED, UPDATED)
    columns: dict[str, list[CellValue]] = {
        "Dấu thời gian": [f"{day:02}/10/2026 08:00:00" for day in range(1, 15)],
        CLEAN: [*MIXED, "Hài lòng", "Hài lòng"],
        LATE: [*[None] * len(MIXED), "Đồng ý", "Không đồng ý"],
    }
    made = commune.read_columns(columns, AFTER)
    assert counting_changes(made, told_at=UPDATED) == ()
    assert {past.question.header for past in made.past} == {CLEAN}


def test_what_somebody_stated_and_took_back_is_no_better_understanding():
    commune = Commune(CLEAN)
    commune.read(MIXED, STARTED)
    commune.state_levels(
        Hài_lòng="satisfied", Không_hài_lòng="dissatisfied", Kệ="neutral", Sao_cũng_được="neutral"
    )
    commune.read(MIXED, UPDATED)
    commune.stated = SurveyDescription()
    made = commune.read(MIXED, AFTER)
    assert len(made.past) == 3
    assert counting_changes(made, told_at=None) == ()


def test_a_case_ends_where_somebody_states_that_its_question_asks_for_no_satisfaction():
    cells = ["Hài lòng"] * 8 + ["Không hài lòng"] * 2
    commune = Commune(CLEAN)
    first = commune.read(cells, STARTED)
    assert commune.tracked(first) == {8: True, 9: True}
    commune.stated = parse_description(
        f'[[questions]]\nid = "c1"\nheader = "{CLEAN}"\nrole = "none"\n', "survey.toml"
    )
    made = commune.read(cells, UPDATED)
    assert counting_changes(made, told_at=None) == ()
    assert commune.tracked(made) == {}
    assert set(commune.desk.cases(made).settled) == {8, 9}


def test_no_code_passes_to_a_response_of_another_commune_whose_tab_is_read_only_now():
    commune = Commune(CLEAN)
    columns: dict[str, list[CellValue]] = {
        "Dấu thời gian": ["01/10/2026 08:00:00", "02/10/2026 08:00:00"],
        CLEAN: ["Hài lòng", "Không hài lòng"],
    }
    first = commune.read_columns(columns, STARTED)
    codes = commune.desk.codes(first).tolist()
    before = dataclasses.replace(first.numbers, rules={}, counting={}, reread={"sheet": UPDATED})
    more = [*columns["Dấu thời gian"][::-1], *columns["Dấu thời gian"]]
    tabs = (TablePart("Xã Xuân Tây", 0, 2), TablePart("Xã Bảo Bình", 0, 2))
    read = table({"Dấu thời gian": more, CLEAN: ["Hài lòng", "Không hài lòng", *columns[CLEAN]]})
    both = dataclasses.replace(read, parts=tabs)
    made = read_survey([both], commune.stated, before, PLACES, moment=AFTER)
    assert [made.commune[0] == at for at in made.commune] == [True, True, False, False]
    assert commune.desk.codes(made).tolist()[2:] == codes


def test_what_counts_since_somebody_made_one_question_of_two_is_not_tracked():
    other = "Chỗ đợi ở bộ phận một cửa"
    said = [*["Hài lòng"] * 4, *["Không hài lòng"] * 2, "Kệ", "Kệ"]
    columns: dict[str, list[CellValue]] = {
        "Dấu thời gian": [f"{day:02}/10/2026 08:00:00" for day in range(1, 15)],
        CLEAN: [*["Hài lòng"] * 5, "Không hài lòng", *[None] * len(said)],
        other: [*[None] * 6, *said],
    }
    commune = Commune(CLEAN)
    before = commune.read_columns(columns, STARTED)
    assert [question.label for question in before.form.to_confirm] == [other]
    assert commune.tracked(before) == {5: True}
    commune.state_levels(Hài_lòng="satisfied", Không_hài_lòng="dissatisfied", Kệ="neutral")
    [stated] = commune.stated.questions
    merged = dataclasses.replace(stated, headers=(CLEAN, other))
    commune.stated = dataclasses.replace(commune.stated, questions=(merged,))
    made = commune.read_columns(columns, UPDATED)
    assert len(made.form.questions) == 1
    assert commune.tracked(made) == {5: True, 10: False, 11: False}


def test_an_answer_that_counted_in_several_ways_is_told_once():
    commune = Commune(CLEAN)
    commune.read_as_before(MIXED)
    commune.read(MIXED, UPDATED)
    commune.state_levels(
        Hài_lòng="satisfied", Không_hài_lòng="dissatisfied", Kệ="neutral", Sao_cũng_được="neutral"
    )
    commune.read(MIXED, AFTER)
    commune.state_levels(
        Hài_lòng="satisfied", Không_hài_lòng="neutral", Kệ="neutral", Sao_cũng_được="neutral"
    )
    made = commune.read(MIXED, AFTER + dt.timedelta(days=1))
    [told] = read_dissatisfied(made, np.array([7]))
    assert [level.text for _, level in told.answers] == ["Không hài lòng"]
