import pytest

from lib.analysis.rates import question_rate
from lib.survey.model.periods import parse_period
from lib.survey.selection_sentence import n_responses, selection_with_questions
from lib.ui.pieces.phrases import rate_in_words, short_period_name
from lib.ui.shell.survey_view import decode_survey_view
from lib.wording import use_language
from tests.building import responses
from tests.lib.survey.tables import PLACES

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Thủ tục có dễ hiểu không?,Xã,Ấp,Lĩnh vực
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Xuân Tây,Ấp 7,Đất đai
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Lâm San,Ấp 1,Hộ tịch
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Bảo Bình,Ấp 2,Chứng thực
11/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Xuân Đông,Ấp 3,Đất đai
13/08/2025 08:00:00,Hài lòng,Hài lòng,Xã Xuân Đông,Ấp 7,Đất đai
"""
MADE = responses(FORM)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, "tất cả các xã · toàn bộ thời gian · cả 2 câu hỏi"),
        (
            {"xa": ["xuan-tay"], "ky": ["2022-Q4"]},
            "xã Xuân Tây · Quý IV/2022 · cả 2 câu hỏi",
        ),
        (
            {"xa": ["xuan-dong-2025"], "cau": ["c2"]},
            "xã Xuân Đông (từ 01/07/2025) · toàn bộ thời gian · câu “Thủ tục có dễ hiểu không”",
        ),
        (
            {"xa": ["xuan-tay", "lam-san", "bao-binh", "xuan-dong"], "ky": ["2022"]},
            "4 xã · Năm 2022 · cả 2 câu hỏi",
        ),
        (
            {"ap": ["xuan-tay.ap-7"], "linh_vuc": ["dat-dai", "ho-tich"]},
            "tất cả các xã · Ấp 7 – Xuân Tây · Đất đai, Hộ tịch · toàn bộ thời gian · cả 2 câu hỏi",
        ),
        (
            {"dg": ["nay"]},
            "tất cả các xã · theo tên xã sau sáp nhập · toàn bộ thời gian · cả 2 câu hỏi",
        ),
        ({"cau": ["c1", "c2"]}, "tất cả các xã · toàn bộ thời gian · 2 trong 2 câu hỏi"),
    ],
)
def test_the_sentence_says_what_is_shown(query, expected):
    assert (
        selection_with_questions(MADE, decode_survey_view(query, MADE, PLACES).selection)
        == expected
    )


def test_a_form_of_one_commune_does_not_name_it_all():
    commune = responses("Hài lòng không?\nHài lòng")
    assert (
        selection_with_questions(commune, decode_survey_view({}, commune, PLACES).selection)
        == "toàn bộ thời gian · câu “Hài lòng không”"
    )


@pytest.mark.parametrize(
    ("n", "expected", "in_english"),
    [
        (0, "0 phiếu", "0 responses"),
        (1, "1 phiếu", "1 response"),
        (226, "226 phiếu", "226 responses"),
        (9102, "9.102 phiếu", "9,102 responses"),
    ],
)
def test_responses_are_counted_in_words(n, expected, in_english):
    assert n_responses(n) == expected
    use_language("en")
    assert n_responses(n) == in_english


@pytest.mark.parametrize(
    ("code", "expected"),
    [("2022-10", "T10/22"), ("2022-Q4", "IV/22"), ("2022", "2022"), ("..2022-10-01", "")],
)
def test_a_period_is_short_on_an_axis(code, expected):
    assert short_period_name(parse_period(code)) == expected


def test_a_rate_is_told_with_its_interval():
    number, unit, interval = rate_in_words(question_rate(222, 226))
    assert (number, unit) == ("98,2 %", "")
    assert interval.striptags() == "khoảng tin cậy 95,5–99,3 %"


def test_of_fewer_than_five_no_rate_is_told():
    assert rate_in_words(question_rate(4, 4)) == ("–", "", "Không hiển thị vì dưới 5 phiếu")
