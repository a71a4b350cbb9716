"""What happens to the sheet happens on the screen, and disturbs nobody."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests import small_form
from tests.browser.screen import Screen
from tests.emulator import faults
from tests.forking import forked
from tests.running import office_folder, wait_for

SEARCH = "Tìm trong ý kiến góp ý"
DOWN = re.compile(r"Từ \d\d:\d\d hôm nay: .*Google chưa trả lời\. Ứng dụng sẽ tự thử lại\.")


@pytest.fixture
def sheet(emulator):
    """A sheet into which the form has written twelve responses."""
    return emulator.create(("Trả lời", small_form.rows()))


@pytest.fixture
def screen(page, start, emulator, sheet):
    """The dissatisfied responses of that sheet, in a low window that scrolls."""
    page.set_viewport_size({"width": 1280, "height": 480})
    url = start(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    screen = Screen(page, url).open("/can_xu_ly?xa=xuan-tay&xa=song-ray")
    screen.shows("12 phiếu")
    return screen


def _submit(sheet):
    sheet.submit(*small_form.response(), at=dt.datetime(2024, 4, 1, 8, 0))


def _scrolled(screen):
    return screen.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")


def test_a_response_arrives_while_a_search_is_half_typed(screen, sheet):
    search = screen.page.get_by_label(SEARCH)
    search.press_sequentially("nửa chừ")
    screen.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 60")
    before = (screen.page.url, screen.history, _scrolled(screen))
    _submit(sheet)
    screen.shows("13 phiếu")
    screen.settle()
    assert (screen.page.url, screen.history, _scrolled(screen)) == before
    expect(search).to_have_value("nửa chừ")
    expect(search).to_be_focused()


@pytest.mark.parametrize("key", ["filter_cau", "shown_question"])
def test_a_response_arrives_while_a_list_is_open(screen, sheet, key):
    screen.open("/theo_cau_hoi").shows("12 phiếu")
    typed = screen.widget(key).locator("input")
    typed.click()
    typed.fill("")
    typed.press_sequentially("th")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    offered = screen.page.get_by_role("option").all_inner_texts()
    _submit(sheet)
    screen.shows("13 phiếu")
    assert screen.settle().page.get_by_role("option").all_inner_texts() == offered != []
    expect(typed).to_have_value("th")
    expect(typed).to_be_focused()


def test_every_open_tab_is_told(screen, sheet, context, tab_of):
    other = Screen(tab_of(context), screen.url).open("/so_sanh")
    _submit(sheet)
    screen.shows("13 phiếu")
    other.shows("13 phiếu")


def test_a_failing_source_is_told_and_recovers_by_itself(screen, emulator):
    emulator.fail(faults.bad_gateway(), times=3)
    screen.says(DOWN)
    screen.shows("12 phiếu")
    expect(screen.page.get_by_text("Google chưa trả lời")).to_have_count(0, timeout=30_000)
    screen.shows("12 phiếu")


def test_a_restart_while_the_source_is_down_shows_the_last_good_rows(page, tmp_path, emulator):
    sheet = emulator.create(("Trả lời", small_form.recent()))
    folder = office_folder(tmp_path)
    settings = {
        "SURVEY_DATA_DIR": str(folder / "data"),
        "SURVEY_SHEETS": sheet.url,
        "SHEETS_EMULATOR_HOST": emulator.host,
    }
    with forked(folder, settings):
        wait_for(lambda: any((folder / "data" / "last").glob("*")), "the last good copy")
    emulator.fail(faults.bad_gateway(), times=1000)
    with forked(folder, settings) as url:
        screen = Screen(page, url).open("/")
        screen.shows("12 phiếu")
        screen.says(DOWN)


def test_what_the_copy_no_longer_holds_is_said_to_be_missing(page, tmp_path, emulator, sheet):
    folder = office_folder(tmp_path)
    settings = {
        "SURVEY_DATA_DIR": str(folder / "data"),
        "SURVEY_SHEETS": sheet.url,  # of 2024, which is not kept any more
        "SHEETS_EMULATOR_HOST": emulator.host,
    }
    with forked(folder, settings):
        wait_for(lambda: any((folder / "data" / "last").glob("*")), "the last good copy")
    emulator.fail(faults.bad_gateway(), times=1000)
    with forked(folder, settings) as url:
        Screen(page, url).open("/").says("Chưa có các phiếu gửi trước ngày")
