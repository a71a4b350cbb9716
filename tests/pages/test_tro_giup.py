"""The help says in one sentence what the words of the pages mean, and every page leads there."""

import re

import pytest

from lib.ui.pieces.glossary import glossary_terms
from lib.wording import use_language
from tests.pages.conftest import PAGES

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
