"""Tables and surveys for tests: columns as a dict, the time column made up where none is given."""

import datetime as dt
from collections.abc import Mapping, Sequence

from lib.source_table import CellValue, SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.places import Places
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.survey_reading import read_survey
from lib.survey.table.coded_column import CodedColumn, code_column

TIME = "Dấu thời gian"
PLACES = Places.read()


def table(
    columns: Mapping[str, Sequence[CellValue]], source: str = "sheet", **more: object
) -> SourceTable:
    """Return a table of these columns, with a time for every row."""
    rows = max(map(len, columns.values()), default=0)
    times = [f"{day % 27 + 1:02}/01/2023 08:00:00" for day in range(rows)]
    whole = columns if TIME in columns else {TIME: times, **columns}
    cells = tuple(list(cells) for cells in whole.values())
    return SourceTable(source, source, tuple(whole), cells, **more)  # type: ignore[arg-type]


def survey(
    *tables: SourceTable,
    description: SurveyDescription | None = None,
    numbers: QuestionIds | None = None,
    today: dt.date | None = None,
) -> Responses:
    """Return the responses of these tables."""
    return read_survey(
        tables, description or SurveyDescription(), numbers or QuestionIds(), PLACES, today
    )


def question(header: str, *cells: CellValue) -> Question:
    """Return how a column with this header and these answers is understood."""
    return survey(table({header: cells})).form.questions[0]


def answers(**counts: int) -> CodedColumn:
    """Return a column in which each text was answered so many times."""
    return code_column([text for text, n in counts.items() for _ in range(n)])
