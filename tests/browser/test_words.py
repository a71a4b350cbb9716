"""Streamlit's own words are said in Vietnamese, ours are left alone."""

import json

import pytest

from lib.server.streamlit_words import WORDS_SCRIPT_FILE

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
