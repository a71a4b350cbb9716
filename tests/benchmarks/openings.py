"""Each page opened by a browser that was never here: its main thread, against the overview's."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, CDPSession

from tests.benchmarks import servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.machine import Line, ms

OVERVIEW = ("overview", "/", ".st-key-overview .x-card")
PAGES = (
    OVERVIEW,
    ("theo_cau_hoi", "/theo_cau_hoi", ".st-key-by_xa .x-dot"),
    ("dan_van_kheo", "/dan_van_kheo", ".st-key-models_by .x-bar"),
    ("tac_dong", "/tac_dong", ".x-actions"),
    ("so_sanh", "/so_sanh", ".x-heat"),
    ("can_xu_ly", "/can_xu_ly", ".x-case"),
    ("du_lieu", "/du_lieu", ".x-column"),
)
TURNS = 5
STANDS, WHOLE = 1.3, 1.8  # the targets


def measured() -> Iterator[Line]:
    """Yield what each page's figures, and then the whole of it, cost as a ratio to the overview."""
    with (
        tempfile.TemporaryDirectory() as folder,
        servers.serving(servers.OURS, Path(folder)) as server,
        browser() as chromium,
    ):
        for _, path, figures in PAGES:
            _opening(chromium, server.url + path, figures)  # the server's own first time
        took: dict[str, list[tuple[float, float, int]]] = {name: [] for name, *_ in PAGES}
        for _ in range(TURNS):
            for name, path, figures in PAGES:
                took[name].append(_opening(chromium, server.url + path, figures))
    stands, whole, _ = _medians(took[OVERVIEW[0]])
    yield Line("opening of the overview, main thread", "", f"{ms(stands)}, whole {ms(whole)}")
    for name, *_ in PAGES[1:]:
        first, all_, charts = _medians(took[name])
        ratios = first / stands, all_ / whole
        yield Line(
            f"opening of {name}: figures, whole",
            f"≤ {STANDS} ×, ≤ {WHOLE} ×",
            f"{ratios[0]:.2f} × ({ms(first)}), {ratios[1]:.2f} × ({ms(all_)})",
            ratios[0] <= STANDS and ratios[1] <= WHOLE and not charts,
            f"{charts:.0f} chart libraries before the figures",
        )


def _medians(took: list[tuple[float, float, int]]) -> tuple[float, ...]:
    return tuple(statistics.median(each) for each in zip(*took, strict=True))


def _opening(chromium: Browser, url: str, figures: str) -> tuple[float, float, int]:
    """Return the seconds of work until the figures stand and until rest, and the libraries then."""
    page = fresh(chromium)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    loaded = list[str]()
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(url, wait_until="commit")
    page.wait_for_selector(figures, state="attached", timeout=90_000)
    stands, charts = _worked(session), sum("plotly" in each.lower() for each in loaded)
    settle(page)
    whole = _worked(session)
    page.context.close()
    return stands, whole, charts


def _worked(session: CDPSession) -> float:
    """Return the seconds that the page's main thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))
