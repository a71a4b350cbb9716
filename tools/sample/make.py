"""Make the bundled sample: `python -m tools.sample.make` writes responses.csv again.

The same bytes on every machine: one seeded generator, of which only methods are used that no
version of Python has changed, and no float is added up by sum(), which 3.12 did change.
What really differs in it, and by how much, stands in tools/sample/answers.py.
"""

import csv
import dataclasses
import datetime as dt
import io
import random
import tomllib
from collections.abc import Sequence
from typing import Final

from lib.sample import SAMPLE_DESCRIPTION, SAMPLE_RESPONSES
from tools.sample.answers import (
    LAND_SECTOR,
    AnswerSetting,
    draw_answers,
    published_answers,
    unit_luck,
)
from tools.sample.comments import MARKUP_COMMENTS, write_complaint, write_remark
from tools.sample.people import draw_person
from tools.sample.places import (
    NEW_UNITS,
    OLD_UNITS,
    SampleUnit,
    draw_hamlet,
    quarter_volume,
    units_on,
)
from tools.sample.times import answering_days, draw_moment, is_office_hour

_SEED: Final = 29  # one of those where the changes meant to be seen are seen
_LAST_DAY: Final = dt.date(2026, 10, 31)
_PUBLISHED: Final = ("Xã Xuân Tây", "2022-Q4")
_ONLINE: Final = "Trực tuyến (Cổng Dịch vụ công)"
_SECTORS: Final = {
    "Chứng thực": 30, "Hộ tịch": 22, LAND_SECTOR: 16, "Cư trú (công an)": 9,
    "Bảo trợ xã hội": 8, "Người có công": 3, "Xây dựng": 4, "Nông nghiệp": 3, "Văn hóa": 1,
    "Giáo dục": 2, "Khác": 2, "": 1,
}  # fmt: skip
# Asked about the person, at the right end: what was asked before keeps its columns.
_PERSON: Final = ("Giới tính", "Nhóm tuổi", "Nghề nghiệp")
_DESCRIPTION: Final = tomllib.loads(SAMPLE_DESCRIPTION.read_text("utf-8"))
_QUESTIONS: Final = tuple(q for q in _DESCRIPTION["questions"] if q["role"] == "satisfaction")


@dataclasses.dataclass(frozen=True)
class _Response:
    """One row of the sheet; `levels` are the answers, best is 0, None was left blank."""

    at: dt.datetime
    levels: Sequence[int | None]
    unit: str
    hamlet: str
    sector: str
    channel: str
    comment: str = ""
    person: tuple[str, ...] = ("", "", "")  # sex, age group and occupation

    @property
    def complaints(self) -> list[tuple[str, bool]]:
        """Return the questions answered with a dissatisfied level, and whether a strong one."""
        asked = zip(_QUESTIONS, self.levels, strict=True)
        given = [(q["id"], q["levels"][level]) for q, level in asked if level is not None]
        bad = [(name, level) for name, level in given if level["polarity"] == "dissatisfied"]
        return [(name, level.get("strong", False)) for name, level in bad]

    @property
    def cells(self) -> list[str]:
        """Return the row as Google writes it where the sheet's language is Vietnamese."""
        asked = zip(_QUESTIONS, self.levels, strict=True)
        texts = ["" if level is None else q["levels"][level]["text"] for q, level in asked]
        time = f"{self.at:%d/%m/%Y} {self.at.hour}:{self.at:%M:%S}"
        about = [self.unit, self.hamlet, self.sector, self.channel, self.comment]
        return [time, *texts, *about, *("" for _ in _DESCRIPTION["drop"]), *self.person]


def invent_responses() -> list[_Response]:
    """Return the whole sample in the order of time; the same at every call."""
    # A generator each, so that another sentence in comments.toml, or another age, moves no answer.
    rng, pen, crowd = (random.Random(_SEED + more) for more in range(3))
    luck = {unit: unit_luck(rng) for unit in OLD_UNITS + NEW_UNITS}
    rows: list[_Response] = []
    for first, quarter in _quarters():
        for unit in units_on(first):
            rows += _answered(rng, unit, quarter, first, luck[unit])
    rows.sort(key=lambda row: row.at)
    rows = [_commented(pen, row) for row in rows]
    rows = [
        dataclasses.replace(row, person=draw_person(crowd, row.complaints, row.channel == _ONLINE))
        for row in rows
    ]
    return _with_markup(_with_repeats(rng, rows))


