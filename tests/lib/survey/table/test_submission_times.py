import datetime as dt

import pytest

from lib.source_table import CellValue, SourceTable
from lib.survey.table.submission_times import DAY_FIRST, MONTH_FIRST, read_times
from lib.survey.table.time_column import time_column_position


def times(*cells: CellValue) -> list[str]:
    return [str(time) for time in read_times(list(cells)).times]


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("30/07/2026 10:37:36", "2026-07-30T10:37:36"),
        ("30.07.2026 10:37", "2026-07-30T10:37:00"),
        ("30-07-2026, 10:37:36", "2026-07-30T10:37:36"),
        ("2026/07/30 5:11:10 PM GMT+7", "2026-07-30T17:11:10"),
        ("2026-07-30T10:37:36.999", "2026-07-30T10:37:36"),
        ("7/30/2026 12:05:00 AM", "2026-07-30T00:05:00"),
        ("30/07/2026 3:04:05 p.\u00a0m.", "2026-07-30T15:04:05"),
        ("30/07/2026 3:04:05 CH", "2026-07-30T15:04:05"),
        ("2026/7/30 下午 3:04:05", "2026-07-30T15:04:05"),
        ("2026. 7. 30 오전 3:04:05", "2026-07-30T03:04:05"),
        ("2026年7月30日 15:04:05", "2026-07-30T15:04:05"),
        ("30/07/2569 15:04:05", "2026-07-30T15:04:05"),
        ("30/07/2026", "2026-07-30T00:00:00"),
        ("30/07/26 10:37", "2026-07-30T10:37:00"),
        ("30.07.2026 10.37.36", "2026-07-30T10:37:36"),
        ("30/07/2026, 3:04:05\u202fPM", "2026-07-30T15:04:05"),
        ("7/30/2026 3:04:05 pm", "2026-07-30T15:04:05"),
        ("30/07/2026 10:37:36 GMT+05:30", "2026-07-30T10:37:36"),
        ("2026-07-30T10:37:36+07:00", "2026-07-30T10:37:36"),
        ("30/07/2026 3:04:05 μ.μ.", "2026-07-30T15:04:05"),
        ("30/07/2026, 3:04:05 PTG", "2026-07-30T15:04:05"),
        ("30.07.2026 3:04:05 ÖS", "2026-07-30T15:04:05"),
        ("٣٠\u200f/٠٧\u200f/٢٠٢٦، ٣:٠٤:٠٥ م", "2026-07-30T15:04:05"),
        ("2026年7月30日 15時04分05秒", "2026-07-30T15:04:05"),
        ("2026년 7월 30일 오후 3:04:05", "2026-07-30T15:04:05"),
        ("30 กรกฎาคม 2569 เวลา 15:04 น.", "2026-07-30T15:04:00"),
        ("30 ก.ค. 2569 15:04:05", "2026-07-30T15:04:05"),
        ("2026. júl. 30. 15:04", "2026-07-30T15:04:00"),
        ("30 de jul. de 2026 15:04", "2026-07-30T15:04:00"),
        ("30 июл. 2026\u202fг., 15:04", "2026-07-30T15:04:00"),
        ("Jul 30, 2026, 3:04:05 PM", "2026-07-30T15:04:05"),
        ("July 30th, 2026", "2026-07-30T00:00:00"),
        ("30-Jul-26 15:04", "2026-07-30T15:04:00"),
        ("30 thg 7, 2026", "2026-07-30T00:00:00"),
        ("ngày 30 tháng 7 năm 2026", "2026-07-30T00:00:00"),
        ("Thứ Năm, 30/07/2026", "2026-07-30T00:00:00"),
        ("Thứ 5, 30/07/2026", "2026-07-30T00:00:00"),
        ("8h30 30/7/2026", "2026-07-30T08:30:00"),
        ("30/7/26 8h", "2026-07-30T08:00:00"),
        ("2h30 chiều ngày 30/7/2026", "2026-07-30T14:30:00"),
        ("8 giờ 5 phút 30/7/2026", "2026-07-30T08:05:00"),
        ("46233.442777", "2026-07-30T10:37:36"),
        ("46233,5", "2026-07-30T12:00:00"),
        (46233.442777, "2026-07-30T10:37:36"),
        (dt.datetime(2026, 7, 30, 10, 37, 36, 563000), "2026-07-30T10:37:36"),
        (dt.date(2026, 7, 30), "2026-07-30T00:00:00"),
    ],
)
def test_a_time_is_read_in_any_form(cell: CellValue, time: str) -> None:
    assert times(cell) == [time]


