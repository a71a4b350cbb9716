"""The first load of a page with an empty cache: bytes over the wire."""

import base64
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.benchmarks import servers
from tests.benchmarks.browsing import browser, fresh, settle
from tests.benchmarks.machine import Line

PAGES = (("overview", "/", 1.5), ("a question", "/theo_cau_hoi", 1.5))  # megabytes
BINARY = 2  # the opcode of a frame whose bytes the browser tells in base64


def measured() -> Iterator[Line]:
    """Yield the weight of each page on the bundled sample."""
    with (
        tempfile.TemporaryDirectory() as folder,
        servers.serving(servers.OURS, Path(folder)) as server,
        browser() as chromium,
    ):
        for name, path, limit in PAGES:
            files, frames, requests = _weight(chromium, server.url + path)
            yield Line(
                f"first load of {name}",
                f"≤ {limit} MB",
                f"{(files + frames) / 1e6:.2f} MB ({requests} files {files / 1e6:.2f}, "
                f"sockets {frames / 1e6:.2f})",
                (files + frames) / 1e6 <= limit,
            )


def _weight(chromium: Browser, url: str) -> tuple[int, int, int]:
    """Return the bytes of all files and of all frames, and how many files; frames unpacked."""
    page = fresh(chromium)
    files: list[int] = []
    frames: list[int] = []
    tools = page.context.new_cdp_session(page)
    tools.on("Network.loadingFinished", lambda event: files.append(int(event["encodedDataLength"])))
    for way in ("Received", "Sent"):
        tools.on(f"Network.webSocketFrame{way}", lambda event: frames.append(_length(event)))
    tools.send("Network.enable")
    page.goto(url)
    page.locator("[data-testid=stApp]").wait_for()
    settle(page)
    page.wait_for_load_state("networkidle")
    settle(page)
    page.context.close()
    return sum(files), sum(frames), len(files)


def _length(event: dict[str, Any]) -> int:
    frame = event["response"]
    text = frame["payloadData"]
    return len(base64.b64decode(text) if frame["opcode"] == BINARY else text.encode())
