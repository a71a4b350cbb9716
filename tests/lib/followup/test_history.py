"""What an event did, as people read it."""

import datetime as dt

import pytest

from lib import wording
from lib.followup.history import KINDS, said
from lib.journal.event import Event, Kind, new_id

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


@pytest.fixture
def english():
    wording.use("en")
    yield
    wording.use("vi")


def event(kind: Kind, **fields: str) -> Event:
    return Event(new_id(), "a", kind, AT, "canbo@xa.vn", fields=fields)


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (Kind.TAKEN_UP, {}, "Nhận xử lý"),
        (Kind.TAKEN_UP, {"person": "Công an xã"}, "Nhận xử lý · phụ trách: Công an xã"),
        (Kind.CHANGED, {"due": "2026-11-20"}, "Cập nhật · hạn: 20/11/2026"),
        (Kind.CHANGED, {"due": ""}, "Cập nhật · hạn: không có"),
        (Kind.EXPORTED, {"rows": "24"}, "Tải về từng phiếu · 24 dòng"),
        (Kind.CLOSED, {"outcome": "trung", "duplicate_of": "k7m2"},
         "Kết thúc xử lý · kết quả: trùng · trùng với k7m2"),
        (Kind.CHANGED, {"due": "mai"}, "Cập nhật · hạn: mai"),
        (Kind.CLOSED, {"outcome": "xong-roi"}, "Kết thúc xử lý · kết quả: xong-roi"),
        (Kind.CHANGED, {"later": "x"}, "Cập nhật"),
        (Kind.APPROVED, {}, "Cho trình chiếu ý kiến"),
        (Kind.WITHDRAWN, {}, "Không trình chiếu ý kiến nữa"),
    ],
)  # fmt: skip
def test_an_event_tells_what_was_done_and_what_it_changed(kind, fields, words):
    assert said(event(kind, **fields)) == words


def test_every_kind_has_words_of_its_own():
    assert len({said(event(kind)) for kind in Kind}) == len(Kind) == len(KINDS)


def test_in_english_too(english):
    assert said(event(Kind.CLOSED, outcome="trung")) == "Finished · outcome: duplicate"
