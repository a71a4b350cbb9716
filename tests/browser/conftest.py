"""One browser and one app for the journeys; a fresh context for each."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.running import office_folder, running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey, and skip them with a word where there is no browser."""
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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that was never here before."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on its bundled sample."""
    folder = office_folder(tmp_path_factory.mktemp("sample"))
    with running(folder, {"SURVEY_DATA_DIR": str(folder / "data")}) as url:
        yield url
