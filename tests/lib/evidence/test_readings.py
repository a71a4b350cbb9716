"""A link pinned to a reading shows what was read then, or says why it cannot."""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from lib.errors import LinkError
from lib.evidence.explained_findings import explanation_event
from lib.evidence.ledger_line import LineKind
from lib.evidence.pinned_responses import MOST_PINS, PinnedResponses
from lib.evidence.sealed_contents import unpack_contents
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.sealed_reading import SealedReading
from lib.journal.sql_store import SqlStore
from lib.survey.responses import Responses
from tests.lib.evidence.sheets import FIRST, LEVELS, START, Office, row

DAY = dt.timedelta(days=1)


@pytest.fixture
def office() -> Office:
    """An office whose sheet was read once."""
    office = Office()
    office.look()
    return office


def said(responses: Responses) -> list[tuple[str, str | None, str | None]]:
    """Return the time and what each row answers, by time."""
    columns = [
        [cells.texts[code].as_py() if code >= 0 else None for code in cells.codes.tolist()]
        for _, cells in sorted(responses.cells.items())
    ]
    return sorted(zip(map(str, responses.submitted), *columns, strict=True), key=str)


def at(office: Office, number: int, *, original: bool = False) -> Responses:
    """Return the responses of a reading, read as the sheet is."""
    return office.read(*office.evidence.tables_at(number, original=original))


def test_a_reading_is_as_it_was_whatever_was_added_edited_or_removed_since(office):
    then = office.read()
    office.rows[2][1] = LEVELS[0]
    del office.rows[4]
    office.rows.insert(0, row(7, "phiếu đến muộn"))
    office.look()
    assert said(at(office, 1)) == said(then)
    assert said(at(office, 2)) == said(office.read())


def test_the_counts_of_a_reading_are_those_of_then(office):
    then = office.read()
    office.rows[2][1] = office.rows[1][1]
    office.look()
    assert at(office, 1).levels.tolist() == then.levels.tolist()
    assert at(office, 1).form.rated[0].levels == then.form.rated[0].levels


def test_as_first_received_holds_what_was_removed_and_nothing_twice(office):
    first = office.read()
    office.rows[2][1] = LEVELS[0]
    moved = office.rows.pop(4)
    office.look()
    office.rows.append([FIRST + dt.timedelta(hours=3), *moved[1:]])
    office.look()
    assert said(at(office, 3, original=True))[:6] == said(first)


def test_a_time_that_was_moved_is_one_response_as_first_received(office):
    first = office.read()
    office.rows[2][0] = FIRST + dt.timedelta(hours=3)
    assert [one.what for one in office.look()] == [LineKind.MOVED]
    assert said(at(office, 2, original=True)) == said(first)
    assert said(at(office, 2)) == said(office.read())


def test_the_rows_that_do_not_say_what_was_first_received_are_known(office):
    office.rows[2][1] = LEVELS[0]
    office.look()
    assert office.evidence.ledger.alterations(1).edited.tolist() == []
    assert office.evidence.ledger.alterations(2).edited.tolist() == [office.code(2).encode()]


def test_a_row_that_was_removed_counts_until_it_returns(office):
    code, gone = office.code(4), office.rows.pop(4)
    office.look()
    office.rows.insert(4, gone)
    office.look()
    removed = [office.evidence.ledger.alterations(number).removed.tolist() for number in (1, 2, 3)]
    assert removed == [[], [code.encode()], []]
    assert office.evidence.ledger.alterations(3).findings_by_kind == {
        LineKind.REMOVED: 1,
        LineKind.RETURNED: 1,
    }


def test_a_reading_is_found_by_its_code_and_by_no_others(office):
    office.rows.append(row(60))
    office.look()
    newest, first = office.evidence.readings()
    assert (newest.new_count, newest.finding_count) == (1, 0)
    assert office.evidence.find(first.code).number == 1
    elsewhere = f"1-{newest.code.partition('-')[2]}"
    wrong = [elsewhere, "1", "1-", f"9{first.code}", first.code[:-1], "²-3", ""]
    assert [office.evidence.find(code) for code in wrong] == [None] * len(wrong)


