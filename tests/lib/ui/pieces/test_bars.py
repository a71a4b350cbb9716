import dataclasses
import re

import pytest

from lib.analysis.overview_figures import QuestionFigures, compute_overview
from lib.survey.selection import Selection
from lib.ui.pieces.bars import ANSWER_CLASSES, answer_words, bar_legend, question_bars
from tests.building import named, parsed, words
from tests.building import words as said
from tests.lib.analysis.made import ANSWERS, Row, responses


def asked(**answers: int) -> QuestionFigures:
    """Return one question in which each letter was answered so many times."""
    made = responses(*(Row(letter, n) for letter, n in answers.items()))
    return compute_overview(made, Selection()).questions[0]


def strokes(html: str) -> dict[str, tuple[float, float]]:
    """Return the first row's strokes: where each begins and how wide it is, in percent."""
    placed = {}
    for stroke in parsed(html).find(".//div[@class='x-bar']"):
        numbers = [float(number) for number in re.findall(r"([\d.]+)%", stroke.get("style"))]
        placed[stroke.get("class")] = tuple(numbers)
    return placed


MIXED = asked(V=20, S=50, N=14, D=10, W=6)


def test_strokes_are_as_wide_as_their_shares():
    axis = 100 + 20  # 16 % dissatisfied: the left part is raised to 20 %
    widths = {
        kind: placed[1] * axis / 100
        for kind, placed in strokes(question_bars([MIXED], {})).items()
        if placed[1:]
    }
    assert widths == pytest.approx({"c-vs": 20, "c-s": 50, "c-d": 10, "c-vd": 6}, abs=0.01)


def test_strokes_stand_side_by_side_outwards_from_the_zero_line():
    placed = strokes(question_bars([MIXED], {}))
    [zero] = placed["x-zero"]
    right = [zero, zero + placed["c-s"][1]]
    left = [zero - placed["c-d"][1], zero - placed["c-d"][1] - placed["c-vd"][1]]
    assert [placed["c-s"][0], placed["c-vs"][0]] == pytest.approx(right, abs=0.01)
    assert [placed["c-d"][0], placed["c-vd"][0]] == pytest.approx(left, abs=0.01)


@pytest.mark.parametrize(("dissatisfied", "left"), [(0, 10), (10, 10), (11, 15), (37, 40)])
def test_the_left_part_of_the_axis_grows_in_fives_from_ten(dissatisfied, left):
    [zero] = strokes(question_bars([asked(S=100 - dissatisfied, D=dissatisfied)], {}))["x-zero"]
    assert zero == pytest.approx(left / (100 + left) * 100, abs=0.01)


def test_all_rows_have_the_same_axis():
    html = question_bars([asked(S=60, D=40), asked(S=100)], {})
    assert len({line.get("style") for line in named(html, "x-zero")}) == 1


def test_a_row_is_read_as_a_sentence():
    [_, sentence] = [e for e in named(question_bars([MIXED], {}), "x-hidden") if e.tag == "span"]
    assert sentence.text == "70 trên 100 hài lòng, 14 bình thường, 16 chưa hài lòng"


def test_a_heading_breaks_between_words_that_are_not_one():
    heads = [said(head) for head in parsed(question_bars([MIXED], {})).findall(".//thead//th")]
    assert [head.replace("\N{NO-BREAK SPACE}", "_") for head in heads] == [
        "Câu hỏi", "Chưa hài_lòng", "Bình thường", "Biểu đồ", "Tỷ lệ hài_lòng",
        "Khoảng tin_cậy_95_%", "Số câu trả_lời",
    ]  # fmt: skip


def test_a_row_tells_counts_rate_and_interval():
    [row] = parsed(question_bars([MIXED], {})).findall(".//tbody/tr")
    cells = [said(cell) for cell in row.findall("td") if cell.get("class") != "x-bar-cell"]
    assert cells == ["16 chưa hài lòng", "14", "70,0 %", "60,4–78,1", "100"]


def test_under_five_answers_there_is_neither_rate_nor_bar():
    html = question_bars([asked(S=4)], {})
    assert said(named(html, "x-rate")[1]) == "dưới 5 phiếu"
    assert named(html, "x-bar") == []


def test_under_thirty_answers_a_row_is_greyed():
    assert len(named(question_bars([asked(S=29), asked(S=30)], {}), "x-small")) == 1


def test_a_question_links_to_its_page_and_takes_the_view_along():
    [opened] = parsed(question_bars([MIXED], {"xa": ["xuan-tay"], "cau": ["c9"]})).iter("a")
    assert opened.get("href") == "/theo_cau_hoi?xa=xuan-tay&cau=c1"


def test_a_forms_words_are_not_markup():
    question = dataclasses.replace(MIXED.question, label="<b>nhãn…", text='"<i>câu')
    html = question_bars([dataclasses.replace(MIXED, question=question)], {})
    assert "&lt;b&gt;nhãn" in html
    assert words(parsed(html).find(".//tbody//details")).endswith('"<i>câu')


def test_without_questions_the_table_has_no_rows():
    assert parsed(question_bars([], {})).findall(".//tbody/tr") == []


def test_every_class_of_answer_has_a_colour_and_words():
    assert len(ANSWER_CLASSES) == len(answer_words()) == len(ANSWERS)


def test_the_legend_names_the_colours_that_bars_have_in_their_order():
    names = [said(entry) for entry in parsed(bar_legend([MIXED])).iter("span")]
    assert names == ["Rất không hài lòng", "Chưa hài lòng", "Hài lòng", "Rất hài lòng"]
    assert said(parsed(bar_legend([asked(S=9, N=1)]))) == "Hài lòng"


def test_a_name_that_is_cut_opens_whole_and_a_whole_one_has_nothing_to_open():
    cut = dataclasses.replace(MIXED.question, label="Thái độ…", text="Thái độ của công chức?")
    asked = [dataclasses.replace(MIXED, question=cut), MIXED]
    opened = parsed(question_bars(asked, {})).findall(".//details")
    assert [words(each.find("span")) for each in opened] == ["Thái độ của công chức?"]
