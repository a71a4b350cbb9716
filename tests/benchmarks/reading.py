"""Reading 100,000 responses from Google, against fetching and parsing the same answers."""

import concurrent.futures
import dataclasses
import functools
import gc
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import gspread
import requests

from lib.office import Office
from lib.sample import SAMPLE_DESCRIPTION
from lib.settings import SheetEntry
from lib.sources.form_sheet import FormSheet
from lib.sources.google_client import google_client
from lib.survey.model.places import Places
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms
from tests.emulator.server import Emulator

RESPONSES, ROUNDS, TIMES = 100_000, 5, 2


@dataclasses.dataclass(frozen=True)
class Costs:
    """Seconds of CPU, one number a round."""

    parsed: list[float]
    read: list[float]
    published: list[float]
    records: list[float]


def measured() -> Iterator[Line]:
    """Yield what reading costs, in a process that does nothing else."""
    emulator = Emulator(keep_answers=False)
    try:
        url = data.submitted(emulator, RESPONSES).url
        spawned = multiprocessing.get_context("spawn")
        with concurrent.futures.ProcessPoolExecutor(1, spawned) as process:
            costs = process.submit(_costs, emulator.host, url).result()
    finally:
        emulator.stop()
    yield from _lines(costs)


def _costs(host: str, url: str) -> Costs:
    client = google_client(None, host)
    with tempfile.TemporaryDirectory() as folder:
        office = _office(FormSheet(SheetEntry(url), lambda: client, ""), Path(folder))
        same = _recorded(client, functools.partial(_read, office))
        office.read([office.sources[0].read()])
        gc.collect()
        gc.freeze()  # as the server does once it has started
        parsed, read, published = [], [], []
        for _ in range(ROUNDS):
            parsed.append(_cpu(lambda: [client.request("get", *one).json() for one in same]))
            read.append(_cpu(functools.partial(_read, office)))
            published.append(_cpu(functools.partial(_published, office)))
    return Costs(parsed, read, published, [_cpu(lambda: _records(client, url)) for _ in range(2)])


def _office(source: FormSheet, folder: Path) -> Office:
    return Office((source,), SAMPLE_DESCRIPTION, Places.read(None), folder, sample=False)


def _recorded(
    client: gspread.HTTPClient, call: Callable[[], object]
) -> list[tuple[str, dict[str, list[str]]]]:
    """Return the requests that a call makes: addresses and parameters."""
    urls: list[str] = []

    def note(response: requests.Response, *_: Any, **__: Any) -> None:
        urls.append(str(response.url))

    client.session.hooks["response"].append(note)
    call()
    client.session.hooks["response"].remove(note)
    return [(url.partition("?")[0], parse_qs(urlsplit(url).query)) for url in urls]


def _read(office: Office) -> object:
    return office.read([source.read() for source in office.sources])


def _published(office: Office) -> None:
    """Let the feed read once: besides, it checks the form and keeps a copy without names."""
    feed = office.feed()
    feed.start()
    feed.ready()
    feed.stop()


def _records(client: gspread.HTTPClient, url: str) -> object:
    tutorial = gspread.Client(auth=None, session=client.session)
    tutorial.http_client = client
    return tutorial.open_by_url(url).sheet1.get_all_records()


def _cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _lines(costs: Costs) -> Iterator[Line]:
    parsed, read, published, records = (
        statistics.median(of) for of in (costs.parsed, costs.read, costs.published, costs.records)
    )
    what = f"reading {RESPONSES:,} × {len(data.COLUMNS)} cells"
    ratio = statistics.median(r / p for r, p in zip(costs.read, costs.parsed, strict=True))
    yield Line(
        f"{what} into responses",
        f"≤ {TIMES} × fetch + parse",
        f"{ratio:.2f} ×",
        ratio <= TIMES,
        f"{ms(read)} and {ms(parsed)}",
    )
    beside = (("checked, published and kept by the feed", published), ("get_all_records", records))
    for name, took in beside:
        yield Line(f"{what}: {name}", "", f"{took / parsed:.2f} ×", None, ms(took))
