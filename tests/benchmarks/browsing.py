"""The installed browser, and the wait until a page of Streamlit has come to rest."""

import contextlib
import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, SWITCHES

STATE = "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState"
CALM, PAUSE = 4, 0.08  # so many looks in a row, so many seconds apart


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """Start the installed browser and close it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


def fresh(chromium: Browser) -> Page:
    """Return a page of a browser that was never here before."""
    return chromium.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN").new_page()


def settle(page: Page) -> None:
    """Wait until no script has run for a while; a rerun may follow a run."""
    calm, end = 0, time.monotonic() + 60
    while calm < CALM:
        if time.monotonic() > end:
            raise TimeoutError(page.url)
        calm = calm + 1 if page.evaluate(STATE) == "notRunning" else 0
        time.sleep(PAUSE)


def period(page: Page) -> str:
    """Return the period in the page's address, "" where none is chosen."""
    return parse_qs(urlsplit(page.url).query).get("ky", [""])[-1]
