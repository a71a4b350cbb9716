"""One office's follow-up over a real file: codes that last, days that count, the sample's own."""

import csv
import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from lib.desk import Desk
from lib.errors import ChangedMeanwhileError, LinkError
from lib.evidence.sealed_contents import unpack_contents
from lib.followup.case_arrays import day_from_number
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.office_clock import OfficeClock
from lib.sample import SAMPLE_DESCRIPTION, SAMPLE_RESPONSES
from lib.sample_desk import sample_desk
from lib.settings import TrackingRules
from lib.source_table import SourceTable
from lib.sources.workbook_file import WorkbookFile
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from tests.building import responses
from tests.lib.survey.tables import survey

HEADER = "Dấu thời gian,Ông/Bà có hài lòng không?,Ý kiến góp ý"
ALWAYS = ["31/08/2026 08:00:00,Hài lòng,", "31/08/2026 09:00:00,Bình thường,"]
OLD = "01/10/2026 08:00:00,Không hài lòng,cũ"
NEW = "09/11/2026 08:00:00,Không hài lòng,mới"
PAPER = "05/03/2026 08:00:00,Không hài lòng,phiếu giấy"
STARTED = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)  # a Monday, 08:00 at the office


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = STARTED

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock):
    """Start a desk over one and the same file: `desk()`, as often as a server starts."""

    def desk(**told: object) -> Desk:
        journal = Journal(SqlStore.file(tmp_path / "journal.db"))
        journal.take_in()
        return Desk(journal, TrackingRules(**told), WorkingDays(), OfficeClock(clock))

    return desk


def read(*rows: str) -> Responses:
    return responses("\n".join((HEADER, *ALWAYS, *rows)))


def of_source(*rows: str, source: str = "sheet") -> SourceTable:
    """Return one source's table of these rows."""
    headers, *cells = csv.reader((HEADER, *ALWAYS, *rows))
    return SourceTable(source, source, tuple(headers), tuple(map(list, zip(*cells, strict=True))))


def codes(desk: Desk, made: Responses) -> dict[str, str]:
    """Return each dissatisfied response's comment and code."""
    cases = desk.cases(made)
    said = (made.comments[0][int(at)].as_py() for at in cases.positions)
    return dict(zip(said, cases.codes, strict=True))


def tracked(desk: Desk, made: Responses) -> dict[str, bool]:
    cases = desk.cases(made)
    said = (made.comments[0][int(at)].as_py() for at in cases.positions)
    return dict(zip(said, cases.tracked.tolist(), strict=True))


def did(kind: EventKind, code: str, after: str = "", **fields: str) -> Event:
    return Event(new_id(), code, kind, STARTED, "canbo@xa.vn", after, fields)


def test_codes_survive_a_restart_and_a_sorting(desk):
    before = codes(desk(), read(OLD, NEW))
    assert codes(desk(), read(NEW, OLD)) == before


def test_what_was_done_survives_a_restart(desk):
    first = desk()
    code = codes(first, read(NEW))["mới"]
    first.add([did(EventKind.TAKEN_UP, code, person="Công an xã")])
    cases = desk().cases(read(NEW))
    assert cases.case(cases.find(code)).person == "Công an xã"


def test_two_desks_over_one_file_give_the_same_codes_and_see_each_others_work(desk):
    here, there, made = desk(), desk(), read(OLD, NEW)
    assert codes(here, made) == codes(there, made)
    code = codes(here, made)["mới"]
    here.add([did(EventKind.TAKEN_UP, code)])
    with pytest.raises(ChangedMeanwhileError):
        there.add([did(EventKind.CLOSED, code)])
    assert there.cases(made).case(there.cases(made).find(code)).events == tuple(here.journal.events)


def test_without_a_day_in_the_settings_tracking_begins_with_the_day_of_the_first_start(desk, clock):
    first = desk()
    assert tracked(first, read(OLD)) == {"cũ": False}
    clock.now += dt.timedelta(days=7)
    assert tracked(desk(), read(OLD, NEW)) == {"cũ": False, "mới": True}