def test_a_question_reworded_since_stands_under_its_wording_of_then_and_is_the_same(office):
    then, office.headers[1] = office.headers[1], "Ông/Bà có hài lòng với cán bộ không?"
    office.look()
    [before], [now] = at(office, 1).form.rated, office.read().form.rated
    assert (before.header, before.id, now.header) == (then, now.id, office.headers[1])


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_reading_that_never_was_is_said_and_nothing_is_shown(office, number):
    with pytest.raises(LinkError, match="1"):
        office.evidence.tables_at(number)


def test_what_was_erased_by_law_is_nowhere_and_its_reading_says_so(office):
    code = office.code(2)
    assert office.evidence.erase([code]) == 1
    held = [unpack_contents(one.contents) for one in office.store.sealed()]
    assert "lời góp ý số 1" in str(held)
    assert "lời góp ý số 2" not in str(held)
    with pytest.raises(LinkError, match="1"):
        office.evidence.tables_at(1)


def test_what_was_erased_by_law_is_not_kept_again_though_the_sheet_still_has_it(office):
    code = office.code(2)
    office.evidence.erase([code])
    before = len(office.store.sealed())
    office.start()
    office.rows[2][1] = LEVELS[0]
    assert office.look() == []
    assert len(office.store.sealed()) == before
    gone = office.rows.pop(2)
    assert [(one.what, one.code) for one in office.look()] == [(LineKind.REMOVED, code)]
    office.rows.append(gone)
    [back] = office.look()
    assert (back.what, back.code) == (LineKind.RETURNED, code)
    held = (unpack_contents(one.contents) for one in office.store.sealed())
    assert all("lời góp ý số 2" not in str(one.said) for one in held)
    assert office.evidence.before_and_after([back]) == [{}]


def test_erasing_breaks_no_head_and_stands_in_the_log_as_a_line(office):
    head = office.evidence.ledger.head
    office.evidence.erase([office.code(2)])
    office.start()
    assert office.look() == []
    assert office.evidence.ledger.holds(head)
    erased, first = office.evidence.readings()
    assert (erased.is_erasure, erased.new_count, erased.finding_count) == (True, 0, 0)
    assert (first.is_erasure, first.new_count) == (False, 6)


def test_what_comes_right_after_an_erasure_is_sealed_though_it_was_read_before(office):
    office.clock.now += dt.timedelta(seconds=5)
    read_at = office.clock.now
    office.rows.append(row(400, "mới"))
    office.clock.now += dt.timedelta(seconds=1)
    office.evidence.erase([office.code(2)])
    office.observe(office.read(), read_at)
    assert office.evidence.readings()[0].new_count == 1
    assert office.evidence.findings() == []


def test_another_process_lets_go_of_what_was_erased(office):
    other = Office(office.store)
    other.numbers = office.numbers
    other.observe(other.read())
    office.evidence.erase([office.code(2)])
    told = Event(new_id(), office.code(2), EventKind.ERASED, START, "", fields={"rows": "1"})
    office.journal.add([told], although_moved=True)
    other.journal.take_in()
    other.journal.take_in()
    other.rows[2][1] = LEVELS[0]
    assert other.look() == []


def test_answers_older_than_the_office_keeps_are_let_go_and_pins_stand_on_the_sheet(office):
    then = office.read()
    assert office.evidence.retain(FIRST.date() + DAY) == 6
    held = str([unpack_contents(one.contents).said for one in office.store.sealed()])
    assert all(word not in held for word in ("lời góp", LEVELS[1]))
    assert office.evidence.retain(FIRST.date() + DAY) == 0
    office.start()
    assert office.look() == []
    assert said(at(office, 1)) == said(then)


def test_a_pin_stands_on_the_sheet_though_nothing_came_since_the_answers_were_let_go(office):
    then = office.read()
    office.evidence.retain(FIRST.date() + DAY)
    assert said(at(office, 1)) == said(then)  # at once, before the next reading
    office.start()
    assert office.evidence.awaits(office.clock.now)
    office.observe(office.read())
    assert said(at(office, 1)) == said(then)
    assert not office.evidence.awaits(office.clock.now)
    assert [one.number for one in office.evidence.readings() if not one.is_erasure] == [1]


