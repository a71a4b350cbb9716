"""What the responses say below every header, as it was read, whatever the form makes of it.

Nothing that identifies a person; by the header's permanent number, so that neither another
wording nor another place nor another description of the survey makes them others.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.survey_form import ColumnKind
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.recognise.question_columns import QuestionPart
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.table.coded_column import CodedColumn, blank_column, cell_text, stack_columns
from lib.survey.table.form_table import FormTable


@dataclasses.dataclass(frozen=True, eq=False)
class QuestionCells:
    """`codes`, one a response, are indexes into `texts`, each cleaned; -1 is not stated."""

    codes: npt.NDArray[np.int32]
    texts: pa.Array


def cells_by_question(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], numbers: QuestionIds
) -> dict[str, QuestionCells]:
    """Return what stands below each number that any sheet has."""
    parts: dict[str, dict[int, CodedColumn]] = {}
    for one in asked:
        for part in one.parts:
            parts.setdefault(_number(sheets, part, numbers), {})[part.sheet] = part.column
    return {number: _cells(sheets, found) for number, found in parts.items()}


def headers_by_question(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], numbers: QuestionIds
) -> list[dict[str, str]]:
    """Return each sheet's headers by number, without those that ask who somebody is."""
    found: list[dict[str, str]] = [{} for _ in sheets]
    for part in (part for one in asked for part in one.parts):
        found[part.sheet][part.header] = _number(sheets, part, numbers)
    return [
        {its[header]: header for header in sheet.positions if header in its}
        for sheet, its in zip(sheets, found, strict=True)
    ]


def identity_headers(
    sheet: FormTable, asked: Sequence[ReadQuestion], *, turned: bool = False
) -> tuple[str, ...]:
    """Return the sheet's headers below which persons are named; if `turned`, by answers alone."""
    told = (one for one in asked if one.question.kind is ColumnKind.IDENTITY)
    named = (one.question.headers for one in told if one.turned or not turned)
    return tuple(header for headers in named for header in headers if header in sheet.positions)


def rows_not_counted(sheet: FormTable, headers: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield what each row below the answers says, by number; `headers` are the sheet's by it."""
    columns = {n: sheet.table.columns[sheet.positions[header]] for n, header in headers.items()}
    for row in sheet.below:
        said = {number: clean_text(cell_text(cells[row])) for number, cells in columns.items()}
        yield {number: text for number, text in said.items() if text}


def _number(sheets: Sequence[FormTable], part: QuestionPart, numbers: QuestionIds) -> str:
    return f"c{numbers.number(sheets[part.sheet].table.source, part.header)}"


def _cells(sheets: Sequence[FormTable], found: Mapping[int, CodedColumn]) -> QuestionCells:
    column = stack_columns(
        found.get(at) or blank_column(sheet.rows) for at, sheet in enumerate(sheets)
    )
    return QuestionCells(column.codes, pa.array(column.texts, type=pa.string()))
