"""Fill a folder with what this version writes: `python -m tests.old.fill tests/old/0.1.0`.

Run once for each version that changes a format, before the change; never over an older folder.
"""

import dataclasses
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lib.desk import Desk
from lib.evidence.ledger_file import ledger_file_text
from lib.followup.case_arrays import Cases
from lib.followup.text_retention import erasure_event
from lib.journal.journal_lines import Event, EventKind, new_code, new_id
from lib.journal.journal_store import JournalStore
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.settings import Settings, read_settings
from lib.sources.reading_file import unpack_reading
from lib.sources.source_feed import Feed
from lib.survey.responses import Responses
from tests import small_form
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet
from tests.old import facts
from tests.postgres import server
from tests.running import wait_for

STAFF, LEADER = "canbo@vi-du.invalid", "lanhdao@vi-du.invalid"
SURVEY = """title = "Khảo sát mức độ hài lòng"
office = "UBND xã Xuân Tây"
"""
HOLIDAYS = "ngày,tên\n2026-12-31,Nghỉ bù\n"
OUTCOMES = ("da-khac-phuc", "da-tra-loi", "khong-du-thong-tin", "chuyen-co-quan-khac", "trung")
DISSATISFIED = 12
FIRST, WEEK = dt.datetime(2026, 6, 1, 8, 30), dt.timedelta(weeks=1)


def main(target: Path) -> None:
    """Fill the folder."""
    target.mkdir(parents=True)
    folder = target / "streamlit"
    folder.mkdir()
    (folder / "survey.toml").write_text(SURVEY, encoding="utf-8")
    emulator = Emulator()
    try:
        sheet = emulator.create(("Câu trả lời biểu mẫu 1", _rows()))
        configured = _settings(sheet, emulator, target / "data", folder)
        _live(sheet, configured, folder)
        _write(target / "cells.json", facts.cells(sheet))
        _write(target / "facts.json", facts.facts(configured, folder))
        store = SqlStore.file(target / "data" / "journal.db")
        _write(target / "stored.json", facts.stored(store))
        (target / "ledger.json").write_text(
            ledger_file_text(store.sealed(), None), encoding="utf-8"
        )
        _spreadsheet(store, emulator, target / "journal-cells.json")
        _postgres(store, target / "journal.sql")
        store.close()
    finally:
        emulator.stop()


def _settings(sheet: Spreadsheet, emulator: Emulator, data: Path, folder: Path) -> Settings:
    told = {
        "SURVEY_SHEETS": sheet.url,
        "SHEETS_EMULATOR_HOST": emulator.host,
        "SURVEY_DATA_DIR": str(data),
    }
    return read_settings(told, folder, folder)


def _rows() -> list[list[small_form.Cell]]:
    more = [
        small_form.response(f"ý kiến {at}", attitude=small_form.DISSATISFIED)
        for at in range(DISSATISFIED)
    ]
    header, *told = small_form.rows(*more, n=8)
    return [header, *([FIRST + at * WEEK, *line[1:]] for at, line in enumerate(told))]


def _live(sheet: Spreadsheet, configured: Settings, folder: Path) -> None:
    """Read the sheet four times, altered between, and do everything that can be done."""
    office, desk = Office.open(configured, folder), Desk.open(configured, folder)
    desk.journal.take_in()
    feed = office.feed()
    feed.start()
    try:
        first = _observed(feed, desk, sheet)
        sheet.submit(*small_form.response("gửi sau"))
        _observed(feed, desk, sheet)
        sheet.edit("B4", small_form.SATISFIED)
        sheet.delete_row(6)
        sheet.edit("A8", dt.datetime(2026, 9, 1, 8, 0, 5))
        _observed(feed, desk, sheet)
        sheet.edit("B1", "Ông/Bà có hài lòng với thái độ của công chức không?")
        sheet.add_column("Ông/Bà có hài lòng về nơi ngồi chờ không?")
        _observed(feed, desk, sheet)
        for event in _measures():
            desk.add([event], although_moved=True)
        for event in _work(desk.cases(first), desk):
            desk.add([event], although_moved=True)
        _too_old(desk)
    finally:
        feed.stop()
        desk.journal.stop()


def _too_old(desk: Desk) -> None:
    """Delete the texts of one event, as is done once they are too old."""
    [note, *_] = [event.id for event in desk.journal.events if event.kind is EventKind.CHANGED]
    desk.journal.erase([note], erasure_event([note], dt.datetime.now(dt.UTC)))


