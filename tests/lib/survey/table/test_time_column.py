import pytest

from lib.survey.table.time_column import time_column_position
from tests.lib.survey.tables import TIME, table

DAYS = [f"{day}/10/2026" for day in range(13, 21)]
ANSWERS = ["Hài lòng"] * 8


def column_of_days(header, *, current=True):
    sheet = table({TIME: [""] * 8, "Câu": ANSWERS, header: DAYS})
    whole = sheet.headers[1:], sheet.columns[1:]
    return time_column_position(type(sheet)("s", "s", *whole), current=current)


@pytest.mark.parametrize(
    "header",
    [
        "Ngày khảo sát",
        "Submission Date",
        "Ngày",
        "NGÀY TRẢ LỜI PHIẾU",
        "Ngay khao sat",
        "Date of survey",
    ],
)
def test_a_day_alone_is_the_time_by_a_header_of_the_survey(header):
    assert column_of_days(header) == 1


@pytest.mark.parametrize(
    "header",
    [
        "Ngày sinh",
        "Ngày hẹn trả kết quả",
        "Ngày nộp hồ sơ",
        "Ngày trả lời hồ sơ",
        "Date of birth",
        "Submission date of application",
        "Ngày cấp giấy phép",
    ],
)
def test_days_of_something_else_are_no_times(header):
    assert column_of_days(header) is None


def test_what_was_read_before_has_no_days_for_times():
    assert column_of_days("Ngày khảo sát", current=False) is None


def test_a_time_of_day_is_better_than_a_day_alone():
    stamps = [f"{day} 08:00:0{at}" for at, day in enumerate(DAYS)]
    assert time_column_position(table({"Ngày khảo sát": DAYS, "Gửi": stamps, "Câu": ANSWERS})) == 0


@pytest.mark.parametrize(
    "headers", [("Start time", "Completion time"), ("Thời gian bắt đầu", "Thời gian hoàn thành")]
)
def test_the_end_of_filling_in_goes_before_its_start(headers):
    start = [f"{day} 08:00:01" for day in DAYS]
    end = [f"{day} 08:05:01" for day in DAYS]
    sheet = table(dict(zip((*headers, TIME), (start, end, [""] * 8), strict=True)))
    assert time_column_position(sheet) == 1
    assert time_column_position(sheet, current=False) == 0
