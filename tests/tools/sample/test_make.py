"""The bundled sample is what it is said to be; counted here without the product."""

import collections
import csv
import datetime as dt
import math
import tomllib
from typing import NamedTuple

import pytest

from lib.sample import SAMPLE_DESCRIPTION, SAMPLE_RESPONSES
from tools.sample.make import invent_responses, responses_csv

OLD_ONLY = {"Xã Xuân Tây", "Thị trấn Long Giao", "Xã Bảo Bình", "Xã Xuân Mỹ", "Xã Xuân Bảo",
            "Xã Nhân Nghĩa", "Xã Sông Nhạn", "Xã Lâm San", "Xã Thừa Đức"}  # fmt: skip
KEPT = {"Xã Sông Ray", "Xã Xuân Đông", "Xã Xuân Quế", "Xã Xuân Đường"}
NEW_ONLY = {"Xã Cẩm Mỹ", "Xã Xuân Định"}
COMMUNE, COMMENT, NAME, PHONE = 11, 15, 16, 17

FIVE = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng")
PUBLISHED = {
    1: dict(zip(FIVE, (131, 93, 1, 1), strict=False)),
    2: dict(zip(FIVE, (104, 118, 3, 1), strict=False)),
    3: {"Rất dễ dàng, thuận tiện": 96, "Dễ dàng, thuận tiện": 127, "Bình thường": 2,
        "Không dễ dàng, thuận tiện": 1},
    4: {"Đã giải quyết xong": 226},
    5: dict(zip(FIVE, (88, 127, 8, 3), strict=False)),
    6: {"1 lần": 121, "2 lần": 87, "3 lần": 14, "Trên 3 lần": 4},
    7: {"Sớm hơn hẹn": 62, "Đúng hẹn": 151, "Trễ hẹn, có thông báo và xin lỗi": 9,
        "Trễ hẹn, không thông báo": 4},
    8: {"Không": 217, "Có": 9},
    9: dict(zip(FIVE, (66, 138, 16, 5, 1), strict=True)),
    10: dict(zip(FIVE, (92, 119, 11, 4), strict=False)),
}  # fmt: skip


class Row(NamedTuple):
    """A row of the file, with its time understood."""

    at: dt.datetime
    quarter: str
    cells: list[str]


@pytest.fixture(scope="module")
def lines() -> list[list[str]]:
    with SAMPLE_RESPONSES.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def rows(lines) -> list[Row]:
    times = [dt.datetime.strptime(cells[0], "%d/%m/%Y %H:%M:%S") for cells in lines[1:]]
    quarters = [f"{at.year}-Q{(at.month + 2) // 3}" for at in times]
    return [Row(*row) for row in zip(times, quarters, lines[1:], strict=True)]


@pytest.fixture(scope="module")
def polarity() -> list[dict[str, str]]:
    """What each answer counts as, by question; the time column has none."""
    questions = tomllib.loads(SAMPLE_DESCRIPTION.read_text("utf-8"))["questions"][:10]
    return [{}, *({level["text"]: level["polarity"] for level in q["levels"]} for q in questions)]


@pytest.fixture(scope="module")
def rate(rows, polarity):
    """Count (satisfied, valid) of a question in some quarters, in one commune or in all."""

    def count(question: int, first: str, last: str, commune: str = "") -> tuple[int, int]:
        chosen = [row.cells for row in rows if first <= row.quarter <= last]
        answers = [c[question] for c in chosen if commune in ("", c[COMMUNE]) and c[question]]
        return [polarity[question][a] for a in answers].count("satisfied"), len(answers)

    return count


def published(rows: list[Row]) -> list[list[str]]:
    cell = (row for row in rows if row.quarter == "2022-Q4")
    return [row.cells for row in cell if row.cells[COMMUNE] == "Xã Xuân Tây"]


def differs(before: tuple[int, int], after: tuple[int, int], z: float) -> bool:
    """Tell whether Newcombe's interval of the difference of two rates leaves out zero."""

    def wilson(k: int, n: int) -> tuple[float, float]:
        middle, half = k + z * z / 2, z * math.sqrt(k * (n - k) / n + z * z / 4)
        return (middle - half) / (n + z * z), (middle + half) / (n + z * z)

    (a, b), (p, q) = (before[0] / before[1], after[0] / after[1]), (wilson(*before), wilson(*after))
    low = b - a - math.hypot(b - q[0], p[1] - a)
    high = b - a + math.hypot(q[1] - b, a - p[0])
    return low > 0 or high < 0


def test_the_script_writes_the_same_bytes_again():
    assert responses_csv(invent_responses()).encode() == SAMPLE_RESPONSES.read_bytes()


def test_the_file_is_as_google_exports_it(lines):
    content = SAMPLE_RESPONSES.read_bytes()

    assert content.startswith("Dấu thời gian,".encode())
    assert b"\r\n" in content
    assert not content.endswith(b"\n")
    assert all(len(cells) == 21 for cells in lines)


def test_a_time_is_written_with_its_hour_as_short_as_it_goes(lines):
    hours = {cells[0].split()[1].split(":")[0] for cells in lines[1:]}

    assert {"7", "8", "9", "10"} <= hours
    assert not {"07", "08", "09"} & hours


@pytest.mark.parametrize("question", PUBLISHED)
def test_the_published_quarter_has_the_published_counts(rows, question):
    answers = collections.Counter(cells[question] for cells in published(rows))

    assert answers == PUBLISHED[question]


