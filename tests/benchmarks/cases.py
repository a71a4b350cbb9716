"""The page of cases: opened, filtered, and told of another's action; with 50 and with 5,000."""

import contextlib
import dataclasses
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from lib.desk import Desk
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.office import Office
from lib.sample import SAMPLE_DESCRIPTION
from lib.sample.invented_work import SAMPLE_TRACKED_SINCE, SampleResponse, invent_events
from lib.settings import Settings, read_settings
from lib.survey.dissatisfied_answers import dissatisfied_positions, read_dissatisfied
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows
from tests.benchmarks import data, servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.machine import Line, cpu, ms
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Cell
from tests.running import office_folder

FEW, MANY = 50, 5_000
AMONG = 8  # responses to a case, a little more than there are
TURNS = 12
TIMES, TOLD = 1.5, 5.0  # the targets; seconds until another's action is on the screen
PAGE = "/can_xu_ly"
TRACKING = '[tracking]\nsince = "2020-01-01"\n'
STATES = ("Đã xong", "Tất cả")  # chosen in turn
HEADING = ".st-key-over_cases [role=status]"
CHOICES = ".st-key-filter_tt button, .st-key-filter_tt label"
READY = """() => document.querySelectorAll('.st-key-cases article').length === 20
  && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
  && performance.now() / 1000"""
# From the press until the heading tells another number and no script runs.
FILTERED = """([selector, before]) => new Promise((done, failed) => {
  const from = performance.now()
  const look = () => {
    const text = document.querySelector(selector)?.textContent
    const state = document.querySelector('[data-testid=stApp]').dataset.testScriptState
    if (text && text !== before && state === 'notRunning') done((performance.now() - from) / 1000)
    else requestAnimationFrame(look)
  }
  setTimeout(failed, 30000, 'never drawn')
  look()
})"""


@dataclasses.dataclass
class Desks:
    """A server whose office has so many cases, and what was measured of it."""

    n: int
    server: Server
    desk: Desk
    responses: Responses
    context: BrowserContext
    opened: list[float] = dataclasses.field(default_factory=list)
    filtered: list[float] = dataclasses.field(default_factory=list)
    told: list[float] = dataclasses.field(default_factory=list)
    cpu: list[float] = dataclasses.field(default_factory=list)

    def turn(self, number: int) -> None:
        """Open the page, filter it, let another process act, and note how long each took."""
        page, before = self.context.new_page(), cpu(self.server.process)
        page.goto(self.server.url + PAGE, wait_until="commit")
        self.opened.append(page.wait_for_function(READY, timeout=60_000).json_value())
        settle(page)
        self.cpu.append(cpu(self.server.process) - before)
        for state in STATES:
            heading = page.locator(HEADING).text_content()
            choice = page.locator(CHOICES).filter(has_text=state).first
            choice.hover()
            choice.click(no_wait_after=True)
            self.filtered.append(page.evaluate(FILTERED, [HEADING, heading]))
            settle(page)
        person = f"Cán bộ số {number}"
        began = time.monotonic()
        self.act(person)
        page.locator(".st-key-cases", has_text=person).wait_for(timeout=30_000)
        self.told.append(time.monotonic() - began)
        page.close()

    def act(self, person: str) -> None:
        """Put this person in charge of the most urgent case, in a process of its own."""
        cases = self.desk.cases(self.responses)
        first, now = cases.case(0), dt.datetime.now(dt.UTC)
        fields = {"person": person}
        event = Event(new_id(), first.code, EventKind.TAKEN_UP, now, "leader", first.last, fields)
        self.desk.add([event])


def measured() -> Iterator[Line]:
    """Yield how long the page of many cases takes against that of few."""
    with contextlib.ExitStack() as stack:
        emulator = Emulator(keep_answers=False)
        stack.callback(emulator.stop)
        chromium = stack.enter_context(browser())
        few, many = (_desks(n, emulator, chromium, stack) for n in (FEW, MANY))
        for number in range(TURNS):
            for one in (few, many) if number % 2 else (many, few):
                one.turn(number)
        yield from _lines(few, many)


def _desks(n: int, emulator: Emulator, chromium: Browser, stack: contextlib.ExitStack) -> Desks:
    """Start a server with n cases of which something happened, and look at its page once."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    described = SAMPLE_DESCRIPTION.read_text("utf-8")
    office_folder(folder, survey=described, secrets=TRACKING)
    told, responses = _read(n, emulator, folder)
    desk = Desk.open(told, folder / ".streamlit")
    stack.callback(desk.journal.stop)
    _fill(desk, responses)
    sheet = {"SURVEY_SHEETS": told.sheets[0].url, "SHEETS_EMULATOR_HOST": emulator.host}
    server = stack.enter_context(servers.serving(servers.OURS, folder, **sheet))
    page = fresh(chromium)
    page.goto(server.url + PAGE)
    page.wait_for_function(READY, timeout=90_000)
    settle(page)
    page.close()
    return Desks(n, server, desk, responses, page.context)


def _read(n: int, emulator: Emulator, folder: Path) -> tuple[Settings, Responses]:
    """Put responses on the emulator of which n are cases; return the settings and them, read."""
    rows = data.rows(n * AMONG)
    _, more = _office(emulator, folder, rows)
    cases = dissatisfied_positions(more, chosen_rows(more, Selection()))
    return _office(emulator, folder, rows[: 1 + int(sorted(cases)[n])])


def _office(emulator: Emulator, folder: Path, rows: list[list[Cell]]) -> tuple[Settings, Responses]:
    environ = servers.of(emulator.create(("Câu trả lời biểu mẫu 1", rows)), emulator.host)
    environ |= {"SURVEY_DATA_DIR": str(folder / "data")}
    told = read_settings(environ, folder / ".streamlit", folder)
    office = Office.open(told, folder / ".streamlit")
    return told, office.read([source.read() for source in office.sources])


def _fill(desk: Desk, responses: Responses) -> None:
    """Let what the sample's staff do happen to every case."""
    cases = desk.cases(responses)
    read = read_dissatisfied(responses, cases.positions)
    seen = (
        SampleResponse(code, one.day or SAMPLE_TRACKED_SINCE, one.sector, one.answers[0][0].id)
        for code, one in zip(cases.codes, read, strict=True)
    )
    desk.add(invent_events(seen, ()), although_moved=True)


def _lines(few: Desks, many: Desks) -> Iterator[Line]:
    words = f"{FEW} cases and {MANY:,}"
    used = f"{ms(statistics.mean(few.cpu))} and {ms(statistics.mean(many.cpu))} an opening"
    yield _line(f"page of {words}: opened", few.opened, many.opened, used)
    yield _line(f"page of {words}: filtered", few.filtered, many.filtered)
    slowest = max(*few.told, *many.told)
    yield Line(
        f"{words}: another process' action, until on the screen",
        f"≤ {TOLD:.0f} s",
        f"{slowest:.1f} s at most, {statistics.median(many.told):.1f} s in the middle",
        slowest <= TOLD,
    )


def _line(what: str, few: list[float], many: list[float], used: str = "") -> Line:
    slow, quick = statistics.median(many), statistics.median(few)
    measured = f"{ms(quick)} and {ms(slow)}: {slow / quick:.2f} ×"
    return Line(what, f"≤ {TIMES} ×", measured, slow <= TIMES * quick, used)
