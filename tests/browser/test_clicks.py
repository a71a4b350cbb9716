"""A click in a table or a chart changes the view, and never loads the app anew."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def stays(screen):
    """Mark the tab's window when it is opened; afterwards tell whether it is still the same."""

    def opened(path):
        screen.go(path)
        screen.page.evaluate("window.marked = true")
        return screen

    yield opened
    assert screen.page.evaluate("window.marked") is True


def test_a_question_of_the_overview_opens_its_page_and_back_returns(stays):
    screen = stays("/?xa=xuan-tay&ky=2022-Q4")
    screen.page.get_by_role("link", name="Trả kết quả đúng giấy hẹn").click()
    screen.asks("/theo_cau_hoi", xa=["xuan-tay"], ky=["2022-Q4"], cau=["c7"])
    screen.says("Thời gian trả kết quả so với giấy hẹn?")
    screen.settle().page.go_back()
    screen.asks("/", xa=["xuan-tay"], ky=["2022-Q4"])
    expect(screen.page.locator("h1")).to_have_text("Tổng quan")


def test_a_month_of_the_trend_chooses_the_month(stays):
    screen = stays("/?xa=xuan-tay&ky=2022-Q4")
    screen.page.locator(".x-trend a").nth(1).click()
    screen.asks("/", xa=["xuan-tay"], ky=["2022-11"])
    screen.settle().shows("64 phiếu")


def test_a_view_changed_by_a_click_is_undone_by_back(stays):
    screen = stays("/?xa=xuan-tay&ky=2022-Q4")
    screen.page.locator(".x-trend a").nth(1).click()
    screen.shows("64 phiếu")
    screen.settle().page.go_back()
    screen.settle().shows("226 phiếu")
    screen.asks("/", xa=["xuan-tay"], ky=["2022-Q4"])


def test_a_commune_of_the_comparison_chooses_it(stays):
    screen = stays("/so_sanh?ky=2022-Q4")
    screen.page.get_by_role("rowheader").get_by_role("link", name="Xuân Tây").click()
    screen.asks("/so_sanh", ky=["2022-Q4"], xa=["xuan-tay"])
    screen.settle().shows("226 phiếu")


def test_a_cell_of_the_comparison_opens_its_question_and_commune(stays):
    screen = stays("/so_sanh?ky=2022-Q4")
    row = screen.page.get_by_role("row").filter(has_text="Xuân Tây")
    row.get_by_role("cell").get_by_role("link").nth(1).click()  # the first is over all questions
    screen.asks("/theo_cau_hoi", ky=["2022-Q4"], xa=["xuan-tay"], cau=["c1"])
    screen.settle().shows("226 phiếu")


def test_a_period_of_a_chart_chooses_itself(stays):
    screen = stays("/theo_cau_hoi?xa=xuan-tay&ky=2022-Q4")
    screen.widget("over_time").get_by_role("link", name="T11").first.click()
    screen.asks("/theo_cau_hoi", xa=["xuan-tay"], ky=["2022-11"])
    screen.settle().shows("64 phiếu")


def test_after_a_click_in_a_chart_and_back_the_same_click_works_again(stays):
    screen = stays("/theo_cau_hoi?ky=2022-Q4")
    for _ in range(2):
        screen.widget("by_xa").get_by_role("link", name="Xuân Tây").click()
        screen.asks("/theo_cau_hoi", ky=["2022-Q4"], xa=["xuan-tay"])
        screen.settle().page.go_back()
        screen.asks("/theo_cau_hoi", ky=["2022-Q4"])
        screen.settle()
