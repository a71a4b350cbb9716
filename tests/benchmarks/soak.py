"""Twelve minutes of viewers and of answers that keep coming: nothing may grow."""

import contextlib
import dataclasses
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.benchmarks import data, servers
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.machine import Line, calm, memory, ms, p95
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet

RESPONSES, VIEWERS, THINK = 10_000, 25, 5.0
ROUNDS, ROUND, EVERY = 6, 120.0, 4.0  # rounds, seconds of each, seconds from answer to answer
GROWTH = 1.1  # the target: from the first round, in which everything is new, to the last


@dataclasses.dataclass(frozen=True)
class Round:
    """What the server holds at the end of a round, and how long its looks took."""

    megabytes: float
    descriptors: int
    threads: int
    looks: list[float]

    @classmethod
    def ended(cls, process: psutil.Process, looks: list[float]) -> "Round":
        """Return what the process holds now."""
        return cls(memory(process), process.num_fds(), process.num_threads(), looks)

    @property
    def words(self) -> str:
        """The round as the table tells it."""
        held = f"{self.megabytes:.0f} MB, {self.descriptors} descriptors, {self.threads} threads"
        return f"{held}, p95 {ms(p95(self.looks))}"


def measured() -> Iterator[Line]:
    """Yield what the server holds after the first round and after the last."""
    emulator = Emulator(keep_answers=False)
    try:
        sheet = data.submitted(emulator, RESPONSES)
        settings = servers.of(sheet, emulator.host)
        with (
            tempfile.TemporaryDirectory() as folder,
            servers.serving(servers.OURS, Path(folder), **settings) as server,
        ):
            calm(server.process)
            with _answering(sheet):
                first, *_, last = _rounds(server)
    finally:
        emulator.stop()
    more = last.megabytes <= GROWTH * first.megabytes
    steady = last.descriptors <= GROWTH * first.descriptors and last.threads <= first.threads + 1
    what = f"{VIEWERS} viewers for {ROUNDS * ROUND / 60:.0f} min, an answer every {EVERY:.0f} s"
    yield Line(what, f"≤ {GROWTH} ×", f"{first.words}; {last.words}", more and steady)


def _rounds(server: Server) -> list[Round]:
    crowd = Crowd(server.url)
    try:
        crowd.arrive(VIEWERS)
        return [Round.ended(server.process, crowd.work(THINK, ROUND)) for _ in range(ROUNDS)]
    finally:
        crowd.leave()


@contextlib.contextmanager
def _answering(sheet: Spreadsheet) -> Iterator[None]:
    """Have people go on answering meanwhile."""
    ended = threading.Event()

    def answer() -> None:
        for row in data.rows(RESPONSES)[1:]:
            if ended.wait(EVERY):
                return
            sheet.submit(*row[1:])

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
