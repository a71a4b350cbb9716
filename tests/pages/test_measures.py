"""Measures on the page: recorded, told of with their numbers, withdrawn when it was a mistake."""

import datetime as dt
import re

import pytest

from tests.pages.test_work import button, work_text


@pytest.fixture
def page(own_sample, opened):
    return opened("can_xu_ly")


def record(drawn, title: str, since: object = "as it is") -> None:
    drawn.test.text_input(key="measure_title").set_value(title)
    if since != "as it is":
        drawn.test.date_input(key="measure_date").set_value(since)
    button(drawn, "measure_record").click()
    drawn.test.run()


def withdraw(drawn) -> None:
    next(button for button in drawn.test.button if "withdraw" in str(button.key)).click()
    drawn.test.run()


@pytest.mark.parametrize(("title", "since"), [("  ", "as it is"), ("Thêm ghế chờ", None)])
def test_one_without_a_title_or_a_day_is_asked_for_both_and_nothing_typed_is_lost(
    page, title, since
):
    record(page, title, since)
    assert "Để ghi một biện pháp, hãy nhập đã làm gì và từ ngày nào." in work_text(page)
    assert page.test.text_input(key="measure_title").value == title


def test_one_that_was_a_mistake_is_withdrawn_and_the_journal_tells_of_both(page):
    record(page, "Ghi nhầm")
    assert "Ghi nhầm" in work_text(page)
    withdraw(page)
    assert "Ghi nhầm" not in work_text(page)
    assert "Đã lưu." in work_text(page)


def test_how_many_responses_are_missing_is_said(page):
    page.test.multiselect(key="measure_xa").set_value(
        page.test.multiselect(key="measure_xa").options[:1]
    )
    record(page, "Ở một nơi", dt.date(2026, 9, 20))
    assert re.search(r"chưa đủ phiếu để kết luận, còn thiếu \d+ phiếu", work_text(page))


def test_how_many_responses_are_missing_is_said_of_before_too(page):
    record(page, "Từ phiếu đầu tiên", dt.date(2022, 7, 1))
    assert "chưa đủ phiếu trước đó để kết luận, thiếu 30 phiếu" in work_text(page)