@pytest.mark.parametrize(
    "cell",
    [
        *("", None, "hôm qua", 4, True, 1e300, 10**400, float("nan"), dt.time(8, 30)),
        *("31/02/2026 10:00:00", "30/07/2026 25:00:00", "13/13/2026", "30/07/1955", "30/07/0226"),
        *("30/07/2026 10:00 nhé", "5 thg 7", "18-25", "0912 345 678", "192.168.1.1", "nan"),
    ],
)
def test_what_is_no_time_is_not_a_time(cell: CellValue) -> None:
    assert times(cell) == ["NaT"]


@pytest.mark.parametrize(
    "cell",
    [
        44927 + 10666.563 / 86400,
        dt.datetime(2023, 1, 1, 2, 57, 46, 563000),
        "01/01/2023 02:57:46.563",
        "01/01/2023 02:57:46",
    ],
)
def test_a_second_is_the_same_from_a_sheet_from_excel_and_from_text(cell: CellValue) -> None:
    assert times(cell) == ["2023-01-01T02:57:46"]


@pytest.mark.parametrize("cell", [44927.12346, 44927.123461, 44927 + 10667 / 86400])
def test_a_serial_that_was_rounded_is_the_nearest_second(cell: float) -> None:
    assert times(cell) == ["2023-01-01T02:57:47"]


def test_a_column_may_mix_serials_dates_and_texts() -> None:
    cells: list[CellValue] = [
        46233.5,
        "30/07/2026 12:00:00",
        dt.datetime(2026, 7, 30, 12),
        "46233.5",
    ]
    assert set(times(*cells)) == {"2026-07-30T12:00:00"}


def test_dates_typed_below_a_forms_times_are_read_too() -> None:
    typed: list[CellValue] = ["05/03/2023", "5/3/23 8h30", "ngày 05/03/2023", "8h30 5/3/2023"]
    assert times("17/02/2023 8:00:00", *typed)[1:] == [
        "2023-03-05T00:00:00",
        "2023-03-05T08:30:00",
        "2023-03-05T00:00:00",
        "2023-03-05T08:30:00",
    ]


def test_dates_typed_below_may_have_an_order_of_their_own() -> None:
    found = read_times(["2/17/2023 8:00:00", "3/4/2023 8:00:00", "17/02/2023", "05/03/2023"])
    assert list(map(str, found.times)) == [
        "2023-02-17T08:00:00",
        "2023-03-04T08:00:00",
        "2023-02-17T00:00:00",
        "2023-03-05T00:00:00",
    ]
    assert found.guessed == ""


def test_one_day_beyond_twelve_tells_the_order_of_the_column() -> None:
    assert times("02/10/2023 7:36:00", "17/10/2023 7:36:00")[0] == "2023-10-02T07:36:00"


def test_a_cell_that_only_the_other_order_can_read_is_read_so() -> None:
    assert times("13/02/2023 08:00:00", "14/02/2023 08:00:00", "2/25/2023 8:00:00")[2:] == [
        "2023-02-25T08:00:00"
    ]


def test_one_month_that_cannot_be_tells_the_order_too() -> None:
    assert times("5/9/2026 12:06:20", "5/29/2026 12:06:20")[0] == "2026-05-09T12:06:20"


def test_responses_that_came_one_after_the_other_tell_the_order() -> None:
    found = read_times(["1/2/2026 8:00:00", "2/1/2026 8:00:00", "2/3/2026 8:00:00"])
    assert str(found.times[0]) == "2026-01-02T08:00:00"
    assert found.guessed == ""


def test_the_newest_may_stand_first() -> None:
    found = read_times(["2/3/2026 8:00:00", "2/1/2026 8:00:00", "1/2/2026 8:00:00"])
    assert str(found.times[2]) == "2026-01-02T08:00:00"


def test_rows_in_no_order_tell_nothing() -> None:
    mixed = [f"{day:02}/{month:02}/2026 10:00:00" for day in range(1, 13) for month in (9, 3, 6)]
    assert read_times(mixed).guessed == "D/M"


def test_twelve_days_of_may_are_not_one_day_of_each_month() -> None:
    found = read_times([f"5/{day}/2026 10:00:00" for day in range(1, 13)])
    assert (str(found.times[11]), found.guessed) == ("2026-05-12T10:00:00", "M/D")


