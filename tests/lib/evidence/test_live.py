"""The attacks once more, on a sheet of Google that the app's own feed reads."""

import base64
import dataclasses
import datetime as dt
import queue
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.desk import Desk
from lib.evidence.ledger_line import LineKind
from lib.journal.sealed_tab import READINGS_TAB
from lib.office import Office
from lib.settings import Settings, SheetEntry, TrackingRules
from lib.sources.reading_file import unpack_reading
from lib.sources.snapshot import Snapshot
from lib.survey.responses import Responses
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Cell, Spreadsheet
from tests.lib.evidence.sheets import FIRST, HEADERS, LEVELS, row

MINUTE = dt.timedelta(minutes=1)


def version(snapshot: Snapshot[Responses]) -> str:
    """Return Drive's version of the sheet that was read."""
    reading = unpack_reading(snapshot.copies[0])
    assert reading
    return reading.version


class App:
    """The app over one spreadsheet; started as often as a test wants."""

    def __init__(
        self, emulator: Emulator, sheet: Spreadsheet, folder: Path, journal: Spreadsheet | None
    ) -> None:
        self.folder, self.sheet, self.journal = folder / ".streamlit", sheet, journal
        self.folder.mkdir(parents=True)
        self.settings = Settings(
            (SheetEntry(sheet.url),),
            (),
            None,
            folder / "data",
            emulator=emulator.host,
            tracking=TrackingRules(url=journal.url if journal else None),
        )
        self.start()

    def start(self) -> None:
        office = Office.open(self.settings, self.folder)
        self.desk = Desk.open(self.settings, self.folder)
        self.desk.journal.take_in()
        self.feed, self.told = office.feed(), queue.Queue[int]()
        self.feed.listen(self.told.put)
        self.feed.start()
        self.look()

    def stop(self) -> None:
        self.feed.stop()
        self.desk.journal.store.close()

    def look(self) -> list[tuple[LineKind, tuple[str, ...]]]:
        """Wait until the feed read what stands there now; return what that made new."""
        before = len(self.desk.evidence.findings())
        self.feed.look()
        while not (newest := self.feed.snapshot) or version(newest) != str(self.sheet.version):
            self.told.get(timeout=20)
        self.desk.observe(newest.made, newest.read_at)
        assert self.desk.evidence.trouble is None
        found = self.desk.evidence.findings()
        return [(one.what, one.questions) for one in found[: len(found) - before]]


@pytest.fixture(params=["file", "spreadsheet"])
def app(request: pytest.FixtureRequest, emulator: Emulator, tmp_path: Path):
    rows = [row(at, f"góp ý {at}", at % 3) for at in range(60)]
    sheet = emulator.create(("Câu trả lời biểu mẫu 1", [HEADERS, *rows]))
    kept_there = request.param == "spreadsheet"
    journal = emulator.create(("Trang tính1", [])) if kept_there else None
    app = App(emulator, sheet, tmp_path, journal)
    yield app
    app.stop()


def swap(sheet: Spreadsheet) -> None:
    rows = sheet.tabs[0].rows
    for column in (1, 2):
        rows[4][column], rows[6][column] = rows[6][column], rows[4][column]
    sheet.moved()


def retype(sheet: Spreadsheet) -> None:
    gone = sheet.tabs[0].rows[5]
    sheet.delete_row(6)
    sheet.type_below(gone[0] + MINUTE / 2, *gone[1:])


def move_a_column(sheet: Spreadsheet) -> None:
    for line in sheet.tabs[0].rows:
        line[1], line[2] = line[2], line[1]
    sheet.moved()


def change_and_change_back(sheet: Spreadsheet) -> None:
    with sheet.lock:  # nobody reads in between
        sheet.edit("B4", LEVELS[0])
        sheet.edit("B4", LEVELS[2])


