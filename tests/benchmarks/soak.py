"""Half an hour of viewers, of staff at work and of answers that keep coming: nothing may grow."""

import contextlib
import dataclasses
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from tests.benchmarks import data, servers
from tests.benchmarks.crowd import Crowd, FarViewer
from tests.benchmarks.machine import Line, calm, memory, ms, p95
from tests.benchmarks.servers import Server
from tests.benchmarks.staff import Staff
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Spreadsheet

RESPONSES, VIEWERS, STAFF = 10_000, 25, 2
THINK, BETWEEN = 5.0, 10.0  # seconds from look to look, and from case to case
ROUNDS, ROUND, EVERY = 6, 300.0, 4.0  # rounds, seconds of each, seconds from answer to answer
GROWTH = 1.05  # the target: from the first round, in which everything is new, to the last
MORE = 2  # descriptors or threads: one that is just being opened
TRACKING = '[tracking]\nsince = "2020-01-01"\n'


@dataclasses.dataclass(frozen=True)
class Round:
    """What the server holds at the end of a round, and how long its looks took."""

    megabytes: float
    descriptors: int
    threads: int
    looks: list[float]
    deeds: list[float]

    @classmethod
    def ended(cls, process: psutil.Process, looks: list[float], deeds: list[float]) -> "Round":
        """Return what the process holds now."""
        return cls(memory(process), process.num_fds(), process.num_threads(), looks, deeds)

    @property
    def words(self) -> str:
        """The round as the table tells it."""
        held = f"{self.megabytes:.0f} MB, {self.descriptors} descriptors, {self.threads} threads"
        return f"{held}, p95 {ms(p95(self.looks))}, {len(self.deeds)} deeds"

    def as_small_as(self, other: "Round") -> bool:
        """Tell whether nothing grew since another round."""
        return (
            self.megabytes <= GROWTH * other.megabytes
            and self.descriptors <= other.descriptors + MORE
            and self.threads <= other.threads + MORE
        )


def measured() -> Iterator[Line]:
    """Yield what the server holds after the first round and after the last."""
    emulator = Emulator(keep_answers=False)
    try:
        sheet = data.submitted(emulator, RESPONSES)
        settings = servers.of(sheet, emulator.host)
        with (
            tempfile.TemporaryDirectory() as folder,
            servers.serving(servers.OURS, Path(folder), TRACKING, **settings) as server,
        ):
            calm(server.process)
            with _answering(sheet):
                first, *_, last = _rounds(server)
    finally:
        emulator.stop()
    what = f"{VIEWERS} viewers and {STAFF} staff for {ROUNDS * ROUND / 60:.0f} min, "
    what += f"an answer every {EVERY:.0f} s"
    words = f"{first.words}; {last.words}"
    yield Line(what, f"≤ {GROWTH} ×", words, last.as_small_as(first))


def _rounds(server: Server) -> list[Round]:
    viewers, staff = Crowd(server.url, FarViewer), Crowd(server.url, Staff)
    try:
        viewers.arrive(VIEWERS)
        staff.arrive(STAFF)
        return [_round(server, viewers, staff) for _ in range(ROUNDS)]
    finally:
        viewers.leave()
        staff.leave()


def _round(server: Server, viewers: Crowd, staff: Crowd) -> Round:
    with ThreadPoolExecutor(1) as meanwhile:
        deeds = meanwhile.submit(staff.work, BETWEEN, ROUND)
        looks = viewers.work(THINK, ROUND)
    ended = Round.ended(server.process, looks, deeds.result())
    print(f"  {ended.words}", flush=True)
    return ended


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
