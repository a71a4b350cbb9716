"""What an event did, as people read it."""

import datetime as dt

import pytest

from lib.followup.event_sentence import EVENT_WORDS, event_sentence
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.wording import use_language

AT = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)


@pytest.fixture
def english():
    use_language("en")
    yield
    use_language("vi")


def event(kind: EventKind, **fields: str) -> Event:
    return Event(new_id(), "a", kind, AT, "canbo@xa.vn", fields=fields)


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        (EventKind.TAKEN_UP, {}, "Nhận xử lý"),
        (EventKind.TAKEN_UP, {"person": "Công an xã"}, "Nhận xử lý · phụ trách: Công an xã"),
        (EventKind.CHANGED, {"due": "2026-11-20"}, "Cập nhật · hạn: 20/11/2026"),
        (EventKind.CHANGED, {"due": ""}, "Cập nhật · hạn: không có"),
        (EventKind.EXPORTED, {"rows": "24"}, "Tải về từng phiếu · 24 dòng"),
        (EventKind.CLOSED, {"outcome": "trung", "duplicate_of": "k7m2"},
         "Kết thúc xử lý · kết quả: trùng · trùng với k7m2"),
        (EventKind.CHANGED, {"due": "mai"}, "Cập nhật · hạn: mai"),
        (EventKind.CLOSED, {"outcome": "xong-roi"}, "Kết thúc xử lý · kết quả: xong-roi"),
        (EventKind.CHANGED, {"later": "x"}, "Cập nhật"),
        (EventKind.APPROVED, {}, "Cho trình chiếu ý kiến"),
        (EventKind.WITHDRAWN, {}, "Không trình chiếu ý kiến nữa"),
    ],
)  # fmt: skip
def test_an_event_tells_what_was_done_and_what_it_changed(kind, fields, words):
    assert event_sentence(event(kind, **fields)) == words


def test_every_kind_has_words_of_its_own():
    assert (
        len({event_sentence(event(kind)) for kind in EventKind})
        == len(EventKind)
        == len(EVENT_WORDS)
    )


def test_in_english_too(english):
    assert (
        event_sentence(event(EventKind.CLOSED, outcome="trung")) == "Finished · outcome: duplicate"
    )