def test_the_dissatisfied_answers_of_the_published_quarter_are_of_24_people(rows, polarity):
    unhappy = [
        cells
        for cells in published(rows)
        if any(polarity[at][cells[at]] == "dissatisfied" for at in PUBLISHED)
    ]

    assert len(unhappy) == 24


def test_there_are_some_nine_thousand_responses_in_order_of_time(rows):
    times = [row.at for row in rows]

    assert 8_800 <= len(rows) <= 9_200
    assert times == sorted(times)
    assert (times[0].date(), times[-1].date()) == (dt.date(2022, 7, 1), dt.date(2026, 10, 31))


def test_every_unit_has_its_usual_number_of_responses_in_every_whole_quarter(rows):
    counts = collections.Counter((row.cells[COMMUNE], row.quarter) for row in rows)
    usual = {"Xã Xuân Tây": (150, 235), "Xã Xuân Đông": (25, 275)}
    whole = {key: n for key, n in counts.items() if key[1] != "2026-Q4"}
    strange = {
        key: n
        for key, n in whole.items()
        if not usual.get(key[0], (15, 100))[0] <= n <= usual.get(key[0], (15, 100))[1]
    }

    assert strange == {}
    assert len(whole) == 13 * 12 + 6 * 5


def test_from_july_2025_only_the_new_units_are_named(rows):
    before = {row.cells[COMMUNE] for row in rows if row.quarter < "2025-Q3"}
    after = {row.cells[COMMUNE] for row in rows if row.quarter >= "2025-Q3"}

    assert before == OLD_ONLY | KEPT
    assert after == NEW_ONLY | KEPT


def test_two_old_hamlets_of_one_number_have_two_names_after_the_merger(rows):
    east = {
        c[12] for _, quarter, c in rows if quarter >= "2025-Q3" and c[COMMUNE] == "Xã Xuân Đông"
    }

    assert {"Ấp Xuân Tây 1", "Ấp Xuân Đông 1", "Ngoài xã", ""} <= east
    assert "Ấp 1" not in east


def test_nobody_is_identified(rows):
    assert {(row.cells[NAME], row.cells[PHONE]) for row in rows} == {("", "")}


def test_an_answer_is_a_level_of_its_question_or_seldom_blank(rows, polarity):
    blank = 0
    for at in PUBLISHED:
        texts = collections.Counter(row.cells[at] for row in rows)
        blank += texts.pop("", 0)
        assert texts.keys() <= polarity[at].keys()
    assert 0.005 <= blank / (10 * len(rows)) <= 0.01


def test_most_answer_in_office_hours_and_few_around_tet(rows):
    at_work = sum(7 <= row.at.hour < 17 and row.at.weekday() < 5 for row in rows)
    new_year = [row for row in rows if dt.date(2024, 2, 8) <= row.at.date() <= dt.date(2024, 2, 14)]

    assert 0.88 <= at_work / len(rows) <= 0.95
    assert len(new_year) <= 5


def test_a_few_responses_came_at_the_same_second(rows):
    counts = collections.Counter(row.at for row in rows)

    assert 3 <= sum(n > 1 for n in counts.values()) <= 20


def test_comments_are_few_and_varied_and_some_look_like_markup(rows):
    comments = [row.cells[COMMENT] for row in rows if row.cells[COMMENT]]

    assert 0.08 <= len(comments) / len(rows) <= 0.11
    assert len(set(comments)) > 400
    for piece in ('=HYPERLINK("http', "<script>alert(1)", "**đậm** [x](y)", '"cứ về đi'):
        assert sum(piece in comment for comment in comments) == 1


def test_from_one_to_three_questions_differ_in_the_newest_whole_quarter(rate):
    # Holm over ten: the k-th surest must hold at 1 - 0.05 / (10 - k); the normal's quantiles.
    surest = {10: 2.807, 9: 2.773, 8: 2.734, 7: 2.690}
    pairs = {q: (rate(q, "2026-Q2", "2026-Q2"), rate(q, "2026-Q3", "2026-Q3")) for q in PUBLISHED}
    clear = [sum(differs(*pair, z) for pair in pairs.values()) for z in surest.values()]
    rejected = next(k for k, n in enumerate(clear) if n <= k)

    assert 1 <= rejected <= 3
    assert differs(*pairs[6], surest[10])


@pytest.mark.parametrize(
    ("question", "commune", "worse", "better"),
    [
        (6, "", ("2026-Q3", "2026-Q3"), ("2026-Q2", "2026-Q2")),
        (2, "Xã Sông Ray", ("2022-Q3", "2024-Q2"), ("2024-Q3", "2025-Q2")),
        (7, "Xã Xuân Đông", ("2025-Q3", "2025-Q4"), ("2026-Q1", "2026-Q3")),
        (9, "Thị trấn Long Giao", ("2023-Q1", "2024-Q4"), ("2025-Q1", "2025-Q2")),
        (6, "Xã Xuân Tây", ("2022-Q4", "2022-Q4"), ("2022-Q3", "2022-Q3")),
    ],
)
def test_what_was_made_to_differ_does(rate, question, commune, worse, better):
    low, high = rate(question, *worse, commune), rate(question, *better, commune)

    assert low[0] / low[1] < high[0] / high[1]
    assert differs(low, high, 1.96)
