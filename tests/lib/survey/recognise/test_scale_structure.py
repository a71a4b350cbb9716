"""Scales understood by how their answers are made, whole or not at all."""

import pytest

from lib.survey.model.answer_levels import Answer
from lib.survey.recognise.scale_structure import is_one_scale, scale_answers

VS, S, N, D, VD = tuple(Answer)[:5]


def counted(*texts: str) -> list[Answer] | None:
    words = scale_answers(texts)
    return None if words is None else [words[text].answer for text in texts]


@pytest.mark.parametrize(
    ("texts", "answers"),
    [
        (("Rất sạch sẽ", "Sạch sẽ", "Chưa sạch", "Bẩn"), [VS, S, D, D]),
        (("Nhiệt tình", "Bình thường", "Hách dịch, gây khó khăn"), [S, N, D]),
        (("Rất dễ hiểu", "Khó hiểu", "Rất khó hiểu"), [VS, D, VD]),
        (("Hài lòng", "Không hài lòng lắm", "Hoàn toàn không hài lòng"), [S, D, VD]),
        (("Rất lịch sự", "Không lịch sự", "Rất không lịch sự"), [VS, D, VD]),
        (("Sớm hẹn", "Đúng hẹn", "Trễ hẹn"), [S, S, D]),
        (("Hài lòng / Satisfied", "Không hài lòng / Dissatisfied"), [S, D]),
        (("Rất hài lòng (Very satisfied)", "Bình thường (Neutral)"), [VS, N]),
        (("Mức 5: Rất tốt", "Mức 1: Rất kém"), [VS, VD]),
        (("5. Rất hài lòng hoặc: Rất tốt", "1. Rất không hài lòng hoặc: Rất kém"), [VS, VD]),
        (("Agree", "Neither agree or disagree", "Disagree"), [S, N, D]),
        (("Rất ồn ào", "Ồn ào", "Không ồn ào"), [VD, D, S]),
    ],
)
def test_a_scale_counts_as_it_is_made(texts, answers):
    assert counted(*texts) == answers
    assert is_one_scale(texts)


def test_an_adjective_nobody_listed_is_good_where_it_is_not_yet_reached():
    assert counted("Rất lung linh", "Lung linh", "Chưa lung linh") == [VS, S, D]


def test_an_adjective_nobody_listed_is_good_where_its_opposite_is_bad():
    assert counted("Rất lung linh", "Lung linh", "Bẩn") == [VS, S, D]
    assert counted("Lung linh", "Bẩn") is None  # it may be a word of one's own


def test_an_adjective_nobody_listed_may_be_bad_and_is_not_guessed():
    assert counted("Rất lung linh", "Lung linh", "Không lung linh") is None


@pytest.mark.parametrize(
    "texts",
    [
        ("Hài lòng", "Không hài lòng", "Sao cũng được"),
        ("Hài lòng", "Hài lòng nhưng thời gian hơi lâu"),
        ("Một cửa", "Zalo", "Trang web"),
        ("Hài lòng / Dissatisfied", "Không hài lòng"),
    ],
)
def test_one_answer_that_is_not_understood_leaves_the_whole_open(texts):
    assert counted(*texts) is None


@pytest.mark.parametrize("texts", [("Nhanh", "Rẻ", "Thân thiện"), ("Chậm", "Phức tạp", "Đắt")])
def test_reasons_to_choose_from_order_nothing(texts):
    assert not is_one_scale(texts)
