"""A page pinned to a reading against the same page unpinned, among altered responses."""

import contextlib
import dataclasses
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.benchmarks import data, servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.machine import Line, cpu, ms
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet

RESPONSES, EDITED = 100_000, 500
TURNS = 12
TIMES = 1.2  # the target
YEARS = ("2022", "2023", "2024", "2025")
PIN = "Chốt số liệu"
READY = """() => document.querySelectorAll('.st-key-overview .x-bars tbody tr').length >= 10
  && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && performance.now() / 1000"""


@dataclasses.dataclass
class Opened:
    """The same page by two links, and the seconds that each opening took."""

    server: Server
    context: BrowserContext
    pin: str  # of the address
    unpinned: list[float] = dataclasses.field(default_factory=list)
    pinned: list[float] = dataclasses.field(default_factory=list)
    cpu: list[float] = dataclasses.field(default_factory=list)

    def turn(self, number: int) -> None:
        """Open the page of a year both ways, in turns the one and the other first."""
        ways = [(self.unpinned, ""), (self.pinned, f"&luc={self.pin}")]
        for took, query in ways if number % 2 else ways[::-1]:
            took.append(self._ready(f"/?ky={YEARS[number % len(YEARS)]}{query}"))

    def _ready(self, address: str) -> float:
        page, before = self.context.new_page(), cpu(self.server.process)
        page.goto(self.server.url + address, wait_until="commit")
        took = float(page.wait_for_function(READY, timeout=90_000).json_value())
        settle(page)
        self.cpu.append(cpu(self.server.process) - before)
        page.close()
        return took


def measured() -> Iterator[Line]:
    """Yield how long a pinned page takes against the same page of now."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        emulator = Emulator(keep_answers=False)
        stack.callback(emulator.stop)
        sheet = data.submitted(emulator, RESPONSES)
        # answers so old are let go of by default
        kept = "[tracking]\nmonths_kept = 600\n"
        settings = servers.of(sheet, emulator.host)
        server = stack.enter_context(
            servers.serving(servers.OURS, folder, secrets=kept, **settings)
        )
        of = _pinned(stack.enter_context(browser()), server, sheet)
        for number in range(-len(YEARS), TURNS):
            if number == 0:  # each link was opened once
                for took in (of.unpinned, of.pinned, of.cpu):
                    took.clear()
            of.turn(number)
        yield _line(of)


def _pinned(chromium: Browser, server: Server, sheet: Spreadsheet) -> Opened:
    """Pin the first reading, then have some responses edited and read."""
    page = fresh(chromium)
    page.goto(server.url)
    page.wait_for_function(READY, timeout=90_000)
    settle(page)
    while "luc=" not in page.url:
        page.get_by_role("button", name=PIN).click()
        settle(page)
    pin = page.url.partition("luc=")[2]
    rows = sheet.tabs[0].rows
    for at in range(1, EDITED + 1):
        rows[at][1] = rows[at + 1][1] if rows[at][1] != rows[at + 1][1] else "Không hài lòng"
    sheet.moved()
    page.goto(server.url)
    page.locator(".st-key-altered").wait_for(timeout=120_000)
    settle(page)
    page.close()
    return Opened(server, page.context, pin)


def _line(of: Opened) -> Line:
    now, then = statistics.median(of.unpinned), statistics.median(of.pinned)
    return Line(
        f"overview of {RESPONSES:,} responses pinned to a reading, and unpinned",
        f"≤ {TIMES} ×",
        f"{ms(then)} and {ms(now)}: {then / now:.2f} ×",
        then <= TIMES * now,
        f"{ms(statistics.mean(of.cpu))} an opening",
    )