def test_an_answer_too_old_to_be_kept_that_the_sheet_has_no_more_is_gone_at_once(office):
    del office.rows[2]
    office.look()
    office.evidence.retain(FIRST.date() + DAY)
    with pytest.raises(LinkError):
        office.evidence.tables_at(1)
    assert said(at(office, 2)) == said(office.read())


def test_an_answer_too_old_to_be_kept_that_was_changed_is_found_once_and_its_pin_says_so(office):
    office.evidence.retain(FIRST.date() + DAY)
    office.start()
    office.rows[2][1] = LEVELS[0]
    assert [(one.what, one.questions) for one in office.look()] == [(LineKind.EDITED, ())]
    office.start()
    assert len(office.look()) == 1
    with pytest.raises(LinkError):
        office.evidence.tables_at(1)
    assert said(at(office, 3)) == said(office.read())


def test_of_an_answer_too_old_to_be_kept_nobody_is_told_that_it_was_blank(office):
    office.evidence.retain(FIRST.date() + DAY)
    office.observe(office.read())
    office.rows[2][1] = LEVELS[0]
    [found] = office.look()
    assert found.questions == ("c1",)
    assert office.evidence.before_and_after([found]) == [{}]


def test_answers_that_the_office_still_keeps_stay(office):
    office.rows.append([FIRST + 9 * DAY, LEVELS[0], "mới hơn"])
    office.look()
    assert office.evidence.retain(FIRST.date() + DAY) == 6
    assert office.evidence.retain(FIRST.date()) == 0


@pytest.mark.parametrize(
    ("read_at", "day"),
    [
        (START, START.date()),
        (START.replace(hour=18), START.date() + DAY),  # past midnight at the office
    ],
)
def test_an_answer_without_a_time_is_as_old_as_its_reading_by_the_offices_day(read_at, day):
    office = Office()
    office.rows = [["", LEVELS[0], "không có giờ"]]
    office.clock.now = read_at
    office.look()
    assert office.evidence.retain(day) == 0
    assert office.evidence.retain(day + DAY) == 1


def test_that_viewers_saw_a_reading_is_written_down_once(tmp_path):
    class Counting(SqlStore):
        written = 0

        def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
            self.written += 1
            super().add(events, although_moved=although_moved)

    store = Counting(f"sqlite:///{tmp_path / 'journal.db'}")
    office = Office(store)
    office.look()
    for _ in range(3):
        office.evidence.showed(office.clock.now)
    assert office.evidence.readings()[0].seen_by_viewers
    assert store.written == 1


def test_viewers_are_given_only_readings_that_they_saw(office):
    first = office.clock.now
    office.evidence.showed(first)
    office.rows.append(row(60))
    office.look()
    newest = office.evidence.reading(office.clock.now)
    seen = office.evidence.reading(office.clock.now, seen_only=True)
    assert newest
    assert seen
    assert (newest.number, newest.seen_by_viewers, seen.number, seen.seen_by_viewers) == (
        2,
        False,
        1,
        True,
    )
    office.evidence.showed(first)  # it is not what is observed now
    assert [one.seen_by_viewers for one in office.evidence.readings()] == [False, True]
    assert [one.number for one in office.evidence.readings(seen_only=True)] == [1]


def test_a_leaders_explanation_stands_beside_the_finding_and_is_never_rewritten(office):
    office.rows[2][1] = LEVELS[0]
    [found] = office.look()
    for words in ("Nhập nhầm, đã sửa theo phiếu giấy.", "Bổ sung biên bản."):
        [found] = office.evidence.findings()
        told = explanation_event(found, words, "chutich@xa.vn", START)
        office.journal.add([told])
    office.start()
    office.look()
    [found] = office.evidence.findings()
    assert [event.texts["note"] for event in found.explained] == [
        "Nhập nhầm, đã sửa theo phiếu giấy.", "Bổ sung biên bản.",
    ]  # fmt: skip


def test_a_response_that_was_edited_and_then_moved_in_time_counts_as_one(office):
    office.rows[2][1] = LEVELS[0]
    office.look()
    office.rows[2][0] += dt.timedelta(hours=1)
    office.look()
    told = office.evidence.ledger.alterations(3)
    assert told.findings_by_kind == {LineKind.EDITED: 1, LineKind.MOVED: 1}
    assert told.edited.tolist() == [office.code(2).encode()]


