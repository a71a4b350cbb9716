"""A grid: below a row's own figures all of its rows, one scale for all of them."""

import datetime as dt

import pytest

from tests import small_form
from tests.building import named, words
from tests.pages.conftest import SIGN_IN, STAFF

SERVICE = "Ông/Bà có hài lòng về các mặt sau không?"
WAYS = "Ông/Bà thường dùng các kênh sau vào buổi nào?"
SECRET = "Cán bộ đòi tiền bồi dưỡng mới giải quyết"


@pytest.fixture
def grids(office, tmp_path):
    """An office that asked forty people of three services, and when they use two channels."""
    services = ("Thái độ", "Thời gian", "Lệ phí")
    header = [f"{SERVICE} [{row}]" for row in services] + [
        f"{WAYS} [{row}]" for row in ("Web", "Zalo")
    ]
    table = [["Dấu thời gian", *header]]
    for at in range(40):
        given = "Rất hài lòng" if at % 4 else "Không hài lòng"
        web = "Sáng" if at % 2 else "Chiều" if at % 4 else SECRET if at == 8 else "Tối"
        when = dt.datetime(2026, 1 + at // 20, 1 + at % 20, 8, 0)
        fee = "Hài lòng" if at < 4 else ""
        table.append([when, given, "Hài lòng", fee, web, "Sáng" if at % 8 else "Tối"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def rows(drawn):
    """Return the words of each row of the grid."""
    [table] = named(f"<div>{drawn.html}</div>", "x-grid")
    return [[words(cell) for cell in row] for row in table.iter("tr")]


def test_rated_rows_stand_on_one_scale_each_with_its_rate_and_its_number(grids, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c1")
    assert rows(drawn) == [
        [
            "Hàng",
            "Biểu đồ",
            "Số câu trả lời",
            "Tỷ lệ hài lòng",
            "Rất hài lòng",
            "Hài lòng",
            "Không hài lòng",
        ],
        ["Thái độ", "", "40", "75,0 %", "75,0 %", "0,0 %", "25,0 %"],
        ["Thời gian", "", "40", "100,0 %", "0,0 %", "100,0 %", "0,0 %"],
        ["Lệ phí", "", "4", "dưới 5 phiếu", "0,0 %", "100,0 %", "0,0 %"],
    ]
    assert 'href="/theo_cau_hoi?cau=c2"' in drawn.html


def test_rows_of_no_rate_stand_beside_each_other_too_and_grids_are_kept_apart(grids, opened):
    drawn = opened("theo_cau_hoi", mail=STAFF, cau="c5")
    assert rows(drawn)[0][3:5] == ["Sáng", "Tối"]
    assert [row[0] for row in rows(drawn)[1:]] == ["Web", "Zalo"]
    assert rows(drawn)[1][3:5] == ["50,0 %", "22,5 %"]
    assert SECRET not in drawn.html


def test_who_sees_totals_only_sees_of_each_row_what_its_own_page_shows(grids, opened):
    rated = opened("theo_cau_hoi", cau="c1")
    assert [row[0] for row in rows(rated)[1:]] == ["Thái độ", "Thời gian"]
    unrated = opened("theo_cau_hoi", cau="c4")
    assert rows(unrated) == [
        ["Hàng", "Biểu đồ", "Số câu trả lời", "Sáng", "Chiều", "Tối"],
        ["Web", "", "40", "50,0 %", "25,0 %", "–"],  # one wrote words of his own: gathered
        ["Zalo", "", "40", "87,5 %", "–", "12,5 %"],
    ]
    assert "x-grid" not in opened("theo_cau_hoi", cau="c5", xa="khong-co").html
    assert SECRET not in unrated.html


def test_the_choice_keeps_grids_together_and_says_once_which_grid_a_row_is_of(
    office, opened, tmp_path
):
    header = [f"{SERVICE} [Thái độ]", "Giới tính", f"{SERVICE} [Lệ phí]", f"{WAYS} [Web]"]
    table = [["Dấu thời gian", *header, f"{WAYS} [Zalo]"]]
    for at in range(20):
        when = dt.datetime(2026, 1, 1 + at, 8, 0)
        table.append([when, "Hài lòng", ("Nam", "Nữ")[at % 2], ("1", "2")[at % 2], "Sáng", "Tối"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))
    choice = opened("theo_cau_hoi", mail=STAFF).test.selectbox(key="shown_question")
    service = "Ông/Bà có hài lòng về các mặt sau không"
    ways = "Ông/Bà thường dùng các kênh sau vào buổi nào"
    assert choice.options == [
        f"Thái độ – {service}",
        f"Lệ phí – {service}",
        "Giới tính",
        f"Web – {ways}",
        f"Zalo – {ways}",
    ]