def responses_csv(rows: Sequence[_Response]) -> str:
    """Return the rows as a csv file, header first, as Google exports it."""
    asked = [q["header"] for q in _DESCRIPTION["questions"]]
    headers = [*asked, *_DESCRIPTION["drop"], *_PERSON]
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["Dấu thời gian", *headers])
    writer.writerows(row.cells for row in rows)
    return file.getvalue().removesuffix("\r\n")


def _quarters() -> list[tuple[dt.date, str]]:
    """Return the first day and the code of every quarter, 2022-Q3 to the last one."""
    every = [(year, quarter) for year in range(2022, 2027) for quarter in range(1, 5)]
    return [(dt.date(y, 3 * q - 2, 1), f"{y}-Q{q}") for y, q in every if (y, q) >= (2022, 3)]


def _answered(
    rng: random.Random, unit: SampleUnit, quarter: str, first: dt.date, luck: dict[str, float]
) -> list[_Response]:
    """Return the responses of one unit in one quarter."""
    last = (first + dt.timedelta(92)).replace(day=1) - dt.timedelta(1)
    until = min(last, _LAST_DAY)
    share = ((until - first).days + 1) / ((last - first).days + 1)
    count = round(quarter_volume(rng, unit, quarter) * share)
    days = rng.choices(*answering_days(first, until), k=count)
    known = published_answers(rng) if (unit.name, quarter) == _PUBLISHED else [None] * count
    rows = []
    for day, levels in zip(days, known, strict=True):
        sector = rng.choices(list(_SECTORS), list(_SECTORS.values()))[0]
        setting = AnswerSetting(unit.name, quarter, sector, luck)
        at = draw_moment(rng, day)
        rows.append(_Response(
            at, levels or draw_answers(rng, setting), unit.name,
            draw_hamlet(rng, unit), sector, _channel(rng, at),
        ))  # fmt: skip
    return rows


def _channel(rng: random.Random, at: dt.datetime) -> str:
    """Return how the file was handed in: online more often every year and outside hours."""
    online = 0.06 + 0.05 * (at.year - 2022) + (0 if is_office_hour(at) else 0.6)
    luck = rng.random()
    if luck < online:
        return _ONLINE
    return "Bưu chính công ích" if luck > 0.98 else "Trực tiếp"


def _commented(pen: random.Random, row: _Response) -> _Response:
    """Return the response with a comment, more often from somebody dissatisfied."""
    complaints = row.complaints
    if pen.random() >= (0.3 if complaints else 0.06):
        return row
    if not complaints:
        comment = write_remark(pen, row.sector, row.channel == _ONLINE)
    else:
        comment = write_complaint(pen, *pen.choice(complaints), row.at.date())
    return dataclasses.replace(row, comment=comment)


def _with_repeats(rng: random.Random, rows: list[_Response]) -> list[_Response]:
    """Return the rows, a few of them sent twice and a few at the same second as the one before."""
    first = next(at for at, row in enumerate(rows) if row.at.year == 2023)
    for at in [rng.randrange(first + 1, len(rows)) for _ in range(5)]:
        rows[at] = dataclasses.replace(rows[at], at=rows[at - 1].at)
    twice = [rng.choice(rows[first:]) for _ in range(6)]
    again = [dataclasses.replace(row, at=row.at + dt.timedelta(seconds=9)) for row in twice]
    return sorted(rows + again, key=lambda row: row.at)


def _with_markup(rows: list[_Response]) -> list[_Response]:
    """Return the rows, some of the newest complaints replaced by what looks like markup."""
    unhappy = [at for at, row in enumerate(rows) if row.complaints]
    for at, comment in zip(unhappy[-12::-7], MARKUP_COMMENTS, strict=False):
        rows[at] = dataclasses.replace(rows[at], comment=comment)
    return rows


if __name__ == "__main__":
    SAMPLE_RESPONSES.write_bytes(responses_csv(invent_responses()).encode())
    print(f"{SAMPLE_RESPONSES}: {len(invent_responses())}")
