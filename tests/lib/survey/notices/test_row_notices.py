import datetime as dt

import pytest

from lib.source_table import SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.survey_reading import read_survey
from tests.lib.survey.tables import PLACES, TIME, survey, table

DAYS = [f"{day}/10/2026 08:00:00" for day in range(13, 21)]
ANSWERS = ["Hài lòng", "Không hài lòng"] * 4


def notices(sheet, until=None):
    found = read_survey([sheet], SurveyDescription(), QuestionIds(), PLACES, until=until)
    fields = (dict(notice.fields) for notice in found.form.notices)
    return {n.code: of.get("n") for n, of in zip(found.form.notices, fields, strict=True)}


@pytest.mark.parametrize("header", [DAYS[0], "2026-10-13 08:00:00", "46308.333333333336"])
def test_a_sheet_without_its_row_of_headers_is_said(header):
    cells = (DAYS[1:], ANSWERS[1:])
    assert "header_missing" in notices(SourceTable("s", "s", (header, ANSWERS[0]), cells))
    assert "header_missing" not in notices(SourceTable("s", "s", (TIME, "Câu"), cells))


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/Los_Angeles", True),
        ("+01:00", True),
        ("Asia/Ho_Chi_Minh", False),
        ("Asia/Bangkok", False),
        ("+07:00", False),
        (None, False),
    ],
)
def test_a_clock_that_is_not_that_of_vietnam_is_said(zone, said):
    sheet = table({TIME: DAYS, "Câu": ANSWERS}, timezone=zone)
    assert ("other_clock" in notices(sheet)) is said


def test_responses_in_the_future_are_said_with_their_number():
    sheet = table({TIME: DAYS, "Câu": ANSWERS})
    assert notices(sheet, dt.date(2026, 10, 15))["in_future"] == 4
    assert "in_future" not in notices(sheet, dt.date(2026, 10, 19))


def test_dates_that_excel_swapped_are_said():
    swapped = [dt.datetime(2026, month, 10, 8) for month in (3, 8, 11)]
    assert notices(table({TIME: [*swapped, *DAYS], "Câu": [*ANSWERS[:3], *ANSWERS]})) == {
        "excel_swapped": 3
    }


def seconds(*after, answers=None):
    times = [f"13/10/2026 08:{at // 60:02}:{at % 60:02}" for at in after]
    return table(
        {TIME: times, "Câu": answers or ["Hài lòng"] * len(after), "Xã": ["A"] * len(after)}
    )


def test_equal_responses_within_a_minute_are_counted_and_said():
    assert notices(seconds(0, 20, 300))["perhaps_double"] == 1
    assert notices(seconds(20, 0, 40))["perhaps_double"] == 2


def test_doubles_are_named_by_the_rows_of_their_sheet():
    [found] = [
        n for n in survey(seconds(0, 20, 300, 310)).form.notices if n.code == "perhaps_double"
    ]
    assert dict(found.fields)["rows"] == "3, 5"


def test_communes_that_count_with_another_one_by_now_are_said():
    made = survey(
        table({"Ông/Bà ở xã nào?": ["Xuân Tây", "Xuân Tây", "Bảo Bình"], "Câu": ANSWERS[:3]})
    )
    [notice] = [n for n in made.form.notices if n.code == "communes_merged"]
    assert "Xuân Tây → " in dict(notice.fields)["places"]


def test_other_answers_or_a_later_minute_are_no_double():
    assert "perhaps_double" not in notices(seconds(0, 90, 180))
    assert "perhaps_double" not in notices(seconds(0, 20, answers=["Hài lòng", "Kém"]))


def test_equal_responses_of_one_day_without_a_time_of_day_are_no_double():
    sheet = table({TIME: ["13/10/2026 00:00:00"] * 3, "Câu": ["Hài lòng"] * 3})
    assert "perhaps_double" not in notices(sheet)


def arrived(*at: float) -> SourceTable:
    """Return responses of a morning, so many seconds after eight, each with an answer."""
    times = [dt.datetime(2026, 10, 13, 8, 0, 0) + dt.timedelta(seconds=n) for n in at]
    answers = [ANSWERS[n % 2] for n in range(len(times))]
    return table({TIME: [f"{time:%d/%m/%Y %H:%M:%S}" for time in times], "Câu": answers})


QUIET = (7, 3_607, 7_207)  # an ordinary morning


@pytest.mark.parametrize(
    ("at", "n"),
    [
        ((*QUIET, *[900] * 10), 10),  # of one second
        ((*QUIET, *[900 + n * 0.99 for n in range(60)]), 60),  # sixty in a minute
        ((*QUIET, *[900] * 10, *[1_800] * 12), 22),
    ],
)
def test_responses_that_came_faster_than_people_send_them_may_have_been_typed(at, n):
    assert notices(arrived(*at))["perhaps_typed"] == n


@pytest.mark.parametrize(
    "at",
    [
        QUIET,
        [7 + 600 * n for n in range(37)],
        [7 + 600 * n for n in range(59)],
        (*QUIET, *[900] * 9),  # a hall full of people, at one second by chance
        (*QUIET, *[900 + n for n in range(59)]),
        [0] * 40,  # a clock without seconds
        [n * 60 for n in range(40)] * 3,
    ],
)
def test_what_people_may_have_sent_is_not_called_typed(at):
    assert "perhaps_typed" not in notices(arrived(*at))
