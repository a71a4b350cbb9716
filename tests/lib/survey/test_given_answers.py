"""All answers of one response, as its sheet asked, and none that tells who gave them."""

from lib.survey.given_answers import given_answers
from tests.building import responses

ONE = """
Dấu thời gian,Họ và tên,Ông/Bà có hài lòng không?,Ông/Bà nộp bằng cách nào?,Góp ý
13/11/2022 08:00:00,Nguyễn Thị Kín,Không hài lòng,,Chờ đợi lâu
14/11/2022 08:00:00,Lê Văn Kín,Hài lòng,Trực tuyến,
"""
TWO = "Dấu thời gian,Góp ý,Ông/Bà có hài lòng không?,Ý kiến khác\n"


def said(text, at):
    return [(one.question.text, one.text) for one in given_answers(responses(text), at)]


def test_answers_stand_in_the_order_of_the_form_and_a_blank_is_one():
    assert said(ONE, 0) == [
        ("Ông/Bà có hài lòng không?", "Không hài lòng"),
        ("Ông/Bà nộp bằng cách nào?", ""),
    ]
    assert said(ONE, 1)[1] == ("Ông/Bà nộp bằng cách nào?", "Trực tuyến")


def test_of_several_comments_each_stands_with_its_question():
    lines = "13/11/2022 08:00:00,Chờ lâu,Không hài lòng,Thiếu ghế\n" * 2
    assert said(TWO + lines, 1) == [
        ("Góp ý", "Chờ lâu"),
        ("Ông/Bà có hài lòng không?", "Không hài lòng"),
        ("Ý kiến khác", "Thiếu ghế"),
    ]
