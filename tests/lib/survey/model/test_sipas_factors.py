"""Which of the five factors of SIPAS a question is about."""

import pytest

from lib.errors import SettingError
from lib.survey.describe.survey_description import parse_description
from lib.survey.model.sipas_factors import Factor, factor_from_words
from tests.lib.survey.tables import survey, table

RATED = ["Hài lòng"] * 6
STAFF = "Ông/Bà có hài lòng về thái độ của cán bộ không?"


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Nơi ngồi chờ, bàn viết có thuận tiện không?", Factor.ACCESS),
        ("Ông/Bà phải đi lại mấy lần?", Factor.PROCEDURE),
        ("Mức phí, lệ phí có đúng quy định không?", Factor.PROCEDURE),
        ("Thái độ của công chức trả kết quả giải quyết hồ sơ?", Factor.OFFICIALS),
        ("Kết quả có đúng như đề nghị không?", Factor.RESULT),
        ("Công chức có trả kết quả đúng hẹn không?", Factor.RESULT),
        ("Phản ánh, kiến nghị có được trả lời không?", Factor.FEEDBACK),
        ("Nhìn chung, Ông/Bà có hài lòng về công chức xã không?", Factor.NONE),
        ("Phiếu này có dễ hiểu không?", Factor.NONE),  # "phí" is no part of "phiếu"
    ],
)
def test_the_words_of_a_question_propose_its_factor(text, factor):
    assert factor_from_words(text) is factor


def test_a_declared_factor_wins_over_the_words():
    text = f'[[questions]]\nid = "c1"\nheader = "{STAFF}"\nfactor = "result"'
    declared = parse_description(text, "survey.toml")
    read = survey(table({STAFF: RATED}), description=declared)
    assert read.form.questions[0].factor is Factor.RESULT
    assert survey(table({STAFF: RATED})).form.questions[0].factor is Factor.OFFICIALS


def test_a_factor_that_does_not_exist_is_told_with_those_that_do():
    text = '[[questions]]\nid = "c1"\nheader = "A?"\nfactor = "speed"'
    with pytest.raises(SettingError, match="officials"):
        parse_description(text, "survey.toml")
