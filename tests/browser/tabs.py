"""Tabs that serve one test after another: what a tab has compiled need not be compiled again."""

from collections import defaultdict

from playwright.sync_api import BrowserContext, Page, ViewportSize

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
BLANK = "about:blank"
PAGES_A_TAB = 30  # a tab remembers no more than fifty, and tests count them


class Tabs:
    """The tabs of all browsers; a used one opens a page in half the time of a new one."""

    def __init__(self) -> None:
        self._all = set[Page]()
        self._idle: dict[BrowserContext, list[Page]] = defaultdict(list)

    def lend(self, laptop: BrowserContext) -> Page:
        """Give a tab of this browser, as the test before left it."""
        idle = self._idle[laptop]
        tab = idle.pop() if idle else laptop.new_page()
        self._all.add(tab)
        return tab

    def lend_blank(self, laptop: BrowserContext) -> Page:
        """Give a tab of this browser that shows nothing yet."""
        tab = self.lend(laptop)
        _clear(tab)
        return tab

    def take_back(self, tab: Page, *, blank: bool = True) -> None:
        """Keep it for another test, unless it is old; one whose server may go shows nothing."""
        if tab.is_closed() or tab.evaluate("history.length") > PAGES_A_TAB:
            self._all.remove(tab)
            tab.close()
            return
        if blank:
            _clear(tab)
        tab.set_viewport_size(LAPTOP)
        tab.emulate_media(media="null")
        self._idle[tab.context].append(tab)

    def close_others(self, laptop: BrowserContext) -> None:
        """Close what a test opened by itself."""
        for tab in laptop.pages:
            if tab not in self._all:
                tab.close()


def _clear(tab: Page) -> None:
    if tab.url != BLANK:
        tab.goto(BLANK)