def test_a_finding_lies_after_the_last_look_that_found_nothing_also_when_read_again(office):
    office.look()
    quiet = office.clock.now
    office.rows[2][1] = LEVELS[0]
    [found] = office.look()
    office.start()
    office.look()
    assert [one.since for one in (found, *office.evidence.findings())] == [quiet] * 2


def test_a_reading_that_brought_nothing_new_is_none(office):
    assert office.look() == []
    assert [(one.number, one.new_count) for one in office.evidence.readings()] == [(1, 6)]


def test_a_reading_is_made_once_until_the_survey_is_described_anew_or_something_is_erased(office):
    made = []

    def make(tables):
        made.append(1)
        return office.read(*tables)

    pins = PinnedResponses(office.evidence, make)
    first = pins.responses(1, original=False, made_by=1)
    assert pins.responses(1, original=False, made_by=1) is first
    pins.responses(1, original=True, made_by=1)
    pins.responses(1, original=False, made_by=2)
    assert len(made) == 3
    office.evidence.erase([office.code(2)])
    with pytest.raises(LinkError):
        pins.responses(1, original=False, made_by=1)


def test_only_the_readings_opened_last_are_held():
    office = Office()
    for minute in range(MOST_PINS + 2):
        office.rows.append(row(60 + minute))
        office.look()
    pins = PinnedResponses(office.evidence, lambda tables: office.read(*tables))
    opened = [pins.responses(n, original=False, made_by=0) for n in range(1, MOST_PINS + 2)]
    assert pins.responses(MOST_PINS + 1, original=False, made_by=0) is opened[-1]
    assert pins.responses(1, original=False, made_by=0) is not opened[0]


def test_a_reading_that_is_kept_is_opened_while_another_is_still_made(office):
    office.rows.append(row(60))
    office.look()
    asked, goes_on = threading.Event(), threading.Event()
    goes_on.set()

    def make(tables):
        asked.set()
        assert goes_on.wait(20)
        return office.read(*tables)

    pins = PinnedResponses(office.evidence, make)
    first = pins.responses(1, original=False, made_by=0)
    asked.clear()
    goes_on.clear()
    with ThreadPoolExecutor(2) as pages:
        waiting = pages.submit(pins.responses, 2, original=False, made_by=0)
        try:
            assert asked.wait(10)
            again = pages.submit(pins.responses, 1, original=False, made_by=0)
            assert again.result(10) is first
        finally:
            goes_on.set()
        assert waiting.result(10).n == first.n + 1


def test_what_was_erased_while_a_reading_was_made_is_not_kept(office):
    def make(tables):
        made = office.read(*tables)
        office.evidence.erase([office.code(2)])
        return made

    pins = PinnedResponses(office.evidence, make)
    pins.responses(1, original=False, made_by=0)
    with pytest.raises(LinkError):
        pins.responses(1, original=False, made_by=0)


class Interrupting(SqlStore):
    """A store that lets a page begin to look just before a reading is sealed."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.page: Callable[[], None] = lambda: None

    def seal(self, reading: SealedReading) -> bool:
        self.page()
        return super().seal(reading)


def test_a_page_goes_on_looking_at_the_ledger_while_a_reading_is_taken_in(tmp_path):
    store = Interrupting(f"sqlite:///{tmp_path / 'journal.db'}")
    office = Office(store)
    for turn in range(4):
        office.rows[turn][2] = "sửa"
        office.look()
    looking, sealed = threading.Event(), threading.Event()

    class Slow(dt.datetime):
        """A moment that a page has not done comparing before the reading is sealed."""

        def timestamp(self) -> float:
            looking.set()
            assert sealed.wait(10)
            return super().timestamp()

    second = Slow.fromtimestamp(START.timestamp() + 12, dt.UTC)
    with ThreadPoolExecutor(1) as pages:
        found = []
        store.page = lambda: (
            found.append(pages.submit(office.evidence.reading, second)),
            looking.wait(10),
        )
        office.rows.append(row(100))
        office.look()
        sealed.set()
        assert found[0].result(10).number == 2
    assert office.evidence.readings()[0].number == 5
