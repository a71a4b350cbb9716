import json
import unicodedata

import pytest

from lib.survey.model.answer_levels import Answer
from lib.survey.model.lexicon import (
    LEXICON_FILE,
    find_word,
    header_says,
    is_time_header,
    question_subject,
    yes_or_no,
)
from lib.survey.model.vietnamese_text import fold_accents


def counted(text: str) -> Answer | None:
    found = find_word(text)
    return found.answer if found else None


@pytest.mark.parametrize(
    "text",
    [
        "hài lòng",
        "HÀI LÒNG",
        "Hài\u00a0lòng",
        "Hài lòng!",
        "Hài lòng 😊",
        "4 - Hài lòng",
        "b) Hài lòng",
        "hai long",
        "Hài lòng (4)",
        "Satisfecho/a",
        "Satisfait(e)",
        "Plutôt d’accord",
        unicodedata.normalize("NFD", "Hài lòng"),
    ],
)
def test_variants_of_an_answer_are_the_answer(text: str) -> None:
    assert counted(text) is Answer.SATISFIED


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Không hài lòng", Answer.DISSATISFIED),
        ("Chưa hài lòng", Answer.DISSATISFIED),
        ("Ít hài lòng", Answer.DISSATISFIED),
        ("Tạm hài lòng", Answer.NEUTRAL),
        ("Tương đối hài lòng", Answer.NEUTRAL),
        ("Rất không hài lòng", Answer.VERY_DISSATISFIED),
        ("Không phiền hà", Answer.SATISFIED),
        ("Không đúng quy định", Answer.DISSATISFIED),
        ("Không có ý kiến", Answer.NOT_APPLICABLE),
        ("-", Answer.NOT_APPLICABLE),
        ("Đồng ý", Answer.SATISFIED),
        ("Ðồng ý", Answer.SATISFIED),
        ("Disagree", Answer.DISSATISFIED),
        ("Dissatisfied", Answer.DISSATISFIED),
    ],
)
def test_an_answer_counts_by_all_its_words(text: str, answer: Answer) -> None:
    assert counted(text) is answer


@pytest.mark.parametrize(
    "text", ["Hài lòng nhưng thời gian hơi lâu", "Có", "4", "Chăm", "Tốt hơn trước nhiều"]
)
def test_what_the_lexicon_does_not_have_is_not_guessed(text: str) -> None:
    assert find_word(text) is None


def test_no_two_answers_are_equal_without_accents() -> None:
    classes = json.loads(LEXICON_FILE.read_text(encoding="utf-8"))["answers"]
    words = [fold_accents(word) for words in classes.values() for word in words]
    assert sorted(words) == sorted(set(words))


def test_better_words_of_a_class_come_first() -> None:
    earlier, later = find_word("Sớm hơn hẹn"), find_word("Đúng hẹn")
    assert earlier is not None
    assert later is not None
    assert earlier < later


@pytest.mark.parametrize(("text", "side"), [("Có", True), ("Chưa", False), ("Có lẽ", None)])
def test_a_pair_is_a_whole_yes_or_no(text: str, side: bool | None) -> None:
    assert yes_or_no(text) is side


@pytest.mark.parametrize(
    "header", ["Dấu thời gian", "Timestamp", "Marca temporal", "タイムスタンプ", "Horodateur"]
)
def test_googles_time_header_is_known_in_many_languages(header: str) -> None:
    assert is_time_header(header)


def test_a_header_says_whole_words_only() -> None:
    assert not header_says("commune", "Xãy ra chuyện gì")


def test_the_polite_frame_is_left_off_a_label() -> None:
    assert question_subject("Ông/Bà có hài lòng về cơ sở vật chất không?") == "cơ sở vật chất"


def test_the_label_of_a_harm_is_turned_round_so_that_a_high_rate_reads_as_good() -> None:
    assert question_subject("Ông/Bà có bị gây phiền hà không?") == "Không bị gây phiền hà"
