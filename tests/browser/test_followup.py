"""From a dissatisfied response to finished work, seen by those who may and by nobody else."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import small_form
from tests.browser.conftest import HOST
from tests.browser.screen import Screen

SAID = "Chờ hơn hai tiếng mới tới lượt"


@pytest.fixture
def sheet(emulator):
    """A sheet into which the form has written twelve responses."""
    return emulator.create(("Trả lời", small_form.rows()))


@pytest.fixture
def office(start, emulator, sheet):
    return start(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)


def arrives(sheet, said=SAID):
    told = small_form.response(said, attitude=small_form.DISSATISFIED)
    sheet.submit(*told, at=dt.datetime(2026, 11, 20, 8, 0))


def opened(screen):
    """Open the newest case."""
    screen.page.get_by_role("link", name="Xem và xử lý").first.click()
    screen.settle()
    return screen


def choose(screen, label, words):
    screen.page.get_by_label(label, exact=True).click()
    screen.page.get_by_role("option", name=words, exact=True).click()


def press(screen, words):
    screen.page.get_by_role("button", name=words, exact=True).click()


def test_a_response_arrives_is_taken_up_noted_and_finished_while_another_looks_on(
    page, context, tab_of, office, sheet
):
    staff = Screen(page, office).open("/can_xu_ly?tt=moi")
    chairman = Screen(tab_of(context), office).open("/")
    arrives(sheet)
    staff.says(SAID)
    code = re.search(r"viec=(\w+)", opened(staff).page.url)[1]

    press(staff, "Nhận xử lý")
    staff.says("Đã lưu.")
    staff.says("Đang xử lý")
    chairman.says("1 việc đang mở")
    colleague = Screen(tab_of(context), office).open(f"/can_xu_ly?viec={code}")
    colleague.says("Nhận xử lý")

    staff.page.get_by_label("Ghi chú").fill("Đã gọi điện xin lỗi.")
    press(staff, "Lưu")
    colleague.says("Đã gọi điện xin lỗi.")

    press(staff, "Kết thúc")
    staff.says("Để kết thúc, hãy chọn nguyên nhân và kết quả.")
    choose(staff, "Nguyên nhân", "Giải quyết trễ hẹn")
    choose(staff, "Kết quả", "đã khắc phục")
    staff.page.get_by_label("Đã làm gì").fill("Đã bố trí thêm một quầy buổi sáng.")
    press(staff, "Kết thúc")
    colleague.says("Đã xong")
    colleague.says("Đã bố trí thêm một quầy buổi sáng.")
    chairman.says("0 việc đang mở")


def test_elsewhere_nobody_sees_a_case_not_even_by_its_address(page, office, sheet):
    here = Screen(page, office).open("/can_xu_ly?tt=moi")
    arrives(sheet)
    here.says(SAID)
    code = re.search(r"viec=(\w+)", opened(here).page.url)[1]
    far = Screen(page, f"http://{HOST}:{urlsplit(office).port}")
    far.open(f"/can_xu_ly?viec={code}").says("Ở đây chỉ hiển thị số tổng hợp.")
    assert SAID not in page.content()
    assert "Nhận xử lý" not in page.content()


def test_what_was_typed_survives_a_response_that_arrives(page, office, sheet):
    screen = Screen(page, office).open("/can_xu_ly?tt=moi")
    arrives(sheet)
    screen.says(SAID)
    opened(screen)
    note = screen.page.get_by_label("Ghi chú")
    note.press_sequentially("đang nhập dở")
    arrives(sheet, "Một ý kiến khác đến sau")
    screen.shows("14 phiếu")
    expect(note).to_have_value("đang nhập dở")
    expect(note).to_be_focused()


def test_on_a_phone_a_case_is_worked_on_without_scrolling_sideways(page, office, sheet):
    page.set_viewport_size({"width": 390, "height": 844})
    screen = Screen(page, office).open("/can_xu_ly?tt=moi")
    arrives(sheet)
    screen.says(SAID)
    assert screen.wide() == [0, 0]
    opened(screen)
    assert screen.wide() == [0, 0]
    press(screen, "Nhận xử lý")
    screen.says("Đang xử lý")


def test_back_leads_from_a_case_to_the_list_it_was_opened_from(page, office, sheet):
    screen = Screen(page, office).open("/can_xu_ly?tt=moi")
    arrives(sheet)
    screen.says(SAID)
    opened(screen)
    screen.page.go_back()
    screen.asks("/can_xu_ly", tt=["moi"])
    screen.says("1 phiếu chưa hài lòng")
