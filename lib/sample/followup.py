"""What became of the sample's newest dissatisfied responses: invented, the same at every start.

The sample has a clock of its own, so that its work is never hopelessly overdue.
"""

import dataclasses
import datetime as dt
import random
from collections.abc import Iterable, Iterator

from lib.journal.event import Event, Kind

SINCE = dt.date(2026, 8, 1)  # tracking began; older responses can be taken in by hand
START = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)  # 08:00 at the office, when the app starts
SEED = 20261102

DESK = "Trung tâm Phục vụ hành chính công"
IN_CHARGE = {
    "Đất đai": "Công chức Địa chính – Xây dựng",
    "Xây dựng": "Công chức Địa chính – Xây dựng",
    "Hộ tịch": "Công chức Tư pháp – Hộ tịch",
    "Chứng thực": "Công chức Tư pháp – Hộ tịch",
    "Bảo trợ xã hội": "Công chức Văn hóa – Xã hội",
    "Người có công": "Công chức Văn hóa – Xã hội",
    "Cư trú (công an)": "Công an xã",
}
PERSONS = (*dict.fromkeys(IN_CHARGE.values()), DESK, "Văn phòng HĐND và UBND")
CAUSES = (
    "Hướng dẫn hồ sơ chưa đầy đủ",
    "Giải quyết trễ hẹn",
    "Thái độ, tác phong",
    "Cơ sở vật chất",
    "Phần mềm, đường truyền",
    "Ngoài thẩm quyền của xã",
    "Khác",
)
# by question: the cause somebody would write down, and what was done
ANSWERS = {
    "c1": (CAUSES[2], "Đã nhắc nhở tại cuộc họp giao ban, công chức đã nhận thiếu sót."),
    "c2": (CAUSES[3], "Đã bổ sung ghế chờ và quạt tại khu tiếp dân."),
    "c3": (CAUSES[0], "Đã niêm yết lại thủ tục bằng chữ lớn, có ví dụ điền mẫu."),
    "c4": (CAUSES[1], "Đã rà soát hồ sơ quá hạn và trả kết quả cho người dân."),
    "c5": (CAUSES[0], "Đã in phiếu hướng dẫn một trang cho thủ tục này."),
    "c6": (CAUSES[0], "Đã thống nhất hướng dẫn một lần, ghi đủ giấy tờ cần bổ sung vào phiếu."),
    "c7": (CAUSES[1], "Đã gửi thư xin lỗi và hẹn lại, hồ sơ đã trả."),
    "c8": (CAUSES[2], "Lãnh đạo đã làm việc với bộ phận liên quan."),
    "c9": (CAUSES[0], "Đã trả lời trên bảng tin và trang thông tin của xã."),
    "c10": (CAUSES[6], "Đã ghi nhận, đưa vào nội dung họp rút kinh nghiệm hằng tháng."),
}
OUTCOMES = ("da-khac-phuc", "da-khac-phuc", "da-khac-phuc", "da-tra-loi", "khong-du-thong-tin")
STAFF, LEADER = "canbo@vi-du.invalid", "lanhdao@vi-du.invalid"


@dataclasses.dataclass(frozen=True)
class Seen:
    """What the invention needs of one response."""

    code: str
    day: dt.date
    sector: str
    question: str  # id of the first one it is dissatisfied with


def events(responses: Iterable[Seen], measures: Iterable[str]) -> list[Event]:
    """Return invented events about these responses and of two measures of these codes, in order."""
    dice = random.Random(SEED)
    told = [event for seen in responses for event in _work(seen, dice)]
    told += _measures(tuple(measures), dice)
    return sorted((event for event in told if event.at < START), key=lambda event: event.at)


def _work(seen: Seen, dice: random.Random) -> Iterator[Event]:
    taken = _moment(seen.day, dice.choice((1, 1, 1, 2, 2, 3, 4, 7)), dice)
    person = IN_CHARGE.get(seen.sector, DESK)
    cause, done = ANSWERS.get(seen.question, (CAUSES[6], "Đã ghi nhận."))
    first = _event(seen.code, Kind.TAKEN_UP, taken, dice, {"person": person})
    yield first
    noted = _moment(taken.date(), dice.randint(2, 5), dice)
    second = _event(seen.code, Kind.CHANGED, noted, dice, {"cause": cause}, {}, first.id)
    yield second
    if dice.random() < 0.93:
        outcome = dice.choice(OUTCOMES)
        closed = _moment(noted.date(), dice.choice((1, 1, 2, 2, 3, 4, 5, 7, 9)), dice)
        fields = {"cause": cause, "outcome": outcome}
        yield _event(seen.code, Kind.CLOSED, closed, dice, fields, {"done": done}, second.id)


def _measures(codes: tuple[str, ...], dice: random.Random) -> Iterator[Event]:
    told = (
        ("Hướng dẫn một lần, ghi đủ giấy tờ vào phiếu hẹn", "2026-03-02", "c5 c6"),
        ("Thư xin lỗi khi trễ hẹn, niêm yết tiến độ hằng tuần", "2026-08-17", "c7"),
    )
    for code, (title, day, questions) in zip(codes, told, strict=False):
        fields = {"title": title, "date": day, "questions": questions, "communes": ""}
        at = _moment(dt.date.fromisoformat(day), 1, dice)
        yield _event(code, Kind.MEASURE, at, dice, fields, who=LEADER)


def _event(
    subject: str,
    kind: Kind,
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