def test_a_column_that_tells_no_order_is_read_day_first_and_says_so() -> None:
    found = read_times(["05/06/2026 10:00:00"])
    assert (str(found.times[0]), found.guessed) == ("2026-06-05T10:00:00", "D/M")


def test_halves_of_the_day_let_the_month_come_first() -> None:
    found = read_times(["5/6/2026 10:00:00 AM"])
    assert (str(found.times[0]), found.guessed) == ("2026-05-06T10:00:00", "M/D")


@pytest.mark.parametrize("cell", ["5/6/2026 8:05:10 CH", "5/6/2026 8 giờ 05 tối"])
def test_a_vietnamese_clock_of_twelve_hours_is_read_as_is_remembered_of_it(cell: str) -> None:
    found = {order: read_times([cell], order) for order in (DAY_FIRST, MONTH_FIRST)}
    days = {order: (str(each.times[0])[:10], each.guessed) for order, each in found.items()}
    assert days == {"D/M": ("2026-06-05", "D/M"), "M/D": ("2026-05-06", "M/D")}


def test_an_american_clock_reads_the_month_first_whatever_is_remembered() -> None:
    assert str(read_times(["5/6/2026 8:05:10 PM"], DAY_FIRST).times[0]) == "2026-05-06T20:05:10"


def test_what_the_column_shows_counts_more_than_what_is_remembered() -> None:
    for order in (DAY_FIRST, MONTH_FIRST):
        found = read_times(["5/6/2026 8:05:10 CH", "17/6/2026 8:05:10 CH"], order)
        assert str(found.times[0])[:10] == "2026-06-05"


@pytest.mark.parametrize("cell", ["05/05/2026 10:00:00", "2026/05/06 10:00:00"])
def test_where_the_order_does_not_matter_nothing_is_guessed(cell: str) -> None:
    assert read_times([cell]).guessed == ""


@pytest.mark.parametrize(
    ("end", "zone"),
    [
        ("GMT+3", "+03:00"),
        ("GMT+05:30", "+05:30"),
        ("(GMT+7)", "+07:00"),
        ("EET", "EET"),
        ("", None),
        ("XYZ", None),
    ],
)
def test_the_zone_that_all_texts_end_in_is_the_columns(end: str, zone: str | None) -> None:
    assert read_times([f"2017/08/01 5:11:10 PM {end}".strip()] * 2).timezone == zone


def table(**columns: list[CellValue]) -> SourceTable:
    return SourceTable("s", "s", tuple(columns), tuple(columns.values()))


def test_the_time_column_is_found_by_content() -> None:
    found = table(Ngày_sinh=["01/02/1980"], renamed=["01/02/2023 08:00:00"])
    assert time_column_position(found) == 1


def test_googles_header_wins_over_another_column_of_times() -> None:
    found = table(Hẹn=["01/02/2023 08:00"], Timestamp=["01/02/2023 09:00:00"])
    assert time_column_position(found) == 1


NOW = ["30/07/2026 10:37:36", "30/07/2026 10:39:12", "31/07/2026 07:15:59"]
BOOKED = ["12/08/2026 08:00:00", "03/08/2026 14:30:00", "20/08/2026 09:00:00"]
BORN = ["01/02/1980", "17/11/1999", "05/05/1972"]


@pytest.mark.parametrize(
    "columns", [(BORN, BOOKED, NOW), (NOW, BOOKED, BORN), (BOOKED, NOW, BORN), (BORN, NOW, BOOKED)]
)
def test_neither_birth_nor_appointment_is_the_submission(
    columns: tuple[list[CellValue], ...],
) -> None:
    assert time_column_position(SourceTable("s", "s", ("a", "", "c"), columns)) == columns.index(
        NOW
    )  # type: ignore[arg-type]


def test_googles_header_is_the_column_though_few_cells_can_be_read() -> None:
    typed: list[CellValue] = ["sáng nay", "hôm qua", "tuần trước", "30/07/2026 10:37:36"]
    assert time_column_position(table(Hẹn=BOOKED[:1] * 4, Timestamp=typed)) == 1  # type: ignore[arg-type]


def test_serial_numbers_with_a_time_of_day_are_times() -> None:
    assert time_column_position(table(a=[12, 15], b=[44927.5, 44928.25])) == 1


def test_a_header_alone_is_enough_where_nobody_answered() -> None:
    assert time_column_position(table(Câu=[], Timestamp=[])) == 1


def test_a_table_without_times_has_no_time_column() -> None:
    assert time_column_position(table(Câu=["Có"], Tuổi=[45000])) is None
