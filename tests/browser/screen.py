"""One browser tab on the app, waited for by its states and never by the clock."""

import re
import time
from collections.abc import Callable, Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Locator, Page, expect

SURVEY_PAGES = ("/", "/theo_cau_hoi", "/so_sanh", "/can_xu_ly", "/du_lieu")
PUBLISHED = "xa=xuan-tay&ky=2022-Q4"

# as lib/ui/pieces/markup.py answers a click
GO = """path => {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}"""


def one_and_the_rest(cases: Sequence[str]) -> list[ParameterSet]:
    """Return cases of one rule: every run tries the first, the others are for `-m thorough`."""
    deep = pytest.mark.thorough
    return [pytest.param(case, marks=deep if n else ()) for n, case in enumerate(cases)]


class Screen:
    """A tab: where it is, what it shows, and what a reader does there."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def open(self, path: str = "/") -> "Screen":
        """Open an address of the app, wait until it is drawn, and return this."""
        self.page.goto(self.url + path)
        return self.settle()

    def begin(self) -> "Screen":
        """Show the sample's overview, and return this: at the bare address one would set up."""
        return self.open("/tro_giup").go("/")

    def go(self, path: str = "/") -> "Screen":
        """Go to an address as the app's own links do, without loading it anew, and return this.

        Where the tab does not show the app yet, it is opened.
        """
        parts = urlsplit(path)
        wanted, title = (parts.path, parse_qs(parts.query)), self.page.title()
        if not self.page.url.startswith(self.url):
            return self.open(path)
        if (before := self.address) != wanted:
            self.page.evaluate(GO, path)
            if before[0] != parts.path:
                self.until(lambda: self.page.title() != title, f"the page {path}")
            self.until(lambda: self._kept == wanted[1], f"{path}, there is {self._kept}")
        return self.settle()

    @property
    def _kept(self) -> dict[str, list[str]]:
        """The parameters that the menu would take to another page."""
        cases = self.widget("menu").locator("a").nth(3)
        return parse_qs(urlsplit(cases.get_attribute("href") or "").query)

    def settle(self) -> "Screen":
        """Wait until something is drawn and no script has run for a while, and return this."""
        app, still = self.page.locator("[data-testid=stApp]"), 0
        drawn = self.page.locator("[data-testid=stMain] .stElementContainer").first
        expect(drawn).to_be_attached(timeout=30_000)
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
        while still < 4:
            self.page.wait_for_timeout(80)
            idle = app.get_attribute("data-test-script-state") == "notRunning"
            still = still + 1 if idle else 0
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)
        return self

    def shows(self, n: str) -> None:
        """Wait until exactly this stands where the number of responses does."""
        expect(self.page.locator(".st-key-n_responses")).to_have_text(n, timeout=15_000)

    def says(self, words: str | re.Pattern[str]) -> None:
        """Wait until the page's body says this."""
        expect(self.page.get_by_test_id("stMain")).to_contain_text(words, timeout=15_000)

    def until(self, true: Callable[[], object], what: str, seconds: float = 15) -> None:
        """Ask until `true()` holds; fail naming what never came."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, f"never came: {what}"
            self.page.wait_for_timeout(50)

    def asks(self, path: str, **query: list[str]) -> None:
        """Wait until the address bar holds this page and these parameters."""
        wanted = (path, query)
        self.until(lambda: self.address == wanted, f"{wanted}, there is {self.address}")

    @property
    def address(self) -> tuple[str, dict[str, list[str]]]:
        """The page and the parameters in the address bar."""
        parts = urlsplit(self.page.url)
        return parts.path, parse_qs(parts.query)

    @property
    def history(self) -> int:
        """How many entries the tab's history has."""
        return int(self.page.evaluate("history.length"))

    def widget(self, key: str) -> Locator:
        """Return a widget by its key."""
        return self.page.locator(f".st-key-{key}")

    def choose(self, key: str, words: str) -> None:
        """Choose an option of a list by typing its name, and close the list.

        A list of one choice closes by itself: there Escape would take the choice back.
        """
        typed = self.widget(key).locator("input")
        typed.click()
        typed.fill(words)
        self.page.get_by_role("option", name=words, exact=True).click()
        if self.widget(key).get_by_test_id("stMultiSelect").count():
            self.page.keyboard.press("Escape")

    def menu(self, words: str) -> None:
        """Click a page's name in the menu."""
        self.widget("menu").get_by_role("link", name=words).click()

    def wide(self) -> list[int]:
        """Return by how many pixels the document and the page's body are too wide."""
        boxes = "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
        return list(self.page.evaluate(f"{boxes}.map(e => e.scrollWidth - e.clientWidth)"))
