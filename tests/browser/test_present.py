"""The presentation in a meeting room: on the wall, by keys, whatever becomes of the source."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import small_form
from tests.browser.screen import PUBLISHED, Screen
from tests.emulator import faults
from tests.forking import forked
from tests.oidc.provider import person
from tests.running import office_folder

SIZES = [
    (1280, 720),  # 16:9
    (1024, 768),  # 4:3
    pytest.param(1280, 800, marks=pytest.mark.thorough),
    pytest.param(1920, 1080, marks=pytest.mark.thorough),
]


def present(screen: Screen) -> Screen:
    """Present what the page shows, and wait for the first slide."""
    screen.page.get_by_role("link", name="Trình chiếu").click()
    return wall(screen)


def wall(screen: Screen) -> Screen:
    expect(screen.page.locator(".p-slide:visible")).to_have_count(1, timeout=30_000)
    return screen.settle()


def slide(screen: Screen) -> str:
    """Return the code of the slide that is seen."""
    return str(screen.page.locator(".p-slide:visible").get_attribute("data-slide"))


def codes(screen: Screen) -> list[str]:
    every = "[...document.querySelectorAll('.p-slide')].map(e => e.dataset.slide)"
    return list(screen.page.evaluate(every))


def press(screen: Screen, *keys: str) -> None:
    for key in keys:
        screen.page.keyboard.press(key)


@pytest.fixture(scope="module")
def presented(context, tabs, sample):
    """The presentation of the published quarter."""
    tab = tabs.lend_blank(context)
    yield wall(Screen(tab, sample).open(f"/trinh_chieu?{PUBLISHED}"))
    tabs.take_back(tab)


@pytest.fixture
def published(presented):
    """That presentation at its first slide, nothing in front of it."""
    press(presented, "Escape", "Home")
    return presented


def test_keys_turn_the_slides_and_the_address_follows(published):
    first, *_, last = codes(published)
    assert slide(published) == first
    press(published, "ArrowRight", "ArrowRight")
    assert slide(published) == "ty-le-chung"
    assert published.address[1]["chieu"] == ["ty-le-chung"]
    press(published, "ArrowLeft")
    assert slide(published) == "qua-han"
    press(published, "End", "ArrowRight")
    assert slide(published) == last == published.address[1]["chieu"][0]
    press(published, "Home", "ArrowLeft", "PageDown")
    assert slide(published) == "qua-han"


def test_a_click_on_the_right_turns_forward_and_on_the_left_back(published):
    published.page.mouse.click(1000, 500)
    published.page.mouse.click(1000, 500)
    assert slide(published) == "ty-le-chung"
    published.page.mouse.click(100, 500)
    assert slide(published) == "qua-han"


def test_reload_and_a_second_window_show_the_same_slide(published, context, tab_of):
    press(published, "End", "ArrowLeft")
    here = slide(published)
    published.page.reload()
    assert slide(wall(published)) == here
    second = Screen(tab_of(context), published.url)
    second.page.goto(published.page.url)
    assert slide(wall(second)) == here


def test_turning_makes_no_entry_in_the_history_and_back_leads_to_the_page(screen):
    screen.go(f"/so_sanh?{PUBLISHED}")
    entries = screen.history
    present(screen)
    screen.until(lambda: "luc" in screen.address[1], "the pin")
    press(screen, "ArrowRight", "ArrowRight", "ArrowRight")
    assert screen.history == entries + 1
    screen.page.go_back()
    screen.asks("/so_sanh", xa=["xuan-tay"], ky=["2022-Q4"])


def test_the_same_view_presented_again_is_pinned_again(screen):
    screen.go(f"/so_sanh?{PUBLISHED}")
    for _ in range(2):
        present(screen)
        screen.until(lambda: "luc" in screen.address[1], "the pin")
        screen.page.go_back()
        screen.until(lambda: screen.address[0] == "/so_sanh", "the page before")
        screen.settle()


def test_back_from_a_link_that_was_pinned_by_itself_is_no_trap(screen):
    screen.go(f"/so_sanh?{PUBLISHED}")
    screen.page.goto(f"{screen.url}/trinh_chieu?{PUBLISHED}")
    wall(screen)
    screen.until(lambda: "luc" in screen.address[1], "the pin")
    screen.page.go_back()
    wall(screen)
    screen.page.go_back()
    screen.until(lambda: screen.address[0] == "/so_sanh", "the page before")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_slide_fits_the_wall_and_can_be_read_from_four_metres(published, width, height):
    published.page.set_viewport_size({"width": width, "height": height})
    for code in codes(published):
        assert slide(published) == code
        assert published.page.evaluate(_LAID_OUT) == [], code
        press(published, "ArrowRight")
    published.page.set_viewport_size({"width": 1280, "height": 800})


# Cap height is 0.66 em; on a picture 1.6 m wide seen from 4 m it stands for so many minutes of arc.
_LAID_OUT = """() => {
  const seen = document.querySelector('.p-slide:not([hidden])'), found = []
  const foot = seen.querySelector('.p-below').getBoundingClientRect().top
  const metre = innerHeight * 16 / 9 < innerWidth ? innerHeight * 16 / 9 / 1.6 : innerWidth / 1.6
  for (const e of seen.querySelectorAll('*')) {
    const text = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    const box = e.getBoundingClientRect()
    if (!text || !box.height) continue
    const tall = parseFloat(getComputedStyle(e).fontSize) * .66 / metre
    const minutes = Math.atan(tall / 4) * 10800 / Math.PI
    if (minutes < 15.9) found.push(['small', e.textContent, minutes])
    if (box.right > innerWidth || (e.closest('.p-body') && box.bottom > foot))
      found.push(['outside', e.textContent, box.right, box.bottom])
  }
  const page = document.documentElement
  if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) found.push(['scrolls'])
  return found
}"""


def test_nothing_but_the_slide_is_on_the_wall(published):
    expect(published.page.get_by_test_id("stSidebar")).not_to_be_visible()
    expect(published.widget("menu")).to_have_count(0)


def test_the_code_for_the_rooms_phones_covers_the_slide_and_holds_the_view(
    published, context, tab_of
):
    published.page.get_by_role("button", name="Mã QR").click()
    room = published.page.locator(".p-room")
    expect(room.locator("svg")).to_be_visible()
    assert room.locator("svg").bounding_box()["height"] > 400
    url = str(room.locator("p").first.text_content())
    assert re.fullmatch(rf"{published.url}/\?xa=xuan-tay&ky=2022-Q4&luc=1-\w+", url)
    press(published, "ArrowRight", "Escape")
    expect(room).not_to_be_visible()
    assert slide(published) == "can-chu-y"
    there = Screen(tab_of(context), published.url)
    there.open(url.removeprefix(published.url)).shows("226 phiếu")


def test_the_form_of_a_task_is_about_the_slide_on_the_wall(published):
    at = codes(published).index("c3")
    press(published, *["ArrowRight"] * at)
    assert slide(published) == "c3"
    published.page.get_by_role("button", name="Giao việc").click()
    asked = published.page.locator("[class*=st-key-task_cau_c3] input")
    expect(asked).to_have_value(re.compile("Tìm hiểu thông tin thủ tục"))
    press(published, "Escape", *["ArrowLeft"] * (at - 1))
    assert slide(published) == "qua-han"
    published.page.get_by_role("button", name="Giao việc").click()
    expect(published.page.get_by_text("Không có việc nào quá hạn.")).to_be_visible()


def test_a_click_that_closes_the_form_turns_no_slide(published):
    published.page.get_by_role("button", name="Giao việc").click()
    expect(published.page.get_by_label("Việc cần làm")).to_be_visible()
    published.page.mouse.click(300, 500)
    expect(published.page.get_by_label("Việc cần làm")).not_to_be_visible()
    assert slide(published) == "can-chu-y"


def test_keys_in_a_field_turn_no_slide(published):
    published.page.get_by_role("button", name="Giao việc").click()
    published.page.get_by_label("Việc cần làm").fill("Niêm yết")
    press(published, "Home", "ArrowRight", "End")
    assert slide(published) == "can-chu-y"


@pytest.fixture
def meeting(page, start, emulator, sheet):
    """The overview of that sheet."""
    url = start(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    screen = Screen(page, url).open("/")
    screen.shows("12 phiếu")
    return screen


def figures(screen: Screen) -> list[str]:
    asked = screen.page.locator(".p-slide[data-slide^=c]:not([data-slide^=ca]) .p-large")
    return list(asked.all_text_contents())


def test_responses_that_arrive_do_not_move_the_wall(meeting, context, tab_of, sheet):
    present(meeting)
    before = figures(meeting.settle())
    other = Screen(tab_of(context), meeting.url).open("/")
    for _ in range(6):
        sheet.submit(*small_form.response(attitude=small_form.DISSATISFIED))
    other.shows("18 phiếu")
    assert figures(meeting.settle()) == before
    meeting.page.reload()
    assert figures(wall(meeting)) == before


def test_from_a_viewers_link_with_the_source_gone_to_a_task_on_the_page_of_cases(
    people, tab_of, start, emulator, sheet, provider
):
    url = start(
        provider.secrets('leader = ["chutich@cammy.gov.vn"]\n'),
        SURVEY_SHEETS=sheet.url,
        SHEETS_EMULATOR_HOST=emulator.host,
    )
    viewer = opened(tab_of(people()), url)
    viewer.shows("12 phiếu")
    present(viewer)
    told = figures(viewer.settle())
    assert len(told) == 2
    emulator.fail(faults.bad_gateway(), times=1000)
    for code in codes(viewer):
        assert slide(viewer) == code
        press(viewer, "ArrowRight")
    viewer.page.reload()
    assert figures(wall(viewer)) == told
    expect(viewer.page.get_by_role("button", name="Giao việc")).to_have_count(0)
    leader = opened(tab_of(people()), url)
    provider.next_person = person("chutich@cammy.gov.vn")
    leader.page.get_by_role("button", name="Đăng nhập").first.click()
    leader.page.get_by_role("button", name="Đăng xuất").wait_for()
    leader.page.goto(viewer.page.url)
    wall(leader)
    press(leader, "Home", *["ArrowRight"] * codes(leader).index("c1"))
    note(leader, "Niêm yết hạn trả kết quả", "Công chức một cửa")
    leader.page.get_by_role("link", name="Xem các việc").click()
    leader.says("Niêm yết hạn trả kết quả")
    leader.says("Thái độ phục vụ của công chức")
    leader.says("phụ trách: Công chức một cửa")


def opened(page: Page, url: str) -> Screen:
    """Open the overview on somebody's screen."""
    page.set_viewport_size({"width": 1280, "height": 720})
    return Screen(page, url).open("/")


def note(screen: Screen, title: str, who: str) -> None:
    """Note a task for what is on the wall."""
    screen.page.get_by_role("button", name="Giao việc").click()
    screen.page.get_by_label("Việc cần làm").fill(title)
    field = screen.widget("task_person").locator("input")
    field.fill(who)
    field.press("Enter")
    screen.page.get_by_role("button", name="Ghi lại").click()
    expect(screen.page.get_by_text("Đã lưu.")).to_be_visible()


def test_the_slides_go_on_when_the_server_is_gone(page, tmp_path):
    folder = office_folder(tmp_path)
    with forked(folder, {"SURVEY_DATA_DIR": str(folder / "data"), "HOME": str(folder)}) as url:
        screen = Screen(page, url).open(f"/trinh_chieu?{PUBLISHED}")
        wall(screen)
        third, fourth = codes(screen)[2:4]
    expect(page.get_by_text("mất kết nối").first).to_be_visible(timeout=15_000)
    press(screen, "ArrowRight", "ArrowRight")
    assert slide(screen) == third
    page.get_by_role("button", name="Sau").click()
    assert slide(screen) == fourth
