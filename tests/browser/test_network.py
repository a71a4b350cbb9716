"""Nothing leaves the machine, and the console stays silent."""

from urllib.parse import urlsplit

import pytest

from tests.browser.screen import SURVEY_PAGES, Screen

# On a deep link Streamlit first looks for its server below the page's own address.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@pytest.fixture(scope="module")
def heard(context, sample):
    """Every address that all pages asked for, and every complaint in the console."""
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda line: complaints.append((line.type, line.text, line.location)))
    page.on("pageerror", lambda error: complaints.append(("error", str(error), {"url": ""})))
    screen = Screen(page, sample)
    for path in SURVEY_PAGES[:2]:  # by the address of the app, and by one below it
        screen.open(f"{path}?ky=2022-Q4")
    for path in SURVEY_PAGES[2:]:
        screen.go(f"{path}?ky=2022-Q4")
    page.close()
    return asked, complaints


def test_no_request_leaves_the_machine(heard, sample):
    hosts = {urlsplit(url).netloc for url in heard[0] if not url.startswith(("data:", "blob:"))}
    assert {host for host in hosts if host} == {urlsplit(sample).netloc}


def test_the_console_names_no_error_but_the_two_probes(heard):
    errors = [line for line in heard[1] if line[0] == "error"]
    assert [line for line in errors if not line[2]["url"].endswith(PROBES)] == []
