"""A form that asks for no satisfaction: everything is shown, no empty table, no false reason."""

import datetime as dt

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF

HEADER = ["Dấu thời gian", "Ông/Bà đến buổi nào?", "Tuổi", "Chờ bao nhiêu phút?", "Góp ý"]


@pytest.fixture(autouse=True)
def unrated(office, tmp_path):
    """An office that asked forty people when they came, their age and how long they waited."""
    table = [HEADER]
    for at in range(40):
        when, age = ("Sáng", "Chiều")[at % 4 == 0], ("Dưới 30", "30-60")[at % 2]
        day = dt.datetime(2026, 1 + at // 20, 1 + at % 20, 8, 0)
        table.append([day, when, age, str(5 * (1 + at % 3)), f"góp ý thứ {at}"])
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "form.csv", table)))


def test_the_overview_shows_responses_and_every_question(opened):
    text = opened(mail=STAFF).text
    assert "không có câu hỏi nào để tính tỷ lệ hài lòng" in text
    assert "Tháng 1/2026 20" in text
    assert "Sáng 30 75,0 %" in text
    assert "Chiều 10 25,0 %" in text
    assert "Chờ bao nhiêu phút 10 trung vị; nửa ở giữa 5–15 · 40 phiếu" in text


@pytest.mark.parametrize("mail", [STAFF, ""])
@pytest.mark.parametrize("page", ["tong_quan", "so_sanh", "theo_cau_hoi", "trinh_chieu"])
def test_no_page_gives_a_false_reason_or_an_empty_rate(opened, page, mail):
    text = opened(page, mail=mail).text
    for each in (
        "vì dưới 5 phiếu",
        "0 câu hỏi",
        "Tỷ lệ hài lòng chung –",
        "chưa đủ phiếu để so sánh",
    ):
        assert each not in text


def test_each_picture_leads_to_its_question(opened):
    drawn = opened(mail=STAFF, ky="2026-01")
    assert 'href="/theo_cau_hoi?ky=2026-01&amp;cau=c1">Ông/Bà đến buổi nào</a>' in drawn.html


def test_whoever_sees_totals_only_sees_answers_of_five_or_more_and_no_words(opened):
    text = opened().text
    assert "Sáng 30 75,0 %" in text
    assert "trung vị" not in text
    assert "Góp ý" in text
