"""The attacks once more, on a sheet of Google that the app's own feed reads."""

import datetime as dt
import queue
from collections.abc import Callable
from pathlib import Path

import pytest

from lib.desk import Desk
from lib.evidence.line import What
from lib.office import Office
from lib.settings import Settings, SheetEntry, Tracking
from lib.sources import kept
from lib.sources.snapshot import Snapshot
from lib.survey.responses import Responses
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet
from tests.lib.evidence.sheets import FIRST, HEADERS, LEVELS, row

MINUTE = dt.timedelta(minutes=1)


def version(snapshot: Snapshot[Responses]) -> str:
    """Return Drive's version of the sheet that was read."""
    reading = kept.unpack(snapshot.copies[0])
    assert reading
    return reading.version


class App:
    """The app over one spreadsheet; started as often as a test wants."""

    def __init__(self, emulator: Emulator, sheet: Spreadsheet, folder: Path, journal: str) -> None:
        (folder / ".streamlit").mkdir()
        self.folder, self.sheet = folder / ".streamlit", sheet
        self.settings = Settings(
            (SheetEntry(sheet.url),),
            None,
            None,
            folder / "data",
            emulator=emulator.host,
            tracking=Tracking(url=journal or None),
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

    def look(self) -> list[tuple[What, tuple[str, ...]]]:
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
    journal = emulator.create(("Trang tính1", [])).url if request.param == "spreadsheet" else ""
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


ATTACKS: dict[str, tuple[Callable[[Spreadsheet], object], list[tuple[What, tuple[str, ...]]]]] = {
    "one cell changed": (lambda sheet: sheet.edit("B4", LEVELS[0]), [(What.EDITED, ("c1",))]),
    "answers of two rows swapped": (swap, [(What.EDITED, ("c1", "c2"))] * 2),
    "a row deleted": (lambda sheet: sheet.delete_row(6), [(What.REMOVED, ())]),
    "a row deleted and typed again": (retype, [(What.MOVED, ())]),
    "a row inserted with an old date": (
        lambda sheet: sheet.insert_row(3, FIRST + MINUTE / 3, LEVELS[0], "chèn"),
        [(What.LATE, ())],
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
    assert (found.what, found.questions) == (What.EDITED, ("c1",))


def test_a_reading_comes_back_out_of_every_store(app):
    then = app.feed.snapshot.made
    app.sheet.edit("B4", LEVELS[0])
    app.look()
    office = Office.open(app.settings, app.folder)
    pinned = office.as_described(app.desk.evidence.tables_at(1), "")
    assert pinned.levels.tolist() == then.levels.tolist()