def _observed(feed: Feed[Responses], desk: Desk, sheet: Spreadsheet) -> Responses:
    feed.look()
    wait_for(lambda: _version(feed) == str(sheet.version), "the reading")
    snapshot = feed.snapshot
    assert snapshot is not None
    desk.observe(snapshot.made, snapshot.read_at)
    desk.evidence.showed(snapshot.read_at)
    return snapshot.made


def _version(feed: Feed[Responses]) -> str:
    snapshot = feed.snapshot
    reading = snapshot and unpack_reading(snapshot.copies[0])
    return reading.version if reading else ""


def _event(subject: str, kind: EventKind, who: str = STAFF, **told: object) -> Event:
    return Event(new_id(), subject, kind, dt.datetime.now(dt.UTC), who, **told)  # type: ignore[arg-type]


def _measures() -> Iterator[Event]:
    fields = {"title": "Thư xin lỗi", "date": "2026-10-05", "questions": "c1 c2", "communes": ""}
    code = new_code()
    yield _event(code, EventKind.MEASURE, LEADER, fields=fields)
    yield _event(
        code, EventKind.MEASURE, LEADER, fields={"person": "Văn phòng", "due": "2026-12-15"}
    )


def _work(cases: Cases, desk: Desk) -> Iterator[Event]:
    """Yield what is done to the cases, one of every kind; the last ones stay new."""
    codes = [*cases.codes]
    measure = next(iter(desk.measures()))
    for code in codes[:8]:
        yield _event(code, EventKind.TAKEN_UP, fields={"person": "Công an xã", "due": "2026-12-20"})
    changed = {"cause": "Giải quyết trễ hẹn", "measure": measure}
    yield _event(codes[0], EventKind.CHANGED, fields=changed, texts={"note": "Đã gọi điện."})
    for code, outcome in zip(codes[1:6], OUTCOMES, strict=True):
        fields = {"outcome": outcome, "cause": "Khác"}
        fields |= {"duplicate_of": codes[0]} if outcome == "trung" else {}
        yield _event(code, EventKind.CLOSED, fields=fields, texts={"done": f"Đã xong {outcome}."})
    yield _event(codes[1], EventKind.REOPENED, texts={"note": "Làm lại."})
    yield _event(codes[6], EventKind.HELD, LEADER)
    yield _event(codes[7], EventKind.HELD, LEADER)
    yield _event(codes[7], EventKind.RELEASED, LEADER)
    yield _event(codes[8], EventKind.TAKEN_IN)
    yield _event(codes[2], EventKind.APPROVED, texts={"excerpt": "ý kiến"})
    yield _event(codes[3], EventKind.APPROVED, texts={"excerpt": "ý kiến"})
    yield _event(codes[3], EventKind.WITHDRAWN)
    yield _event(codes[4], EventKind.UNMASKED)
    yield _event("", EventKind.EXPORTED, fields={"what": "cases", "rows": "12"})
    yield _event("", EventKind.NOTIFIED, "", fields={"day": "2026-11-30"})
    finding = desk.evidence.findings()[0]
    yield _event(
        finding.subject, EventKind.EXPLAINED, LEADER, texts={"note": "Người dân gửi nhầm."}
    )


def _spreadsheet(store: JournalStore, emulator: Emulator, file: Path) -> None:
    own = emulator.create(("Trang tính1", []))
    theirs = SpreadsheetStore(own.url, None, emulator.host)
    _copied(store, theirs)
    _write(file, facts.cells(own))
    theirs.close()


def _postgres(store: JournalStore, file: Path) -> None:
    programs = server.programs()
    assert programs is not None, "PostgreSQL is not installed"
    with tempfile.TemporaryDirectory() as folder, server.running(programs, Path(folder)) as url:
        theirs = SqlStore(f"{url}/postgres")
        _copied(store, theirs)
        theirs.close()
        dump = [str(programs / "pg_dump"), "--inserts", "--no-owner", f"{url}/postgres"]
        file.write_bytes(subprocess.run(dump, check=True, capture_output=True).stdout)


def _copied(store: JournalStore, other: JournalStore) -> None:
    events, _ = store.events()
    other.add([dataclasses.replace(e, texts=_whole(e)) for e in events], although_moved=True)
    other.erase([event.id for event in events if None in event.texts.values()])
    sightings, _ = store.sightings()
    other.register(list(sightings))
    for sealed in store.sealed():
        other.seal(sealed)


def _whole(event: Event) -> dict[str, str]:
    return {name: text or "đã xóa" for name, text in event.texts.items()}


def _write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
