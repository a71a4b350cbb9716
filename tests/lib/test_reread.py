"""A source that an earlier version read is read anew when somebody says so, and loses nothing."""

import dataclasses
import datetime as dt
import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from lib.desk import Desk
from lib.followup.working_days import WorkingDays
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.office_clock import OfficeClock
from lib.settings import Settings, TrackingRules
from lib.source_table import SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids_file import keep_clock, keep_reread
from lib.survey.question_cells import QuestionCells
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey
from tests.lib.survey.tables import PLACES, table

STARTED = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
UPDATED = dt.datetime(2026, 11, 9, 1, 0, tzinfo=dt.UTC)
PRESSED = dt.datetime(2026, 11, 10, 1, 0, tzinfo=dt.UTC)
ASKED = "Ông/Bà có hài lòng không?"
TIMES = [f"2026-10-{day}T17:30:00Z" for day in range(13, 19)]
SAID = ["Hài lòng", "Hài lòng", "Không hài lòng", "Hài lòng", "Hài lòng", "Hài lòng"]


@dataclasses.dataclass
class OldOffice:
    """An office whose sheet has times in UTC and a total below, read by an earlier version."""

    office: Office
    desk: Desk
    now: dt.datetime = STARTED

    def read(self, sheet: SourceTable, now: dt.datetime) -> Responses:
        self.now = now
        self.office = dataclasses.replace(self.office, clock=OfficeClock(lambda: now))
        made = self.office.read([sheet])
        self.desk.observe(made, now)
        return made

    def observe_with_total(self) -> None:
        """Have seen the total as the version before did: as a response without a time."""
        self.now = STARTED
        whole = self.office.read([sheet()])
        total = dataclasses.replace(sheet(), headers=("Dấu thời gian", ASKED))
        made = read_survey([total], SurveyDescription(), whole.numbers, PLACES)
        cells = {n: _with_one_more(cells) for n, cells in made.cells.items()}
        longer = dataclasses.replace(
            made,
            cells=cells,
            submitted=np.append(made.submitted, np.datetime64("NaT", "s")),
            sheet=np.append(made.sheet, np.int16(0)),
            before=None,
        )
        codes = np.append(self.desk.codes(made), b"totalrow99")
        self.desk.evidence.observe(longer, codes, STARTED)


def _with_one_more(cells: QuestionCells) -> QuestionCells:
    texts = pa.concat_arrays([cells.texts, pa.array(["6 phiếu"])])
    return QuestionCells(np.append(cells.codes, np.int32(len(texts) - 1)), texts)


def sheet(*more: tuple[str, str]) -> SourceTable:
    times, said = zip(*zip(TIMES, SAID, strict=True), *more, ("Tổng cộng", "6 phiếu"), strict=True)
    return table({"Dấu thời gian": [*times], ASKED: [*said]})


@pytest.fixture
def old(tmp_path: Path) -> OldOffice:
    (tmp_path / "form.csv").write_text("Dấu thời gian,Câu\n", encoding="utf-8")
    settings = Settings((), (tmp_path / "form.csv",), None, tmp_path / "data")
    office = Office.open(settings, tmp_path)
    journal = Journal(SqlStore.memory())
    journal.take_in()
    rules = TrackingRules(since=dt.date(2026, 1, 1))
    made = OldOffice(office, Desk(journal, rules, WorkingDays()))
    made.desk.clock = OfficeClock(lambda: made.now)
    office.read([sheet()])
    _forget(tmp_path / "data" / "questions.json")
    made.now = STARTED - dt.timedelta(weeks=1)
    made.desk.register_codes(office.read([sheet()]))
    _forget(tmp_path / "data" / "questions.json")
    return made


def _forget(kept: Path) -> None:
    """Leave what the earlier version kept."""
    before = json.loads(kept.read_text("utf-8"))
    for added in ("rules", "certain", "counting", "told_at", "reread"):
        del before[added]
    kept.write_text(json.dumps(before), encoding="utf-8")


def codes(made: Responses, desk: Desk) -> dict[str, str]:
    """Return the code of each response by what it says and by its row's order."""
    told = desk.codes(made).tolist()
    return {f"{at}": code.decode() for at, code in enumerate(told)}


def test_the_clock_changes_not_by_itself_and_what_would_is_proposed(old):
    made = old.read(sheet(), STARTED)
    assert (made.n, str(made.submitted[0])) == (6, "2026-10-13T17:30:00")
    [notice] = [n for n in made.form.notices if n.code == "reading_proposed"]
    assert (dict(notice.fields)["times"], dict(notice.fields)["tabs"]) == (6, 0)


def test_read_anew_the_clock_is_right_and_codes_and_ledger_stay(old):
    before = old.read(sheet(), STARTED)
    kept = codes(before, old.desk)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    made = old.read(sheet(), PRESSED)
    assert (made.n, str(made.submitted[0])) == (6, "2026-10-14T00:30:00")
    assert codes(made, old.desk) == kept
    assert old.desk.evidence.findings() == []
    assert not [n for n in made.form.notices if n.code == "reading_proposed"]


def test_a_pinned_reading_has_the_times_of_the_clock_by_which_its_sheet_is_read_now(old):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    more = sheet(("2026-10-28T17:30:00Z", "Hài lòng"))
    assert_pinned(old, more)


