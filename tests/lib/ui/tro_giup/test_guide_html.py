"""The guide's Markdown as HTML: nothing of it can act, all of it can be read and reached."""

import re
from html.parser import HTMLParser

import pytest

from lib.ui.tro_giup.guide_pages import MARKDOWN, PICTURE_FOLDER, guide_pages


def html(text, page="bao-tin"):
    known = {"page": page, "pages": guide_pages(), "pictures": PICTURE_FOLDER}
    env = {**known, "section": "", "heading": ""}
    return MARKDOWN.renderer.render(MARKDOWN.parse(text), MARKDOWN.options, env)


class Read(HTMLParser):
    """The elements of a piece of HTML with their attributes, as a browser reads them."""

    def __init__(self):
        super().__init__()
        self.elements = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, attrs))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        'a <img src=x onerror="alert(1)"> b',
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        '```"><script>\nx\n```',
        '![a" onerror="alert(1)](../pictures/overview.png)',
        '[a](https://x.vn/"onclick="alert(1))',
    ],
)
def test_nothing_that_is_written_becomes_an_element_or_an_attribute_that_acts(text):
    read = Read()
    read.feed(html(text))
    assert {name for name, _ in read.elements} <= {"p", "a", "img", "div", "pre", "code"}
    attributes = {name: value for _, stated in read.elements for name, value in stated}
    assert [name for name in attributes if name.startswith("on")] == []
    assert not attributes.get("href", "").startswith(("javascript", "data"))


def test_lines_to_be_copied_keep_their_form_and_a_table_scrolls_by_itself():
    assert "<code>[a]\n  b = &#34;1&#34;\n</code>" in html('```toml\n[a]\n  b = "1"\n```')
    table = html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert re.search(r'<div class="x-scroll" tabindex="0" role="region" aria-label="Bảng: ', table)
    assert (table.count("<div"), table.count("</table></div>")) == (1, 1)


def test_a_link_to_a_heading_as_the_source_code_writes_it_opens_that_heading():
    link = '<a data-go href="/tro_giup?bai=toan-ven&amp;muc=chot-so-lieu">'
    assert link in html("[x](toan-ven.md#chốt-số-liệu)")
    assert '<a data-go href="/tro_giup?bai=bao-tin&amp;muc=khi-nao-gui">' in html(
        "[x](#khi-nào-gửi)"
    )


def test_the_place_of_a_picture_is_kept_until_it_is_loaded():
    assert 'src="hinh/overview.png" alt="x" width="1366" height="768"' in html(
        "![x](../pictures/overview.png)"
    )


@pytest.mark.parametrize("page", sorted(guide_pages()))
def test_each_heading_of_a_page_has_a_name_of_its_own(page):
    anchors = [section.anchor for section in guide_pages()[page].sections]
    assert len(set(anchors)) == len(anchors)
    assert all(anchors[1:])
