"""At every width nothing is cut, covered, too small for a finger, or silent to a screen reader."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.alike_form import write_form
from tests.browser.screen import Screen

PAGES = ("/", "/theo_cau_hoi", "/so_sanh", "/can_xu_ly", "/dan_van_kheo", "/tac_dong", "/du_lieu")
HIDDEN = ("/toan_ven", "/can_xac_nhan", "/trinh_chieu")
FEW, ALL = (1366, 1024, 390), (1366, 1093, 1024, 911, 683, 390, 360)
PHONE = 480  # below it a finger points
FOUND = (Path(__file__).parent / "layout.js").read_text("utf-8")
# Once what a new width moves has stopped moving.
STILL = """async () => {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
  const ending = (each) => each.effect.getComputedTiming().endTime < Infinity
  await Promise.allSettled(document.getAnimations().filter(ending).map((each) => each.finished))
}"""
CASE, MODEL = ".st-key-cases .x-open a", ".x-register th a"


def found(tab: Screen) -> list[str]:
    """Return what is wrong with the page that the tab shows."""
    width = tab.page.viewport_size["width"]
    wrong = tab.page.evaluate(FOUND, {"touch": width < PHONE})
    heard = Axe().run(tab.page).response["violations"]
    told = (f"{each['id']}: {node['html'][:120]}" for each in heard for node in each["nodes"])
    return [f"{tab.address[0]} at {width}: {each}" for each in (*wrong, *told)]


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844 if width < PHONE else 768})


def found_at(tab: Screen, widths: Sequence[int]) -> list[str]:
    """Return what is wrong with the page that the tab shows, made as wide as this and this."""
    wrong = list[str]()
    for width in widths:
        resize(tab.page, width)
        tab.page.evaluate(STILL)
        wrong += found(tab)
    return wrong


@pytest.fixture(scope="module")
def tab(context, tabs, sample):
    """A tab that is made as wide as a desk's screen, a projector's, and a phone's."""
    page = tabs.lend_blank(context)
    yield Screen(page, sample).begin()
    tabs.take_back(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_at_a_desk_on_a_wall_and_in_a_hand(tab, path):
    assert found_at(tab.go(path), FEW) == []


@pytest.mark.parametrize(("path", "link"), [("/can_xu_ly", CASE), ("/dan_van_kheo", MODEL)])
def test_what_a_list_opens_is_whole(tab, path, link):
    tab.go(path).page.locator(link).first.click()
    tab.until(lambda: tab.address[1], "the address of what is opened")
    assert found_at(tab.settle(), FEW) == []


def everywhere(tab: Screen, paths: Sequence[str]) -> list[str]:
    """Return what is wrong with these pages at any width."""
    wrong = list[str]()
    for width in ALL:
        resize(tab.page, width)
        for path in paths:
            wrong += found(tab.open(path))
    return wrong


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_is_whole_at_every_width_in_both_languages(page, sample, language):
    query = "" if language == "vi" else "?lang=en"
    paths = [path + query for path in (*PAGES, *HIDDEN)]
    assert everywhere(Screen(page, sample), paths) == []


@pytest.mark.thorough
@pytest.mark.parametrize(("questions", "communes"), [(1, 1), (10, 3), (30, 12), (60, 120)])
def test_a_form_of_any_size_is_whole(page, start, tmp_path, questions, communes):
    form = write_form(tmp_path / "form.csv", questions, communes)
    paths = [path for path in (*PAGES, *HIDDEN) if path != "/dan_van_kheo"]
    assert everywhere(Screen(page, start(SURVEY_FILE=str(form))), paths) == []


def test_the_way_to_folded_filters_lies_on_nothing(page, sample):
    tab = Screen(page, sample)
    page.set_viewport_size({"width": 683, "height": 384})
    tab.begin()  # 200 % of Windows, where they fold themselves
    expect(page.get_by_role("button", name="Mở bộ lọc")).to_be_visible()
    assert found(tab) == []
    page.set_viewport_size({"width": 1366, "height": 768})
    page.get_by_test_id("stSidebar").hover()
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    expect(page.get_by_role("button", name="Mở bộ lọc")).to_be_visible()
    page.evaluate(STILL)
    assert found(tab) == []


def test_the_menu_is_one_line_on_a_projector_in_both_languages(page, sample):
    tab = Screen(page, sample)
    resize(page, 1024)
    for path in ("/", "/?lang=en"):
        tab.go(path)
        tops = (
            tab.widget("menu")
            .locator("a")
            .evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        )
        assert len(set(tops)) == 1, path
