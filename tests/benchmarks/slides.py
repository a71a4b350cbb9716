"""Turning a slide against drawing the overview anew, over as many responses as ever."""

import contextlib
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks import data, servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.clicks import OVERVIEW, YEARS, Tab
from tests.benchmarks.machine import Line, ms
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator

RESPONSES, TURNS = 100_000, 20
TIMES = 1.2  # the target
SLIDE = ".p-slide:not([hidden])"
# From the key until the frame after the one in which another slide stands.
TURN = """(key) => new Promise((done) => {
  const from = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  requestAnimationFrame(() => setTimeout(() => done((performance.now() - from) / 1000)))
})"""
CODE = f"document.querySelector('{SLIDE}').dataset.slide"


def measured() -> Iterator[Line]:
    """Yield how long a slide takes to turn against a filter of the overview."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        emulator = Emulator(keep_answers=False)
        stack.callback(emulator.stop)
        settings = servers.of(data.submitted(emulator, RESPONSES), emulator.host)
        server = stack.enter_context(servers.serving(servers.OURS, folder, **settings))
        chromium = stack.enter_context(browser())
        overview = _overview(chromium, server)
        wall = _opened(chromium, server, "/trinh_chieu", SLIDE)
        turns = []
        for number in range(TURNS):
            overview.click(YEARS[number % len(YEARS)])
            turns.append(_turn(wall, "ArrowRight" if number % 8 < 4 else "ArrowLeft"))
    turned = statistics.median(turns)
    told = f"{ms(turned)} and {ms(overview.median)}: {turned / overview.median:.2f} ×"
    what = f"a slide of {RESPONSES:,} responses turned, and the overview drawn anew"
    yield Line(what, f"≤ {TIMES} ×", told, turned <= TIMES * overview.median)


def _overview(chromium: Browser, server: Server) -> Tab:
    tab = Tab(_opened(chromium, server, "/", OVERVIEW), server, OVERVIEW)
    tab.learn()
    return tab


def _opened(chromium: Browser, server: Server, path: str, awaited: str) -> Page:
    page = fresh(chromium)
    page.goto(server.url + path)
    page.locator(awaited).first.wait_for(timeout=90_000)
    settle(page)
    return page


def _turn(page: Page, key: str) -> float:
    page.bring_to_front()
    before = page.evaluate(CODE)
    took = float(page.evaluate(TURN, key))
    if page.evaluate(CODE) == before:
        raise ValueError("the slide did not turn")
    return took
