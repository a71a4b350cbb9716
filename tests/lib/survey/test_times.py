import datetime as dt

import pytest

from lib.survey.times import position, read
from lib.table import Cell, Table


def times(*cells: Cell) -> list[str]:
    return [str(time) for time in read(list(cells)).times]


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
        (46233.442777, "2026-07-30T10:37:36"),
        (dt.datetime(2026, 7, 30, 10, 37, 36, 563000), "2026-07-30T10:37:36"),
        (dt.date(2026, 7, 30), "2026-07-30T00:00:00"),
    ],
)
def test_a_time_is_read_in_any_form(cell: Cell, time: str) -> None:
    assert times(cell) == [time]


@pytest.mark.parametrize(
    "cell",
    ["", None, "hôm qua", "31/02/2026 10:00:00", "30/07/2026 25:00:00", 4, True, "13/13/2026"],
)
def test_what_is_no_time_is_not_a_time(cell: Cell) -> None:
    assert times(cell) == ["NaT"]


def test_one_day_beyond_twelve_tells_the_order_of_the_column() -> None:
    assert times("02/10/2023 7:36:00", "17/10/2023 7:36:00")[0] == "2023-10-02T07:36:00"


def test_a_cell_that_only_the_other_order_can_read_is_read_so() -> None:
    assert times("13/02/2023 08:00:00", "14/02/2023 08:00:00", "2/25/2023 8:00:00")[2:] == [
        "2023-02-25T08:00:00"
    ]


def test_one_month_that_cannot_be_tells_the_order_too() -> None:
    assert times("5/9/2026 12:06:20", "5/29/2026 12:06:20")[0] == "2026-05-09T12:06:20"


def test_responses_that_came_one_after_the_other_tell_the_order() -> None:
    found = read(["1/2/2026 8:00:00", "2/1/2026 8:00:00", "2/3/2026 8:00:00"])
    assert str(found.times[0]) == "2026-01-02T08:00:00"
    assert found.guessed == ""


def test_a_column_that_tells_no_order_is_read_day_first_and_says_so() -> None:
    found = read(["05/06/2026 10:00:00"])
    assert (str(found.times[0]), found.guessed) == ("2026-06-05T10:00:00", "D/M")


def test_halves_of_the_day_let_the_month_come_first() -> None:
    found = read(["5/6/2026 10:00:00 AM"])
    assert (str(found.times[0]), found.guessed) == ("2026-05-06T10:00:00", "M/D")


@pytest.mark.parametrize("cell", ["05/05/2026 10:00:00", "2026/05/06 10:00:00"])
def test_where_the_order_does_not_matter_nothing_is_guessed(cell: str) -> None:
    assert read([cell]).guessed == ""


@pytest.mark.parametrize(
    ("end", "zone"), [("GMT+3", "+03:00"), ("EET", "EET"), ("", None), ("XYZ", None)]
)
def test_the_zone_that_all_texts_end_in_is_the_columns(end: str, zone: str | None) -> None:
    assert read([f"2017/08/01 5:11:10 PM {end}".strip()] * 2).timezone == zone


def table(**columns: list[Cell]) -> Table:
    return Table("s", "s", tuple(columns), tuple(columns.values()))


def test_the_time_column_is_found_by_content() -> None:
    found = table(Ngày_sinh=["01/02/1980"], renamed=["01/02/2023 08:00:00"])
    assert position(found) == 1


def test_googles_header_wins_over_another_column_of_times() -> None:
    found = table(Hẹn=["01/02/2023 08:00"], Timestamp=["01/02/2023 09:00:00"])
    assert position(found) == 1


def test_serial_numbers_with_a_time_of_day_are_times() -> None:
    assert position(table(a=[12, 15], b=[44927.5, 44928.25])) == 1


def test_a_header_alone_is_enough_where_nobody_answered() -> None:
    assert position(table(Câu=[], Timestamp=[])) == 1


def test_a_table_without_times_has_no_time_column() -> None:
    assert position(table(Câu=["Có"], Tuổi=[45000])) is None
