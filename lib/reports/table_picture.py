"""A table as a picture with what its figures are of inside: title, choice, number and day."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from lib.reports.drawing_paper import (
    GOOD,
    LINE,
    MUTE,
    PAGE_WIDTH,
    STRONG,
    TITLE_SIZE,
    DrawingPaper,
    fitted_words,
    text_length,
    wrapped_words,
)
from lib.reports.drawn_charts import INTERVAL, PALE
from lib.reports.paper_basis import SurveyBasis
from lib.reports.report_table import (
    INTERVAL_HEAD,
    SHARE,
    SHARE_HEAD,
    ReportTable,
    document_cell,
    rests_on_few,
)
from lib.reports.safe_workbook import BookCell
from lib.wording import format_count, in_vietnamese

_NAMES, _WORDS = 62, 32  # mm: the columns beside the bars
_MARGIN = 4  # mm
_LINE, _TITLE, _BAR = 4.8, 6.2, 3.4  # mm
_SWATCH = 9  # mm: the colour before a name, and the room behind it
_MOST = 60  # rows that a picture shows
_CUT = 4  # the axis of rates begins at a multiple of this many percent


class _Row(NamedTuple):
    name: list[str]  # lines
    shares: list[float]
    interval: tuple[float, float] | None
    few: bool
    words: str


def has_picture(table: ReportTable) -> bool:
    """Tell whether a table holds shares or rates, which a picture can show."""
    return bool(table.rows) and bool(_drawn_columns(table))


def table_png(table: ReportTable, about: SurveyBasis) -> bytes:
    """Return the table as a PNG in Vietnamese: a bar or a dot for each row, its figures beside."""
    with in_vietnamese():
        rows = [_row(table, cells) for cells in table.rows[:_MOST]]
        titles = [*wrapped_words(table.title, PAGE_WIDTH, TITLE_SIZE)]
        below = [line for note in _notes(table, about) for line in wrapped_words(note, PAGE_WIDTH)]
    legend = _legend(table)
    heights = [len(row.name) * _LINE + 0.8 for row in rows]
    axis = _LINE + 1 if any(row.interval for row in rows) else 1
    top = len(titles) * _TITLE + _LINE + 1 + len(legend) * _LINE
    paper = DrawingPaper(top + sum(heights) + axis + len(below) * _LINE + 2, _MARGIN)
    for at, line in enumerate(titles):
        paper.write_title(0, at * _TITLE, line)
    paper.write(0, len(titles) * _TITLE + _LINE / 2, about.when(), "lm", MUTE)
    _draw_legend(paper, legend, len(titles) * _TITLE + _LINE + 1)
    start, y = _axis_start(rows), top
    for row, high in zip(rows, heights, strict=True):
        _draw_row(paper, row, (y, high), start)
        y += high
    if axis > 1:
        paper.write(_NAMES, y + _LINE / 2, f"{start} %", "lm", MUTE)
        paper.write(PAGE_WIDTH - _WORDS, y + _LINE / 2, "100 %", "rm", MUTE)
    for at, line in enumerate(below):
        paper.write(0, y + axis + (at + 0.5) * _LINE, line, "lm", MUTE)
    return paper.png()


def _drawn_columns(table: ReportTable) -> list[int]:
    """Return the columns of the shares of one bar, else that of a rate or a share."""
    grouped = [at for at, head in enumerate(table.heads) if head.group == SHARE_HEAD]
    return grouped or _rate_columns(table)[:1]


def _rate_columns(table: ReportTable) -> list[int]:
    return [at for at, head in enumerate(table.heads) if head.number == SHARE and not head.group]


def _row(table: ReportTable, cells: Sequence[BookCell]) -> _Row:
    drawn = _drawn_columns(table)
    ends = [_share(cells[at]) for at, head in enumerate(table.heads) if head.group == INTERVAL_HEAD]
    interval = (ends[0], ends[1]) if len(ends) == 2 and ends[0] < ends[1] else None
    rates = len(drawn) > 1 or bool(ends)
    n = format_count(next((cell for cell in cells[1:] if isinstance(cell, int)), 0))
    told = drawn if len(drawn) < 2 else _rate_columns(table)
    stated = [document_cell(table.heads[at], cells[at]) for at in told]
    return _Row(
        [*wrapped_words(str(cells[0]), _NAMES - 3)],
        [_share(cells[at]) for at in drawn],
        interval,
        rests_on_few(cells[drawn[0]]),
        " · ".join((*stated, f"n = {n}" if rates else f"{n} phiếu")),
    )


def _share(cell: BookCell) -> float:
    return float(cell) if isinstance(cell, Decimal) else 0.0


def _notes(table: ReportTable, about: SurveyBasis) -> Iterator[str]:
    if len(_drawn_columns(table)) > 1 and _rate_columns(table):
        yield "Bên phải: tỷ lệ hài lòng và số câu trả lời (n)."
    yield from table.below
    if len(table.rows) > _MOST:
        yield f"Còn {len(table.rows) - _MOST} hàng nữa trong bảng."
    yield from about.notes()


def _axis_start(rows: Sequence[_Row]) -> int:
    """Return at how many percent the axis begins: at 0 for bars, which would lie on a cut one."""
    lows = [row.interval[0] * 100 for row in rows if row.interval]
    return int(min(lows) // _CUT * _CUT) if lows else 0


def _draw_row(paper: DrawingPaper, row: _Row, place: tuple[float, float], start: int) -> None:
    y, high = place
    for at, line in enumerate(row.name):
        paper.write(0, y + (at + 0.5) * _LINE, line, "lm")
    middle, wide = y + high / 2, PAGE_WIDTH - _NAMES - _WORDS
    paper.write(PAGE_WIDTH, middle, row.words, "rm")
    paper.line(0, y + high, PAGE_WIDTH, y + high, LINE, 1)
    if row.interval:

        def along(share: float) -> float:
            return _NAMES + max(0.0, share * 100 - start) / max(100 - start, 1) * wide

        low, high_end = row.interval
        paper.line(along(low), middle, along(high_end), middle, PALE, INTERVAL)
        paper.dot(along(row.shares[0]), middle, hollow=row.few)
        return
    x = float(_NAMES)
    for share, colour in zip(row.shares, _shades(len(row.shares)), strict=True):
        paper.stroke(x, middle - _BAR / 2, share * wide, _BAR, colour)
        x += share * wide


def _shades(n: int) -> list[str]:
    """Return so many colours from dark to light; of a single bar the usual one."""
    if n < 2:
        return [GOOD]
    dark = [int(STRONG[at : at + 2], 16) for at in (1, 3, 5)]
    kept = [1 - 0.88 * at / (n - 1) for at in range(n)]
    return ["#" + "".join(f"{round(255 - (255 - c) * k):02x}" for c in dark) for k in kept]


def _legend(table: ReportTable) -> list[list[tuple[str, str]]]:
    """Return the lines of what each colour of a stacked bar is: colour and name."""
    drawn = _drawn_columns(table)
    if len(drawn) < 2:
        return []
    lines: list[list[tuple[str, str]]] = [[]]
    room = 0.0
    for at, colour in zip(drawn, _shades(len(drawn)), strict=True):
        name = fitted_words(table.heads[at].title, PAGE_WIDTH / 2)
        room += text_length(name) + _SWATCH
        if room > PAGE_WIDTH and lines[-1]:
            lines.append([])
            room = text_length(name) + _SWATCH
        lines[-1].append((colour, name))
    return lines


def _draw_legend(paper: DrawingPaper, lines: Sequence[Sequence[tuple[str, str]]], y: float) -> None:
    for at, line in enumerate(lines):
        x, middle = 0.0, y + (at + 0.5) * _LINE
        for colour, name in line:
            paper.stroke(x, middle - 1.4, 2.8, 2.8, colour)
            paper.write(x + 4, middle, name, "lm")
            x += text_length(name) + _SWATCH
