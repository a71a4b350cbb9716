"""Without a mouse: past the filters or through them, and always seeing where one is."""

import pytest

from tests.browser.screen import Screen

FOCUSED = """() => {
  const host = document.activeElement, e = host.shadowRoot?.activeElement || host
  const places = [['skip', 'a[href="#stMain"]'], ['filters', '[data-testid=stSidebar]'],
    ['menu', '.st-key-menu'], ['content', '.x-box']]
  const place = places.find(([, selector]) => host.closest(selector))
  const style = getComputedStyle(e), name = e.innerText || e.getAttribute('aria-label') || ''
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
  return [place ? place[0] : e.tagName, marked || e.tagName === 'MAIN', name.slice(0, 30)]
}"""


@pytest.fixture(scope="module")
def stops(context, tabs, sample):
    """Where Tab stops from the top of the overview on, until content is reached."""
    screen = Screen(tabs.lend_blank(context), sample).open("/?xa=xuan-tay&ky=2022-Q4")
    met = []
    while len(met) < 60 and (not met or met[-1][0] != "content"):
        screen.page.keyboard.press("Tab")
        met.append(tuple(screen.page.evaluate(FOCUSED)))
    tabs.take_back(screen.page)
    return met


def test_tab_goes_from_the_skip_link_through_filters_and_menu_to_the_content(stops):
    order = [place for place in dict.fromkeys(place for place, *_ in stops) if place.islower()]
    assert order == ["skip", "filters", "menu", "content"]


def test_every_stop_can_be_seen(stops):
    assert [name for _, marked, name in stops if not marked] == []


@pytest.mark.parametrize("key", ["filter_year", "filter_xa"])
def test_the_ring_of_a_list_is_whole(screen, key):
    screen.go("/?xa=xuan-tay&ky=2022-Q4")
    screen.widget(key).locator("input").focus()
    screen.page.keyboard.press("Shift+Tab")
    screen.page.keyboard.press("Tab")
    ring = "e => getComputedStyle(e.closest('[role=group]')).outlineStyle"
    assert screen.widget(key).locator("input").evaluate(ring) == "solid"


def test_enter_on_a_question_opens_it(screen):
    screen.go("/?xa=xuan-tay&ky=2022-Q4")
    screen.page.get_by_role("link", name="Trả kết quả đúng giấy hẹn").focus()
    screen.page.keyboard.press("Enter")
    screen.asks("/theo_cau_hoi", xa=["xuan-tay"], ky=["2022-Q4"], cau=["c7"])


def test_the_skip_link_leads_past_the_filters(screen):
    screen.open("/?xa=xuan-tay&ky=2022-Q4")
    screen.page.keyboard.press("Tab")
    screen.page.keyboard.press("Enter")
    inside = "document.querySelector('[data-testid=stMain]').contains(document.activeElement)"
    screen.until(lambda: screen.page.evaluate(inside), "the focus in the page's body")


def test_what_a_link_opens_is_read_from_its_beginning(screen):
    screen.go("/can_xu_ly")
    link = screen.page.get_by_role("link", name="Xem và xử lý").last
    link.scroll_into_view_if_needed()
    top = "document.querySelector('[data-testid=\"stMain\"]').scrollTop"
    assert screen.page.evaluate(top) > 500
    link.click()
    screen.until(lambda: "viec" in screen.address[1], "the case")
    screen.settle()
    assert screen.page.evaluate(top) == 0
