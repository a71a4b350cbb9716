"""A table with typed cells, printed into a document or written into a sheet."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from lib.analysis.measures import Change
from lib.reports.head import Head
from lib.reports.workbook import Cell
from lib.wording import count, day, decimal, percent

WHOLE, SHARE, POINTS, DAY = "#,##0", "0.0 %", "+0.0;-0.0;0.0", "dd/mm/yyyy"  # Excel's formats


class Below(Decimal):
    """A rate clearly below those it is compared with."""


class Above(Decimal):
    """A rate clearly above those it is compared with."""


MARKS: dict[type, str] = {Below: "▼", Above: "▲"}


@dataclasses.dataclass(frozen=True)
class Chart:
    """What of a table a sheet draws: rates, in percent from 0 to 1."""

    kind: str  # "bar" or "line"
    names: int  # column of the categories
    values: int  # column of the rates
    title: str
    number: str = SHARE


@dataclasses.dataclass(frozen=True)
class Table:
    """A name for a sheet, a title, columns and rows."""

    name: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    summed: bool = False  # whether the last row sums up the others


def share(of: float | None) -> Decimal | None:
    """Return a rate as a sheet holds it, with all its digits."""
    return None if of is None else Decimal(repr(of))


def marked(of: float | None, mark: int) -> Decimal | None:
    """Return a rate that is clearly above (1) or below (-1) the others, or neither (0)."""
    told = share(of)
    return told and (Above(told) if mark > 0 else Below(told) if mark < 0 else told)


def points(of: Change | None) -> Decimal | None:
    """Return a difference of rates in percentage points."""
    return None if of is None else Decimal(repr(of.difference)) * 100


def written(head: Head, value: Cell) -> str:
    """Return a cell as a document says it: in the office's way of writing numbers and dates."""
    if value is None:
        return "–"
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Decimal):
        if head.number == SHARE:
            return f"{percent(float(value))} {MARKS.get(type(value), '')}".rstrip()
        sign = "+" if round(value, 1) > 0 else "−" if round(value, 1) < 0 else ""
        return f"{sign}{decimal(abs(float(value)))}"
    return count(value) if isinstance(value, int) else value
