"""The help shows the guide and says what words mean; every page leads there."""

import html
import re
from urllib.parse import parse_qs

import pytest

from lib.ui.pieces.glossary import glossary_terms
from lib.ui.tro_giup.guide_pages import CONTENTS_PAGE, guide_pages
from lib.wording import use_language
from tests.pages.conftest import PAGES, Drawn

# Words on the surface that stand for something of the trade.
TECHNICAL = (
    "khoảng tin cậy",
    "chưa đủ cơ sở kết luận",
    "rõ rệt",
    "điểm phần trăm",
    "chốt số liệu",
    "mã xác thực",
    "nhật ký xác thực",
    "bản gốc khi nhận",
    "phiếu chưa hài lòng",
    "tỷ lệ hài lòng",
    "chưa phân loại",
    "phiếu cũ, chưa đưa vào xử lý",
)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_word_is_explained_in_one_sentence_of_either_language(language):
    use_language(language)
    terms = glossary_terms().values()
    use_language("vi")
    sentences = [term.meaning for term in terms]
    assert 10 <= len(sentences) <= 15
    assert [s for s in sentences if not re.fullmatch(r"[A-ZĐ][^.?!]*(?:\d\.\d[^.?!]*)*\.", s)] == []


@pytest.mark.parametrize("word", TECHNICAL)
def test_what_is_of_the_trade_has_an_explanation(sample, opened, word):
    names = re.findall(r"<dt>(.*?)</dt>", opened("tro_giup").html)
    assert any(word in name.lower() for name in names)


def test_the_word_that_a_link_asks_for_stands_first(sample, opened):
    assert re.findall(r"<dt>(.*?)</dt>", opened("tro_giup", tu="ma-xac-thuc").html)[0] == (
        "Mã xác thực"
    )
    assert "không có ở đây: từ “khong-co”" in opened("tro_giup", tu="khong-co").text


def test_help_stands_where_nothing_can_be_read(office, opened):
    office('[survey]\nfiel = "a.csv"', wait=0)
    assert "Khoảng tin cậy" in opened("tro_giup").text
    assert "/tro_giup" in _foot(opened("tong_quan"))


def test_the_help_lists_the_pages_of_the_guide_and_opens_each_by_its_own_address(sample, opened):
    listed = opened("tro_giup", xa="xuan-tay").html
    links = re.findall(r'href="/tro_giup\?xa=xuan-tay&amp;bai=([\w-]+)"', listed)
    assert sorted(links) == sorted(guide_pages().keys() - {CONTENTS_PAGE})
    for name in ("so-dien-bien", "toan-ven"):
        drawn = opened("tro_giup", bai=name)
        assert f'<span lang="vi">{guide_pages()[name].title}</span></h1>' in drawn.html
        assert "Giải thích từ ngữ" not in re.findall("<h2.*?</h2>", drawn.html)


def test_a_guides_links_open_the_app_the_web_or_nothing(sample, opened):
    inside = opened("tro_giup", bai="viec-can-xu-ly").html
    assert '<a data-go href="/tro_giup?bai=bao-tin">báo tin cho người phụ trách</a>' in inside
    web = opened("tro_giup", bai="noi-bieu-mau").html
    assert '<a href="https://console.cloud.google.com" target="_blank" rel="noopener">' in web
    source = opened("tro_giup", bai="toan-ven").html
    assert "ledger-format.md (trong tài liệu đi kèm mã nguồn)" in source
    assert ".md" not in "".join(re.findall(r'href="[^"]*"', inside + web + source))


def test_the_section_that_a_link_asks_for_is_read_first_and_an_unknown_one_is_named(sample, opened):
    drawn = opened("tro_giup", bai="toan-ven", muc="chot-so-lieu")
    assert re.findall(r'<h2 id="([\w-]+)" data-here>', drawn.html) == ["chot-so-lieu"]
    assert (
        "không có ở đây: mục “khong-co”" in opened("tro_giup", bai="bao-tin", muc="khong-co").text
    )
    assert "không có ở đây: trang hướng dẫn “khong-co”" in opened("tro_giup", bai="khong-co").text


def test_words_are_found_without_accents_in_all_pages_and_lead_to_their_place(sample, opened):
    drawn = opened("tro_giup")
    search = drawn.test.text_input(key="noprint_guide_search")
    found = Drawn(search.set_value("sao luu").run()).html
    assert re.findall(r"<li><a data-go [^>]*>(.*?)</a>", found)[0] == (
        "Sao lưu và khôi phục sổ diễn biến"
    )
    assert 'href="/tro_giup?bai=noi-bieu-mau&amp;muc=du-lieu-ca-nhan"' not in found
    assert (
        "<mark>Sao</mark> <mark>lưu</mark>" in found or "<mark>sao</mark> <mark>lưu</mark>" in found
    )
    nothing = Drawn(search.set_value("xyzzy <b>").run())
    assert "Hướng dẫn không có “xyzzy <b>”." in nothing.text


def test_in_english_it_is_said_that_the_guide_is_vietnamese_and_marked_as_such(sample, opened):
    assert "The guide is in Vietnamese only." in opened("tro_giup", lang="en").text
    page = opened("tro_giup", bai="bao-tin", lang="en")
    assert "The guide is in Vietnamese only." in page.text
    assert '<article class="x-guide" lang="vi">' in page.html


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page not in ("trinh_chieu", "tro_giup")]
)
def test_a_page_says_what_it_answers_and_leads_to_its_place_in_the_guide(sample, opened, page):
    drawn = opened(page).html
    [link] = re.findall(r'<a data-go href="/tro_giup\?([^"]*bai=[^"]*)"[^>]*>', drawn)
    asked = parse_qs(html.unescape(link))
    guide = guide_pages()[asked["bai"][0]]
    assert set(asked.get("muc", [])) <= {section.anchor for section in guide.sections}
    assert re.search(r'aria-label="Hướng dẫn của trang này: [^"]+"', drawn)
    line = re.findall(rf'<p [^>]*hidden="" data-once="{page}"><span>(.*?)</span>', drawn)
    assert [re.fullmatch(r"Trang này cho biết [^.]+\.", each) is not None for each in line] == [
        True
    ]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "trinh_chieu"])
def test_every_page_leads_to_the_help_and_keeps_the_view(sample, opened, page):
    assert "/tro_giup?xa=xuan-tay" in _foot(opened(page, xa="xuan-tay"))


@pytest.mark.parametrize("page", ["tong_quan", "theo_cau_hoi", "so_sanh", "tac_dong", "can_xu_ly"])
def test_a_word_leads_to_what_it_means_by_a_link_that_says_so(sample, opened, page):
    links = re.findall(r'<a data-go href="/tro_giup\?[^"]*tu=[a-z-]+"[^>]*>', opened(page).html)
    assert links
    assert all('aria-label="Giải thích: ' in link for link in links)


def _foot(drawn):
    return "".join(str(node.proto) for node in drawn.test.sidebar if hasattr(node, "proto"))
