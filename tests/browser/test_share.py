"""The link can be taken along: by the clipboard, on plain http too, and as a QR code."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HOST
from tests.browser.screen import Screen

VIEW = "/can_xu_ly?xa=xuan-tay&ky=2022-Q4"
HERE_ONLY = "Liên kết này chỉ mở được trên máy này."


@pytest.fixture(params=["127.0.0.1", HOST])
def shared(page, sample, request):
    """The page by the machine's own address, and by its name in the office's network."""
    url = f"http://{request.param}:{urlsplit(sample).port}"
    return Screen(page, url).open(VIEW)


def test_the_button_fills_the_clipboard_with_the_address(shared):
    button = shared.page.get_by_role("button", name="Sao chép liên kết")
    button.click()
    expect(shared.page.get_by_role("button", name="Đã sao chép")).to_be_visible()
    search = shared.page.get_by_label("Tìm trong ý kiến góp ý")
    search.focus()
    search.press("Control+v")
    expect(search).to_have_value(shared.page.url)


def test_the_qr_code_stands_beside_the_address_it_holds(shared):
    shared.page.get_by_role("button", name="Mã QR").click()
    dialog = shared.page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stImage").locator("img, svg")).to_be_in_viewport(ratio=1)
    expect(dialog.locator("code")).to_have_text(shared.page.url)


def test_an_address_of_this_machine_only_says_so(shared):
    shared.settle()
    said = shared.page.get_by_text(HERE_ONLY).count()
    assert said == (HOST not in shared.url)