def test_a_reading_pinned_on_vietnams_clock_is_told_by_it(old):
    plain = [time.removesuffix("Z").replace("T", " ") for time in TIMES]
    told = table({"Dấu thời gian": plain, ASKED: SAID}, "other", timezone="America/Los_Angeles")
    old.read(told, STARTED)
    old.office.remember(lambda ids: keep_clock(ids, "other", at_home=True))
    columns = {"Dấu thời gian": plain, ASKED: SAID, "Câu mới": SAID}
    assert_pinned(old, table(columns, "other", timezone="America/Los_Angeles"))


def assert_pinned(old: OldOffice, read: SourceTable) -> None:
    """Hold a reading to what a link to it shows."""
    made, evidence = old.read(read, PRESSED), old.desk.evidence
    pinned = old.office.as_described(evidence.tables_at(evidence.ledger.state.number), "")
    assert pinned.submitted.tolist() == made.submitted.tolist()
    assert (pinned.sheets[0].timezone, pinned.n) == (made.sheets[0].timezone, made.n)
    assert codes(pinned, old.desk) == codes(made, old.desk)


def test_a_total_that_was_a_response_before_is_one_line_of_the_ledger_and_no_finding(old):
    old.observe_with_total()
    made = old.read(sheet(), UPDATED)
    assert (made.n, old.desk.evidence.findings()) == (6, [])
    assert old.desk.evidence.ledger.alterations(2).rereads == {UPDATED: 1}


def test_a_tracked_case_stays_one_when_its_sheet_is_read_anew(old):
    before = old.desk.cases(old.read(sheet(), STARTED))
    assert before.tracked.tolist() == [True]
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    after = old.desk.cases(old.read(sheet(), PRESSED))
    assert (after.codes, after.tracked.tolist()) == (before.codes, [True])


def test_what_is_read_only_by_the_new_way_is_no_late_response_and_not_tracked(old):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    more = sheet(("2026-10-01T03:00:00Z", "Không hài lòng"))  # as from another tab
    made = old.read(more, PRESSED)
    assert old.desk.evidence.findings() == []
    cases = old.desk.cases(made)
    tracked = {
        str(made.submitted[at])[:10]: bool(t)
        for at, t in zip(cases.positions, cases.tracked, strict=True)
    }
    assert tracked == {"2026-10-16": True, "2026-10-01": False}


@pytest.mark.parametrize("time", ["", "2026-10-01T03:00:00Z"])
def test_what_comes_long_after_its_sheet_was_read_anew_is_tracked_as_ever(old, time):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    of_another_tab = ("2026-10-02T03:00:00Z", "Không hài lòng")
    old.desk.cases(old.read(sheet(of_another_tab), PRESSED))
    late = sheet(of_another_tab, (time, "Không hài lòng"))
    cases = old.desk.cases(old.read(late, PRESSED + dt.timedelta(days=1)))
    tracked = dict(zip(cases.positions.tolist(), cases.tracked.tolist(), strict=True))
    assert (tracked[6], tracked[7]) == (False, True)


def test_a_response_without_a_time_is_tracked_where_nothing_else_came_by_reading_anew(old):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    old.desk.cases(old.read(sheet(), PRESSED))
    undated = sheet(("", "Không hài lòng"))
    cases = old.desk.cases(old.read(undated, PRESSED + dt.timedelta(days=1)))
    tracked = dict(zip(cases.positions.tolist(), cases.tracked.tolist(), strict=True))
    assert tracked[6] is True


def test_a_response_that_comes_late_after_its_sheet_was_read_anew_is_found_as_ever(old):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    old.read(sheet(), PRESSED)
    late = sheet(("2026-10-01T03:00:00Z", "Hài lòng"))
    old.read(late, PRESSED + dt.timedelta(days=1))
    [finding] = old.desk.evidence.findings()
    assert finding.what == "late"


def test_a_response_deleted_later_is_found_as_ever(old):
    old.read(sheet(), STARTED)
    old.office.remember(lambda ids: keep_reread(ids, "sheet", UPDATED))
    old.read(sheet(), PRESSED)
    short = table({"Dấu thời gian": [*TIMES[:-1], "Tổng cộng"], ASKED: [*SAID[:-1], "6 phiếu"]})
    old.read(short, PRESSED + dt.timedelta(days=1))
    [finding] = old.desk.evidence.findings()
    assert finding.what == "removed"


def test_times_of_another_zone_are_told_by_vietnams_clock_when_somebody_says_so(old):
    plain = [time.removesuffix("Z").replace("T", " ") for time in TIMES]
    told = table({"Dấu thời gian": plain, ASKED: SAID}, "other", timezone="America/Los_Angeles")
    before = old.read(told, STARTED)
    assert str(before.submitted[0]) == "2026-10-13T17:30:00"
    assert "other_clock" in {notice.code for notice in before.form.notices}
    old.office.remember(lambda ids: keep_clock(ids, "other", at_home=True))
    made = old.read(told, PRESSED)
    # 17:30 in summer there is 07:30 the next day here, 14 hours ahead
    assert str(made.submitted[0]) == "2026-10-14T07:30:00"
    assert codes(made, old.desk) == codes(before, old.desk)
    assert old.desk.evidence.findings() == []
    assert "home_clock" in {notice.code for notice in made.form.notices}
