"""At every width nothing is cut, covered, too small for a finger, or silent to a screen reader."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.alike_form import write_form
from tests.browser.screen import Screen
from tests.browser.tabs import LAPTOP

PAGES = ("/", "/theo_cau_hoi", "/so_sanh", "/can_xu_ly", "/dan_van_kheo", "/tac_dong", "/du_lieu")
HIDDEN = ("/toan_ven", "/can_xac_nhan", "/trinh_chieu")
FEW, ALL = (1366, 1024, 390), (1366, 1093, 1024, 911, 683, 390, 360)
PHONE = 480  # below it a finger points
FOUND = (Path(__file__).parent / "layout.js").read_text("utf-8")
CASE, MODEL = ".st-key-cases .x-open a", ".x-register th a"


def found(tab: Screen, path: str, width: int) -> list[str]:
    """Open the page in a window of this width and return what is wrong with it."""
    tab.page.set_viewport_size({"width": width, "height": 844 if width < PHONE else 768})
    tab.open(path)  # as one comes there: a filter bar is folded only where the page begins so
    wrong = tab.page.evaluate(FOUND, {"touch": width < PHONE})
    heard = Axe().run(tab.page).response["violations"]
    told = (f"{each['id']}: {node['html'][:120]}" for each in heard for node in each["nodes"])
    return [f"{path} at {width}: {each}" for each in (*wrong, *told)]


def opened_by(tab: Screen, path: str, link: str) -> str:
    """Return the address of the first thing that a list opens."""
    return tab.open(path).page.locator(link).first.get_attribute("href") or ""


@pytest.fixture
def tab(screen):
    yield screen
    screen.page.set_viewport_size(LAPTOP)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_at_a_desk_on_a_wall_and_in_a_hand(tab, path):
    assert [each for width in FEW for each in found(tab, path, width)] == []


@pytest.mark.parametrize(("path", "link"), [("/can_xu_ly", CASE), ("/dan_van_kheo", MODEL)])
def test_what_a_list_opens_is_whole(tab, path, link):
    there = opened_by(tab, path, link)
    assert [each for width in FEW for each in found(tab, there, width)] == []


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", [*PAGES, *HIDDEN])
def test_every_page_is_whole_at_every_width_in_both_languages(tab, path, language):
    there = path if language == "vi" else f"{path}?lang=en"
    assert [each for width in ALL for each in found(tab, there, width)] == []


@pytest.mark.thorough
@pytest.mark.parametrize(("questions", "communes"), [(1, 1), (10, 3), (30, 12), (60, 120)])
def test_a_form_of_any_size_is_whole(page, start, tmp_path, questions, communes):
    form = write_form(tmp_path / "form.csv", questions, communes)
    tab = Screen(page, start(SURVEY_FILE=str(form)))
    pages = [path for path in (*PAGES, *HIDDEN) if path != "/dan_van_kheo"]
    wrong = [each for path in pages for width in ALL for each in found(tab, path, width)]
    page.set_viewport_size(LAPTOP)
    assert wrong == []


def test_the_menu_is_one_line_on_a_projector_in_both_languages(tab):
    tab.page.set_viewport_size({"width": 1024, "height": 768})
    for path in ("/", "/?lang=en"):
        tab.go(path)
        tops = (
            tab.widget("menu")
            .locator("a")
            .evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        )
        assert len(set(tops)) == 1, path
