"""The survey's papers: of 226 responses and of 100,000, made by turns in one process."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lib.office import Office
from lib.papers import PaperReading, SurveyPapers, selection_papers
from lib.sample import SAMPLE_DESCRIPTION
from lib.settings import Settings
from lib.source_table import SourceTable
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms

FEW, MANY = 226, 100_000
TURNS = 7
TIMES = 3.0  # the target


def measured() -> Iterator[Line]:
    """Yield how long the papers of many responses take against those of few."""
    few, many = (_responses(n) for n in (FEW, MANY))
    parts = {"report": SurveyPapers.report, "book of figures": SurveyPapers.book}
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


def _taken(of: Responses, make: Callable[[SurveyPapers], bytes]) -> float:
    """Return the seconds from the figures to the file."""
    settings = Settings((), (), None, Path("data"))
    start = time.perf_counter()
    make(selection_papers(PaperReading(of, data.READ_AT), Selection(), settings, desk=None))
    return time.perf_counter() - start


def _responses(n: int) -> Responses:
    header, *rows = data.rows(n)
    columns = tuple(list(column) for column in zip(*rows, strict=True))
    table = SourceTable("form", "form", tuple(map(str, header)), columns)
    office = Office.open(Settings((), (), None, Path("data")), Path(".streamlit"))
    return office.as_described([table], SAMPLE_DESCRIPTION.read_text(encoding="utf-8"))