def test_the_first_day_is_the_offices_not_that_of_greenwich(desk, clock):
    clock.now = dt.datetime(2026, 11, 1, 18, 0, tzinfo=dt.UTC)  # the 2nd at the office
    same_day = "02/11/2026 00:30:00,Không hài lòng,sáng nay"
    day_before = "01/11/2026 23:30:00,Không hài lòng,hôm qua"
    assert tracked(desk(), read(same_day, day_before)) == {"sáng nay": True, "hôm qua": False}


def test_a_day_in_the_settings_counts_instead(desk):
    told = tracked(desk(since=dt.date(2026, 10, 1)), read(OLD, PAPER))
    assert told == {"cũ": True, "phiếu giấy": False}


def test_a_paper_answer_entered_later_counts_from_the_day_it_came(desk, clock):
    running = desk()
    running.register_codes(read(OLD))
    clock.now += dt.timedelta(days=4)  # Friday 6 November
    cases = running.cases(made := read(OLD, PAPER))
    at = cases.find(codes(running, made)["phiếu giấy"])
    assert day_from_number(cases.received[at]) == dt.date(2026, 11, 6)
    assert day_from_number(cases.due[at]) == dt.date(2026, 11, 13)
    assert bool(cases.tracked[at])


def test_an_old_sheet_added_later_does_not_bring_hundreds_of_cases(desk, clock):
    first, other = of_source(OLD), of_source(OLD, PAPER, source="other")
    running = desk()
    running.register_codes(survey(first))
    clock.now += dt.timedelta(days=30)
    assert not running.cases(survey(first, other)).tracked.any()
    clock.now += dt.timedelta(days=1)
    late = of_source(OLD, PAPER, "06/03/2026 08:00:00,Không hài lòng,đến sau", source="other")
    assert running.cases(survey(first, late)).tracked.sum() == 1


def test_an_answer_without_a_time_that_comes_later_is_tracked(desk, clock):
    running = desk()
    running.register_codes(read(OLD))
    clock.now += dt.timedelta(days=4)
    undated = "không rõ,Không hài lòng,không rõ lúc nào"
    assert tracked(running, read(OLD, undated)) == {"cũ": False, "không rõ lúc nào": True}


def test_it_gets_late_as_days_pass_without_anything_new(desk, clock):
    running, made = desk(), read("02/11/2026 07:30:00,Không hài lòng,hôm nay")
    assert running.cases(made).left.tolist() == [5]
    clock.now += dt.timedelta(days=8)
    assert running.cases(made).overdue.tolist() == [True]


def test_words_of_a_bribe_hold_a_case_until_released_whoever_finishes_it(desk):
    running = desk()
    made = read("02/11/2026 07:30:00,Không hài lòng,Cán bộ đòi tiền")
    code = codes(running, made)["Cán bộ đòi tiền"]
    closed = did(EventKind.CLOSED, code, cause="Khác", outcome="da-tra-loi")
    running.add([closed])
    assert running.cases(made).restricted.tolist() == [True]
    running.add([did(EventKind.RELEASED, code, closed.id)])
    assert running.cases(made).restricted.tolist() == [False]


def test_persons_of_the_settings_stand_first_then_who_was_written_down(desk):
    running = desk(persons=("Công an xã",))
    code = codes(running, made := read(NEW, OLD))["mới"]
    other = codes(running, made)["cũ"]
    running.add([did(EventKind.TAKEN_UP, code, person="Văn phòng"),
                 did(EventKind.TAKEN_UP, other, person="Công an xã")])  # fmt: skip
    assert running.persons() == ("Công an xã", "Văn phòng")


@pytest.mark.parametrize(
    "event",
    [
        did(EventKind.MEASURE, "ghe", title="Thêm ghế chờ"),
        did(EventKind.MEASURE, "ghe", title="", date="2026-10-05"),
        did(EventKind.CHANGED, "a", due="mai"),
        did(EventKind.CLOSED, "a", outcome="xong-roi"),
    ],
)
def test_nothing_that_cannot_be_read_again_is_written_down(desk, event):
    running = desk()
    with pytest.raises(ValueError, match="incomplete"):
        running.add([event])
    assert running.journal.store.events()[0] == ()


