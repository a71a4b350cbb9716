import pytest

from lib.analysis.rates import question_rate
from lib.ui.pieces.charts import RateDot, rate_dots_over_time

MANY = RateDot("Xuân Tây", "xuan-tay", question_rate(190, 200))  # 95 %, interval 91,0–97,3
FEW = RateDot("Bảo Bình", "bao-binh", question_rate(28, 29))
HIDDEN = RateDot("Sông Ray", "song-ray", question_rate(4, 4))


def test_a_dot_stands_at_its_rate_with_its_interval():
    [trace] = rate_dots_over_time([MANY]).data
    assert (trace.x, trace.y) == (("Xuân Tây",), (95.0,))
    assert trace.error_y.array == pytest.approx([97.26 - 95], abs=0.01)
    assert trace.error_y.arrayminus == pytest.approx([95 - 91.04], abs=0.01)


def test_a_dot_at_the_end_of_the_axis_is_whole():
    whole = RateDot("Xuân Tây", "xuan-tay", question_rate(30, 30))
    assert rate_dots_over_time([whole]).data[0].cliponaxis is False


def test_a_click_on_a_dot_asks_for_its_code():
    [trace] = rate_dots_over_time([MANY, HIDDEN, FEW]).data
    assert [list(each) for each in trace.customdata] == [["xuan-tay"], ["bao-binh"]]


def test_a_dot_that_rests_on_few_answers_is_hollow():
    assert rate_dots_over_time([MANY, FEW]).data[0].marker.color == ("#0B4F8A", "#fff")


def test_pointing_at_a_dot_tells_rate_interval_and_answers():
    assert rate_dots_over_time([MANY]).data[0].text == (
        "Xuân Tây<br><b>95,0 %</b> (91,0–97,3 %)<br>n = 200",
    )


def test_the_axis_holds_every_interval():
    low, high = rate_dots_over_time([MANY, FEW]).layout.yaxis.range
    assert low < FEW.rate.low * 100
    assert high > 100


def test_a_name_is_not_markup():
    [trace] = rate_dots_over_time([RateDot("<a href='x'>y</a>", "y", MANY.rate)]).data
    assert not any("<a" in text for text in (*trace.x, *trace.text))


def test_what_is_dragged_over_is_enlarged_along_the_time_alone():
    layout = rate_dots_over_time([MANY, FEW]).layout
    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (
        "zoom",
        False,
        True,
    )


def test_numbers_are_written_as_vietnamese_writes_them():
    assert rate_dots_over_time([]).layout.separators == ",."
