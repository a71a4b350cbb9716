import dataclasses

import pytest

from lib.analysis.group_comparison import ComparisonCell, ComparisonRow
from lib.analysis.rates import question_rate
from lib.ui.pieces.heat import HeatScale, heat_legend, heat_scale, heat_table
from tests.building import named, parsed, words
from tests.lib.analysis.made import Row as Made
from tests.lib.analysis.made import responses

[QUESTION] = responses(Made("S")).form.questions
HEADS, SCALE = ("Xã", "Số phiếu", "Chung", "Câu 1"), HeatScale(75, 100)


def table(*cells: ComparisonCell) -> str:
    """Return a table of one row for each cell, named A, B, C."""
    rows = [ComparisonRow(number, cell.rate.valid, (cell,)) for number, cell in enumerate(cells)]
    named = ("ABC", {"xa": ["xuan-tay"]})
    return heat_table(
        "Theo xã", HEADS, [QUESTION], rows, lambda number: (named[0][number], named[1]), SCALE
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
    ("satisfied", "band"),
    [(20, "b-1"), (159, "b-1"), (160, "b-2"), (170, "b-3"), (180, "b-4"), (190, "b-5")],
)
def test_a_tint_follows_the_scale(satisfied, band):
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
    assert [words(row) for row in rows] == ["A100–99,0", "B100–50,0", "C100–75,0"]


def test_a_forms_words_are_not_markup():
    question = dataclasses.replace(QUESTION, label="<b>nhãn")
    html = heat_table(
        "<i>", (*HEADS[:3], question.label), [question], [], lambda _: ("", {}), SCALE
    )
    assert "&lt;b&gt;nhãn" in html
    assert "<i>" not in html


def test_every_tint_is_explained():
    legend = parsed(heat_legend(SCALE))
    assert len(named(heat_legend(SCALE), "x-swatch")) == 6
    assert words(legend).startswith("75–8080–8585–9090–9595–100")


@pytest.mark.parametrize(
    ("rates", "ends"),
    [
        ([], (0, 100)),
        ([(40, 100), (84, 100)], (39, 84)),
        ([(99, 100), (100, 100)], (95, 100)),
        ([(1, 20), (99, 100)], (94, 99)),  # of too few: greyed, so without a tint
    ],
)
def test_the_tints_cover_what_is_shown(rates, ends):
    scale = heat_scale([cell(*each) for each in rates])
    assert (scale.low, scale.high) == ends


def test_the_overall_rate_stands_with_its_interval_and_opens_the_overview():
    overall = ComparisonCell(question_rate(90, 100), 10, -1)
    rows = [ComparisonRow(0, 100, (None,), overall)]
    drawn = heat_table("Theo xã", HEADS, [QUESTION], rows, lambda _: ("A", {"xa": ["a"]}), SCALE)
    shown = parsed(drawn).findall(".//tbody/tr/td")[1]
    assert words(shown) == "90,0 ▼thấp hơn82,6–94,5"
    assert shown.find(".//a").get("href") == "/?xa=a"
