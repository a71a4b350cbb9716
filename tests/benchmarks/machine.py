"""What a process costs, how busy the machine is, and the table of what was measured."""

import dataclasses
import statistics
import time
from collections.abc import Iterable, Sequence

import psutil

CALM, REST = 5, 0.02  # seconds in a row, in each of which no more CPU than this is taken
HEAD = ("what", "target", "measured", "", "load", "CPU")


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of the table; `met` is None where there is no target."""

    what: str
    target: str
    measured: str
    met: bool | None = None
    cpu: str = ""
    load: float = dataclasses.field(default_factory=lambda: psutil.getloadavg()[0])

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed."""
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        return self.what, self.target, self.measured, verdict, f"{self.load:.1f}", self.cpu


def cpu(process: psutil.Process) -> float:
    """Return the seconds of CPU that the process took so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def calm(process: psutil.Process) -> None:
    """Wait until the process has come to rest: warming goes on after the first answer."""
    end, quiet = time.monotonic() + 180, 0
    while quiet < CALM:
        if time.monotonic() > end:
            raise TimeoutError("the server never came to rest")
        before = cpu(process)
        time.sleep(1)
        quiet = quiet + 1 if cpu(process) - before <= REST else 0


def memory(process: psutil.Process) -> float:
    """Return the megabytes that the process holds in memory."""
    return float(process.memory_info().rss) / 1e6


def p95(seconds: Sequence[float]) -> float:
    """Return what 95 of 100 stay below."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def ms(seconds: float) -> str:
    """Return seconds in words, as milliseconds."""
    return f"{seconds * 1000:.0f} ms"


def table(lines: Iterable[Line]) -> str:
    """Return the lines under one another, each column as wide as its widest cell."""
    cells = [HEAD, *(line.cells for line in lines)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    padded = ((c.ljust(width) for c, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join("  ".join(row).rstrip() for row in padded)
