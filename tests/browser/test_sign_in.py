"""Signing in and out in a real browser: the link survives, and an end is an end in every tab."""

import re
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from lib.server.name_pins import NamePins
from tests import small_form
from tests.browser.screen import Screen
from tests.oidc.client import Client
from tests.oidc.provider import person
from tests.test_pin_sign_in import LEADER as PIN_LEADER
from tests.test_pin_sign_in import STAFF as PIN_STAFF
from tests.test_pin_sign_in import Office

ROLES = 'leader = ["chutich@cammy.gov.vn"]\nstaff = ["@xuantay.gov.vn"]\n'
LEADER, STAFF, STRANGER = (
    person(f"{name}") for name in ("chutich@cammy.gov.vn", "canbo@xuantay.gov.vn", "ai@gmail.com")
)
LINK = "/can_xu_ly?xa=xuan-tay&xa=song-ray&ky=2024-01-01..2024-12-31"
ENDED = re.compile("Phiên đăng nhập đã kết thúc")


@pytest.fixture(scope="module")
def office(start_once, provider, tmp_path_factory):
    """The address of an office where people sign in."""
    file = tmp_path_factory.mktemp("file") / "small.csv"
    small_form.write(file, small_form.rows())
    return start_once(provider.secrets(ROLES), SURVEY_FILE=str(file))


@pytest.fixture
def context(people):
    """A browser that nobody is signed in with."""
    return people()


@pytest.fixture
def sign_in(office, provider, page):
    """Open a link, press the button there as this person, and return the screen."""

    def sign_in(claims=STAFF, link=LINK, ago=0):
        provider.next_person, provider.ago = claims, ago
        screen = Screen(page, office).open(link)
        page.get_by_test_id("stMain").get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(lambda url: "/auth/" not in url and "oauth2" not in url)
        page.get_by_role("button", name="Đăng xuất").wait_for()
        return screen.settle()

    return sign_in


def _cookies(page):
    return "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies())


def _viewers_cookies(office, provider):
    provider.next_person = STRANGER
    client = Client(office)
    client.sign_in()
    return "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def _status(url, cookies=""):
    try:
        return urllib.request.urlopen(
            urllib.request.Request(url, headers={"Cookie": cookies})
        ).status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_the_link_survives_the_sign_in_byte_for_byte(sign_in, office, page):
    sign_in()
    assert page.url == office + LINK
    Screen(page, office).says(small_form.SECRET)
    expect(page.get_by_test_id("stSidebar")).to_contain_text("canbo@xuantay.gov.vn · Cán bộ")


def test_back_leads_to_the_page_where_one_signed_in(sign_in, office, page):
    sign_in()
    page.go_back()
    Screen(page, office).settle().says(small_form.SECRET)
    assert page.url == office + LINK


def test_a_stranger_is_told_why_there_are_only_totals(sign_in, page, office):
    screen = sign_in(STRANGER)
    screen.says("ai@gmail.com không có trong danh sách cán bộ")
    expect(page.get_by_text(small_form.SECRET)).to_have_count(0)


def test_signing_out_ends_every_tab(sign_in, context, tab_of, office, page):
    sign_in()
    other = Screen(tab_of(context), office).open(LINK)
    other.says(small_form.SECRET)
    page.get_by_role("button", name="Đăng xuất").click()
    other.says(ENDED)
    expect(other.page.get_by_text(small_form.SECRET)).to_have_count(0)
    expect(page.get_by_role("button", name="Đăng nhập").first).to_be_visible()


def test_a_session_ends_while_the_page_is_open(sign_in, page):
    screen = sign_in(ago=8 * 3600 - 15)
    screen.says(small_form.SECRET)
    screen.until(lambda: "đã kết thúc" in page.inner_text("body"), "the end", 40)
    expect(page.get_by_text(small_form.SECRET)).to_have_count(0)
    page.get_by_test_id("stMain").get_by_role("button", name="Đăng nhập").wait_for()


def test_a_file_is_for_those_who_may_read_it(sign_in, page, provider, office):
    sign_in()
    with page.expect_download() as asked:
        page.get_by_role("button", name="Tải tệp csv").click()
    url, mine = asked.value.url, _cookies(page)
    assert (_status(url, mine), _status(url)) == (200, 403)
    assert _status(url, _viewers_cookies(office, provider)) == 403
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Đăng nhập").first.wait_for()
    assert _status(url, mine) in (403, 404)
    assert _status(url, _cookies(page)) in (403, 404)


def test_a_name_signs_in_on_a_phone_and_by_keyboard_until_it_gets_another_pin(page, tmp_path):
    office = Office(tmp_path, '[roles]\nleader = ["Trần Văn Bình"]\nstaff = ["Nguyễn Thị Ánh"]\n')
    office.give(PIN_LEADER, PIN_STAFF)
    page.set_viewport_size({"width": 390, "height": 844})
    with office.started() as url:
        screen = Screen(page, url).open(LINK)
        page.get_by_test_id("stMain").get_by_role("link", name="Đăng nhập").click()
        page.get_by_label("Tên").wait_for()
        page.keyboard.type(PIN_STAFF[0])
        page.keyboard.press("Tab")
        page.keyboard.type("000000")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Tên hoặc mã PIN không đúng")
        page.keyboard.type(PIN_STAFF[1])
        page.keyboard.press("Enter")
        screen.settle().says(small_form.SECRET)
        assert page.url == url + LINK
        NamePins(office.data).set_pin(PIN_STAFF[0], "990011")
        screen.says(ENDED)
        expect(page.get_by_text(small_form.SECRET)).to_have_count(0)
