"""The journal in a Google spreadsheet: what Google does not confirm, and what people do by hand."""

import dataclasses
import datetime as dt
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from lib.errors import JournalError
from lib.journal.journal_lines import Event
from lib.journal.sealed_reading import SealedReading
from lib.journal.sealed_tab import READINGS_TAB
from lib.journal.spreadsheet_store import EVENTS_TAB, SIGHTINGS_TAB, SpreadsheetStore
from tests.emulator import faults
from tests.emulator.answers import Query
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet, Tab
from tests.lib.journal.test_stores import event, sighting
from tests.running import wait_for

NOW = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
Opened = Callable[..., SpreadsheetStore]
BEFORE = dataclasses.replace(faults.refused(503), before=True)  # nothing is written


@pytest.fixture
def own(emulator: Emulator) -> Spreadsheet:
    """An empty spreadsheet of the office's own."""
    return emulator.create(("Trang tính1", []))


@pytest.fixture
def opened(emulator: Emulator, own: Spreadsheet) -> Opened:
    """Open the journal in it, as each of several processes does."""

    def opened(patience: float = 5.0, seconds: float = 10.0) -> SpreadsheetStore:
        return SpreadsheetStore(own.url, None, emulator.host, patience, (1.0, seconds))

    return opened


def tab(own: Spreadsheet, gid: int) -> Tab:
    return next(tab for tab in own.tabs if tab.gid == gid)


def kept(opened: Opened) -> list[Event]:
    """Return what a process that starts now reads."""
    return list(opened().events()[0])


@pytest.mark.parametrize(
    ("fault", "on"),
    [
        (BEFORE, ":append"),
        (faults.refused(503), ":append"),  # done, and not confirmed
        (faults.cut(), ":append"),
        (faults.truncated(), ":append"),
        (dataclasses.replace(faults.too_many(), before=True), ":append"),
        (faults.bad_gateway(), "batchGet"),
    ],
    ids=["503", "503 when done", "cut when done", "half an answer", "429", "no look"],
)
def test_what_google_does_not_confirm_is_there_once(
    emulator: Emulator, own: Spreadsheet, opened: Opened, fault: faults.Fault, on: str
) -> None:
    store = opened()
    store.events()
    emulator.fail(fault, on=on)
    said = event(texts={"note": "Đã gọi."})
    store.add([said])
    assert kept(opened) == [said]
    assert len(tab(own, EVENTS_TAB.gid).rows) == 2


def test_what_arrives_after_google_was_given_up_is_read_once(
    emulator: Emulator, own: Spreadsheet, opened: Opened
) -> None:
    store = opened(seconds=0.3)
    store.events()
    emulator.fail(faults.late(1.0), on=":append")
    store.add([one := event()])
    store.add([two := event("b")])
    wait_for(lambda: len(tab(own, EVENTS_TAB.gid).rows) == 4, "the late one")
    assert list(store.events(0)[0]) == kept(opened) == [one, two]


def test_google_refusing_for_long_is_told_and_the_same_event_may_be_tried_again(
    emulator: Emulator, opened: Opened
) -> None:
    store = opened(patience=0)
    store.events()
    emulator.fail(BEFORE, on=":append")
    one = event()
    with pytest.raises(JournalError):
        store.add([one])
    store.add([one])
    assert kept(opened) == [one]


def test_many_processes_that_start_at_once_make_one_tab_each(
    emulator: Emulator, own: Spreadsheet, opened: Opened
) -> None:
    first, second = opened(), opened()
    emulator.fail(faults.cut(), on=":batchUpdate")  # made, and the answer lost
    with pytest.raises(JournalError):
        first.add([event()])
    second.add([one := event()])
    first.add([two := event("b")])
    assert kept(opened) == [one, two]
    assert [tab.title for tab in own.tabs] == [
        "Trang tính1",
        "Diễn biến",
        "Phiếu",
        "Lần đọc",
        "Phiên bản",
    ]


def test_a_phone_number_and_a_formula_are_kept_as_text(opened: Opened) -> None:
    opened().add([event(texts={"note": "=1+1"}, fields={"person": "0912345678"})])
    [one] = kept(opened)
    assert (one.texts["note"], one.fields["person"]) == ("=1+1", "0912345678")


def test_a_text_erased_leaves_no_trace_in_any_cell(own: Spreadsheet, opened: Opened) -> None:
    store = opened()
    store.add([said := event(texts={"note": "bimatcuanguoidan"}), other := event("b")])
    own.type_below(*tab(own, EVENTS_TAB.gid).rows[1], gid=EVENTS_TAB.gid)  # a repeat holds it, too
    store.erase([said.id])
    assert "bimatcuanguoidan" not in str([tab.rows for tab in own.tabs])
    assert [one.texts for one in kept(opened)] == [{"note": None}, {}]
    assert kept(opened)[1] == other


def test_only_who_looks_where_something_is_new_reads_cells(
    emulator: Emulator, opened: Opened
) -> None:
    store = opened()
    store.add([event()])
    _, at = store.events()
    store.sightings()
    before = len(emulator.requests("/v4/"))
    for _ in range(5):
        at = store.events(at)[1]
        store.sightings()
    assert len(emulator.requests("/v4/")) == before
    opened().add([new := event("b")])
    assert list(store.events(at)[0]) == [new]


