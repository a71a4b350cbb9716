"""Theo câu hỏi, seen without a browser."""

import pytest

from tests import small_form
from tests.building import parsed, words

ATTITUDE = {"xa": "xuan-tay", "ky": "2022-Q4", "cau": "c1"}


def test_the_question_of_the_link_is_shown_in_full(sample, opened):
    drawn = opened("theo_cau_hoi", **{**ATTITUDE, "cau": "c7"})
    assert "Thời gian trả kết quả so với giấy hẹn?" in drawn.text
    assert drawn.test.selectbox(key="shown_question").value == "c7"


def test_its_rate_stands_with_its_interval(sample, opened):
    assert (
        "Tỷ lệ hài lòng 99,1 % khoảng tin cậy 96,8–99,8 %"
        in opened("theo_cau_hoi", **ATTITUDE).text
    )


def _rows(drawn, title):
    """The rows of the picture below this heading."""
    [section] = [
        section
        for section in parsed(f"<div>{drawn.html}</div>").iter("section")
        if section.find("h2") is not None and words(section.find("h2")) == title
    ]
    return [[words(cell) for cell in row] for row in section.findall(".//tbody/tr")]


def test_the_levels_are_drawn_best_first_each_with_its_share(sample, opened):
    rows = _rows(opened("theo_cau_hoi", **ATTITUDE), "Các mức trả lời")
    assert [row[0] for row in rows[:2]] == ["Rất hài lòng", "Hài lòng"]
    assert sum(int(row[2]) for row in rows) == 226
    assert all(row[3].endswith("%") or row[3] == "–" for row in rows)


def test_communes_and_sectors_have_a_rate_each_that_chooses_them(sample, opened):
    drawn = opened("theo_cau_hoi", ky="2022-Q4")
    assert ["Bảo Bình", "", "90,3 %", "75,1–96,7", "31"] in _rows(drawn, "Theo xã")
    assert 'href="/theo_cau_hoi?ky=2022-Q4&amp;xa=xuan-tay"' in drawn.html
    assert 'href="/theo_cau_hoi?ky=2022-Q4&amp;linh_vuc=ho-tich"' in drawn.html


def test_a_point_over_time_chooses_its_period(sample, opened):
    drawn = opened("theo_cau_hoi", **ATTITUDE)
    assert [f"ky=2022-{month}" in drawn.html for month in ("10", "11", "12")] == [True] * 3


def test_nothing_on_the_page_waits_for_a_library_of_charts(sample, opened):
    assert opened("theo_cau_hoi", ky="2022-Q4").figures == []


def test_the_choice_on_the_page_writes_the_address(sample, opened):
    test = opened("theo_cau_hoi", **ATTITUDE).test
    test.selectbox(key="shown_question").set_value("c2").run()
    assert test.query_params == {"xa": "xuan-tay", "ky": "2022-Q4", "cau": "c2"}


def test_no_trend_is_drawn_where_no_period_has_five_answers(small, opened):
    assert "x-trend" not in opened("theo_cau_hoi").html


def test_no_heading_stands_above_comments_that_nobody_wrote(sample, opened):
    drawn = opened("theo_cau_hoi", **ATTITUDE)
    assert '<div class="x-cases"></div>' not in drawn.html


@pytest.mark.parametrize("markup", ["<b>đậm</b>", '<a href="https://example.com">x</a>'])
def test_markup_in_a_level_is_escaped(office, opened, tmp_path, markup):
    odd = [small_form.response(attitude=markup) for _ in range(6)]
    office(SURVEY_FILE=str(small_form.write(tmp_path / "a.csv", small_form.rows(*odd))))
    drawn = opened("theo_cau_hoi", cau="c1")
    assert markup not in drawn.html
