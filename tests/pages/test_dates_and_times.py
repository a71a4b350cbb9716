"""Questions that are answered with a date or a time of day: bars by month and by hour."""

import datetime as dt

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF
from tests.pages.test_other_questions import cells

HEADER = ["Dấu thời gian", "Ngày nộp hồ sơ?", "Đến lúc mấy giờ?", "Đến buổi nào?"]


@pytest.fixture
def dated(office, tmp_path):
    """An office that asked forty people when they came: twenty in January, three in February."""
    table = [HEADER]
    for at in range(40):
        day = dt.date(2026, 1 if at < 20 else 2 if at < 23 else 4, 1 + at % 20)
        hour = "8:30:00" if at % 2 else "13:05:00" if at % 8 else "14:00:00"
        when = dt.datetime(2026, 5 + at // 20, 1 + at % 20, 8, 0)
        table.append([when, f"{day:%d/%m/%Y}", hour, "Sáng" if at % 2 else "Chiều"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def test_dates_are_counted_by_month_and_times_by_hour(dated, opened):
    assert cells(opened("theo_cau_hoi", mail=STAFF, cau="c1")) == [
        ["Tháng 1/2026", "20", "50,0 %"],
        ["Tháng 2/2026", "3", "7,5 %"],
        ["Tháng 3/2026", "0", "0,0 %"],
        ["Tháng 4/2026", "17", "42,5 %"],
    ]
    hours = cells(opened("theo_cau_hoi", mail=STAFF, cau="c2"))
    assert hours[0] == ["Từ 8 giờ đến dưới 9 giờ", "20", "50,0 %"]
    assert hours[-1] == ["Từ 14 giờ đến dưới 15 giờ", "5", "12,5 %"]


def test_months_are_told_apart_by_another_question(dated, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1", theo="c3")
    assert "Sáng 50,0 % 5,0 % 0,0 % 45,0 % 20" in drawn.text


def test_who_sees_totals_only_sees_spans_of_five_or_more_with_open_ends(dated, opened):
    drawn = opened("theo_cau_hoi", cau="c1")
    assert cells(drawn) == [
        ["Đến tháng 1/2026", "20", "50,0 %"],
        ["Từ tháng 2/2026", "20", "50,0 %"],
    ]
    assert "x-shares" not in opened("theo_cau_hoi", cau="c1", ky="2026-05").html


def test_the_overview_has_a_small_picture_of_each(dated, opened):
    text = opened(mail=STAFF).text
    assert "Tháng 1/2026 20 50,0 %" in text
    assert "Từ 8 giờ đến dưới 9 giờ 20 50,0 %" in text
    assert "Tháng 2/2026" not in opened().text


def test_dates_of_many_years_are_counted_by_year_and_a_mistyped_one_is_only_said(
    office, opened, tmp_path
):
    table = [["Dấu thời gian", "Lần trước Ông/Bà đến vào ngày nào?"]]
    for at in range(40):
        year = 9026 if at == 7 else 2020 + at % 5
        when = dt.datetime(2026, 1 + at // 20, 1 + at % 20, 8, 0)
        table.append([when, f"{1 + at % 28:02}/03/{year}"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1")
    assert [row[:2] for row in cells(drawn)] == [
        ["Năm 2020", "8"],
        ["Năm 2021", "8"],
        ["Năm 2022", "7"],
        ["Năm 2023", "8"],
        ["Năm 2024", "8"],
    ]
    assert "1 phiếu trả lời quá xa" in drawn.text
