"""What may no longer be kept, and that nothing of it is left in the files."""

import datetime as dt
import random
from pathlib import Path

import pytest

from lib.desk import Desk
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import Event, EventKind
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office_clock import OfficeClock
from lib.settings import TrackingRules
from tests.lib.journal.test_stores import event

NOW = dt.datetime(2026, 11, 24, 1, 0, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def desk(folder: Path, now: dt.datetime = NOW, months: int = 24) -> Desk:
    journal = Journal(SqlStore.file(folder / "journal.db"))
    journal.take_in()
    return Desk(journal, TrackingRules(months_kept=months), WorkingDays(), OfficeClock(lambda: now))


def note(at: dt.datetime, text: str, subject: str = "a") -> Event:
    return event(subject, at=at, texts={"note": text})


def written(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+07:00").astimezone(dt.UTC)


def test_texts_are_kept_for_whole_months_by_the_days_of_the_office(folder):
    old = note(local("2024-11-23T23:59"), "chữ cũ")
    young = note(local("2024-11-24T00:01"), "chữ mới")
    here = desk(folder)
    here.journal.add([old, young], although_moved=True)
    here.retain()
    assert [said.texts["note"] for said in here.journal.events[:2]] == [None, "chữ mới"]


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        ("2026-11-24", 24, "2024-11-24"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2026-01-31", 2, "2025-11-30"),
        ("2026-01-01", 99999, "0001-01-01"),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_last_of_a_shorter_one(today, months, first):
    kept_from = TrackingRules(months_kept=months).kept_from(dt.date.fromisoformat(today))
    assert kept_from == dt.date.fromisoformat(first)


def test_one_event_of_the_app_tells_how_many_were_deleted(folder):
    here = desk(folder)
    olds = [note(NOW - dt.timedelta(days=800), f"chữ {at}") for at in range(3)]
    here.journal.add([*olds, event(at=NOW - dt.timedelta(days=800))], although_moved=True)
    here.retain()
    told = here.journal.events[-1]
    assert (told.kind, told.subject, told.who, told.fields) == (
        EventKind.ERASED,
        "",
        "",
        {"rows": "3"},
    )


def test_it_is_done_again_on_the_next_day_and_told_only_when_something_went(folder):
    now = [NOW]
    here = desk(folder)
    here.clock = OfficeClock(lambda: now[0])
    here.journal.add([note(local("2024-11-24T12:00"), "chữ")])
    here.retain()
    now[0] += dt.timedelta(days=1)
    here.retain()
    now[0] += dt.timedelta(days=1)
    here.retain()
    assert [told.kind for told in here.journal.events] == [EventKind.CHANGED, EventKind.ERASED]


def test_two_processes_that_delete_at_once_tell_of_it_once(folder):
    one, other = desk(folder), desk(folder)
    one.journal.add([note(NOW - dt.timedelta(days=800), "chữ")])
    other.journal.take_in()
    one.retain()
    other.retain()
    assert [told.kind for told in other.journal.events] == [EventKind.CHANGED, EventKind.ERASED]
    assert other.journal.events[0].texts == {"note": None}


@pytest.mark.parametrize("seed", range(3))
def test_no_byte_of_a_deleted_text_is_left_in_the_files(folder, seed):
    dice = random.Random(seed)
    here = desk(folder)
    texts = [f"<{at:03}|{'lời ' * dice.choice((0, 5, 200, 1500))}|{at:03}>" for at in range(300)]
    ages = [dice.choice((10, 800)) for _ in texts]
    told = [note(NOW - dt.timedelta(days=age), text) for age, text in zip(ages, texts, strict=True)]
    for at in range(0, 300, 20):  # pages of the file are split again and again
        here.journal.add(told[at : at + 20], although_moved=True)
    here.retain()
    left = written(folder)
    found = {
        at for at in range(300) for end in (f"<{at:03}|", f"|{at:03}>") if end.encode() in left
    }
    assert found == {at for at, age in enumerate(ages) if age == 10}


def test_a_case_loses_its_texts_at_once_in_every_process_and_others_keep_theirs(folder):
    here, there = desk(folder), desk(folder)
    here.add([note(NOW, "bí mật của một người")])
    there.add([note(NOW, "lời viết sau", "b"), event("a", here.journal.events[-1].id)])
    there.journal.take_in()
    here.add([event("a", kind=EventKind.ERASED)])
    there.journal.take_in()
    assert there.journal.events[0].texts == {"note": None}
    assert there.journal.events[1].texts == {"note": "lời viết sau"}
    assert "bí mật của một người".encode() not in written(folder)


def test_what_another_wrote_about_the_case_a_moment_ago_goes_too(folder):
    here, there = desk(folder), desk(folder)
    there.add([note(NOW, "viết ở máy khác")])
    here.add([event("a", kind=EventKind.ERASED)])
    assert "viết ở máy khác".encode() not in written(folder)
