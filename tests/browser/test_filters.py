"""A filter is one step of the browser's history, and the menu keeps it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.screen import Screen

ALL = "8.951 phiếu"


@pytest.fixture
def filtered(screen):
    """Xuân Tây chosen by hand, one step after everything."""
    screen.begin().shows(ALL)
    screen.choose("filter_xa", "Xuân Tây")
    screen.asks("/", xa=["xuan-tay"])
    return screen.settle()


def _n(screen):
    return screen.widget("n_responses").inner_text()


def test_a_filter_is_one_entry_in_the_history(screen):
    screen.begin()
    before = screen.history
    screen.choose("filter_xa", "Xuân Tây")
    screen.asks("/", xa=["xuan-tay"])
    assert screen.settle().history == before + 1


def test_a_reload_shows_the_same(filtered):
    shown = _n(filtered)
    filtered.page.reload()
    filtered.settle().shows(shown)
    filtered.asks("/", xa=["xuan-tay"])


def test_back_undoes_the_last_filter_and_forward_redoes_it(filtered):
    chosen, length = _n(filtered), filtered.history
    filtered.page.go_back()
    filtered.settle().shows(ALL)
    filtered.asks("/")
    filtered.page.go_forward()
    filtered.settle().shows(chosen)
    assert filtered.history == length


def test_back_undoes_one_filter_at_a_time(filtered):
    chosen = _n(filtered)
    filtered.choose("filter_linh_vuc", "Hộ tịch")
    filtered.asks("/", xa=["xuan-tay"], linh_vuc=["ho-tich"])
    filtered.settle().page.go_back()
    filtered.settle().shows(chosen)
    filtered.asks("/", xa=["xuan-tay"])


def test_the_period_is_chosen_from_year_to_quarter_to_month(screen):
    screen.open("/?xa=xuan-tay")
    screen.choose("filter_year", "Năm 2022")
    screen.asks("/", xa=["xuan-tay"], ky=["2022"])
    screen.settle().widget("filter_part").get_by_role("radio", name="Quý IV").click()
    screen.shows("226 phiếu")
    screen.widget("filter_month").get_by_role("radio", name="Tháng 11").click()
    screen.shows("64 phiếu")
    screen.asks("/", xa=["xuan-tay"], ky=["2022-11"])


def test_the_menu_keeps_the_view(filtered):
    chosen = _n(filtered)
    for words, path in (("So sánh", "/so_sanh"), ("Cần xử lý", "/can_xu_ly"), ("Tổng quan", "/")):
        filtered.menu(words)
        filtered.asks(path, xa=["xuan-tay"])
        filtered.settle().shows(chosen)


def test_back_goes_through_pages_and_filters_as_they_came(filtered):
    filtered.menu("So sánh")
    filtered.asks("/so_sanh", xa=["xuan-tay"])
    filtered.settle().choose("filter_linh_vuc", "Hộ tịch")
    filtered.asks("/so_sanh", xa=["xuan-tay"], linh_vuc=["ho-tich"])
    for path, query in (("/so_sanh", {"xa": ["xuan-tay"]}), ("/", {"xa": ["xuan-tay"]}), ("/", {})):
        filtered.settle().page.go_back()
        filtered.asks(path, **query)
    filtered.settle().shows(ALL)


def test_clearing_the_filters_is_undone_by_back(filtered):
    chosen = _n(filtered)
    filtered.widget("clear_filters").get_by_role("button").click()
    filtered.shows(ALL)
    filtered.asks("/")
    filtered.settle().page.go_back()
    filtered.settle().shows(chosen)
    filtered.asks("/", xa=["xuan-tay"])


def test_a_hasty_back_after_a_filter_leaves_address_and_figures_agreed(screen):
    screen.open("/?ky=2022-Q4")
    before = _n(screen)
    screen.choose("filter_xa", "Xuân Tây")
    screen.asks("/", ky=["2022-Q4"], xa=["xuan-tay"])
    screen.page.go_back()
    screen.settle().shows(before)
    screen.asks("/", ky=["2022-Q4"])


class Line:
    """The line from the server to a tab, which can be stopped and let go."""

    def __init__(self, tab: Page) -> None:
        self._held: list[Callable[[], None]] | None = None
        self.sent = 0  # messages of the browser
        tab.route_web_socket(re.compile("_stcore/stream"), self._join)

    def _join(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()

        def up(message: str | bytes) -> None:
            self.sent += 1
            server.send(message)

        def down(message: str | bytes) -> None:
            if self._held is None:
                browser.send(message)
            else:
                self._held.append(lambda: browser.send(message))

        browser.on_message(up)
        server.on_message(down)

    def stop(self) -> None:
        """Let nothing of the server arrive any more."""
        self._held = []

    def go(self) -> None:
        """Let everything arrive."""
        held, self._held = self._held or [], None
        for send in held:
            send()


@pytest.fixture
def line(context, tab_of, screen):
    """A tab of its own on the app, and its line."""
    tab = tab_of(context)
    line = Line(tab)
    return Screen(tab, screen.url).open("/?ky=2022-Q4"), line


def _heard_by_server(line: Line, screen: Screen, act: Callable[[], None]) -> None:
    before = line.sent
    act()
    screen.until(lambda: line.sent > before, "a message of the browser")


@pytest.mark.parametrize(
    ("page", "path"), [("So sánh", "/so_sanh"), ("Tổng quan", "/"), ("Dữ liệu", "/du_lieu")]
)
def test_a_click_right_after_a_filter_does_not_lose_it(line, page, path):
    screen, line = line
    line.stop()
    _heard_by_server(line, screen, lambda: screen.choose("filter_xa", "Xuân Tây"))
    _heard_by_server(line, screen, lambda: screen.menu(page))
    line.go()
    screen.settle().shows("226 phiếu")
    screen.asks(path, ky=["2022-Q4"], xa=["xuan-tay"])
    expect(screen.widget("filter_xa")).to_contain_text("Xuân Tây")


def test_a_filter_taken_back_by_its_chip_and_chosen_again_at_once_is_chosen(screen):
    screen.open("/?ky=2022-Q4&xa=xuan-tay")
    screen.widget("noprint_filters").get_by_role("link", name="Xuân Tây").click()
    screen.settle().asks("/", ky=["2022-Q4"])  # a list that is told to be empty closes
    screen.choose("filter_xa", "Xuân Tây")
    screen.settle().shows("226 phiếu")
    screen.asks("/", ky=["2022-Q4"], xa=["xuan-tay"])


def test_a_chip_pressed_before_another_choice_arrived_takes_back_its_own_filter_only(line):
    screen, line = line
    line.stop()
    _heard_by_server(line, screen, lambda: screen.choose("filter_xa", "Xuân Tây"))
    chip = screen.widget("noprint_filters").get_by_role("link", name="Quý IV/2022")
    _heard_by_server(line, screen, chip.click)
    line.go()
    screen.settle().asks("/", xa=["xuan-tay"])


def test_another_filter_keeps_what_the_link_could_not_be_understood_by(screen):
    screen.open("/?xa=ha-noi")
    screen.choose("filter_linh_vuc", "Hộ tịch")
    screen.asks("/", xa=["ha-noi"], linh_vuc=["ho-tich"])
    screen.settle().shows("0 phiếu")


def test_two_tabs_do_not_disturb_each_other(filtered, context, tab_of):
    other = Screen(tab_of(context), filtered.url).open("/?xa=xuan-tay&ky=2022-Q4")
    other.shows("226 phiếu")
    filtered.asks("/", xa=["xuan-tay"])


def test_english_stays_while_filtering(screen):
    screen.open("/?lang=en&ky=2022-Q4")
    screen.choose("filter_xa", "Xuân Tây")
    screen.shows("226 responses")
    screen.asks("/", lang=["en"], ky=["2022-Q4"], xa=["xuan-tay"])


def test_both_days_of_a_period_can_be_read(screen):
    screen.open("/?ky=2023-01-01..2023-06-30")
    field = screen.page.get_by_test_id("stDateInputFieldsScroller")
    right = "e => e.getBoundingClientRect().right"
    assert field.get_by_role("spinbutton").last.evaluate(right) <= field.evaluate(right)


def test_a_name_typed_and_entered_chooses_one_and_not_all_that_match(screen):
    screen.begin()
    typed = screen.widget("filter_xa").locator("input")
    typed.fill("Xuân Đông")
    screen.page.get_by_role("option", name="Xuân Đông", exact=True).wait_for()
    typed.press("Enter")
    screen.asks("/", xa=["xuan-dong"])


def test_typing_without_accents_finds_and_enter_takes_the_first(screen):
    typed = screen.begin().widget("filter_xa").locator("input")
    typed.click()
    typed.press_sequentially("xuan dong")
    found = ["Xuân Đông", "Xuân Đông (từ 01/07/2025)"]
    expect(screen.page.get_by_role("option")).to_have_text(found)
    typed.press("Enter")
    screen.asks("/", xa=["xuan-dong"])


def test_an_answer_is_added_as_a_filter_and_taken_back_above_the_page(screen):
    screen.open("/?xa=xuan-tay").choose("add_filter", "Hình thức nộp hồ sơ")
    screen.widget("value_filters").get_by_role("link", name="Trực tuyến").click()
    screen.asks("/", xa=["xuan-tay"], tl=["c14.truc-tuyen-cong-dich-vu-cong"])
    screen.says("Hình thức nộp hồ sơ: Trực tuyến")
    screen.widget("noprint_filters").get_by_role("link", name="Trực tuyến").click()
    screen.asks("/", xa=["xuan-tay"])
