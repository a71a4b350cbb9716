"""The answers to a question across groups as a table: counts, and shares of each row."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.analysis.cross_table import CrossTable
from lib.reports.report_table import SHARE, WHOLE, ReportTable, exact_share, signed_share
from lib.reports.safe_workbook import BookCell
from lib.reports.table_head import TableHead

_SHEET = "Bảng chéo"
_WIDE = 15  # answers beside each other, twice, that a lying page still holds
_NOTE = (
    "▲ ▼: tỷ lệ của hàng cao hơn, thấp hơn tất cả các hàng còn lại, vượt quá mức có thể do ngẫu "
    "nhiên (95 %, xét chung mọi ô; phần dư hiệu chỉnh, hoặc kiểm định chính xác Fisher nơi số kỳ "
    "vọng dưới 5)."
)


def crossed_report_tables(
    titles: tuple[str, str], table: CrossTable, rows: Sequence[tuple[int, str]]
) -> Iterator[ReportTable]:
    """Yield the table of these rows, by their positions and names, so many answers at a time.

    `titles` are of the table and of its first column. What nobody answered is left out.
    """
    options = np.flatnonzero(table.answers.counts.sum(axis=0)).tolist()
    for at in range(0, len(options), _WIDE):
        number = f" ({at // _WIDE + 1})" if len(options) > _WIDE else ""
        yield _part(titles, table, rows, options[at : at + _WIDE], number)


def _part(
    titles: tuple[str, str],
    table: CrossTable,
    rows: Sequence[tuple[int, str]],
    options: Sequence[int],
    number: str,
) -> ReportTable:
    title, first = titles
    answers = table.answers
    shown = [(at, answers.options[at]) for at in options]
    heads = (
        TableHead(first, 24),
        TableHead("Số câu trả lời", 9, number=WHOLE),
        *(TableHead(name, 11, "Số phiếu", WHOLE) for _, name in shown),
        *(TableHead(name, 11, "Tỷ lệ", SHARE) for _, name in shown),
    )
    cells: list[Sequence[BookCell]] = []
    for at, name in rows:
        n = int(answers.answered[at])
        counts = [int(answers.counts[at, option]) for option in options]
        shares = [
            signed_share(exact_share(count / n), int(table.marks[at, option]))
            for count, option in zip(counts, options, strict=True)
        ]
        cells.append((name, n, *counts, *shares))
    return ReportTable(f"{_SHEET}{number}", f"{title}{number}", heads, cells, notes=(_NOTE,))
