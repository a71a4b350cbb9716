"""Fifty viewers of 100,000 responses in one process, against one and against nobody."""

import dataclasses
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import data, servers
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.machine import Line, calm, cpu, memory, ms, p95
from tests.benchmarks.servers import Server
from tests.emulator.server import Emulator

RESPONSES, MANY = 100_000, 50
CROWDED = 200  # so many that they no longer fit into what reading the rows left free
THINK, ALONE = 5.0, 1.0  # seconds of pause; one viewer alone hurries, to be measured often enough
SECONDS = 60.0
TIMES, IDLE, MEGABYTES = 2.5, 0.015, 1.0  # the targets
JITTER = 0.2  # of the feed's pace, which differs by a tenth from one poll to the next


@dataclasses.dataclass(frozen=True)
class Minute:
    """What happened in SECONDS: how long looks took, CPU, and requests to Google."""

    looks: list[float]
    cpu: float
    requests: int


def measured() -> Iterator[Line]:
    """Yield what many viewers cost."""
    emulator = Emulator(keep_answers=False)
    try:
        settings = servers.of(data.submitted(emulator, RESPONSES), emulator.host)
        with (
            tempfile.TemporaryDirectory() as folder,
            servers.serving(servers.OURS, Path(folder), **settings) as server,
        ):
            yield from _measured(server, emulator)
    finally:
        emulator.stop()


def _measured(server: Server, emulator: Emulator) -> Iterator[Line]:
    calm(server.process)
    nobody = _idle(server, emulator)
    crowd = Crowd(server.url)
    try:
        crowd.arrive(1)
        one = _busy(crowd, ALONE, server, emulator)
        before = memory(server.process)
        crowd.arrive(MANY - 1)
        idle = _idle(server, emulator)
        many = _busy(crowd, THINK, server, emulator)
        crowd.arrive(CROWDED - MANY)
        more = (memory(server.process) - before) / (CROWDED - 1)
    finally:
        crowd.leave()
    yield _speed(one, many)
    yield _untouched(nobody, idle)
    measured = f"{more:.2f} MB (of {CROWDED}; with one {before:.0f} MB in all)"
    yield Line("memory of a further viewer", "≤ 1 MB", measured, more <= MEGABYTES)
    yield _asked(one, idle, many)


def _idle(server: Server, emulator: Emulator) -> Minute:
    asked, before = len(emulator.requests()), cpu(server.process)
    time.sleep(SECONDS)
    return Minute([], cpu(server.process) - before, len(emulator.requests()) - asked)


def _busy(crowd: Crowd, think: float, server: Server, emulator: Emulator) -> Minute:
    asked, before = len(emulator.requests()), cpu(server.process)
    looks = crowd.work(think, SECONDS)
    return Minute(looks, cpu(server.process) - before, len(emulator.requests()) - asked)


def _speed(one: Minute, many: Minute) -> Line:
    slow, alone = p95(many.looks), p95(one.looks)
    halves = (statistics.median(many.looks), statistics.median(one.looks))
    return Line(
        f"{MANY} viewers, {RESPONSES:,} responses: p95 and that of one",
        f"≤ {TIMES} ×",
        f"{ms(slow)} and {ms(alone)}: {slow / alone:.1f} × (p50 {ms(halves[0])} and "
        f"{ms(halves[1])}; {len(many.looks)} and {len(one.looks)} looks)",
        slow <= TIMES * alone,
        f"{ms(many.cpu / len(many.looks))} and {ms(one.cpu / len(one.looks))} a look",
    )


def _untouched(nobody: Minute, idle: Minute) -> Line:
    each = (idle.cpu - nobody.cpu) / MANY
    cpus = f"{ms(idle.cpu)} a minute, {ms(nobody.cpu)} with nobody"
    what = f"CPU a minute of an untouched viewer of {MANY}"
    return Line(what, "≤ 15 ms", f"{each * 1000:.1f} ms", each <= IDLE, cpus)


def _asked(one: Minute, idle: Minute, many: Minute) -> Line:
    return Line(
        f"requests to Google a minute: {MANY} viewers, and one",
        "as many",
        f"{many.requests} at work, {idle.requests} at rest, and {one.requests}",
        max(many.requests, idle.requests) <= one.requests * (1 + JITTER),
    )