def test_a_measure_is_changed_by_lines_that_name_only_what_changes(desk):
    running = desk()
    first = did(EventKind.MEASURE, "ghe", title="Thêm ghế chờ", date="2026-10-05")
    running.add([first])
    running.add([did(EventKind.MEASURE, "ghe", first.id, withdrawn="yes")])
    assert [event.fields for event in desk().measures()["ghe"]] == [
        {"title": "Thêm ghế chờ", "date": "2026-10-05"}, {"withdrawn": "yes"},
    ]  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> Responses:
    office = Office(
        (WorkbookFile(SAMPLE_RESPONSES),), SAMPLE_DESCRIPTION, Places.read(), None, sample=True
    )
    return office.read([office.sources[0].read()])


def test_the_samples_work_is_the_same_at_every_start(sample):
    first, second = (
        sample_desk(sample, OfficeClock(lambda: STARTED)),
        sample_desk(sample, OfficeClock(lambda: STARTED)),
    )
    assert first.cases(sample).codes == second.cases(sample).codes
    assert first.journal.events == second.journal.events
    assert first.journal.events


def test_what_somebody_does_in_the_sample_is_forgotten_at_the_next_start(sample):
    first = sample_desk(sample, OfficeClock(lambda: STARTED))
    cases = first.cases(sample)
    case = cases.case(int(cases.open.nonzero()[0][0]))
    first.add([did(EventKind.CHANGED, case.code, case.last, person="Người thử")])
    assert "Người thử" in first.persons()
    assert "Người thử" not in sample_desk(sample, OfficeClock(lambda: STARTED)).persons()


def test_the_sample_has_work_of_every_kind_on_its_own_day(sample):
    running = sample_desk(sample, OfficeClock(lambda: STARTED))
    cases = running.cases(sample)
    assert running.today() == dt.date(2026, 11, 2)
    assert (cases.open & ~cases.overdue).any()
    assert cases.overdue.any()
    assert (cases.took >= 0).any()
    assert (~cases.tracked).any()
    assert len(running.measures()) == 2


def test_the_sample_has_a_ledger_of_its_own(sample):
    running = sample_desk(sample, OfficeClock(lambda: STARTED))
    running.observe(sample, STARTED)
    running.observe(sample, STARTED)
    assert [one.new_count for one in running.evidence.readings()] == [sample.n]


def test_what_was_written_down_and_what_was_answered_are_deleted_together(desk):
    running, made = desk(), read(OLD, NEW)
    running.observe(made, STARTED)
    code = codes(running, made)["mới"]
    running.add([Event(new_id(), code, EventKind.ERASED, STARTED, "chutich@xa.vn")])
    with pytest.raises(LinkError):
        running.evidence.tables_at(1)


def test_answers_older_than_the_office_keeps_are_let_go_of_each_day(desk, clock):
    running, made = desk(), read(OLD, NEW)
    running.observe(made, STARTED)
    clock.now += dt.timedelta(days=2 * 365)
    running.retain()
    held = [unpack_contents(one.contents) for one in running.journal.store.sealed()]
    assert "mới" in str(held)
    assert "cũ" not in str(held)


def test_rows_of_an_older_reading_have_the_codes_of_now_and_get_none(desk):
    running, made = desk(), responses("\n".join([HEADER, *ALWAYS, OLD]))
    running.register_codes(made)
    codes = running.journal.sightings.codes.tolist()
    older = responses("\n".join([HEADER, ALWAYS[1], OLD, NEW]))
    assert running.codes(older).tolist() == [codes[1], codes[2], b""]
    assert running.journal.sightings.n == 3


def test_cases_as_of_a_moment_are_the_same_whatever_is_done_later_and_whenever_asked(desk, clock):
    first, made = desk(), read(NEW)
    first.register_codes(read())
    clock.now += dt.timedelta(days=8)
    [code] = first.cases(made).codes
    moment = clock.now
    clock.now += dt.timedelta(days=30)
    first.add([dataclasses.replace(did(EventKind.CLOSED, code), at=clock.now)], although_moved=True)
    for asked in (first, desk()):
        then, now = asked.cases_as_of(made, moment), asked.cases(made)
        assert ([*then.open], [*now.open]) == ([True], [False])
        assert [*then.overdue] == [False]  # a month later it would have been
    assert [*first.cases_as_of(made, clock.now).open] == [False]
