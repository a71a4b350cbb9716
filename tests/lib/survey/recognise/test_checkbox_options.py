from lib.survey.recognise.checkbox_options import checkbox_options, count_options
from lib.survey.table.coded_column import code_column

CHOICES = [
    "Chờ lâu",
    "Thiếu ghế, quạt",
    "Chờ lâu, Thiếu ghế, quạt",
    "Thiếu ghế, quạt, Mạng yếu",
    "Chờ lâu, Mạng yếu",
    "Mạng yếu",
]


def test_options_are_what_recurs_and_keep_their_commas() -> None:
    assert set(checkbox_options(code_column(CHOICES))) == {"Chờ lâu", "Thiếu ghế, quạt", "Mạng yếu"}


def test_every_option_counts_once_for_a_response() -> None:
    found = code_column(CHOICES)
    assert count_options(found, checkbox_options(found)) == {
        "Chờ lâu": 3,
        "Thiếu ghế, quạt": 3,
        "Mạng yếu": 3,
    }


def test_peoples_own_words_count_under_other() -> None:
    found = code_column([*CHOICES, "Chờ lâu, xa quá, nóng"])
    assert count_options(found, checkbox_options(found))["Khác"] == 1


def test_semicolons_separate_too_and_a_last_one_is_nothing() -> None:
    found = code_column(["A, B;C", "C;", "A, B", "A, B;C"])
    assert count_options(found, checkbox_options(found)) == {"A, B": 3, "C": 3}


def test_commas_in_brackets_separate_nothing() -> None:
    found = code_column(
        ["Mạng (yếu, chậm), Ghế", "Ghế", "Mạng (yếu, chậm)", "Mạng (yếu, chậm), Ghế"]
    )
    assert set(checkbox_options(found)) == {"Mạng (yếu, chậm)", "Ghế"}


def test_answers_with_commas_are_no_list() -> None:
    found = code_column(["Rất dễ dàng, thuận tiện", "Dễ dàng, thuận tiện", "Bình thường"] * 3)
    assert checkbox_options(found) == ()


def test_sentences_are_no_list() -> None:
    found = code_column(["Nhanh, gọn", "Nhanh nhưng nóng, thiếu ghế", "Cảm ơn, tốt"])
    assert checkbox_options(found) == ()


def test_what_stands_before_an_option_is_one_however_rarely_chosen() -> None:
    """One's own words come last in the cell."""
    found = code_column([*CHOICES, "Chờ lâu, Không ai tiếp, Mạng yếu"])
    assert count_options(found, checkbox_options(found)) == {
        "Chờ lâu": 4,
        "Thiếu ghế, quạt": 3,
        "Mạng yếu": 4,
        "Không ai tiếp": 1,
    }


def test_what_stands_alone_or_last_only_once_may_be_ones_own_words() -> None:
    found = code_column([*CHOICES, "Nhà xa", "Chờ lâu, Đường hỏng"])
    assert count_options(found, checkbox_options(found))["Khác"] == 2


def test_what_follows_the_word_other_is_gathered_whatever_it_says() -> None:
    found = code_column(
        [*CHOICES, "Khác: nóng, Chờ lâu", "Khác: nóng, Chờ lâu", "Mạng yếu, Other: x"]
    )
    assert count_options(found, checkbox_options(found)) == {
        "Chờ lâu": 3,
        "Thiếu ghế, quạt": 3,
        "Mạng yếu": 4,
        "Khác": 3,
    }


def test_two_options_that_came_together_only_a_few_times_are_two() -> None:
    found = code_column(
        ["Ghế, Quạt", "Ghế, Quạt, Mạng", "Mạng", "Mạng, Điện", "Điện", "Nước, Điện"]
    )
    assert {"Ghế", "Quạt"} <= set(checkbox_options(found))


def test_numbers_are_options_too() -> None:
    found = code_column(["1, 2", "2", "1, 3", "3", "1, 2, 3"])
    assert count_options(found, checkbox_options(found)) == {"1": 3, "2": 3, "3": 3}


def test_what_people_listed_in_their_own_words_is_no_list_of_options() -> None:
    subjects = ["Toán, Lý", "Toán", "Lý", "Lý, Hóa", "Sinh, Sử", "Văn, Toán", "Địa", "Nhạc, Họa"]
    assert checkbox_options(code_column(subjects)) == ()


def test_an_answer_explained_behind_a_comma_is_no_list() -> None:
    """What stands alone begins the longer answers too, but follows in none."""
    found = code_column(["Có", "Không", "Có, thường xuyên", "Không, chưa bao giờ"] * 3)
    assert checkbox_options(found) == ()


def test_an_option_that_ends_in_a_blank_is_the_option():
    cells = ["Một cửa ;", "Một cửa ;Zalo;", "Zalo;", "Zalo ;Một cửa;"] * 3
    column = code_column(cells)
    assert count_options(column, checkbox_options(column)) == {"Một cửa": 9, "Zalo": 9}