ATTACKS: dict[
    str, tuple[Callable[[Spreadsheet], object], list[tuple[LineKind, tuple[str, ...]]]]
] = {
    "one cell changed": (lambda sheet: sheet.edit("B4", LEVELS[0]), [(LineKind.EDITED, ("c1",))]),
    "a cell changed and changed back between two readings": (change_and_change_back, []),
    "answers of two rows swapped": (swap, [(LineKind.EDITED, ("c1", "c2"))] * 2),
    "a row deleted": (lambda sheet: sheet.delete_row(6), [(LineKind.REMOVED, ())]),
    "a row deleted and typed again": (retype, [(LineKind.MOVED, ())]),
    "a row inserted with an old date": (
        lambda sheet: sheet.insert_row(3, FIRST + MINUTE / 3, LEVELS[0], "chèn"),
        [(LineKind.LATE, ())],
    ),
    "sixty rows sorted": (lambda sheet: sheet.sort("C", descending=True), []),
    "a question renamed": (lambda sheet: sheet.edit("B1", "Ông/Bà thấy hài lòng không?"), []),
    "a column moved": (move_a_column, []),
    "a question added": (lambda sheet: sheet.add_column("Câu hỏi mới?"), []),
    "a response submitted": (lambda sheet: sheet.submit(LEVELS[0], "mới"), []),
}


@pytest.mark.parametrize(("attack", "found"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_found_at_the_next_reading_and_named_by_what_is_certain(app, attack, found):
    attack(app.sheet)
    assert app.look() == found


def test_an_edit_while_the_app_was_off_is_found_at_the_next_start(app):
    app.stop()
    app.sheet.edit("B4", LEVELS[0])
    app.start()
    [found] = app.desk.evidence.findings()
    assert (found.what, found.questions) == (LineKind.EDITED, ("c1",))


def test_an_address_put_to_a_doctored_copy_is_found_at_the_next_start(app, emulator):
    app.stop()
    app.sheet = emulator.create(("Câu trả lời biểu mẫu 1", app.sheet.tabs[0].rows[:30]))
    app.settings = dataclasses.replace(app.settings, sheets=(SheetEntry(app.sheet.url),))
    app.start()
    [found] = app.desk.evidence.findings()
    assert (found.what, found.responses) == (LineKind.SOURCE_REMOVED, 60)


kept_in_a_spreadsheet = pytest.mark.parametrize("app", ["spreadsheet"], indirect=True)


def change_a_line(readings: list[list[Cell]]) -> None:
    """Have the first reading say of its first response what is not so."""
    at = READINGS_TAB.columns.index("lines")
    text = zlib.decompress(base64.b64decode(str(readings[1][at]))).replace(b"seen", b"late", 1)
    readings[1][at] = base64.b64encode(zlib.compress(text)).decode()


def add_a_line(readings: list[list[Cell]]) -> None:
    at = READINGS_TAB.columns.index("lines")
    text = zlib.decompress(base64.b64decode(str(readings[-1][at])))
    readings[-1][at] = base64.b64encode(zlib.compress(b"%s\n%s" % (text, text))).decode()


BY_HAND: dict[str, Callable[[list[list[Cell]]], object]] = {
    "a line changed": change_a_line,
    "a line added": add_a_line,
    "the newest lines dropped, as an older copy has none": lambda readings: readings.pop(),
    "the first lines dropped": lambda readings: readings.pop(1),
}


@kept_in_a_spreadsheet
@pytest.mark.parametrize("change", BY_HAND.values(), ids=BY_HAND)
def test_a_ledger_in_a_spreadsheet_touched_by_hand_is_told_at_the_next_start(app, change):
    app.sheet.edit("B4", LEVELS[0])
    app.look()
    app.stop()
    [tab] = [tab for tab in app.journal.tabs if tab.title == READINGS_TAB.title]
    change(tab.rows)
    app.journal.moved()
    app.start()
    assert LineKind.BROKEN in [one.what for one in app.desk.evidence.findings()]


@kept_in_a_spreadsheet
def test_two_apps_over_one_spreadsheet_tell_an_edit_once_and_agree(app, emulator, tmp_path):
    other = App(emulator, app.sheet, tmp_path / "other", app.journal)
    app.sheet.edit("B4", LEVELS[0])
    with ThreadPoolExecutor(2) as both:
        assert all(both.map(lambda one: one.look() is not None, (app, other)))
    for one in (app, other):
        assert [found.what for found in one.desk.evidence.findings()] == [LineKind.EDITED]
    assert app.desk.evidence.ledger.head == other.desk.evidence.ledger.head
    other.stop()


def test_a_reading_comes_back_out_of_every_store(app):
    then = app.feed.snapshot.made
    app.sheet.edit("B4", LEVELS[0])
    app.look()
    office = Office.open(app.settings, app.folder)
    pinned = office.as_described(app.desk.evidence.tables_at(1), "")
    assert pinned.levels.tolist() == then.levels.tolist()
