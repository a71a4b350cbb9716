import re

import pytest

from lib.analysis.rates import question_rate
from lib.survey.model.answer_levels import Answer, Level, Polarity
from lib.ui.pieces.charts import (
    ANSWER_COLOURS,
    RateDot,
    level_bars,
    rate_dots_by_group,
    rate_dots_over_time,
)
from tests.lib.analysis.made import LEVELS
from tests.running import ROOT

ASIDE = Level("Không có ý kiến", Polarity.NOT_APPLICABLE)
MANY = RateDot("Xuân Tây", "xuan-tay", question_rate(190, 200))  # 95 %, interval 91,0–97,3
FEW = RateDot("Bảo Bình", "bao-binh", question_rate(28, 29))
HIDDEN = RateDot("Sông Ray", "song-ray", question_rate(4, 4))


def test_a_level_has_a_bar_as_long_as_its_count():
    bars = level_bars([(LEVELS[0], 1200), (LEVELS[3], 300)], 1500).data
    assert [(bar.y[0], bar.x[0]) for bar in bars] == [
        ("Rất hài lòng", 1200),
        ("Không hài lòng", 300),
    ]


def test_a_bar_says_its_count_and_share_of_the_valid_answers():
    bars = level_bars([(LEVELS[0], 1200), (ASIDE, 8)], 1500).data
    assert [bar.text for bar in bars] == ["<b>1.200</b>  80,0 %", "<b>8</b>"]


def test_a_bar_has_the_colour_of_its_meaning():
    bars = level_bars([(level, 1) for level in LEVELS], 5).data
    assert [bar.marker.color for bar in bars] == [
        ANSWER_COLOURS[Answer(number)] for number in range(5)
    ]


def test_dissatisfied_is_also_hatched_over_its_colour():
    good, bad = level_bars([(LEVELS[1], 1), (LEVELS[3], 1)], 2).data
    assert (bad.marker.pattern.shape, bad.marker.pattern.fillmode) == ("/", "overlay")
    assert not good.marker.pattern.shape


def test_levels_stand_best_first_from_the_top():
    assert level_bars([(LEVELS[0], 1)], 1).layout.yaxis.autorange == "reversed"


@pytest.mark.parametrize("named", [[], [(LEVELS[0], 0)]])
def test_without_answers_there_is_still_an_axis(named):
    low, high = level_bars(named, 0).layout.xaxis.range
    assert low < high


def test_a_dot_stands_at_its_rate_with_its_interval():
    [trace] = rate_dots_over_time([MANY]).data
    assert (trace.x, trace.y) == (("Xuân Tây",), (95.0,))
    assert trace.error_y.array == pytest.approx([97.26 - 95], abs=0.01)
    assert trace.error_y.arrayminus == pytest.approx([95 - 91.04], abs=0.01)


def test_groups_stand_below_one_another_in_the_order_given():
    figure = rate_dots_by_group([FEW, MANY])
    assert figure.data[0].y == ("Bảo Bình", "Xuân Tây")
    assert figure.layout.yaxis.autorange == "reversed"


@pytest.mark.parametrize("drawn", [rate_dots_over_time, rate_dots_by_group])
def test_a_dot_at_the_end_of_the_axis_is_whole(drawn):
    assert (
        drawn([RateDot("Xuân Tây", "xuan-tay", question_rate(30, 30))]).data[0].cliponaxis is False
    )


@pytest.mark.parametrize("drawn", [rate_dots_over_time, rate_dots_by_group])
def test_a_click_on_a_dot_asks_for_its_code(drawn):
    [trace] = drawn([MANY, HIDDEN, FEW]).data
    assert [list(each) for each in trace.customdata] == [["xuan-tay"], ["bao-binh"]]


def test_a_dot_that_rests_on_few_answers_is_hollow():
    assert rate_dots_by_group([MANY, FEW]).data[0].marker.color == ("#0B4F8A", "#fff")


def test_pointing_at_a_dot_tells_rate_interval_and_answers():
    assert rate_dots_over_time([MANY]).data[0].text == (
        "Xuân Tây<br><b>95,0 %</b> (91,0–97,3 %)<br>n = 200",
    )


def test_the_axis_holds_every_interval():
    low, high = rate_dots_over_time([MANY, FEW]).layout.yaxis.range
    assert low < FEW.rate.low * 100
    assert high > 100


def test_a_respondents_words_are_not_markup():
    [bar] = level_bars([(Level("<b>x</b>"), 1)], 1).data
    [trace] = rate_dots_by_group([RateDot("<a href='x'>y</a>", "y", MANY.rate)]).data
    assert bar.y == ("&lt;b&gt;x&lt;/b&gt;",)
    assert not any("<a" in text for text in (*trace.y, *trace.text))


def test_a_long_name_is_broken_in_two_even_halves():
    [bar] = level_bars([(Level("Đang giải quyết, chưa đến hạn trả kết quả"), 1)], 1).data
    assert bar.y == ("Đang giải quyết, chưa<br>đến hạn trả kết quả",)


def test_numbers_are_written_as_vietnamese_writes_them():
    assert rate_dots_over_time([]).layout.separators == ",."


def test_a_meaning_has_the_colour_that_it_has_in_tables():
    styles = (ROOT / "lib" / "ui" / "shell" / "look.css").read_text(encoding="utf-8")
    in_tables = dict(re.findall(r"--(vs|s|n|d|vd): (#\w+);", styles))
    valid = [ANSWER_COLOURS[answer] for answer in Answer if answer.valid]
    assert [in_tables[name].upper() for name in ("vs", "s", "n", "d", "vd")] == valid
