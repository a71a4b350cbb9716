"""On a phone nothing scrolls sideways but a wide table inside its own box."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.screen import SURVEY_PAGES, Screen


@pytest.fixture(scope="module")
def phone(context, tabs, sample):
    """A tab 390 pixels wide."""
    tab = tabs.lend_blank(context)
    tab.set_viewport_size({"width": 390, "height": 844})
    yield Screen(tab, sample)
    tabs.take_back(tab)


@pytest.mark.parametrize("path", SURVEY_PAGES)
@pytest.mark.parametrize(
    "query",
    [
        "",
        pytest.param("?xa=xuan-tay&ky=2022-Q4", marks=pytest.mark.thorough),
        pytest.param("?xa=ha-noi", marks=pytest.mark.thorough),
    ],
)
def test_no_page_scrolls_sideways(phone, path, query):
    assert phone.go(path + query).wide() == [0, 0]


def test_the_trend_shows_its_newest_period_beside_whole_names_of_its_rows(phone):
    phone.go("/")
    cells = "all => all.map(e => [e.scrollWidth - e.clientWidth, e.getBoundingClientRect().right])"
    names = phone.page.locator(".x-trend tr:not(.x-plot) th[scope=row]").evaluate_all(cells)
    newest = phone.page.locator(".x-trend tr td:last-child").evaluate_all(cells)
    assert [over for over, right in names if over > 0 or right < 0] == []
    assert all(right <= 390 for _, right in newest)


def test_a_rate_is_never_broken_before_its_percent_sign(phone):
    phone.go("/")
    rates = phone.page.locator(".x-sipas td b")
    assert set(rates.evaluate_all("all => all.map(e => e.getClientRects().length)")) == {1}


def test_a_sheets_name_is_never_broken(phone):
    phone.go("/du_lieu")
    name = phone.page.get_by_role("rowheader", name="responses.csv")
    assert name.bounding_box()["height"] < 40


def test_no_card_stands_beside_a_gap(phone):
    phone.go("/")
    boxes = phone.page.locator(".x-cards, .x-card").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().right)"
    )
    assert boxes[-1] == boxes[0]


def test_every_page_is_reached_by_the_menu(phone):
    phone.go("/?ky=2022-Q4")
    phone.menu("So sánh")
    phone.asks("/so_sanh", ky=["2022-Q4"], dg=["nay"])
    expect(phone.page).to_have_title(re.compile("So sánh"))
    expect(phone.widget("menu").get_by_role("link")).to_have_count(7)


def test_the_filters_open_and_choose(phone):
    phone.go("/?ky=2022-Q4")
    # opened before it stands on this page, it would be folded again
    drawn = "document.querySelector('[data-testid=stSidebar]').__page === ''"
    phone.until(lambda: phone.page.evaluate(drawn), "the panel of this page")
    button = phone.page.get_by_role("button", name="Mở bộ lọc")
    assert button.bounding_box()["width"] > 90, "the words stand beside the arrows"
    button.click()
    phone.choose("filter_xa", "Xuân Tây")
    phone.shows("226 phiếu")


def _folded(phone):
    return phone.page.get_by_role("button", name="Mở bộ lọc").is_visible()


def test_from_the_filters_one_comes_to_the_results(phone):
    phone.begin()
    phone.until(lambda: _folded(phone), "the filters are folded away")
    phone.page.get_by_role("button", name="Mở bộ lọc").click()
    phone.choose("filter_xa", "Xuân Tây")
    phone.page.get_by_role("button", name="Xem kết quả").click()
    phone.until(lambda: _folded(phone), "the filters are folded away")
    phone.asks("/", xa=["xuan-tay"])


def test_the_filters_do_not_lie_over_the_next_page(phone):
    phone.begin()
    phone.page.get_by_role("button", name="Mở bộ lọc").click()
    phone.until(lambda: not _folded(phone), "the filters")
    phone.open("/so_sanh")
    phone.until(lambda: _folded(phone), "the filters are folded away")


def test_what_a_phone_folds_is_not_folded_on_a_wide_screen(phone):
    phone.begin()
    phone.page.get_by_role("button", name="Mở bộ lọc").click()
    phone.page.get_by_role("button", name="Xem kết quả").click()
    phone.until(lambda: _folded(phone), "the filters are folded away")
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.begin()
    expect(phone.page.get_by_role("link", name="Trình chiếu")).to_be_in_viewport()
    phone.page.set_viewport_size({"width": 390, "height": 844})
