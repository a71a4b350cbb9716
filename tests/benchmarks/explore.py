"""Exploring 100,000 responses: a filter by an answer, a cross-table, against places and rates."""

import csv
import io
import statistics
import time
from collections.abc import Callable, Iterator

from lib.analysis.cross_table import cross_table
from lib.analysis.group_comparison import compare_communes, compare_periods
from lib.analysis.group_counts import ComparedGroups
from lib.analysis.overview_figures import compute_overview
from lib.sample import SAMPLE_DESCRIPTION
from lib.source_table import SourceTable
from lib.survey.describe.survey_description import parse_description
from lib.survey.dimensions import find_dimension
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows
from lib.survey.survey_reading import read_survey
from tests.benchmarks import data
from tests.benchmarks.machine import Line, ms

RESPONSES, ROUNDS = 100_000, 15


def measured() -> Iterator[Line]:
    """Yield what a filter and a cross-table cost, each against its peer, turn by turn."""
    made = _read()
    rated = made.form.rated
    by_commune = Selection(communes=tuple(place.code for place in made.communes[:5]))
    n = int(chosen_rows(made, by_commune).sum())  # what is chosen costs, whatever it is chosen by
    by_answer = Selection().choosing(rated[0].id, [_as_common(made, rated[0].id, n)])
    answer, commune = _turns(
        lambda: compute_overview(made, by_answer), lambda: compute_overview(made, by_commune)
    )
    yield _line("a filter by an answer / by a commune", 1.2, answer, commune)
    dimension = find_dimension(made, rated[1].id)
    assert dimension
    groups = ComparedGroups(dimension.values, dimension.groups, dimension.members)
    everything = chosen_rows(made, Selection())
    crossed, compared = _turns(
        lambda: cross_table(made, rated[0], everything, groups), lambda: _compared(made)
    )
    yield _line("a cross-table of two questions / communes by questions", 1.3, crossed, compared)


def _compared(made: Responses) -> None:
    compare_communes(made, Selection())
    compare_periods(made, Selection())


def _read() -> Responses:
    text = io.StringIO()
    csv.writer(text).writerows(data.rows(RESPONSES))
    header, *lines = csv.reader(io.StringIO(text.getvalue()))
    cells = tuple([*column] for column in zip(*lines, strict=True))
    table = SourceTable("benchmark", "benchmark", tuple(header), cells)
    described = parse_description(SAMPLE_DESCRIPTION.read_text("utf-8"), SAMPLE_DESCRIPTION.name)
    return read_survey([table], described, QuestionIds(), Places.read(None))


def _as_common(made: Responses, question: str, n: int) -> str:
    """Return the answer that nearest so many responses gave."""
    dimension = find_dimension(made, question)
    assert dimension
    return min(
        (value.code for value in dimension.values),
        key=lambda code: abs(int(dimension.rows_of([code]).sum()) - n),
    )


def _turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of both, taken in turn."""
    took: tuple[list[float], list[float]] = ([], [])
    one(), other()
    for _ in range(ROUNDS):
        for call, times in zip((one, other), took, strict=True):
            began = time.perf_counter()
            call()
            times.append(time.perf_counter() - began)
    return statistics.median(took[0]), statistics.median(took[1])


def _line(what: str, target: float, one: float, other: float) -> Line:
    ratio = one / other
    return Line(what, f"≤ {target} ×", f"{ratio:.2f} × ({ms(one)} / {ms(other)})", ratio <= target)
