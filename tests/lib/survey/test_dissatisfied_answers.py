import datetime as dt
import unicodedata

import numpy as np
import pytest

from lib.survey.dissatisfied_answers import (
    dissatisfied_positions,
    read_dissatisfied,
    search_comments,
)
from tests.building import responses

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Thủ tục có dễ hiểu không?,Xã,Ấp,Lĩnh vực,Góp ý
?,Không hài lòng,Hài lòng,,,,
13/11/2022 08:00:00,Không hài lòng,Rất không hài lòng,Xã Xuân Tây,Ấp 7,Đất đai,Chờ đợi lâu
15/11/2022 09:30:00,Hài lòng,Không hài lòng,Xã Bảo Bình,,,Đông người
14/11/2022 08:00:00,Rất hài lòng,Bình thường,Xã Xuân Tây,,,
15/11/2022 09:30:00,Rất không hài lòng,,Xã Xuân Tây,,,
"""
MADE = responses(FORM)
ALL = np.ones(MADE.n, dtype=bool)


def test_responses_with_a_dissatisfied_answer_are_found_newest_first_unknown_times_last():
    assert dissatisfied_positions(MADE, ALL).tolist() == [4, 2, 1, 0]


def test_only_chosen_responses_are_found():
    assert dissatisfied_positions(MADE, np.array([True, True, False, True, False])).tolist() == [
        1,
        0,
    ]


def test_only_the_chosen_questions_count():
    assert dissatisfied_positions(MADE, ALL, ("c2",)).tolist() == [2, 1]
    assert dissatisfied_positions(MADE, ALL, ("c9",)).tolist() == []


def test_a_response_tells_the_day_the_place_and_what_it_says():
    [one] = read_dissatisfied(MADE, [1])
    assert (one.day, one.commune, one.hamlet, one.sector, one.comment) == (
        dt.date(2022, 11, 13), "Xuân Tây", "Ấp 7", "Đất đai", "Chờ đợi lâu",
    )  # fmt: skip


def test_what_is_not_stated_is_empty():
    [one] = read_dissatisfied(MADE, [0])
    assert (one.day, one.commune, one.hamlet, one.sector, one.comment) == (None, "", "", "", "")


def test_only_dissatisfied_answers_are_told_in_the_forms_order():
    told = [
        [(q.id, level.text) for q, level in one.answers] for one in read_dissatisfied(MADE, [1, 2])
    ]
    assert told == [
        [("c1", "Không hài lòng"), ("c2", "Rất không hài lòng")],
        [("c2", "Không hài lòng")],
    ]


def test_only_answers_to_the_chosen_questions_are_told():
    [one] = read_dissatisfied(MADE, [1], ("c2",))
    assert [question.id for question, _ in one.answers] == ["c2"]


@pytest.mark.parametrize(
    "words", ["đợi", "DOI LAU", " cho doi ", unicodedata.normalize("NFD", "đợi"), "chờ  đợi"]
)
def test_a_search_needs_neither_accents_nor_case(words):
    assert search_comments(MADE, dissatisfied_positions(MADE, ALL), words).tolist() == [1]


def test_a_search_for_nothing_leaves_everything_in_its_order():
    assert search_comments(MADE, dissatisfied_positions(MADE, ALL), "  ").tolist() == [4, 2, 1, 0]


def test_a_search_that_finds_nothing_leaves_nothing():
    assert search_comments(MADE, dissatisfied_positions(MADE, ALL), "zalo").tolist() == []


def test_several_comments_of_one_response_stand_below_one_another():
    made = responses("Hài lòng không?,Góp ý,Ý kiến khác\nKhông hài lòng,một,hai")
    [one] = read_dissatisfied(made, dissatisfied_positions(made, np.ones(1, dtype=bool)))
    assert one.comment == "một\nhai"
