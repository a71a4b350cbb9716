"""A table with typed cells, printed into a document or written into a sheet."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from lib.analysis.rates import Rate, RateChange
from lib.reports.safe_workbook import BookCell
from lib.reports.table_head import TableHead
from lib.wording import format_count, format_day, format_decimal, format_percent

# Heads above several columns: the ends of an interval, the shares of each answer.
INTERVAL_HEAD, SHARE_HEAD = "Khoảng tin cậy 95 %", "Tỷ lệ"
WHOLE, SHARE, POINTS, DAY = "#,##0", "0.0 %", "+0.0;-0.0;0.0", "dd/mm/yyyy"  # Excel's formats


_BRACKETS = "Tỷ lệ trong ngoặc: dưới 30 câu trả lời, chỉ để tham khảo."


class _Below(Decimal):
    """A rate clearly below those it is compared with."""


class _Above(Decimal):
    """A rate clearly above those it is compared with."""


class _Few(Decimal):
    """A rate of so few people that it is not to be compared."""


# How each is written, and Excel's format by which it stays a number.
RATE_MARKS: dict[type, tuple[str, str]] = {
    _Below: ("{} ▼", '0.0 %" ▼"'),
    _Above: ("{} ▲", '0.0 %" ▲"'),
    _Few: ("({})", '"("0.0 %")"'),
}


@dataclasses.dataclass(frozen=True)
class SheetChart:
    """What of a table a sheet draws: rates, in percent from 0 to 1."""

    kind: str  # "bar" or "line"
    names: int  # column of the categories
    values: int  # column of the rates
    title: str
    number: str = SHARE


@dataclasses.dataclass(frozen=True)
class ReportTable:
    """A name for a sheet, a title, columns and rows."""

    name: str
    title: str
    heads: Sequence[TableHead]
    rows: Sequence[Sequence[BookCell]]
    chart: SheetChart | None = None
    notes: tuple[str, ...] = ()
    summed: bool = False  # whether the last row sums up the others

    @property
    def below(self) -> tuple[str, ...]:
        """What stands below it: its notes, and what brackets mean where there are some."""
        few = any(isinstance(cell, _Few) for row in self.rows for cell in row)
        return (*self.notes, *([_BRACKETS] if few else []))


def exact_share(share: float | None) -> Decimal | None:
    """Return a rate as a sheet holds it, with all its digits."""
    return None if share is None else Decimal(repr(share))


def marked_rate(rate: Rate, mark: int = 0) -> Decimal | None:
    """Return a rate; with a mark it is clearly above (1) or below (-1) the others."""
    share = exact_share(rate.rate)
    if share is None:
        return None
    return _Few(share) if rate.small else signed_share(share, mark)


def signed_share(share: Decimal | None, mark: int) -> Decimal | None:
    """Return a share; with a mark it is clearly above (1) or below (-1) the others."""
    if share is None or not mark:
        return share
    return _Above(share) if mark > 0 else _Below(share)


def rests_on_few(cell: BookCell) -> bool:
    """Tell whether a rate is of so few that it is not to be compared."""
    return isinstance(cell, _Few)


def exact_points(change: RateChange | None) -> Decimal | None:
    """Return a difference of rates in percentage points."""
    return None if change is None else Decimal(repr(change.difference)) * 100


def clearness_words(change: RateChange | None) -> str:
    """Return what may be concluded of a difference; None is one of too few responses."""
    if change is None:
        return "chưa đủ phiếu"
    if not change.clear:
        return "chưa đủ cơ sở"
    return "tăng rõ rệt" if change.difference > 0 else "giảm rõ rệt"


def document_cell(head: TableHead, value: BookCell) -> str:
    """Return a cell as a document says it: in the office's way of writing numbers and dates."""
    if value is None:
        return "–"
    if isinstance(value, dt.date):
        return format_day(value)
    if isinstance(value, Decimal):
        if head.number == SHARE:
            return RATE_MARKS.get(type(value), ("{}", ""))[0].format(format_percent(float(value)))
        sign = "+" if round(value, 1) > 0 else "−" if round(value, 1) < 0 else ""
        return f"{sign}{format_decimal(abs(float(value)))}"
    return format_count(value) if isinstance(value, int) else value
