from lib.ui.pieces.cards import figure_card, figure_cards
from tests.building import named, parsed, words


def test_a_card_tells_a_number_and_its_unit_under_its_title():
    card = figure_card("Số phiếu", "226", "phiếu", "tăng 3", kind="x-d")
    assert [words(part) for part in parsed(card)[0]] == ["Số phiếu", "226 phiếu", "tăng 3"]
    assert parsed(card)[0].get("class") == "x-card x-d"


def test_a_card_has_no_empty_lines():
    assert named(figure_card("Số phiếu", "226", "", "", None), "x-sub") == []


def test_a_cards_words_are_escaped():
    assert "<b>" not in figure_card("<b>", "<b>", "<b>", "<b>")


def test_cards_stand_side_by_side():
    assert len(parsed(figure_cards(figure_card("a", "1", ""), figure_card("b", "2", "")))[0]) == 2
