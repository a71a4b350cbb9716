"""Tables and surveys for tests: columns as a dict, the time column made up where none is given."""

import datetime as dt
from collections.abc import Mapping, Sequence

from lib.survey.columns import Column, column
from lib.survey.description import Description
from lib.survey.form import Question
from lib.survey.numbers import Numbers
from lib.survey.places import Places
from lib.survey.reading import read
from lib.survey.responses import Responses
from lib.table import Cell, Table

TIME = "Dấu thời gian"
PLACES = Places.read()


def table(columns: Mapping[str, Sequence[Cell]], source: str = "sheet", **more: object) -> Table:
    """Return a table of these columns, with a time for every row."""
    rows = max(map(len, columns.values()), default=0)
    times = [f"{day % 27 + 1:02}/01/2023 08:00:00" for day in range(rows)]
    whole = columns if TIME in columns else {TIME: times, **columns}
    cells = tuple(list(cells) for cells in whole.values())
    return Table(source, source, tuple(whole), cells, **more)  # type: ignore[arg-type]


def survey(
    *tables: Table,
    description: Description | None = None,
    numbers: Numbers | None = None,
    today: dt.date | None = None,
) -> Responses:
    """Return the responses of these tables."""
    return read(tables, description or Description(), numbers or Numbers(), PLACES, today)


def question(header: str, *cells: Cell) -> Question:
    """Return how a column with this header and these answers is understood."""
    return survey(table({header: cells})).form.questions[0]


def answers(**counts: int) -> Column:
    """Return a column in which each text was answered so many times."""
    return column([text for text, n in counts.items() for _ in range(n)])
