from lib.survey.columns import column
from lib.survey.options import counted, options

CHOICES = [
    "Chờ lâu",
    "Thiếu ghế, quạt",
    "Chờ lâu, Thiếu ghế, quạt",
    "Thiếu ghế, quạt, Mạng yếu",
    "Chờ lâu, Mạng yếu",
    "Mạng yếu",
]


def test_options_are_what_recurs_and_keep_their_commas() -> None:
    assert set(options(column(CHOICES))) == {"Chờ lâu", "Thiếu ghế, quạt", "Mạng yếu"}


def test_every_option_counts_once_for_a_response() -> None:
    found = column(CHOICES)
    assert counted(found, options(found)) == {"Chờ lâu": 3, "Thiếu ghế, quạt": 3, "Mạng yếu": 3}


def test_peoples_own_words_count_under_other() -> None:
    found = column([*CHOICES, "Chờ lâu, xa quá, nóng"])
    assert counted(found, options(found))["Khác"] == 1


def test_semicolons_separate_too_and_a_last_one_is_nothing() -> None:
    found = column(["A, B;C", "C;", "A, B", "A, B;C"])
    assert counted(found, options(found)) == {"A, B": 3, "C": 3}


def test_commas_in_brackets_separate_nothing() -> None:
    found = column(["Mạng (yếu, chậm), Ghế", "Ghế", "Mạng (yếu, chậm)", "Mạng (yếu, chậm), Ghế"])
    assert set(options(found)) == {"Mạng (yếu, chậm)", "Ghế"}


def test_answers_with_commas_are_no_list() -> None:
    found = column(["Rất dễ dàng, thuận tiện", "Dễ dàng, thuận tiện", "Bình thường"] * 3)
    assert options(found) == ()


def test_sentences_are_no_list() -> None:
    found = column(["Nhanh, gọn", "Nhanh nhưng nóng, thiếu ghế", "Cảm ơn, tốt"])
    assert options(found) == ()
