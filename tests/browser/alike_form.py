"""Forms as large as offices make them: many questions of long names that begin alike, communes."""

import datetime as dt
import random
from pathlib import Path

from tests import small_form

BEGIN = "Ông/Bà có hài lòng về thái độ công chức tại Bộ phận Một cửa của Ủy ban nhân dân khi "
LEVELS = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng")
FIRST, DAYS = dt.datetime(2026, 1, 5, 8), 300


def long_name(number: int, letters: int = 300) -> str:
    """Return the name of a question, told from the others by its end alone."""
    end = f" lần {number} không?"
    middle = "làm thủ tục, từ lúc nộp đến lúc nhận kết quả "
    return (BEGIN + middle * (letters // len(middle)))[: letters - len(end)] + end


def write_form(path: Path, questions: int, communes: int) -> Path:
    """Write a form of so many questions, answered twelve times in each of so many communes."""
    chance = random.Random(1)
    asked = [long_name(number + 1) for number in range(questions)]
    n = max(240, 12 * communes)
    rows = [
        [
            FIRST + dt.timedelta(days=DAYS) / n * at,
            *chance.choices(LEVELS, [40, 45, 5, 7, 3], k=questions),
            f"Xã Tên Khá Dài Thứ {at % communes + 1}",
            chance.choice(("Hộ tịch", "Đất đai", "Chứng thực")),
            chance.choice(("", "Chờ từ sáng tới trưa")),
        ]
        for at in range(n)
    ]
    header = [small_form.HEADER[0], *asked, *small_form.HEADER[3:]]
    return small_form.write(path, [header, *rows])
