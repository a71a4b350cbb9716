"""One browser and one app for the journeys; a fresh context for each."""

import functools
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests import small_form
from tests.browser.screen import Screen
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet
from tests.forking import forked
from tests.running import answers, office_folder, wait_for

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
HOST = "van-phong"  # an office PC's name in the local network: this machine by another name
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
TESTS_A_TAB = 8
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
        for tab in laptop.pages:
            tab.close()
        laptop.clear_cookies()


@pytest.fixture(scope="session")
def tabs() -> dict[BrowserContext, tuple[Page, int]]:
    """The tab that each browser has open, and by how many tests it was used."""
    return {}


@pytest.fixture
def page(context: BrowserContext, tabs: dict[BrowserContext, tuple[Page, int]]) -> Iterator[Page]:
    """A tab that shows nothing yet; every other is closed afterwards.

    It may have served tests before: a tab that has compiled Streamlit's scripts opens a page in
    half the time. After some tests it is renewed, as a tab remembers no more than fifty pages.
    """
    tab, served = tabs.pop(context, (None, 0))
    if tab is None or tab.is_closed() or served == TESTS_A_TAB:
        tab, served = context.new_page(), 0
    _close_others(context, tab)
    yield tab
    _close_others(context, tab)
    if not tab.is_closed():
        tab.goto("about:blank")
        tab.set_viewport_size(LAPTOP)
        tab.emulate_media(media="null")
        tabs[context] = tab, served + 1


def _close_others(context: BrowserContext, tab: Page) -> None:
    for other in context.pages:
        if other != tab:
            other.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on its bundled sample."""
    folder = office_folder(tmp_path_factory.mktemp("sample"))
    with forked(folder, {"SURVEY_DATA_DIR": str(folder / "data")}) as url:
        wait_for(lambda: answers(f"{url}/health"), "the first reading")
        yield url


@pytest.fixture
def screen(page: Page, sample: str) -> Screen:
    """A tab for the app on its sample."""
    return Screen(page, sample)


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
