"""Help where one is: from a page to its guide by keyboard, a word found, a line closed for good."""

import re

from playwright.sync_api import expect

from tests.browser.screen import Screen


def test_help_is_a_key_away_is_searched_printed_and_its_line_stays_closed(page, sample):
    screen = Screen(page, sample)
    screen.open("/toan_ven?ky=2022")
    page.evaluate("localStorage.clear()")
    screen.open("/toan_ven?ky=2022")
    line = page.locator(".x-first-visit")
    expect(line).to_contain_text("Trang này cho biết có phiếu nào bị sửa")
    title = page.get_by_role("heading", level=1)
    drawn = title.evaluate("e => e.__drawn = true")
    page.get_by_role("button", name="Không hiện lại dòng này").press("Enter")
    expect(line).to_be_hidden()
    expect(title).to_be_focused()
    assert title.evaluate("e => e.__drawn") is drawn  # the page was not drawn anew for it
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hướng dẫn của trang này: Toàn vẹn")).to_be_focused()

    page.keyboard.press("Enter")
    wanted = {"ky": ["2022"], "bai": ["toan-ven"], "muc": ["trang-toan-ven-du-lieu"]}
    screen.asks("/tro_giup", **wanted)
    expect(title).to_have_text("Chứng minh số liệu không bị sửa")
    expect(page.locator("#trang-toan-ven-du-lieu")).to_be_in_viewport()
    expect(page.locator("#trang-toan-ven-du-lieu")).to_be_focused()
    picture = page.get_by_role("img", name=re.compile("^Trang Toàn vẹn"))
    screen.until(lambda: picture.evaluate("e => e.naturalWidth") > 0, "the picture")

    page.get_by_role("link", name="Toàn bộ hướng dẫn").click()
    search = page.get_by_label("Tìm trong hướng dẫn")
    search.fill("ma xac thuc")
    search.press("Enter")
    found = page.get_by_role("link", name="Chứng minh số liệu không bị sửa › Mã xác thực")
    found.click()
    expect(page.locator("#ma-xac-thuc")).to_be_in_viewport()
    page.emulate_media(media="print")
    for screen_only in ("Toàn bộ hướng dẫn", "Tổng quan"):
        expect(page.get_by_role("link", name=screen_only)).to_be_hidden()
    expect(picture).to_be_visible()
    page.emulate_media(media="screen")
    page.go_back()
    expect(found).to_be_visible()
    expect(search).to_have_value("ma xac thuc")

    screen.open("/toan_ven")
    expect(title).to_have_text("Toàn vẹn dữ liệu")
    expect(line).to_be_hidden()
    screen.go("/so_sanh")
    expect(line).to_contain_text("Trang này cho biết các xã, ấp, lĩnh vực")
