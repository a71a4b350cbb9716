"""A link pinned in a meeting shows the same figures whatever comes later."""

import pytest

from tests import small_form
from tests.browser.screen import Screen

WAY = "Xem số liệu hiện nay"


@pytest.fixture
def screen(page, start, emulator, sheet):
    """The comparison of that sheet."""
    url = start(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    screen = Screen(page, url).open("/so_sanh")
    screen.shows("12 phiếu")
    return screen


def figures(screen: Screen) -> str:
    return str(screen.page.locator(".x-heat").first.inner_text())


def pin(screen: Screen) -> str:
    """Pin what is shown, as soon as it is sealed, and return the reading in the address."""
    pinned = screen.page.get_by_role("button", name="Chốt số liệu")

    def tried() -> bool:
        if "luc" not in screen.address[1]:
            pinned.click()
            screen.settle()
        return "luc" in screen.address[1]

    screen.until(tried, "the pin")
    screen.says("Số liệu chốt tại thời điểm")
    return screen.address[1]["luc"][0]


def test_a_pinned_page_stays_while_responses_arrive_and_leads_to_now_and_back(screen, sheet):
    before, entries = figures(screen.settle()), screen.history
    code = pin(screen)
    assert screen.history == entries + 1
    sheet.submit(*small_form.response(attitude=small_form.DISSATISFIED))
    screen.says("đến nay có thêm 1 phiếu")
    screen.shows("12 phiếu")
    assert figures(screen.settle()) == before
    screen.open(f"/so_sanh?luc={code}").shows("12 phiếu")
    assert figures(screen.settle()) == before
    screen.page.get_by_role("link", name=WAY).click()
    screen.shows("13 phiếu")
    screen.asks("/so_sanh")
    screen.page.go_back()
    screen.shows("12 phiếu")
    screen.asks("/so_sanh", luc=[code])
    assert figures(screen.settle()) == before


def test_every_page_that_the_menu_opens_keeps_the_pin(screen):
    code = pin(screen)
    for name, path in (
        ("Tổng quan", "/"),
        ("Dân vận khéo", "/dan_van_kheo"),
        ("Dữ liệu", "/du_lieu"),
    ):
        screen.menu(name)
        screen.asks(path, luc=[code])
    screen.page.get_by_role("link", name="Toàn vẹn dữ liệu").click()
    screen.asks("/toan_ven", luc=[code])
    screen.says("12 phiếu, 0 bị sửa, 0 bị xóa kể từ")


def test_an_edit_in_the_sheet_is_one_line_with_the_choice_of_what_was_first_received(screen, sheet):
    pin(screen)
    screen.page.get_by_role("link", name=WAY).click()
    before = figures(screen)
    for row in range(2, 6):
        sheet.edit(f"B{row}", small_form.DISSATISFIED)
    screen.says("phiếu đang xem đã bị sửa sau khi nhận")
    screen.until(lambda: figures(screen) != before, "the edited figures")
    screen.settle()
    edited = figures(screen)
    screen.page.get_by_role("link", name="bản gốc khi nhận", exact=True).click()
    screen.says("Số liệu theo bản gốc khi nhận")
    assert figures(screen.settle()) == before
    screen.asks("/so_sanh", ban=["goc"])
    screen.page.get_by_role("link", name="bản hiện nay").click()
    screen.asks("/so_sanh")
    assert figures(screen.settle()) == edited
