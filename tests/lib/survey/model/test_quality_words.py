"""What words judge, and what a header asks of: the service, the person, what people want to say."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.quality_words import (
    QUALITIES_FILE,
    about_the_person,
    asks_for_own_words,
    judge_answer,
)


@pytest.mark.parametrize(
    ("header", "personal"),
    [
        ("Mức thu nhập hộ gia đình Ông/Bà", True),
        ("Học lực của con Ông/Bà", True),
        ("Ông/Bà đánh giá sức khỏe của mình thế nào?", True),
        ("Ông/Bà có hài lòng với cuộc sống hiện nay không?", True),
        ("Kết quả học tập của em", True),
        ("Trình độ tiếng Anh", True),
        ("Speed of your home internet", True),
        ("How good is your Vietnamese?", True),
        ("Are you satisfied with your current salary?", True),
        ("Ông/Bà có hài lòng về thủ tục xác nhận thu nhập không?", False),
        ("Đánh giá khả năng giải thích của nhân viên", False),
    ],
)
def test_what_is_asked_of_the_person_is_told_from_what_is_asked_of_the_service(header, personal):
    assert about_the_person(header) is personal


def test_a_header_that_leaves_room_for_words_asks_for_no_rating():
    assert asks_for_own_words("Ý kiến góp ý của Ông/Bà")
    assert not asks_for_own_words("Đánh giá, góp ý về mức độ hài lòng")


@given(st.sampled_from(("rất", "hoàn toàn", "cực kỳ")), st.sampled_from(("không", "chưa")))
def test_an_adjective_nobody_listed_is_taken_apart_all_the_same(strong, negation):
    assert judge_answer(f"{strong} lung linh")[:4] == ("lung linh", None, False, True)
    taken = judge_answer(f"{strong} {negation} lung linh")
    assert (taken.stem, taken.negated, taken.strong) == ("lung linh", True, True)


def test_not_so_very_is_a_weaker_no():
    taken = judge_answer("Không sạch lắm")
    assert (taken.stem, taken.good, taken.negated, taken.weak) == ("sạch", True, True, True)


def test_no_word_says_two_things():
    """A word that is both good and bad would count as whichever list is asked first."""
    lists = json.loads(QUALITIES_FILE.read_text(encoding="utf-8"))
    apart = ("good", "bad", "topics", "wanted", "burdens", "negations", "hedges", "plain")
    shared = {
        pair: both
        for pair in itertools.combinations(apart, 2)
        if (both := set(lists[pair[0]]) & set(lists[pair[1]]))
    }
    assert shared == {}
    assert [name for name, words in lists.items() if len(words) != len(set(words))] == []
