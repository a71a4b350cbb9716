"""Streamlit's own words are said in Vietnamese, ours are left alone."""

import json
import re

import pytest
from playwright.sync_api import expect

from lib.server.streamlit_words import WORDS_SCRIPT_FILE, words_script
from lib.wording import gettext

WORDS = {
    "Close": "Đóng",
    "Remove {label}": "Bỏ {label}",
    "{label} start date": "{label}: từ ngày",
    "month, {label}": "tháng, {label}",
}


@pytest.fixture
def spoken(page):
    """Show HTML on a page with the script, as Streamlit does after the script has begun."""

    def spoken(html: str) -> str:
        page.set_content("<body><main></main></body>")
        script = WORDS_SCRIPT_FILE.read_text("utf-8").replace("{/* words */}", json.dumps(WORDS))
        page.add_script_tag(content=script)
        page.evaluate("html => { document.querySelector('main').innerHTML = html }", html)
        return page.inner_html("main")

    return spoken


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("<b>Close</b>", "<b>Đóng</b>"),
        ('<b title="Close"></b>', '<b title="Đóng"></b>'),
        ('<i aria-label="Remove Xuân Tây"></i>', '<i aria-label="Bỏ Xuân Tây"></i>'),
        (
            '<i aria-label="month, Kỳ start date"></i>',
            '<i aria-label="tháng, Kỳ: từ ngày"></i>',
        ),
    ],
)
def test_a_word_of_streamlit_is_said_in_vietnamese(spoken, english, vietnamese):
    assert spoken(english) == vietnamese


@pytest.mark.parametrize(
    "ours",
    [
        "<b>Close the gate</b>",
        "<b>Expected start date</b>",
        '<div class="stHtml"><b title="Close">Close</b></div>',
        '<div class="stMarkdown"><p>Close</p></div>',
    ],
)
def test_what_a_page_says_is_left_alone(spoken, ours):
    assert spoken(ours) == ours


def test_a_word_that_changes_later_is_said_too(spoken, page):
    spoken("<b>Kỳ</b>")
    page.evaluate("document.querySelector('b').firstChild.nodeValue = 'Close'")
    assert page.inner_text("b") == "Đóng"


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ('<nav aria-label="Pagination"></nav>', '<nav aria-label="Chuyển trang"></nav>'),
        ('<b aria-label="Page 2"></b>', '<b aria-label="Trang 2"></b>'),
        ('<b aria-valuetext="05 – May"></b>', '<b aria-valuetext="05 – Tháng 5"></b>'),
        ("<b>Selected Date: May 05, 2026</b>", "<b>Ngày đã chọn: 05/05/2026</b>"),
        ("<b>Tổ – May</b>", "<b>Tổ – May</b>"),
    ],
)
def test_pages_of_a_list_and_months_are_told_in_vietnamese(page, english, vietnamese):
    page.set_content("<body><main></main></body>")
    page.add_script_tag(content=words_script(gettext))
    page.evaluate("html => { document.querySelector('main').innerHTML = html }", english)
    assert page.inner_html("main") == vietnamese


# What Streamlit itself put on the page, shown or spoken; texts of icons are their names.
FOREIGN = """() => {
  const ours = 'script, style, .stHtml, .stBidiComponent, .stMarkdown, .js-plotly-plot'
  const spoken = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']
  const found = []
  for (const each of document.querySelectorAll('body *')) {
    if (each.closest(ours) || each.dataset.testid === 'stIconMaterial') continue
    for (const name of spoken) found.push(each.getAttribute(name) ?? '')
    for (const node of each.childNodes) if (node.nodeType === 3) found.push(node.nodeValue)
  }
  return found
}"""
ENGLISH = re.compile(
    r"\b(press|page|pagination|next|previous|choose|select(ed)?|clear|remove|no results|date|empty"
    r"|sidebar|main|menu|close|open|apply|show|help|dd|mm|yyyy|january|october|november)\b",
    re.IGNORECASE,
)


def english_of(screen):
    screen.settle()
    return [text for text in screen.page.evaluate(FOREIGN) if ENGLISH.search(text)]


def test_nothing_of_streamlit_is_left_in_english_on_any_page(screen):
    for path in ("/", "/theo_cau_hoi", "/dan_van_kheo", "/du_lieu", "/toan_ven", "/tro_giup"):
        assert english_of(screen.go(path)) == [], path
    assert english_of(screen.go("/?ky=2022-10-01..2022-11-05")) == []
    screen.go("/can_xu_ly").page.get_by_role("button", name="Chọn nhiều việc").click()
    assert english_of(screen) == []
    screen.page.get_by_role("link", name="Xem và xử lý").first.click()
    screen.settle().page.locator("textarea:visible").first.press_sequentially("đã gọi")
    expect(screen.page.get_by_text("Nhấn Ctrl+Enter để áp dụng")).to_be_visible()
    assert english_of(screen) == []
