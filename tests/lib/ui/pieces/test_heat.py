import dataclasses

import pytest

from lib.analysis.group_comparison import ComparisonCell, ComparisonRow
from lib.analysis.rates import question_rate
from lib.ui.pieces.heat import heat_legend, heat_table
from tests.building import named, parsed, words
from tests.lib.analysis.made import Row as Made
from tests.lib.analysis.made import responses

[QUESTION] = responses(Made("S")).form.questions


def table(*cells: ComparisonCell) -> str:
    """Return a table of one row for each cell, named A, B, C."""
    rows = [ComparisonRow(number, cell.rate.valid, (cell,)) for number, cell in enumerate(cells)]
    return heat_table(
        "Theo xã", "Xã", [QUESTION], rows, lambda number: ("ABC"[number], {"xa": ["xuan-tay"]})
    )


def cell(satisfied: int, valid: int, mark: int = 0) -> ComparisonCell:
    return ComparisonCell(question_rate(satisfied, valid), valid - satisfied, mark)


def last(html: str) -> object:
    return parsed(html).findall(".//tbody/tr/td")[-1]


@pytest.mark.parametrize(
    ("mark", "expected"), [(1, "99,0 ▲cao hơn"), (-1, "99,0 ▼thấp hơn"), (0, "99,0")]
)
def test_a_mark_stands_only_where_the_comparison_says_so_and_is_also_a_word(mark, expected):
    assert words(last(table(cell(198, 200, mark)))) == expected


@pytest.mark.parametrize(
    ("satisfied", "band"), [(169, "b-1"), (170, "b-2"), (180, "b-3"), (190, "b-4"), (196, "b-5")]
)
def test_a_tint_follows_the_bands(satisfied, band):
    assert last(table(cell(satisfied, 200))).get("class") == band


@pytest.mark.parametrize(
    ("valid", "expected", "kind"),
    [(0, "–", "x-none"), (4, "< 5 phiếu", "x-none"), (29, "100,0", "x-few"), (30, "100,0", "b-5")],
)
def test_few_answers_are_greyed_and_under_five_hidden(valid, expected, kind):
    drawn = last(table(cell(valid, valid)))
    assert (words(drawn), drawn.get("class")) == (expected, kind)


def test_names_choose_a_row_and_figures_open_the_question():
    name, figure = parsed(table(cell(30, 30))).iter("a")
    assert name.get("href") == "/so_sanh?xa=xuan-tay"
    assert figure.get("href") == "/theo_cau_hoi?xa=xuan-tay&cau=c1"
    assert figure.get("title") == "n = 30"


def test_rows_stay_in_the_order_given():
    rows = parsed(table(cell(99, 100), cell(50, 100), cell(75, 100))).findall(".//tbody/tr")
    assert [words(row) for row in rows] == ["A10099,0", "B10050,0", "C10075,0"]


def test_a_forms_words_are_not_markup():
    question = dataclasses.replace(QUESTION, label="<b>nhãn")
    html = heat_table("<i>", "Xã", [question], [], lambda _: ("", {}))
    assert "&lt;b&gt;nhãn" in html
    assert "<i>" not in html


def test_every_tint_is_explained():
    assert len(named(heat_legend(), "x-swatch")) == 6
