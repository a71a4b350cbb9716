from lib.analysis.rates import question_rate
from lib.survey.model.answer_levels import Level, Polarity
from lib.ui.pieces.html_tables import folded_table, level_table, rate_table
from tests.building import parsed, words


def cells(html: str) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in parsed(html).findall(".//tbody/tr")]


def test_rates_stand_with_their_answers_and_intervals():
    table = rate_table(
        "Xã", [("Xuân Tây", question_rate(222, 226)), ("Bảo Bình", question_rate(3, 4))]
    )
    assert cells(table) == [
        ["Xuân Tây", "226", "98,2 %", "95,5–99,3"],
        ["Bảo Bình", "4", "dưới 5 phiếu", "–"],
    ]


def test_a_level_has_a_share_of_the_valid_answers_only_where_it_is_one():
    good, aside = Level("Tốt", Polarity.SATISFIED), Level("Không biết", Polarity.NOT_APPLICABLE)
    assert cells(level_table([(good, 1200), (aside, 8)], 1500)) == [
        ["Tốt", "1.200", "80,0 %"],
        ["Không biết", "8", "–"],
    ]


def test_without_valid_answers_there_are_no_shares():
    assert cells(level_table([(Level("Tốt", Polarity.SATISFIED), 0)], 0)) == [["Tốt", "0", "–"]]


def test_a_respondents_words_are_not_markup():
    assert "<i>" not in level_table([(Level("<i>"), 1)], 0)


def test_a_folded_table_says_what_opens_it():
    assert (
        parsed(folded_table(rate_table("Xã", []))).find("details/summary").text == "Xem dạng bảng"
    )
