"""A small form as Google Forms fills its sheet: two questions, two communes, comments."""

import csv
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from lib.office_clock import OfficeClock, utc_now

Cell = str | dt.datetime

ATTITUDE = "Ông/Bà có hài lòng về thái độ phục vụ của công chức không?"
TIME = "Ông/Bà có hài lòng về thời gian giải quyết thủ tục không?"
HEADER: list[Cell] = [
    "Dấu thời gian", ATTITUDE, TIME, "Ông/Bà ở xã nào?", "Lĩnh vực thủ tục", "Ý kiến góp ý",
]  # fmt: skip
SATISFIED, DISSATISFIED = "Hài lòng", "Không hài lòng"
SECRET = "Chờ từ sáng tới trưa mới được gọi tên"
FIRST = dt.datetime(2024, 1, 8, 8, 30)


def response(
    comment: str = "", *, attitude: str = SATISFIED, commune: str = "Xã Xuân Tây"
) -> list[Cell]:
    """Return the answers of one response, without its time."""
    return [attitude, "Rất hài lòng", commune, "Hộ tịch", comment]


def rows(*more: Sequence[Cell], n: int = 12) -> list[list[Cell]]:
    """Return the header and n responses a week apart, the last one dissatisfied, then `more`."""
    plain = [
        response(commune="Xã Xuân Tây" if at % 2 else "Xã Sông Ray", attitude="Rất hài lòng")
        for at in range(n - 1)
    ]
    told = [*plain, response(SECRET, attitude=DISSATISFIED), *more]
    week = dt.timedelta(days=7)
    return [HEADER, *([FIRST + at * week, *answers] for at, answers in enumerate(told))]


def recent(*more: Sequence[Cell], n: int = 12) -> list[list[Cell]]:
    """Return the same rows, the last one three weeks ago: answers so new are kept."""
    header, *told = rows(*more, n=n)
    now = OfficeClock.local(utc_now()).replace(microsecond=0, tzinfo=None)
    then = now - dt.timedelta(weeks=n + 2)
    return [
        header,
        *([then + at * dt.timedelta(weeks=1), *line[1:]] for at, line in enumerate(told)),
    ]


def tells(messages: bytes) -> bool:
    """Tell whether messages hold the secret: as it is, or as JSON writes it."""
    return any(told.encode() in messages for told in (SECRET, json.dumps(SECRET)[1:-1]))


def write(path: Path, table: Sequence[Sequence[Cell]]) -> Path:
    """Write the rows as Google exports them to csv, and return the path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_cell(cell) for cell in row] for row in table)
    return path


def _cell(cell: Cell) -> str:
    return cell.strftime("%d/%m/%Y %H:%M:%S") if isinstance(cell, dt.datetime) else cell
