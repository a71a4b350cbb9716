"""What nobody has placed yet may move a rate: between which two, is said."""

from lib.analysis.rates import question_rate
from lib.analysis.unclassified_answers import (
    moves_the_rate,
    possible_rates,
    unclassified_words,
)


def test_nine_of_25_unclassified_leave_a_rate_of_all_satisfied_between_64_and_100_percent():
    assert possible_rates(question_rate(16, 16), 9) == (0.64, 1.0)
    words = unclassified_words(question_rate(16, 16), 9).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "thêm 9 câu trả lời chưa phân loại: từ 64,0 % đến 100,0 %"


def test_nothing_is_said_where_all_are_classified_or_no_rate_is_told():
    assert unclassified_words(question_rate(16, 20), 0) == ""
    assert unclassified_words(question_rate(2, 3), 4) == ""


def test_one_of_many_thousands_does_not_move_the_rate_as_it_is_written():
    assert moves_the_rate(question_rate(16, 20), 1)
    assert not moves_the_rate(question_rate(80_000, 100_000), 1)
