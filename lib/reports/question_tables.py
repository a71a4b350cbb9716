"""The tables behind the pictures of one question: its answers, and told apart, each a sheet."""

from collections.abc import Iterable, Sequence

from lib.analysis.answer_table import AnswerTable
from lib.analysis.grid_table import GridTable
from lib.analysis.number_summary import NumberSummary
from lib.analysis.rates import Rate
from lib.reports.report_table import (
    INTERVAL_HEAD,
    SHARE,
    SHARE_HEAD,
    WHOLE,
    ReportTable,
    exact_share,
    marked_rate,
)
from lib.reports.safe_workbook import BookCell
from lib.reports.table_head import TableHead

_MOST_COLUMNS = 60  # of a sheet that is still printed on one page's width
_FRACTION = "#,##0.0##"


def share_table(
    names: tuple[str, str, str],
    rows: Iterable[tuple[str, int, float | None]],
    notes: tuple[str, ...] = (),
) -> ReportTable:
    """Return how many gave each answer, and which share that is; `names`: of sheet, table, rows."""
    sheet, title, first = names
    heads = (
        TableHead(first, 52),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Tỷ lệ", 10, number=SHARE),
    )
    cells = [(name, n, exact_share(share)) for name, n, share in rows]
    return ReportTable(sheet, title, heads, cells, notes=notes)


def rate_report_table(names: tuple[str, str, str], rows: Iterable[tuple[str, Rate]]) -> ReportTable:
    """Return the rate of each period, place or group, with its interval."""
    sheet, title, first = names
    heads = (
        TableHead(first, 40),
        TableHead("Câu trả lời hợp lệ (n)", 12, number=WHOLE),
        TableHead("Tỷ lệ hài lòng", 11, number=SHARE),
        TableHead("từ", 11, INTERVAL_HEAD, SHARE),
        TableHead("đến", 11, INTERVAL_HEAD, SHARE),
    )
    cells = [
        (name, rate.valid, marked_rate(rate), exact_share(rate.low), exact_share(rate.high))
        for name, rate in rows
    ]
    return ReportTable(sheet, title, heads, cells)


def split_report_table(
    names: tuple[str, str, str], groups: Sequence[str], table: AnswerTable
) -> ReportTable:
    """Return how many of each group gave each answer, and which share of the group that is."""
    sheet, title, first = names
    options = table.options[:_MOST_COLUMNS]
    heads = (
        TableHead(first, 24),
        TableHead("Số câu trả lời", 9, number=WHOLE),
        *(TableHead(name, 11, "Số phiếu", WHOLE) for name in options),
        *(TableHead(name, 11, SHARE_HEAD, SHARE) for name in options),
    )
    answered = table.answered.tolist()
    counts = table.counts[:, : len(options)].tolist()
    cells: list[Sequence[BookCell]] = [
        (name, n, *row, *(exact_share(count / n) if n else None for count in row))
        for name, n, row in zip(groups, answered, counts, strict=True)
    ]
    return ReportTable(sheet, title, heads, cells)


def number_report_table(
    names: tuple[str, str, str], rows: Iterable[tuple[str, NumberSummary]]
) -> ReportTable:
    """Return the median and the middle half of the numbers of each group."""
    sheet, title, first = names
    heads = (
        TableHead(first, 40),
        TableHead("Số câu trả lời", 12, number=WHOLE),
        TableHead("Trung vị", 11, number=_FRACTION),
        TableHead("từ", 11, "Nửa ở giữa", _FRACTION),
        TableHead("đến", 11, "Nửa ở giữa", _FRACTION),
    )
    cells = [
        (name, each.n, *map(exact_share, (each.median, *each.quartiles))) for name, each in rows
    ]
    return ReportTable(sheet, title, heads, cells)


def grid_report_table(
    titles: tuple[str, str],
    grid: GridTable,
    names: tuple[Sequence[str], Sequence[str]],
    rates: Sequence[Rate | None],
) -> ReportTable:
    """Return the rows of a grid with their counts, shares and rates; `names`: of rows and steps."""
    sheet, title = titles
    rows, steps = names
    rated = any(rates)
    heads = (
        TableHead("Hàng", 40),
        TableHead("Số câu trả lời", 9, number=WHOLE),
        *(TableHead(step, 11, "Số phiếu", WHOLE) for step in steps),
        *(TableHead(step, 11, SHARE_HEAD, SHARE) for step in steps),
        *((TableHead("Tỷ lệ hài lòng", 11, number=SHARE),) if rated else ()),
    )
    cells: list[Sequence[BookCell]] = []
    for name, n, counts, rate in zip(
        rows, grid.answered.tolist(), grid.counts.tolist(), rates, strict=True
    ):
        told = [count if count >= 0 else None for count in counts]
        shares = [None if count is None else exact_share(count / n) for count in told]
        last = [marked_rate(rate) if rate else None] if rated else []
        cells.append((name, n, *told, *shares, *last))
    return ReportTable(sheet, title, heads, cells)
