import pytest

from lib.ui.pieces.count_bars import CountedRow, count_bar_table
from tests.building import named, parsed, words

HEADS = ("Mức", "Phiếu", "Tỷ lệ")


def cells(html: str) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in parsed(html).findall(".//tbody/tr")]


def test_a_row_says_its_number_and_share_beside_its_bar():
    rows = [CountedRow("Tốt", 1200, "80,0 %"), CountedRow("Không biết", 8, "–")]
    assert cells(count_bar_table(HEADS, rows)) == [
        ["Tốt", "", "1.200", "80,0 %"],
        ["Không biết", "", "8", "–"],
    ]


def test_without_shares_there_is_no_column_of_them():
    assert cells(count_bar_table(HEADS, [CountedRow("Kinh tế", 3)])) == [["Kinh tế", "", "3"]]


@pytest.mark.parametrize(
    ("counts", "widths"), [((1200, 300), (100, 25)), ((0, 0), (0, 0)), ((7,), (100,))]
)
def test_a_bar_is_as_long_as_its_count_against_the_largest(counts, widths):
    html = count_bar_table(HEADS, [CountedRow("Tốt", n, colour="c-d") for n in counts])
    assert [bar.get("style") for bar in named(html, "c-d")] == [f"width:{w:.2f}%" for w in widths]


def test_a_respondents_words_are_not_markup():
    assert "<i>x" not in count_bar_table(HEADS, [CountedRow("<i>x", 1)])
