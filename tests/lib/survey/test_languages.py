"""Exports as offices of ten languages have them, each in Google's own words and way of writing.

The rows are laid so that counting is easy: of thirty, 10 answer best, then 8, 6, 4 and 2.
"""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from lib.sources.workbook_file import WorkbookFile
from lib.survey.survey_check import survey_check_report
from tests.lib.survey.offices import OFFICES, Office
from tests.lib.survey.tables import survey

ROWS, FIRST = 30, dt.datetime(2023, 2, 3, 8, 5, 9)
PLACES = [0] * 10 + [1] * 8 + [2] * 6 + [3] * 4 + [4] * 2  # in the scale, by row
SATISFIED, NEUTRAL, DISSATISFIED = 18, 6, 6
POLARITIES = ["satisfied", "satisfied", "neutral", "dissatisfied", "dissatisfied"]


def time(office: Office, row: int) -> str:
    """Return a time half a day after that of the row before."""
    when = FIRST + row * dt.timedelta(hours=12)
    morning = when.hour < 12
    return office.written.format(
        when,
        d=when.day,
        m=when.month,
        buddhist=when.year + 543,
        h=when.hour,
        h12=when.hour % 12 or 12,
        half_es="a.\u00a0m." if morning else "p.\u00a0m.",
        half_ja="午前" if morning else "午後",
        half_zh="上午" if morning else "下午",
        half_ko="오전" if morning else "오후",
    )


def row(office: Office, at: int) -> list[str]:
    one, two, three = office.boxes[1]
    _, _, levels = office.grid
    return [
        time(office, at),
        office.scale[PLACES[at]],
        office.yes_no[0 if at < 3 else 1],
        ", ".join([[one], [one, two], [three], [two, three], [one, two, three]][at % 5]),
        levels[PLACES[at]],
        levels[PLACES[-1 - at]] if at % 2 else "",
        str(5 - at % 5),
        office.comment[1].format(at + 1) if at % 3 == 0 else "",
        office.name.format("ABCDEFGHIJ"[at % 10]),
        f"09{10_000_000 + at * 7919}",
    ]


def read(office: Office, folder: Path) -> dict[str, Any]:
    stem, rows, _ = office.grid
    headers = [office.time, office.rated, office.harm, office.boxes[0]]
    headers += [f"{stem} [{each}]" for each in rows]
    headers += [office.bare, office.comment[0], *office.persons]
    path = folder / "form.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([headers, *(row(office, at) for at in range(ROWS))])
    return survey_check_report(survey(WorkbookFile(path).read()))


languages = pytest.mark.parametrize("language", OFFICES)


@languages
def test_googles_times_of_a_language_are_read(language: str, tmp_path: Path) -> None:
    found = read(OFFICES[language], tmp_path)
    assert found["responses"] == ROWS
    last = FIRST + 29 * dt.timedelta(hours=12)
    told = [found["submitted"][name] for name in ("first", "last", "missing")]
    assert told == [FIRST.isoformat(), last.isoformat(), 0]


@languages
def test_a_satisfaction_scale_of_a_language_is_counted(language: str, tmp_path: Path) -> None:
    office = OFFICES[language]
    rated, *_ = read(office, tmp_path)["questions"]
    assert (rated["kind"], rated["role"]) == ("single", "satisfaction")
    levels = [(level["text"], level["polarity"]) for level in rated["levels"]]
    assert levels == list(zip(office.scale, POLARITIES, strict=True))
    assert rated["answers"] == dict(zip(office.scale, (10, 8, 6, 4, 2), strict=True))
    counted = [rated[name] for name in ("satisfied", "neutral", "dissatisfied", "unclassified")]
    assert counted == [SATISFIED, NEUTRAL, DISSATISFIED, 0]


@languages
def test_a_bribe_is_bad_in_every_language(language: str, tmp_path: Path) -> None:
    harm = read(OFFICES[language], tmp_path)["questions"][1]
    assert harm["role"] == "satisfaction"
    assert (harm["satisfied"], harm["dissatisfied"]) == (27, 3)


@languages
def test_options_of_a_language_are_counted_one_by_one(language: str, tmp_path: Path) -> None:
    office = OFFICES[language]
    boxes = read(office, tmp_path)["questions"][2]
    assert boxes["kind"] == "multiple"
    assert boxes["answers"] == dict.fromkeys(office.boxes[1], 18)


@languages
def test_a_grid_of_a_language_is_one_question_with_rows(language: str, tmp_path: Path) -> None:
    office = OFFICES[language]
    one, other = read(office, tmp_path)["questions"][3:5]
    assert (one["grid"], other["grid"]) == (office.grid[0], office.grid[0])
    assert (one["satisfied"], one["neutral"], one["dissatisfied"]) == (18, 6, 6)
    assert (other["satisfied"], other["neutral"], other["dissatisfied"]) == (9, 3, 3)
    assert other["not_stated"] == 15


@languages
def test_a_scale_without_direction_asks_in_every_language(language: str, tmp_path: Path) -> None:
    bare = read(OFFICES[language], tmp_path)["questions"][5]
    assert (bare["kind"], bare["role"], bare["satisfied"]) == ("scale", "undecided", None)
    assert bare["answers"] == dict.fromkeys("54321", 6)


@languages
def test_words_and_persons_of_a_language_are_told_apart(language: str, tmp_path: Path) -> None:
    comment, *persons = read(OFFICES[language], tmp_path)["questions"][6:]
    assert (comment["kind"], comment["role"], comment["answered"]) == ("text", "comment", 10)
    assert [person["kind"] for person in persons] == ["identity", "identity"]
