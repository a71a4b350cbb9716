"""A click on a filter until its picture is on the screen: ours, two floors, the tutorial's."""

import contextlib
import dataclasses
import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks import data, servers
from tests.benchmarks.browsing import browser, fresh, period, settle
from tests.benchmarks.machine import Line, cpu, ms
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator

SIZES = (226, 10_000, 100_000)
YEARS = (2, 3, 4, 0)  # options of the list of years: 2025, 2024, 2023, all of them
CLICKS = 20
TIMES, PLAIN, HALF = 1.15, 1.0, 0.5  # the targets
LIST = "[data-testid=stSidebar] [data-testid=stSelectbox] input"
OVERVIEW = ".st-key-overview .x-box"
PLOTLY = "[data-testid=stMetricValue], .gtitle"
# From the press until the frame after the one in which all that was awaited stands in the page.
WATCH = """([selector, wanted]) => {
  window.__took = new Promise((done, failed) => {
    let from = 0
    const press = () => { from = performance.now() }
    addEventListener('pointerdown', press, { capture: true, once: true })
    const text = () => [...document.querySelectorAll(selector)].map((e) => e.textContent).join('|')
    const look = () => {
      if (!from || text() !== wanted) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => done((performance.now() - from) / 1000)))
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    setTimeout(failed, 30000, 'never drawn')
  })
}"""
TEXT = "(s) => [...document.querySelectorAll(s)].map((e) => e.textContent).join('|')"
CHANGED = f"([selector, before]) => ({TEXT})(selector) !== before"
HTML = "(selector) => document.querySelector(selector).__html ?? ''"


@dataclasses.dataclass
class Tab:
    """An open page, the text of each of its pictures, and what its clicks took."""

    page: Page
    server: Server
    watched: str
    pictures: dict[int, str] = dataclasses.field(default_factory=dict)
    took: list[float] = dataclasses.field(default_factory=list)
    cpu: list[float] = dataclasses.field(default_factory=list)

    def learn(self) -> dict[str, str]:
        """Look at each picture once, unmeasured; return our own HTML by period."""
        captured = {}
        for year in YEARS:
            before = self.page.evaluate(TEXT, self.watched)
            self._choose(year)
            # a busy server begins to draw only after a page that looks as if it were at rest
            self.page.wait_for_function(CHANGED, arg=[self.watched, before], timeout=90_000)
            settle(self.page)
            self.pictures[year] = self.page.evaluate(TEXT, self.watched)
            captured[period(self.page)] = self.page.evaluate(HTML, self.watched)
        return captured

    def click(self, year: int) -> None:
        """Choose another year and note how long its picture took."""
        before = cpu(self.server.process)
        self._choose(year, [self.watched, self.pictures[year]])
        self.took.append(self.page.evaluate("window.__took"))
        settle(self.page)
        self.cpu.append(cpu(self.server.process) - before)

    @property
    def median(self) -> float:
        """Return the seconds from a click to its picture."""
        return statistics.median(self.took)

    def _choose(self, year: int, awaited: list[str] | None = None) -> None:
        self.page.bring_to_front()
        self.page.locator(LIST).first.click()
        option = self.page.get_by_role("option").nth(year)
        option.hover()
        if awaited:
            self.page.evaluate(WATCH, awaited)
        option.click()


def measured() -> Iterator[Line]:
    """Yield what a click takes at every size."""
    with browser() as chromium:
        for n in SIZES:
            yield from _at(n, chromium)


def _at(n: int, chromium: Browser) -> Iterator[Line]:
    """Click through all four pages in turn, each with the same n responses."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        emulator = Emulator(keep_answers=False)
        stack.callback(emulator.stop)
        settings = servers.of(data.submitted(emulator, n), emulator.host)
        pictures = folder / "pictures.json"
        ours = stack.enter_context(
            servers.serving(
                servers.FLOOR, folder / "ours", BENCHMARK_PICTURES=str(pictures), **settings
            )
        )
        theirs = stack.enter_context(
            servers.serving(servers.TUTORIAL, folder / "tutorial", **settings)
        )
        overview = _open(chromium, ours, "/", OVERVIEW)
        pictures.write_text(json.dumps(overview.learn()), "utf-8")
        bare = stack.enter_context(servers.plain(folder / "plain", pictures))
        tabs = [
            overview,
            _open(chromium, ours, "/floor", OVERVIEW),
            _open(chromium, bare, "/", OVERVIEW),
            _open(chromium, theirs, "/", PLOTLY),
        ]
        for tab in tabs[1:]:
            tab.learn()
        for turn in range(CLICKS):
            for tab in (*tabs[turn % len(tabs) :], *tabs[: turn % len(tabs)]):
                tab.click(YEARS[turn % len(YEARS)])
        for tab in tabs:
            tab.page.context.close()
    yield from _lines(n, *tabs)


def _open(chromium: Browser, server: Server, path: str, watched: str) -> Tab:
    page = fresh(chromium)
    page.goto(server.url + path)
    page.locator(watched).first.wait_for(timeout=90_000)
    settle(page)
    return Tab(page, server, watched)


def _lines(n: int, overview: Tab, floor: Tab, plain: Tab, tutorial: Tab) -> Iterator[Line]:
    most = HALF if n == SIZES[-1] else None
    yield _line(f"click, {n:,} responses: overview and floor in our server", overview, floor, TIMES)
    yield _line(f"click, {n:,} responses: overview and plain Streamlit", overview, plain, PLAIN)
    yield _line(f"click, {n:,} responses: overview and tutorial's page", overview, tutorial, most)


def _line(what: str, ours: Tab, other: Tab, most: float | None) -> Line:
    """Return how many times as long as the other page ours takes; `most` is the target."""
    ratio = ours.median / other.median
    used = [ms(statistics.mean(tab.cpu)) for tab in (ours, other)]
    return Line(
        what,
        f"≤ {most} ×" if most else "",
        f"{ms(ours.median)} and {ms(other.median)}: {ratio:.2f} ×",
        ratio <= most if most else None,
        f"{used[0]} and {used[1]} a click",
    )
