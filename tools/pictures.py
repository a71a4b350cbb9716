"""Takes the pictures of the guide and the README of the sample: `python -m tools.pictures`.

It needs an installed Chromium or Chrome. Look at what it wrote before you commit it.
"""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from lib.ui.shell.page_introductions import PAGE_INTRODUCTIONS
from tests.running import answers, office_folder, running, wait_for

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PICTURES = {
    "overview": "/",
    "can_xu_ly": "/can_xu_ly",
    "so_sanh": "/so_sanh?dg=nay",
    "theo_cau_hoi": "/theo_cau_hoi?cau=c6",
    "toan_ven": "/toan_ven",
    "trinh_chieu": "/trinh_chieu",
}
WIDE, HIGH = 1366, 768
COLOURS = 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def take_pictures(folder: Path) -> None:
    """Write every picture into the folder, of an app that is started and stopped for it."""
    with tempfile.TemporaryDirectory() as office, sync_playwright() as playwright:
        place = office_folder(Path(office))
        browser = next(filter(None, map(shutil.which, BROWSERS)))
        with running(place, {"SURVEY_DATA_DIR": f"{office}/data"}) as url:
            wait_for(lambda: answers(f"{url}/health"), "the sample, read", 60)
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": WIDE, "height": HIGH}, locale="vi-VN")
            page.add_init_script(_without_first_visit())
            for name, path in PICTURES.items():
                page.goto(url + path)
                (folder / f"{name}.png").write_bytes(_small(_settled(page)))
            chromium.close()


def _without_first_visit() -> str:
    closed = (f"closed:{page or 'tong_quan'}" for page in PAGE_INTRODUCTIONS)
    return "".join(f"localStorage.setItem('{name}', 'yes');" for name in closed)


def _settled(page: Page) -> bytes:
    """Return the picture of a page that has not changed for a second."""
    page.locator("h1").first.wait_for()
    before, now = b"", page.screenshot()
    while before != now:
        page.wait_for_timeout(1000)
        before, now = now, page.screenshot()
    return now


def _small(picture: bytes) -> bytes:
    colours = (
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    )
    written = io.BytesIO()
    colours.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    take_pictures(FOLDER)
