"""The survey's papers: of 226 responses and of 100,000, made by turns in one process."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lib import papers
from lib.office import Office
from lib.papers import Reading
from lib.sample import DESCRIPTION
from lib.settings import Settings
from lib.survey.filters import Selection
from lib.survey.responses import Responses
from lib.table import Table
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms

FEW, MANY = 226, 100_000
TURNS = 7
TIMES = 3.0  # the target


def measured() -> Iterator[Line]:
    """Yield how long the papers of many responses take against those of few."""
    few, many = (_responses(n) for n in (FEW, MANY))
    parts = {"report": papers.Papers.report, "book of figures": papers.Papers.book}
    for name, make in parts.items():
        took = {few: list[float](), many: list[float]()}
        _taken(few, make)
        for number in range(TURNS):
            for one in (few, many) if number % 2 else (many, few):
                took[one].append(_taken(one, make))
        quick, slow = (statistics.median(took[one]) for one in (few, many))
        told = f"{ms(quick)} and {ms(slow)}: {slow / quick:.2f} ×"
        what = f"{name} of {FEW} and {MANY} responses"
        yield Line(what, f"≤ {TIMES} ×", told, slow <= TIMES * quick)


def _taken(of: Responses, make: Callable[[papers.Papers], bytes]) -> float:
    """Return the seconds from the figures to the file."""
    settings = Settings((), None, None, Path("data"))
    start = time.perf_counter()
    make(papers.papers(Reading(of, data.READ_AT), Selection(), settings, desk=None))
    return time.perf_counter() - start


def _responses(n: int) -> Responses:
    header, *rows = data.rows(n)
    columns = tuple(list(column) for column in zip(*rows, strict=True))
    table = Table("form", "form", tuple(map(str, header)), columns)
    office = Office.open(Settings((), None, None, Path("data")), Path(".streamlit"))
    return office.as_described([table], DESCRIPTION.read_text(encoding="utf-8"))
