"""On paper: one A4 page, without the filters and the menu."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.screen import PUBLISHED, SURVEY_PAGES, one_and_the_rest


def _sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", print_background=True)))


@pytest.mark.parametrize("path", ["/", "/theo_cau_hoi", "/so_sanh"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        pytest.param(PUBLISHED, marks=pytest.mark.thorough),
        pytest.param("ky=2022", marks=pytest.mark.thorough),
    ],
)
def test_a_page_fits_on_one_a4(screen, path, query):
    screen.go(f"{path}?{query}")
    assert _sheets(screen.page) == 1


def test_the_articles_register_fits_on_one_a4(screen):
    screen.go("/dan_van_kheo")
    assert _sheets(screen.page) == 1


def test_a_heading_is_not_printed_without_its_buttons(screen):
    screen.go("/dan_van_kheo")
    heading = screen.page.get_by_role("heading", name="Tải về")
    expect(heading).to_be_visible()
    screen.page.emulate_media(media="print")
    expect(heading).not_to_be_visible()


@pytest.mark.parametrize("path", one_and_the_rest(SURVEY_PAGES))
def test_paper_bears_neither_filters_nor_menu_but_the_sentence(screen, path):
    screen.go(f"{path}?{PUBLISHED}")
    screen.page.emulate_media(media="print")
    expect(screen.page.get_by_test_id("stSidebar")).not_to_be_visible()
    expect(screen.widget("menu")).not_to_be_visible()
    expect(screen.widget("n_responses")).to_be_visible()
    main = screen.page.get_by_test_id("stMain")
    expect(main.get_by_text("Dữ liệu mẫu").first).to_be_visible()


def test_every_chart_of_a_question_is_on_its_paper(screen):
    screen.go("/theo_cau_hoi?ky=2022")
    screen.page.emulate_media(media="print")
    for chart in ("levels", "over_time", "by_xa", "by_linh_vuc"):
        drawn = screen.widget(chart).locator(".x-bar i, .x-dot").locator("visible=true")
        expect(drawn.first).to_be_visible()
