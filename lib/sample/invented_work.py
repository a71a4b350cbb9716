"""What became of the sample's newest dissatisfied responses: invented, the same at every start.

The sample has a clock of its own, so that its work is never hopelessly overdue.
"""

import dataclasses
import datetime as dt
import random
from collections.abc import Iterable, Iterator

from lib.journal.journal_lines import Event, EventKind

SAMPLE_TRACKED_SINCE = dt.date(
    2026, 8, 1
)  # tracking began; older responses can be taken in by hand
SAMPLE_START = dt.datetime(
    2026, 11, 2, 1, 0, tzinfo=dt.UTC
)  # 08:00 at the office, when the app starts
SAMPLE_SEED = 20261102

_DESK = "Trung tâm Phục vụ hành chính công"
_IN_CHARGE = {
    "Đất đai": "Công chức Địa chính – Xây dựng",
    "Xây dựng": "Công chức Địa chính – Xây dựng",
    "Hộ tịch": "Công chức Tư pháp – Hộ tịch",
    "Chứng thực": "Công chức Tư pháp – Hộ tịch",
    "Bảo trợ xã hội": "Công chức Văn hóa – Xã hội",
    "Người có công": "Công chức Văn hóa – Xã hội",
    "Cư trú (công an)": "Công an xã",
}
SAMPLE_PERSONS = (*dict.fromkeys(_IN_CHARGE.values()), _DESK, "Văn phòng HĐND và UBND")
SAMPLE_CAUSES = (
    "Hướng dẫn hồ sơ chưa đầy đủ",
    "Giải quyết trễ hẹn",
    "Thái độ, tác phong",
    "Cơ sở vật chất",
    "Phần mềm, đường truyền",
    "Ngoài thẩm quyền của xã",
    "Khác",
)
# by question: the cause somebody would write down, and what was done
_ANSWERS = {
    "c1": (SAMPLE_CAUSES[2], "Đã nhắc nhở tại cuộc họp giao ban, công chức đã nhận thiếu sót."),
    "c2": (SAMPLE_CAUSES[3], "Đã bổ sung ghế chờ và quạt tại khu tiếp dân."),
    "c3": (SAMPLE_CAUSES[0], "Đã niêm yết lại thủ tục bằng chữ lớn, có ví dụ điền mẫu."),
    "c4": (SAMPLE_CAUSES[1], "Đã rà soát hồ sơ quá hạn và trả kết quả cho người dân."),
    "c5": (SAMPLE_CAUSES[0], "Đã in phiếu hướng dẫn một trang cho thủ tục này."),
    "c6": (
        SAMPLE_CAUSES[0],
        "Đã thống nhất hướng dẫn một lần, ghi đủ giấy tờ cần bổ sung vào phiếu.",
    ),
    "c7": (SAMPLE_CAUSES[1], "Đã gửi thư xin lỗi và hẹn lại, hồ sơ đã trả."),
    "c8": (SAMPLE_CAUSES[2], "Lãnh đạo đã làm việc với bộ phận liên quan."),
    "c9": (SAMPLE_CAUSES[0], "Đã trả lời trên bảng tin và trang thông tin của xã."),
    "c10": (SAMPLE_CAUSES[6], "Đã ghi nhận, đưa vào nội dung họp rút kinh nghiệm hằng tháng."),
}
_OUTCOMES = ("da-khac-phuc", "da-khac-phuc", "da-khac-phuc", "da-tra-loi", "khong-du-thong-tin")
STAFF, LEADER = "canbo@vi-du.invalid", "lanhdao@vi-du.invalid"


@dataclasses.dataclass(frozen=True)
class SampleResponse:
    """What the invention needs of one response."""

    code: str
    day: dt.date
    sector: str
    question: str  # id of the first one it is dissatisfied with


def invent_events(responses: Iterable[SampleResponse], measures: Iterable[str]) -> list[Event]:
    """Return invented events about these responses and of two measures of these codes, in order."""
    dice = random.Random(SAMPLE_SEED)
    events = [event for seen in responses for event in _work(seen, dice)]
    events += _measures(tuple(measures), dice)
    past = (event for event in events if event.at < SAMPLE_START)
    return sorted(past, key=lambda event: event.at)


def _work(seen: SampleResponse, dice: random.Random) -> Iterator[Event]:
    taken = _moment(seen.day, dice.choice((1, 1, 1, 2, 2, 3, 4, 7)), dice)
    person = _IN_CHARGE.get(seen.sector, _DESK)
    cause, done = _ANSWERS.get(seen.question, (SAMPLE_CAUSES[6], "Đã ghi nhận."))
    first = _event(seen.code, EventKind.TAKEN_UP, taken, dice, {"person": person})
    yield first
    noted = _moment(taken.date(), dice.randint(2, 5), dice)
    second = _event(seen.code, EventKind.CHANGED, noted, dice, {"cause": cause}, {}, first.id)
    yield second
    if dice.random() < 0.93:
        outcome = dice.choice(_OUTCOMES)
        closed = _moment(noted.date(), dice.choice((1, 1, 2, 2, 3, 4, 5, 7, 9)), dice)
        fields = {"cause": cause, "outcome": outcome}
        yield _event(seen.code, EventKind.CLOSED, closed, dice, fields, {"done": done}, second.id)


def _measures(codes: tuple[str, ...], dice: random.Random) -> Iterator[Event]:
    recorded = (
        ("Hướng dẫn một lần, ghi đủ giấy tờ vào phiếu hẹn", "2026-03-02", "c5 c6"),
        ("Thư xin lỗi khi trễ hẹn, niêm yết tiến độ hằng tuần", "2026-08-17", "c7"),
    )
    for code, (title, day, questions) in zip(codes, recorded, strict=False):
        fields = {"title": title, "date": day, "questions": questions, "communes": ""}
        at = _moment(dt.date.fromisoformat(day), 1, dice)
        yield _event(code, EventKind.MEASURE, at, dice, fields, who=LEADER)


def _event(
    subject: str,
    kind: EventKind,
    at: dt.datetime,
    dice: random.Random,
    fields: dict[str, str],
    texts: dict[str, str] | None = None,
    after: str = "",
    who: str = STAFF,
) -> Event:
    id_ = f"{dice.getrandbits(128):032x}"
    return Event(id_, subject, kind, at, who, after, fields, texts or {})


def _moment(day: dt.date, later: int, dice: random.Random) -> dt.datetime:
    """Return a moment in office hours, so many days later, never on a weekend."""
    at = day + dt.timedelta(days=later)
    while at.isoweekday() > 5:
        at += dt.timedelta(days=1)
    minutes = dice.randrange(30, 9 * 60)  # 07:30 to 16:00 at the office, seven hours before UTC
    return dt.datetime.combine(at, dt.time(0), dt.UTC) + dt.timedelta(minutes=minutes)
