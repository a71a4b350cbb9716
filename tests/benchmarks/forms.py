"""Reading a form from a file, against reading the file alone: long forms and wide ones."""

import concurrent.futures
import dataclasses
import gc
import io
import itertools
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from lib.sample import SAMPLE_RESPONSES
from lib.source_table import SourceTable
from lib.sources.workbook_file import WorkbookFile
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.survey_reading import read_survey
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms

LONG, WIDE = (28_000, 24), (62, 241)
OF_FILE, OF_COLUMN, ROUNDS = 1.5, 2, 5


@dataclasses.dataclass(frozen=True)
class Costs:
    """Seconds of CPU, one number a round."""

    file: list[float]
    form: list[float]  # the file and its form
    wide: list[float]  # a column
    sample: list[float]  # a column of the sample's first rows


def measured() -> Iterator[Line]:
    """Yield what reading forms costs, in a process that does nothing else."""
    spawned = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, spawned) as process:
        costs = process.submit(_costs).result()
    file, form, wide, narrow = map(
        statistics.median, (costs.file, costs.form, costs.wide, costs.sample)
    )
    ratio = statistics.median(a / b for a, b in zip(costs.form, costs.file, strict=True))
    yield Line(
        f"a file of {LONG[0]:,} × {LONG[1]} cells, read into its form",
        f"≤ {OF_FILE} × calamine alone",
        f"{ratio:.2f} ×",
        ratio <= OF_FILE,
        f"{ms(form)} and {ms(file)}",
    )
    ratio = statistics.median(a / b for a, b in zip(costs.wide, costs.sample, strict=True))
    yield Line(
        f"a form of {WIDE[0]} × {WIDE[1]} cells, a column",
        f"≤ {OF_COLUMN} × the sample's first {WIDE[0]} rows",
        f"{ratio:.2f} ×",
        ratio <= OF_COLUMN,
        f"{wide * 1e6:.0f} µs and {narrow * 1e6:.0f} µs",
    )


def _costs() -> Costs:
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "long.xlsx", *LONG)
        first = WorkbookFile(SAMPLE_RESPONSES).read()
        few = dataclasses.replace(first, columns=tuple(c[: WIDE[0]] for c in first.columns))
        wide = _widened(few, WIDE[1])
        table = WorkbookFile(path).read()
        _form(table)
        gc.collect()
        gc.freeze()  # as the server does once it has started
        costs = Costs([], [], [], [])
        for _ in range(ROUNDS):
            costs.file.append(_cpu(lambda: _calamine(path)))
            costs.form.append(_cpu(lambda: _form(WorkbookFile(path).read())))
            costs.sample.append(_cpu(lambda: _form(few)) / len(few.columns))
            costs.wide.append(_cpu(lambda: _form(wide)) / len(wide.columns))
    return costs


def _form(table: SourceTable) -> None:
    read_survey([table], SurveyDescription(), QuestionIds(), Places.read(None))


def _calamine(path: Path) -> None:
    with CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
        book.get_sheet_by_index(0).to_python()


def _written(path: Path, rows: int, width: int) -> Path:
    """Write the sample's answers, repeated, as Google writes a workbook."""
    header, *lines = data.rows(rows)
    columns = list(itertools.islice(itertools.cycle(range(1, len(header))), width - 1))
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy hh:mm:ss"}) as book:
        sheet = book.add_worksheet()
        titles = (f"{header[at]} {turn // len(header) or ''}" for turn, at in enumerate(columns))
        sheet.write_row(0, 0, [header[0], *titles])
        for at, line in enumerate(lines, 1):
            sheet.write_row(at, 0, [line[0], *(line[column] for column in columns)])
    return path


def _widened(table: SourceTable, width: int) -> SourceTable:
    """Return the table with its columns behind the time repeated under other headers."""
    turns = list(itertools.islice(itertools.cycle(range(1, len(table.headers))), width - 1))
    headers = (f"{table.headers[at]} ({turn})" for turn, at in enumerate(turns))
    return dataclasses.replace(
        table,
        headers=(table.headers[0], *headers),
        columns=(table.columns[0], *(table.columns[at] for at in turns)),
    )


def _cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
