"""Let strangers and bad luck loose on a server of this machine: `python -m tests.attack`.

Another person opens pages meanwhile, and a member of staff works on cases. Ends with 1 where
something got through: private words, an exception's page, an answer of 5xx, "Đã lưu" for what is
not kept, figures that were never in the Sheet.
"""

import argparse
import contextlib
import dataclasses
import multiprocessing
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import psutil

from tests import small_form
from tests.attack import bad_luck, people, strangers
from tests.attack.bad_luck import Disk
from tests.attack.tally import Tally
from tests.benchmarks import data, servers
from tests.benchmarks.machine import calm, memory, ms, p95
from tests.benchmarks.servers import Server
from tests.benchmarks.soak import TRACKING
from tests.emulator.server import Emulator
from tests.emulator.spreadsheet import Cell, Spreadsheet

RESPONSES = 1_000
FORGOTTEN = 125.0  # seconds after which Streamlit lets go of the last pages that were closed
ALONE, EVERY, STUMBLE = 60.0, 4.0, 5.0  # seconds: alone, between answers, and Google's faults
LASTS, RESTS = (3.0, 10.0), (10.0, 30.0)  # seconds for which a fault of the disk lasts, and not
BROKEN = "Exception in ASGI application"


@dataclasses.dataclass(frozen=True)
class Held:
    """What the server holds."""

    megabytes: float
    descriptors: int
    threads: int

    @classmethod
    def now(cls, process: psutil.Process) -> "Held":
        """Return what it holds once it has come to rest."""
        calm(process)
        return cls(memory(process), process.num_fds(), process.num_threads())


def main() -> int:
    """Print the seed and at the end the table; return 1 where something got through."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    emulator = Emulator(keep_answers=False)
    try:
        sheet = emulator.create(("Câu trả lời biểu mẫu 1", _rows(RESPONSES)))
        settings = servers.of(sheet, emulator.host)
        with (
            tempfile.TemporaryDirectory() as folder,
            servers.serving(servers.OURS, Path(folder), TRACKING, **settings) as server,
        ):
            told = _attacked(server, Path(folder), emulator, sheet, asked)
    finally:
        emulator.stop()
    return told


def _rows(n: int) -> list[list[Cell]]:
    """Return responses of which every one that has a comment says what no stranger may read."""
    header, *rows = data.rows(n)
    return [header, *([*row[:-1], row[-1] and small_form.SECRET] for row in rows)]


def _attacked(
    server: Server,
    folder: Path,
    emulator: Emulator,
    sheet: Spreadsheet,
    asked: argparse.Namespace,
) -> int:
    disk, seconds = Disk(folder / "data", server.process), asked.minutes * 60
    before = Held.now(server.process)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, context) as others, ThreadPoolExecutor(1) as here:
        alone = others.submit(people.visit, server.url, min(ALONE, seconds)).result()
        with _answering(sheet) as submitted:
            running = [
                others.submit(strangers.attack, server.url, seconds, asked.seed),
                here.submit(people.work, server.url, disk, seconds),
            ]
            meanwhile = others.submit(people.visit, server.url, seconds)
            luck = _bad_luck(emulator, disk, seconds, random.Random(asked.seed))
            found = _together([*running, meanwhile], luck)
        time.sleep(FORGOTTEN)
        found.more(others.submit(people.visit, server.url, 0).result())
    after = Held.now(server.process)
    found.more(alone)
    found.compared(people.VISITOR, range(RESPONSES, RESPONSES + len(submitted) + 1))
    log = (folder / "server.log").read_text("utf-8", errors="replace")
    if BROKEN in log:
        found.violated("the server's log", BROKEN)
    print(_table(found, alone.looks, meanwhile.result().looks, before, after))
    print(f"\nseed {asked.seed}, {asked.minutes:g} minutes, load {psutil.getloadavg()[0]:.1f}")
    return 1 if found.violations else 0


def _together(running: list[Future[Tally]], luck: Tally) -> Tally:
    found = Tally()
    for each in running:
        found.more(each.result())
    found.more(luck)
    return found


@contextlib.contextmanager
def _answering(sheet: Spreadsheet) -> Iterator[list[object]]:
    """Have people go on answering meanwhile; yields what they submitted."""
    ended, submitted = threading.Event(), list[object]()

    def answer() -> None:
        for row in _rows(RESPONSES)[1:]:
            if ended.wait(EVERY):
                return
            submitted.append(row)
            sheet.submit(*row[1:])

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield submitted
    finally:
        ended.set()
        thread.join()


def _bad_luck(emulator: Emulator, disk: Disk, seconds: float, chance: random.Random) -> Tally:
    """Let Google and the disk fail now and then; at the end all is right again."""
    end, tally = time.monotonic() + seconds, Tally()
    undo, turn = None, time.monotonic() + chance.uniform(*RESTS)
    while (now := time.monotonic()) < end:
        bad_luck.google_stumbles(emulator, chance, tally)
        if now >= turn and undo:
            undo()
            undo, turn = None, now + chance.uniform(*RESTS)
        elif now >= turn:
            undo, turn = disk.happen(chance, tally), now + chance.uniform(*LASTS)
        time.sleep(chance.uniform(0, STUMBLE))
    if undo:
        undo()
    return tally


def _table(
    found: Tally, alone: list[float], meanwhile: list[float], before: Held, after: Held
) -> str:
    """Return how often each kind was tried, what got through, and what it did to others."""
    lines = [("kind", "attempts", "got through")]
    for kind in sorted(found.attempts):
        through = sum(n for (of, _), n in found.violations.items() if of == kind)
        lines.append((kind, str(found.attempts[kind]), str(through)))
    lines += [
        ("", "before or alone", "after or meanwhile"),
        ("another person's page, p95", ms(p95(alone)), ms(p95(meanwhile))),
        ("memory", f"{before.megabytes:.0f} MB", f"{after.megabytes:.0f} MB"),
        ("descriptors", str(before.descriptors), str(after.descriptors)),
        ("threads", str(before.threads), str(after.threads)),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    told = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    told += [f"{n} × {kind}: {words}" for (kind, words), n in sorted(found.violations.items())]
    return "\n".join(told)


if __name__ == "__main__":
    sys.exit(main())
