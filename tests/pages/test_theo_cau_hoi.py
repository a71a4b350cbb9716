"""Theo câu hỏi, seen without a browser."""

import pytest

from tests import small_form

ATTITUDE = {"xa": "xuan-tay", "ky": "2022-Q4", "cau": "c1"}


def test_the_question_of_the_link_is_shown_in_full(sample, opened):
    drawn = opened("theo_cau_hoi", **{**ATTITUDE, "cau": "c7"})
    assert "Thời gian trả kết quả so với giấy hẹn?" in drawn.text
    assert drawn.test.selectbox(key="shown_question").value == "c7"


def test_its_rate_stands_with_its_interval(sample, opened):
    assert "Tỷ lệ hài lòng 99,1 % khoảng 96,8–99,8 %" in opened("theo_cau_hoi", **ATTITUDE).text


def test_the_levels_are_drawn_best_first(sample, opened):
    bars = opened("theo_cau_hoi", **ATTITUDE).figures[0]["data"]
    assert [bar["y"][0] for bar in bars[:2]] == ["Rất hài lòng", "Hài lòng"]
    assert sum(sum(bar["x"]) for bar in bars) == 226


def test_each_figure_has_its_numbers_beside_it_as_a_table(sample, opened):
    drawn = opened("theo_cau_hoi", ky="2022-Q4")
    assert drawn.html.count("Xem dạng bảng") == len(drawn.figures) == 4


def test_a_point_over_time_stands_for_its_period(sample, opened):
    points = opened("theo_cau_hoi", **ATTITUDE).figures[1]["data"][0]
    assert points["customdata"] == [["2022-10"], ["2022-11"], ["2022-12"]]


def test_the_choice_on_the_page_writes_the_address(sample, opened):
    test = opened("theo_cau_hoi", **ATTITUDE).test
    test.selectbox(key="shown_question").set_value("c2").run()
    assert test.query_params == {"xa": "xuan-tay", "ky": "2022-Q4", "cau": "c2"}


def test_nothing_is_drawn_where_no_period_has_five_answers(small, opened):
    drawn = opened("theo_cau_hoi")
    assert [figure["data"][0]["y"] for figure in drawn.figures if not figure["data"][0]["y"]] == []


def test_no_heading_stands_above_comments_that_nobody_wrote(sample, opened):
    drawn = opened("theo_cau_hoi", **ATTITUDE)
    assert '<div class="x-cases"></div>' not in drawn.html


@pytest.mark.parametrize("markup", ["<b>đậm</b>", '<a href="https://example.com">x</a>'])
def test_markup_in_a_level_reaches_plotly_escaped(office, opened, tmp_path, markup):
    odd = [small_form.response(attitude=markup) for _ in range(6)]
    office(SURVEY_FILE=str(small_form.write(tmp_path / "a.csv", small_form.rows(*odd))))
    drawn = opened("theo_cau_hoi", cau="c1")
    assert markup not in drawn.html + str(drawn.figures)
