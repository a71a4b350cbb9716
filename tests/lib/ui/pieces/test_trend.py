import re

import pytest

from lib.analysis.rates import question_rate
from lib.ui.pieces.trend import TrendDot, trend_list, trend_table
from tests.building import named, parsed, words


def point(satisfied: int, valid: int, **more: object) -> TrendDot:
    return TrendDot("T10/22", valid, question_rate(satisfied, valid), {"ky": ["2022-10"]}, **more)


MANY = point(190, 200)  # 95 %, interval 91,0–97,3


def percents(html: str, kind: str) -> list[float]:
    [element] = named(html, kind)
    return [float(number) for number in re.findall(r"([\d.]+)%", element.get("style"))]


@pytest.mark.parametrize(
    ("points", "low"),
    [([MANY], 88), ([MANY, point(80, 100)], 68), ([point(1, 5)], 0), ([point(4, 4)], 92)],
)
def test_the_axis_begins_below_the_lowest_interval_in_steps_of_four_and_says_so(points, low):
    assert f"trục từ {low} đến 100 %" in trend_table(points, "Xu hướng")


def test_a_dot_stands_at_its_rate_inside_its_interval():
    html = trend_table([MANY], "Xu hướng")
    assert percents(html, "x-dot") == pytest.approx([(95 - 88) / 12 * 100], abs=0.01)
    bottom, height = percents(html, "x-range")
    assert [bottom, bottom + height] == pytest.approx([25.2, 77.1], abs=0.3)


def test_numbers_stand_below_as_a_table():
    rows = parsed(trend_table([MANY, point(198, 200)], "Xu hướng")).findall(".//tr")
    assert [[words(cell) for cell in row] for row in rows[2:]] == [
        ["Tỷ lệ", "95,0", "99,0"],
        ["Số phiếu", "200", "200"],
    ]


def test_a_periods_name_chooses_it_and_stands_in_two_lines():
    [opened] = parsed(trend_table([MANY], "Xu hướng")).iter("a")
    assert (list(opened.itertext()), opened.get("href")) == (["T10", "22"], "/?ky=2022-10")


def test_a_period_under_five_has_no_dot_and_no_rate():
    html = trend_table([MANY, point(4, 4)], "Xu hướng")
    assert len(named(html, "x-dot")) == 1
    assert [words(cell) for cell in parsed(html).findall(".//tr")[2]][-1] == "–"


def test_a_period_under_thirty_is_hollow():
    few = named(trend_table([MANY, point(28, 29)], "Xu hướng"), "x-few")
    assert [words(cell) for cell in few] == ["", "96,6", "29"]


def test_a_change_of_boundaries_is_drawn_and_said_once():
    merged = point(190, 200, event="Sáp nhập.")
    html = trend_table([merged, merged, MANY], "Xu hướng")
    assert len(named(html, "x-event")) == 2
    assert html.count("Sáp nhập.") == 1


def test_on_a_phone_each_period_is_a_row_and_the_newest_stands_on_top():
    rows = parsed(
        trend_list([point(190, 200), TrendDot("T11/22", None, None, None)], "Xu hướng")
    ).findall(".//tbody/tr")
    assert [[words(cell) for cell in row] for row in rows] == [
        ["T11/22", "", "–", "–"],
        ["T10/22", "", "95,0", "200"],
    ]
