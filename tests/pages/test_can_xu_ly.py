"""Ý kiến chưa hài lòng, seen without a browser."""

import re

import pytest


@pytest.fixture
def page(sample, opened):
    """Xuân Tây in the last quarter of 2022: 24 dissatisfied responses."""
    return opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4")


def test_the_responses_stand_newest_first_and_without_minutes(page):
    days = re.findall(r'x-when"><b>([^<]+)</b>', page.html)
    assert days == sorted(days, key=lambda day: day.split("/")[::-1], reverse=True)
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", days[0])


def test_twenty_stand_on_a_page_and_the_rest_on_the_next_which_has_an_address(page, opened):
    assert "24 phiếu chưa hài lòng" in page.text
    assert page.html.count("<article") == 20
    [way] = re.findall(r'href="/can_xu_ly\?([^"]+)" aria-label="Trang 2"', page.html)
    assert way == "xa=xuan-tay&amp;ky=2022-Q4&amp;trang=2"
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4", trang="2")
    assert drawn.html.count("<article") == 4


@pytest.mark.parametrize(("asked", "n"), [("9", 4), ("0", 20), ("hai", 20)])
def test_a_page_that_the_list_has_no_more_is_its_last_and_nonsense_its_first(
    sample, opened, asked, n
):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4", trang=asked)
    assert drawn.html.count("<article") == n


def test_what_was_searched_for_is_there_again_after_a_case(page):
    page.test.text_input(key="search").set_value("di toi di lui").run()
    code = re.findall(r"viec=([a-z0-9]+)", page.html)[0]
    page.test.query_params["viec"] = code
    page.test.run()
    assert "Diễn biến" in page.text
    assert "việc 1 trên" in page.text
    del page.test.query_params["viec"]
    page.test.run()
    assert page.test.text_input(key="search").value == "di toi di lui"
    assert "có “di toi di lui”" in page.text


def test_a_search_begins_at_the_first_page(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4", trang="2")
    drawn.test.text_input(key="search").set_value("ho so").run()
    assert "trang" not in drawn.test.query_params


def test_a_response_says_which_answer_to_which_question(page):
    assert "Trả kết quả đúng giấy hẹn: Trễ hẹn, không thông báo" in page.text


def test_a_yes_stands_after_the_question_it_answers_not_after_its_label(page):
    assert "Không bị gây phiền hà, sách nhiễu" not in page.text
    assert "Ông/Bà có bị công chức gây phiền hà, sách nhiễu không? Có" in page.text


def test_the_search_needs_no_accents(page):
    page.test.text_input(key="search").set_value("di toi di lui").run()
    assert "Đi tới đi lui" in page.text
    assert page.html.count("<article") < 20


def test_what_was_searched_for_is_said_with_the_number(page):
    page.test.text_input(key="search").set_value("di toi di lui").run()
    assert re.search(r"\b\d phiếu chưa hài lòng có “di toi di lui”", page.text)


def test_a_search_that_finds_nothing_says_so(page):
    page.test.text_input(key="search").set_value("khong co dau").run()
    assert page.html.count("<article") == 0
    assert "Không" in page.text.partition("cập nhật lúc")[2]


def test_the_search_is_not_in_the_address(page):
    page.test.text_input(key="search").set_value("ho so").run()
    assert page.test.query_params == {"xa": "xuan-tay", "ky": "2022-Q4"}


def test_the_question_filter_chooses_those_dissatisfied_with_it(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4", cau="c9")
    assert "6 phiếu chưa hài lòng" in drawn.text


def test_the_downloads_bear_the_word_sample(page):
    names = [button.proto.label for button in page.test.get("download_button")]
    assert names == ["Tải tệp Excel", "Tải tệp csv", "Nhật ký thao tác"]


def test_a_reader_elsewhere_sees_how_many_and_why_no_more(small, opened):
    drawn = opened("can_xu_ly")
    assert "Ở đây chỉ hiển thị số tổng hợp." in drawn.text
    assert "Thái độ phục vụ của công chức 1 chưa hài lòng" in drawn.text


def test_a_reader_elsewhere_is_offered_neither_search_nor_download(small, opened):
    test = opened("can_xu_ly").test
    assert not test.get("download_button")
    assert not test.main.get("text_input")
