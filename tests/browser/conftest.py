"""One browser and one app for the journeys; tabs that serve one after another."""

import functools
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import small_form
from tests.browser.screen import Screen
from tests.browser.tabs import LAPTOP, Tabs
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet
from tests.forking import forked
from tests.running import answers, office_folder, wait_for

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
HOST = "van-phong"  # an office PC's name in the local network: this machine by another name
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey, so that `-m 'not browser'` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium, or a skip that says so; required where the variable says it."""
    if CHROMIUM is None:
        if os.environ.get("SURVEY_BROWSER_TESTS") == "required":
            pytest.fail("browser tests are required, and no Chromium is installed")
        pytest.skip("browser tests skipped: no Chromium is installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def laptops(browser: Browser) -> Callable[[int], BrowserContext]:
    """The browsers of several people, in Vietnamese: `laptops(0)`, `laptops(1)` and so on.

    Their caches are kept, or each journey takes 3 s more.
    """

    @functools.cache
    def laptop(_: int) -> BrowserContext:
        made = browser.new_context(viewport=LAPTOP, locale="vi-VN")
        made.set_default_timeout(10_000)
        return made

    return laptop


@pytest.fixture(scope="session")
def context(laptops: Callable[[int], BrowserContext]) -> BrowserContext:
    """The browser of one person."""
    return laptops(0)


@pytest.fixture
def people(laptops: Callable[[int], BrowserContext]) -> Iterator[Callable[[], BrowserContext]]:
    """Give each who asks a browser that nobody is signed in with: `people()`."""
    numbers, given = itertools.count(1), list[BrowserContext]()

    def person() -> BrowserContext:
        given.append(laptops(next(numbers)))
        return given[-1]

    yield person
    for laptop in given:
        laptop.clear_cookies()


@pytest.fixture(scope="session")
def tabs() -> Tabs:
    """The tabs of this worker's browsers."""
    return Tabs()


@pytest.fixture
def tab_of(tabs: Tabs) -> Iterator[Callable[[BrowserContext], Page]]:
    """Open a tab that shows nothing yet: `tab_of(context)`; tests before may have used it."""
    given: list[Page] = []

    def tab_of(laptop: BrowserContext) -> Page:
        given.append(tabs.lend_blank(laptop))
        return given[-1]

    yield tab_of
    for tab in given:
        tabs.take_back(tab)
    for laptop in {tab.context for tab in given}:
        tabs.close_others(laptop)


@pytest.fixture
def page(context: BrowserContext, tab_of: Callable[[BrowserContext], Page]) -> Page:
    """A tab that shows nothing yet."""
    return tab_of(context)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on its bundled sample."""
    folder = office_folder(tmp_path_factory.mktemp("sample"))
    with forked(folder, {"SURVEY_DATA_DIR": str(folder / "data")}) as url:
        wait_for(lambda: answers(f"{url}/health"), "the first reading")
        yield url


@pytest.fixture
def screen(context: BrowserContext, tabs: Tabs, sample: str) -> Iterator[Screen]:
    """A tab for the app on its sample, which it may show already."""
    tab = tabs.lend(context)
    yield Screen(tab, sample)
    tabs.take_back(tab, blank=not tab.url.startswith(sample))
    tabs.close_others(context)


@pytest.fixture
def sheet(emulator: Emulator) -> Spreadsheet:
    """A sheet into which the form has written twelve responses."""
    return emulator.create(("Trả lời", small_form.recent()))


def _starting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start an app of one's own: `start(secrets, SURVEY_FILE=…)` returns its address."""
    with ExitStack() as stopped:

        def start(secrets: str = "", **settings: str) -> str:
            files = {"secrets": secrets} if secrets else {}
            folder = office_folder(tmp_path_factory.mktemp("office"), **files)
            own = {"SURVEY_DATA_DIR": str(folder / "data"), "HOME": str(folder), **settings}
            return stopped.enter_context(forked(folder, own))

        yield start


start = pytest.fixture(_starting, name="start")
start_once = pytest.fixture(_starting, scope="module", name="start_once")
