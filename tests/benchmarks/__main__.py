"""Measure and print: `python -m tests.benchmarks [PART …]`, all of them where none is named."""

import argparse
import os
import platform
import time

from tests.benchmarks import (
    cases,
    clicks,
    evidence,
    explore,
    forms,
    openings,
    papers,
    pinned,
    reading,
    register,
    slides,
    soak,
    viewers,
    weight,
)
from tests.benchmarks.machine import Line, table

PARTS = {
    "weight": weight.measured,
    "openings": openings.measured,
    "reading": reading.measured,
    "forms": forms.measured,
    "explore": explore.measured,
    "clicks": clicks.measured,
    "cases": cases.measured,
    "register": register.measured,
    "papers": papers.measured,
    "evidence": evidence.measured,
    "pinned": pinned.measured,
    "slides": slides.measured,
    "viewers": viewers.measured,
    "soak": soak.measured,
}


def main() -> None:
    """Print a line as soon as it is measured, and the whole table at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    asked = parser.parse_args().parts or list(PARTS)
    if unknown := set(asked) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    start, lines = time.monotonic(), list[Line]()
    for name in asked:
        for line in PARTS[name]():
            print(f"{line.what}: {line.measured}", flush=True)
            lines.append(line)
    minutes = (time.monotonic() - start) / 60
    print(
        f"\n{table(lines)}\n\n{os.cpu_count()} cores, Python {platform.python_version()}, ", end=""
    )
    print(f"{minutes:.0f} minutes; load is the average of the last minute")


if __name__ == "__main__":
    main()
