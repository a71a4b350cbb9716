"""What the responses say below every header, as it was read, whatever the form makes of it.

Nothing that identifies a person; by the header's permanent number, so that neither another
wording nor another place nor another description of the survey makes them others.
"""

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.survey import columns
from lib.survey.columns import Column
from lib.survey.form import Kind
from lib.survey.numbers import Numbers
from lib.survey.opened import Opened
from lib.survey.questions import Part, Read


@dataclasses.dataclass(frozen=True, eq=False)
class Cells:
    """`codes`, one a response, are indexes into `texts`, each cleaned; -1 is not stated."""

    codes: npt.NDArray[np.int32]
    texts: pa.Array


def cells(sheets: Sequence[Opened], asked: Sequence[Read], numbers: Numbers) -> dict[str, Cells]:
    """Return what stands below each number that any sheet has."""
    parts: dict[str, dict[int, Column]] = {}
    for one in asked:
        for part in one.parts:
            parts.setdefault(_number(sheets, part, numbers), {})[part.sheet] = part.column
    return {number: _cells(sheets, found) for number, found in parts.items()}


def headers(
    sheets: Sequence[Opened], asked: Sequence[Read], numbers: Numbers
) -> list[dict[str, str]]:
    """Return each sheet's headers by number, without those that ask who somebody is."""
    found: list[dict[str, str]] = [{} for _ in sheets]
    for part in (part for one in asked for part in one.parts):
        found[part.sheet][part.header] = _number(sheets, part, numbers)
    return [
        {its[header]: header for header in sheet.positions if header in its}
        for sheet, its in zip(sheets, found, strict=True)
    ]


def private(sheet: Opened, asked: Sequence[Read]) -> tuple[str, ...]:
    """Return the sheet's headers below which persons are named."""
    told = (one.question for one in asked if one.question.kind is Kind.IDENTITY)
    return tuple(header for one in told for header in one.headers if header in sheet.positions)


def _number(sheets: Sequence[Opened], part: Part, numbers: Numbers) -> str:
    return f"c{numbers.number(sheets[part.sheet].table.source, part.header)}"


def _cells(sheets: Sequence[Opened], found: Mapping[int, Column]) -> Cells:
    column = columns.together(
        found.get(at) or columns.blank(sheet.rows) for at, sheet in enumerate(sheets)
    )
    return Cells(column.codes, pa.array(column.texts, type=pa.string()))
