"""Comparing 100,000 responses with what was seen before, a pinned reading, and bytes kept."""

import concurrent.futures
import dataclasses
import datetime as dt
import gc
import multiprocessing
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from lib.desk import Desk
from lib.followup.working_days import WorkingDays
from lib.journal.sealed_reading import SealedReading
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.sample import SAMPLE_DESCRIPTION
from lib.settings import SheetEntry, TrackingRules
from lib.source_table import SourceTable
from lib.sources.form_sheet import FormSheet
from lib.sources.google_client import google_client
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms
from tests.emulator.server import Emulator

RESPONSES, ROUNDS = 100_000, 7
SINGLE, SINGLE_READINGS = 2_000, 100
OVERHEAD = 150  # bytes of a reading's number, moment, size and root in two tables
EDITED, REMOVED = 600, 100  # a reading in which 0.7 % changed
TIMES = 0.3


@dataclasses.dataclass
class Costs:
    """Seconds of CPU, and bytes."""

    read: list[float] = dataclasses.field(default_factory=list)
    compared: list[float] = dataclasses.field(default_factory=list)
    first: float = 0.0
    started: float = 0.0
    pinned: float = 0.0
    at_once: int = 0
    one_by_one: int = 0


def measured() -> Iterator[Line]:
    """Yield what the evidence costs, in a process that does nothing else."""
    emulator = Emulator(keep_answers=False)
    try:
        url = data.submitted(emulator, RESPONSES).url
        spawned = multiprocessing.get_context("spawn")
        with concurrent.futures.ProcessPoolExecutor(1, spawned) as process:
            costs = process.submit(_costs, emulator.host, url).result()
    finally:
        emulator.stop()
    yield from _lines(costs)


class _Watched:
    """A sheet of so many responses, its app, and somebody who alters it."""

    def __init__(self, host: str, url: str, folder: Path) -> None:
        client = google_client(None, host)
        source = FormSheet(SheetEntry(url), lambda: client, "")
        places = Places.read(None)
        self.office = Office((source,), SAMPLE_DESCRIPTION, places, folder, sample=False)
        self.file, self.dice, self.turn = folder / "journal.db", random.Random(1), 0
        self.desk = self.started()

    def started(self) -> Desk:
        """Return the desk of an app that starts now."""
        desk = Desk(Journal(SqlStore.file(self.file)), TrackingRules(), WorkingDays())
        desk.journal.take_in()
        return desk

    def read(self) -> tuple[Responses, float]:
        """Return the altered responses and the seconds that reading them took."""
        start = time.process_time()
        [table] = [source.read() for source in self.office.sources]
        fetched = time.process_time() - start
        self._alter(table)
        start = time.process_time()
        responses = self.office.read([table])
        return responses, fetched + time.process_time() - start

    def observe(self, responses: Responses, desk: Desk | None = None) -> float:
        """Return the seconds that comparing and sealing took."""
        desk = desk or self.desk
        desk.register_codes(responses)
        gc.collect()
        gc.freeze()  # as the server does once it has started
        self.turn += 1
        moment = dt.datetime.now(dt.UTC) + dt.timedelta(hours=self.turn)
        start = time.process_time()
        desk.observe(responses, moment)
        return time.process_time() - start

    def _alter(self, table: SourceTable) -> None:
        for _ in range(EDITED if self.turn else 0):
            column = table.columns[self.dice.choice(data.RATED)]
            column[self.dice.randrange(table.rows)] = self.dice.choice(column)
        for _ in range(REMOVED if self.turn else 0):
            row = self.dice.randrange(table.rows)
            for cells in table.columns:
                del cells[row]


def _costs(host: str, url: str) -> Costs:
    costs = Costs()
    with tempfile.TemporaryDirectory() as folder:
        watched = _Watched(host, url, Path(folder))
        costs.first = watched.observe(watched.read()[0])
        costs.at_once = sum(map(_size, watched.desk.journal.store.sealed()))
        for _ in range(ROUNDS):
            responses, took = watched.read()
            costs.read.append(took)
            costs.compared.append(watched.observe(responses))
        costs.started = watched.observe(responses, watched.started())
        start = time.process_time()
        tables = watched.desk.evidence.tables_at(2)
        watched.office.as_described(tables, watched.office.describing())
        costs.pinned = time.process_time() - start
        costs.one_by_one = _one_by_one(watched)
    return costs


def _size(one: SealedReading) -> int:
    return len(one.lines) + len(one.contents) + OVERHEAD


def _one_by_one(watched: _Watched) -> int:
    """Return the bytes of a response that came in a reading of its own."""
    watched.desk = Desk(Journal(SqlStore.memory()), TrackingRules(), WorkingDays())
    headers, *lines = data.rows(SINGLE)
    for n in range(SINGLE - SINGLE_READINGS, SINGLE):
        columns = tuple(list(cells) for cells in zip(*lines[:n], strict=True))
        table = SourceTable("sheet", "sheet", tuple(map(str, headers)), columns)
        watched.observe(watched.office.as_described([table], watched.office.describing()))
    _, *others = watched.desk.journal.store.sealed()
    return sum(map(_size, others)) // len(others)


def _lines(costs: Costs) -> Iterator[Line]:
    ratio = statistics.median(c / r for c, r in zip(costs.compared, costs.read, strict=True))
    read, compared = statistics.median(costs.read), statistics.median(costs.compared)
    share = f"{(EDITED + REMOVED) / RESPONSES:.1%}"
    yield Line(
        f"comparing {RESPONSES:,} responses of which {share} changed",
        f"≤ {TIMES} × reading",
        f"{ratio:.2f} ×",
        ratio <= TIMES,
        f"{ms(compared)} and {ms(read)}",
    )
    for name, seconds in (
        ("the first reading of all, hashed and sealed", costs.first),
        ("the ledger read and checked at a start", costs.started),
        ("a pinned reading opened first", costs.pinned),
    ):
        yield Line(f"evidence: {name}", "", f"{seconds / read:.1f} × reading", None, ms(seconds))
    each = costs.one_by_one
    for name, size in (("at once", costs.at_once), ("one by one in 5 years", each * RESPONSES)):
        what = f"evidence: bytes kept of {RESPONSES:,} that came {name}"
        yield Line(what, "", f"{size / 1e6:.0f} MB")