def test_an_action_costs_three_calls_of_googles_quota(emulator: Emulator, opened: Opened) -> None:
    store = opened()
    _, at = store.events()
    before = len(emulator.requests("/v4/"))
    store.add([event(texts={"note": "x"})])
    store.events(at)
    store.sightings()
    assert len(emulator.requests("/v4/")) - before == 3


BY_HAND: dict[str, Callable[[Spreadsheet], None]] = {
    "a row typed below": lambda own: own.type_below("tổng cộng", "", "3", gid=EVENTS_TAB.gid),
    "a row inserted": lambda own: own.insert_row(2, "", "ghi chú", gid=EVENTS_TAB.gid),
    "a blank row": lambda own: own.insert_row(3, gid=EVENTS_TAB.gid),
    "sorted": lambda own: own.sort("A", descending=True, gid=EVENTS_TAB.gid),
    "the names of the columns deleted": lambda own: own.delete_row(1, gid=EVENTS_TAB.gid),
    "a tab renamed": lambda own: own.rename_tab("Sổ", gid=EVENTS_TAB.gid),
    "another tab deleted": lambda own: own.delete_tab(),
}


@pytest.mark.parametrize("change", BY_HAND)
def test_what_somebody_does_by_hand_hides_no_event(
    own: Spreadsheet, opened: Opened, change: str
) -> None:
    store = opened()
    store.add([event("a"), event("b"), event("c")])
    first, at = store.events()
    BY_HAND[change](own)
    opened().add([event("d")])
    for _ in range(2):  # a tab that has another name is found by its number the second time
        try:
            more = store.events(at)[0]
        except JournalError:
            continue
    assert [one.subject for one in more] == ["d"]
    assert sorted(one.subject for one in [*first, *more]) == sorted(
        one.subject for one in kept(opened)
    )


def test_rows_that_somebody_deleted_are_gone_and_the_rest_is_read(
    own: Spreadsheet, opened: Opened
) -> None:
    store = opened()
    store.add([first := event("a"), event("b")])
    own.delete_row(3, gid=EVENTS_TAB.gid)
    tab(own, EVENTS_TAB.gid).least = (2, 9)  # the grid ends there, too
    assert list(store.events()[0]) == [first]


def test_ten_thousand_codes_are_registered_and_the_first_of_two_readers_counts(
    own: Spreadsheet, opened: Opened
) -> None:
    store = opened()
    store.events()
    opened().register([first := sighting()])
    store.register([sighting(), *(sighting(ordinal=n) for n in range(1, 10_000))])
    tab(own, SIGHTINGS_TAB.gid).rows.append(
        [*tab(own, SIGHTINGS_TAB.gid).rows[1][:3], "khac", "", "", ""]
    )
    own.moved()
    seen, _ = opened().sightings()
    assert (len(seen), seen[0]) == (10_000, first)


def test_a_spreadsheet_not_shared_for_writing_says_with_whom_to_share_it(
    emulator: Emulator, own: Spreadsheet
) -> None:
    own.writers = {"nguoi-khac@example.com"}
    account = emulator.account()
    with pytest.raises(JournalError, match=f"Người chỉnh sửa.*{account['client_email']}"):
        SpreadsheetStore(own.url, account, emulator.host).add([event()])


def test_a_spreadsheet_into_which_a_form_writes_is_refused_and_left_alone(
    emulator: Emulator,
) -> None:
    form = emulator.create(("Câu trả lời 1", [["Dấu thời gian", "Mức"], ["", "Hài lòng"]]))
    with pytest.raises(JournalError, match="biểu mẫu"):
        SpreadsheetStore(form.url, None, emulator.host).add([event()])
    assert [tab.title for tab in form.tabs] == ["Câu trả lời 1"]


def test_an_account_may_write_the_journal_and_no_more_than_read_drive(
    emulator: Emulator, own: Spreadsheet
) -> None:
    SpreadsheetStore(own.url, emulator.account(), emulator.host).add([event()])
    [scopes] = emulator.tokens.scopes
    assert scopes.split() == [
        "https://www.googleapis.com/auth/spreadsheets",
        "https://www.googleapis.com/auth/drive.metadata.readonly",
    ]


class SlowToSeal(Emulator):
    """Google, which adds rows to the tab of readings only when it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.goes_on = threading.Event(), threading.Event()

    def write(self, path: str, query: Query, body: Any, writer: str | None) -> Any:
        if path.endswith(":append") and READINGS_TAB.title in path:
            self.asked.set()
            assert self.goes_on.wait(20)
        return super().write(path, query, body, writer)


def test_who_acts_on_a_case_does_not_wait_while_a_reading_is_sealed() -> None:
    google = SlowToSeal()
    store = SpreadsheetStore(google.create(("Trang tính1", [])).url, None, google.host)
    sealed = SealedReading(1, NOW, 1, "ab", b"dong", b"noi dung")
    try:
        with ThreadPoolExecutor(2) as threads:
            sealing = threads.submit(store.seal, sealed)
            try:
                assert google.asked.wait(10)
                threads.submit(store.add, [event()]).result(10)
                assert not sealing.done()
            finally:
                google.goes_on.set()
            assert sealing.result(10)
        assert list(store.sealed()) == [sealed]
    finally:
        store.close()
        google.stop()
