import pytest

from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.recognise.worded_levels import (
    level_indexes,
    undecided_levels,
    unify_spellings,
    worded_levels,
)
from lib.survey.table.coded_column import code_column

HARASSED = "Ông/Bà có bị công chức gây phiền hà, sách nhiễu không?"


def polarities(header: str, *cells: str) -> dict[str, str] | None:
    found = worded_levels(header, code_column(list(cells)))
    return None if found is None else {level.text: level.polarity.value for level in found}


def test_levels_are_best_first_whatever_order_they_came_in() -> None:
    found = polarities("Câu", "Không hài lòng", "Rất hài lòng", "Bình thường", "Hài lòng")
    assert list(found or ()) == ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng"]


def test_very_is_strong() -> None:
    found = worded_levels("Câu", code_column(["Rất hài lòng", "Hài lòng", "Rất kém"])) or ()
    assert [level.strong for level in found] == [True, False, True]


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        (HARASSED, "dissatisfied", "satisfied"),
        ("Trả kết quả có đúng hẹn không?", "satisfied", "dissatisfied"),
        ("Đã được xin lỗi chưa?", "satisfied", "dissatisfied"),
        ("Có phải nộp thêm tiền không?", "dissatisfied", "satisfied"),
    ],
)
def test_the_question_says_whether_yes_is_good(header: str, yes: str, no: str) -> None:
    assert polarities(header, "Có", "Không") == {"Có": yes, "Không": no}


def test_no_opinion_beside_yes_and_no_does_not_apply() -> None:
    found = polarities(HARASSED, "Không", "Có", "Không có ý kiến")
    assert found == {
        "Không": "satisfied",
        "Có": "dissatisfied",
        "Không có ý kiến": "not_applicable",
    }


def test_yes_to_a_question_about_facts_rates_nothing() -> None:
    assert polarities("Ông/Bà đã từng nộp trực tuyến chưa?", "Có", "Không") is None


def test_one_known_word_among_others_rates_nothing() -> None:
    assert polarities("Câu", "Hài lòng", "Chờ lâu", "Xa quá") is None


def test_an_answer_nobody_knows_is_unclassified() -> None:
    found = polarities("Câu", *["Hài lòng"] * 3, *["Kém"] * 2, "Tàm tạm")
    assert found == {
        "Hài lòng": "satisfied",
        "Kém": "dissatisfied",
        "Tàm tạm": "unclassified",
    }


def test_to_agree_with_a_complaint_is_dissatisfied() -> None:
    found = polarities("Thủ tục phức tạp", "Đồng ý", "Rất không đồng ý", "Đồng ý")
    assert found == {"Rất không đồng ý": "satisfied", "Đồng ý": "dissatisfied"}


def test_only_middle_answers_rate_nothing() -> None:
    assert polarities("Câu", "Bình thường", "Không có ý kiến") is None


@pytest.mark.parametrize(
    ("header", "cells", "ordered"),
    [
        ("Phải đi lại bao nhiêu lần?", ["Trên 3 lần", "3 lần", "1 lần"], "1 3 Trên"),
        ("Có bị trễ hẹn mà vẫn hài lòng không?", ["Có", "Không"], "Có Không"),
    ],
)
def test_what_rates_without_saying_how_is_undecided(
    header: str, cells: list[str], ordered: str
) -> None:
    found = undecided_levels(header, code_column(cells)) or ()
    assert " ".join(level.text.split()[0] for level in found) == ordered


def test_variants_take_the_most_common_spelling() -> None:
    found = unify_spellings(code_column(["Hài lòng", "Hài lòng", "hai long", "HÀI LÒNG!", "Kém"]))
    assert (found.texts, found.counts) == (("Hài lòng", "Kém"), (4, 1))


def test_answers_find_their_level_in_any_spelling() -> None:
    known = [Level("Hài lòng", Polarity.SATISFIED), Level("5", Polarity.SATISFIED)]
    assert level_indexes(known, ["hai long", "5 – Rất", "Lạ"]) == [0, 1, -1]


OFTEN = ["Thường xuyên", "Luôn luôn", "Không bao giờ", "Thỉnh thoảng", "Hiếm khi"]


def test_how_often_counts_by_what_the_question_calls_good() -> None:
    found = polarities("Công chức có hướng dẫn rõ ràng không?", *OFTEN)
    assert found == {
        "Luôn luôn": "satisfied",
        "Thường xuyên": "satisfied",
        "Thỉnh thoảng": "neutral",
        "Hiếm khi": "dissatisfied",
        "Không bao giờ": "dissatisfied",
    }
    assert next(iter(polarities(HARASSED, *OFTEN) or ())) == "Không bao giờ"


def test_how_often_something_is_done_rates_nothing() -> None:
    assert polarities("Ông/Bà đến trụ sở:", *OFTEN) is None


def test_yes_may_say_more_behind_a_comma() -> None:
    found = polarities(HARASSED, "Không", "Có, một vài lần")
    assert found == {"Không": "satisfied", "Có, một vài lần": "dissatisfied"}


def test_a_yes_that_a_but_takes_back_is_none() -> None:
    assert polarities("Có hài lòng không?", "Không", "Có, nhưng lâu") is None


def test_how_many_times_somebody_came_is_ordered_and_undecided() -> None:
    cells = ["3 lần", "Trên 3 lần", "1 lần", "2 lần", "Từ 4 lần trở lên"]
    found = undecided_levels("Số lần đi lại", code_column(cells)) or ()
    texts = [level.text for level in found]
    assert texts == ["1 lần", "2 lần", "3 lần", "Trên 3 lần", "Từ 4 lần trở lên"]
    assert {level.polarity for level in found} == {Polarity.UNCLASSIFIED}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("非常满意", "不满意"),
        ("満足", "不満"),
        ("만족", "불만족"),
        ("Полностью удовлетворён", "Не удовлетворён"),
        ("Очень довольна", "Скорее недовольна"),
        ("พึงพอใจมากที่สุด", "พึงพอใจน้อยที่สุด"),
        ("Sangat puas", "Kurang puas"),
        ("Très satisfaite", "Pas du tout satisfaite"),
        ("Muy bueno", "Malo"),
        ("Ótimo", "Péssimo"),
        ("Sehr zufrieden", "Eher unzufrieden"),
        ("Easy", "Difficult"),
        ("😊", "😞"),
    ],
)
def test_satisfaction_has_words_in_many_languages(good: str, bad: str) -> None:
    found = polarities("Q", bad, good, bad)
    assert found == {good: "satisfied", bad: "dissatisfied"}


def test_three_known_answers_in_five_are_enough_and_fewer_are_not() -> None:
    known = ("Hài lòng", "Hài lòng", "Kém")
    assert polarities("Câu", *known, "Xa quá", "Chờ lâu")
    assert polarities("Câu", *known, "Xa quá", "Chờ lâu", "Nóng") is None
