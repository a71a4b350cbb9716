"""A link opened anywhere shows the same page and the same figures."""

import unicodedata
from urllib.parse import quote

import pytest

from tests.browser.screen import PUBLISHED, SURVEY_PAGES, Screen, one_and_the_rest

TITLES = ("Tổng quan", "Theo câu hỏi", "So sánh", "Cần xử lý", "Dữ liệu")
MOST_QUERIES = "/can_xu_ly"  # the page whose link can ask for most
thorough = pytest.mark.thorough


@pytest.mark.parametrize(
    ("path", "title"),
    [
        pytest.param(path, title, marks=() if path == MOST_QUERIES else thorough)
        for path, title in zip(SURVEY_PAGES, TITLES, strict=True)
    ],
)
def test_a_link_is_the_first_that_a_fresh_server_hears(page, start, path, title):
    screen = Screen(page, start()).open(f"{path}?{PUBLISHED}")
    screen.shows("226 phiếu")
    assert page.locator("h1").inner_text() == title
    assert page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("path", one_and_the_rest(SURVEY_PAGES))  # tests/pages sees to all
def test_a_link_shows_the_same_on_every_page_and_leaves_the_history_alone(screen, path):
    screen.page.goto("about:blank")
    before = screen.history
    screen.open(f"{path}?{PUBLISHED}").shows("226 phiếu")
    screen.asks(path, xa=["xuan-tay"], ky=["2022-Q4"])
    assert screen.history == before + 1


@pytest.mark.parametrize(
    "query",
    [
        "XA=" + quote(unicodedata.normalize("NFD", "xuân tây")) + "&ky=2022-q4",
        pytest.param("xa=XUAN-TAY&ky=2022-q4", marks=thorough),
        pytest.param("XA=xuan-tay&Ky=2022-Q4", marks=thorough),
        pytest.param("xa=" + quote("Xuân Tây") + "&ky=2022-Q4", marks=thorough),
        pytest.param("xa=xuan-tay&xa=xuan-tay&ky=2022-10-01..2022-12-31", marks=thorough),
        pytest.param("xa=xuan-tay&ky=2022-12-31..2022-10-01", marks=thorough),
        pytest.param("xa=xuan-tay&xa=ha-noi&ky=2022-Q4", marks=thorough),
    ],
)
def test_any_spelling_of_what_exists_is_understood(screen, query):
    screen.open(f"/?{query}").shows("226 phiếu")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("xa=xuan-tay&ky=2022-12-31..2022-10-01", "viết ngược"),
        pytest.param("xa=xuan-tay&xa=ha-noi&ky=2022-Q4", "ha-noi", marks=thorough),
        pytest.param("ky=2022-10-01..", "từ 01/10/2022", marks=thorough),
        pytest.param("ky=..2022-12-31", "đến 31/12/2022", marks=thorough),
    ],
)
def test_what_was_understood_differently_is_said(screen, query, said):
    screen.go(f"/?{query}").says(said)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("xa=ha-noi", "ha-noi"),
        pytest.param("ky=2023-Q5", "2023-Q5", marks=thorough),
        pytest.param("ky=2023-02-30..", "2023-02-30..", marks=thorough),
        pytest.param("ky=2022-Q4&cau=c99", "c99", marks=thorough),
        ("luc=2026-11-23T08:05", "2026-11-23t08:05"),
    ],
)
def test_what_does_not_exist_is_named_and_shows_nothing(screen, query, named):
    screen.go(f"/?{query}").shows("0 phiếu")
    screen.says(named)
    assert screen.page.locator(".x-card, .x-table").count() == 0


def test_the_way_out_of_a_broken_link_shows_everything(screen):
    screen.go("/?xa=ha-noi")
    screen.page.get_by_role("link", name="Xem toàn bộ dữ liệu").click()
    screen.shows("8.951 phiếu")
    screen.asks("/")


def test_a_commune_that_was_merged_says_where_it_went_and_leads_there(screen):
    screen.go("/?xa=xuan-tay&ky=2026-Q1")
    screen.says("từ 01/07/2025 thuộc xã Xuân Đông")
    screen.page.get_by_test_id("stMain").get_by_role("link", name="Xem", exact=True).click()
    screen.asks("/", xa=["xuan-dong-2025"], ky=["2026-Q1"])
    screen.says("Đang xem: xã Xuân Đông")


def test_an_address_that_does_not_exist_is_told_in_vietnamese(screen):
    screen.open("/khong-co")
    dialog = screen.page.get_by_role("dialog")
    assert "Không có trang này" in dialog.inner_text()
