"""Tổng quan, seen without a browser."""

import re

import pytest

from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN


@pytest.fixture
def published(sample, opened):
    """The page as the article's readers would open it."""
    return opened(xa="xuan-tay", ky="2022-Q4")


def test_the_three_figures_stand_with_their_unit_and_their_change(published):
    assert "Số phiếu 226 phiếu tăng 24 phiếu" in published.text
    assert (
        "Tỷ lệ hài lòng chung 95,7 % khoảng tin cậy 93,6–97,2 % giảm 0,4 điểm phần trăm"
        in published.text
    )
    assert "Phiếu chưa hài lòng 24 phiếu trên 226 phiếu, 10,6 % kỳ trước 12,9 %" in published.text


def test_the_questions_stand_from_the_lowest_rate_up(published):
    rates = re.findall(r'x-rate x-num"><b>([\d,]+) %', published.html)
    assert rates == [
        "90,3",
        "92,0",
        "93,4",
        "94,2",
        "95,1",
        "96,0",
        "98,2",
        "98,7",
        "99,1",
        "100,0",
    ]


def test_each_question_leads_to_its_page_with_the_view_kept(published):
    assert 'href="/theo_cau_hoi?ky=2022-Q4&amp;xa=xuan-tay&amp;cau=c9"' in _sorted(published.html)


def _sorted(html):
    """Return the HTML with ky before xa in every link: their order means nothing."""
    return html.replace("xa=xuan-tay&amp;ky=2022-Q4", "ky=2022-Q4&amp;xa=xuan-tay")


def test_without_a_period_the_running_one_is_told_first_then_those_that_are_over(sample, opened):
    drawn = opened()  # on 02/11/2026 no part of November is over
    assert (
        "Số liệu của Quý IV/2026, đến hết ngày 31/10 (chưa kết thúc). "
        "So với Quý III/2026, đến hết ngày 31/07." in drawn.text
    )
    others = drawn.text.partition("Các kỳ khác")[2]
    periods = ("Tháng 10/2026", "Quý III/2026", "Toàn bộ thời gian")
    assert [others.index(name) for name in periods] == sorted(map(others.index, periods))
    assert 'href="/?ky=2026-Q3"' in drawn.html


def test_a_card_stands_on_the_span_that_it_names(sample, opened):
    whole, part = opened(), opened(ky="2026-10-01..2026-10-31")
    card = re.compile(r"Số phiếu ([\d.]+) phiếu .*?Tỷ lệ hài lòng chung ([\d,]+ %)")
    assert card.search(whole.text).groups() == card.search(part.text).groups()


def test_what_got_worse_beyond_chance_is_said_in_a_sentence_that_links_to_it(sample, opened):
    drawn = opened()
    assert "Điều cần chú ý" in drawn.text
    assert re.search(r'<li><a data-go href="/theo_cau_hoi\?[^"]*cau=c6', drawn.html)


def test_where_nothing_needs_attention_that_is_said(sample, opened):
    text = opened(ky="2023-Q1", xa="xuan-tay").text
    assert "Điều cần chú ý Không có tỷ lệ nào thấp rõ rệt" in text


def test_a_month_of_the_trend_chooses_itself(published):
    assert re.search(r'<th scope="col"[^>]*><a data-go href="/\?[^"]*ky=2022-11', published.html)


def test_a_survey_that_nobody_answers_any_more_says_since_when(office, opened, tmp_path):
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "f.csv", small_form.rows())))
    assert "Phiếu gần nhất ngày 25/03/2024." in opened(mail=LEADER).text
    viewed = opened().text
    assert "Phiếu gần nhất ngày" not in viewed
    assert "Đã hơn 45 ngày không có phiếu mới." in viewed  # March alone has four responses
    assert "Số liệu của Quý I/2024" in viewed
