"""What respondents wrote is for the machine that runs the app; others get totals and a reason."""

import datetime as dt
import re
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import small_form
from tests.browser.conftest import HOST
from tests.browser.screen import SURVEY_PAGES, Screen
from tests.proxy import proxy

WHY = "Ở đây chỉ hiển thị số tổng hợp."


@pytest.fixture(scope="module")
def office(start_once, tmp_path_factory):
    """The address of an office with a file of its own."""
    file = tmp_path_factory.mktemp("file") / "small.csv"
    return start_once(SURVEY_FILE=str(small_form.write(file, small_form.rows())))


def _elsewhere(url):
    return f"http://{HOST}:{urlsplit(url).port}"


def _frames(page):
    """Return the list into which every message of every websocket will be written."""
    frames = []

    def listen(socket):
        socket.on("framereceived", lambda data: frames.append(_bytes(data)))

    page.on("websocket", listen)
    return frames


def _bytes(data):
    return data.encode() if isinstance(data, str) else data


def _status(url, **headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers=headers)).status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_on_this_machine_comments_are_shown(page, office):
    frames = _frames(page)
    Screen(page, office).open("/can_xu_ly").says(small_form.SECRET)
    assert small_form.tells(b"".join(frames))


def test_elsewhere_no_message_holds_a_comment(page, office):
    frames = _frames(page)
    far = Screen(page, _elsewhere(office))
    for path in SURVEY_PAGES:
        far.go(path).shows("12 phiếu")
    assert len(frames) > len(SURVEY_PAGES)
    assert not small_form.tells(b"".join(frames))


def test_elsewhere_no_message_tells_of_a_single_response(page, context, tab_of, start, emulator):
    sheet = emulator.create(("Trả lời", small_form.rows()))
    url = start(SURVEY_SHEETS=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    near = Screen(tab_of(context), url).open()
    frames = _frames(page)
    far = Screen(page, _elsewhere(url)).open()
    far.shows("12 phiếu")
    far.menu("So sánh")  # a run that a click began is the last: nothing of the opening comes late
    far.settle().shows("12 phiếu")
    far.settle()
    heard = len(frames)
    for days in ((13,), (14, 15, 16)):  # one, then as many as are one too few
        for day in days:
            sheet.submit(*small_form.response(), at=dt.datetime(2024, 4, day, 8, 0))
        near.shows(f"{days[-1]} phiếu")
    far.settle().shows("12 phiếu")
    assert len(frames) == heard
    sheet.submit(*small_form.response(), at=dt.datetime(2024, 4, 17, 8, 0))
    far.shows("17 phiếu")


def test_elsewhere_filters_narrowed_to_one_person_send_no_figure(page, office):
    frames = _frames(page)
    for path in SURVEY_PAGES:
        far = Screen(page, _elsewhere(office)).open(f"{path}?xa=xuan-tay&ky=2024-03")
        far.shows("–")
        far.says("Không hiển thị vì dưới 5 phiếu")
    assert not re.search(rb"\d,\d %|\d ch\xc6\xb0a h\xc3\xa0i", b"".join(frames))


def test_elsewhere_totals_are_shown_and_why_no_more(page, office):
    screen = Screen(page, _elsewhere(office)).open("/can_xu_ly")
    screen.says(WHY)
    expect(page.locator(".x-bars tbody tr")).to_have_count(2)
    assert page.get_by_test_id("stDownloadButton").count() == 0


def test_behind_a_proxy_nobody_is_at_this_machine(page, office):
    with proxy(office, client="203.0.113.9") as url:
        Screen(page, url).open("/can_xu_ly").says(WHY)
        page.close()


def test_a_download_is_given_to_this_machine_alone(page, office):
    Screen(page, office).open("/can_xu_ly")
    with page.expect_download() as asked:
        page.get_by_role("button", name="Tải tệp csv").click()
    assert small_form.SECRET in asked.value.path().read_text("utf-8-sig")
    url = asked.value.url
    assert (_status(url), _status(url, **{"X-Forwarded-For": "203.0.113.9"})) == (200, 403)


def test_the_sample_is_shown_whole_to_anybody(page, sample):
    screen = Screen(page, _elsewhere(sample)).open("/can_xu_ly?xa=xuan-tay&ky=2022-Q4")
    screen.says("24 phiếu chưa hài lòng")
    expect(page.locator("article").first).to_be_visible()
