"""Traps of survey answers, each of which a careless reader falls into."""

import unicodedata

import pytest

from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole, CountingState
from tests.lib.survey.tables import question

S, N, D, NA = (
    Polarity.SATISFIED,
    Polarity.NEUTRAL,
    Polarity.DISSATISFIED,
    Polarity.NOT_APPLICABLE,
)


def polarity(header: str, answer: str, *others: str) -> Polarity:
    levels = question(header, answer, *others).levels
    return next(level.polarity for level in levels if level.text == answer)


@pytest.mark.parametrize(
    ("inside", "whole", "counts"),
    [
        ("Hài lòng", "Không hài lòng", D),
        ("Hài lòng", "Chưa hài lòng", D),
        ("Hài lòng", "Ít hài lòng", D),
        ("Hài lòng", "Rất không hài lòng", D),
        ("Hài lòng", "Hoàn toàn không hài lòng", D),
        ("Hài lòng", "Chưa thật sự hài lòng", D),
        ("Hài lòng", "Tạm hài lòng", N),
        ("Hài lòng", "Tương đối hài lòng", N),
        ("Tốt", "Chưa tốt", D),
        ("Đúng quy định", "Không đúng quy định", D),
        ("Satisfied", "Dissatisfied", D),
        ("满意", "不满意", D),
        ("удовлетворён", "Не удовлетворён", D),
        ("満足", "やや不満", D),
        ("만족", "불만족", D),
        ("Puas", "Tidak puas", D),
        ("พอใจ", "ไม่พอใจ", D),
    ],
)
def test_an_answer_that_holds_another_is_counted_by_itself(
    inside: str, whole: str, counts: Polarity
) -> None:
    assert polarity("Q", whole, inside, inside) is counts
    assert polarity("Q", inside, whole) is S


@pytest.mark.parametrize(
    ("header", "answer", "counts"),
    [
        ("Công chức có gây phiền hà không?", "Không phiền hà", S),
        ("Ông/Bà có bị gây phiền hà không?", "Có", D),
        ("Ông/Bà có bị gây phiền hà không?", "Không", S),
        ("Khi trễ hẹn, đã được xin lỗi chưa?", "Chưa", Polarity.UNCLASSIFIED),
        ("Đã được xin lỗi chưa?", "Chưa", D),
        ("Có phải nộp thêm tiền chưa?", "Chưa", S),
        ("Câu", "Không có ý kiến", NA),
    ],
)
def test_what_no_means_depends_on_the_question(header: str, answer: str, counts: Polarity) -> None:
    other = {"Có": "Không", "Không": "Có", "Chưa": "Rồi"}.get(answer, "Hài lòng")
    assert polarity(header, answer, other) is counts


@pytest.mark.parametrize(
    "typed",
    [
        "HÀI LÒNG",
        unicodedata.normalize("NFD", "Hài lòng"),
        "Hài\u00a0lòng",
        "Hài  lòng.",
        "Hài lòng!",
        "Hài lòng 😊",
        "4 - Hài lòng",
        "a) Hài lòng",
        "hai long",
    ],
)
def test_one_answer_typed_in_many_ways_is_one_level(typed: str) -> None:
    asked = question("Câu", "Hài lòng", "Hài lòng", typed, "Kém", "khong hai long")
    assert dict(asked.answers)["Hài lòng"] == 3
    assert asked.levels[0].text == "Hài lòng"


def test_eth_for_the_vietnamese_letter_and_either_place_of_the_tone_are_one() -> None:
    assert polarity("Cán bộ nhiệt tình", "Ðồng ý", "Không đồng ý") is S
    assert question("Ấp", "Khánh Hòa", "Khánh Hoà").role is ColumnRole.HAMLET


def test_numbers_without_words_are_not_guessed() -> None:
    asked = question("Mức độ hài lòng của Ông/Bà", *[1, 2, 3, 4, 5] * 2)
    assert (asked.kind, asked.role) == (ColumnKind.SCALE, ColumnRole.UNDECIDED)


def test_praise_with_a_reservation_is_no_level() -> None:
    cells = ["Hài lòng", "Hài lòng", "Không hài lòng", "Hài lòng nhưng thời gian hơi lâu"]
    asked = question("Câu", *cells)
    assert (asked.role, asked.state) == (ColumnRole.UNDECIDED, CountingState.TO_CONFIRM)


def test_slow_and_diligent_are_told_apart_by_their_accents() -> None:
    assert polarity("Câu", "Chậm", "Tốt", "Tốt") is D
    assert question("Câu", "Chăm", "Tốt", "Tốt", "Chậm").role is ColumnRole.UNDECIDED
