"""Times of the register as offices write them: years, quarters, months, days, from–to."""

import datetime as dt
import functools
import re

from lib.errors import LinkError
from lib.source_table import CellValue
from lib.survey.model.periods import Period, parse_period, period_between
from lib.survey.model.vietnamese_text import fold_accents

_YEAR = r"(20\d\d)"
_OF = r"\s*(?:[/.,-]|cua)?\s*(?:nam\s*)?"
_WRITTEN = [
    (re.compile(pattern), code)
    for pattern, code in (
        (rf"(?:ca )?(?:nam )?{_YEAR}", r"\1"),
        (rf"(?:quy|q)\s*([1-4]){_OF}{_YEAR}", r"\2-Q\1"),
        (rf"(?:0?6|sau) thang(?: dau)?{_OF}{_YEAR}", r"\1-H1"),
        (rf"(?:0?6|sau) thang cuoi{_OF}{_YEAR}", r"\1-H2"),
        (rf"(?:0?9|chin) thang(?: dau)?{_OF}{_YEAR}", r"\1-9M"),
        (rf"(?:thang\s*)?(1[0-2]|0?[1-9]){_OF}{_YEAR}", r"\2-0\1"),
        (rf"(?:ngay )?(\d\d?)[/.-](\d\d?)[/.-]{_YEAR}", r"\3-0\2-0\1"),
        (rf"{_YEAR}-(\d\d?)-(\d\d?)", r"\1-0\2-0\3"),
    )
]
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_TWO_DIGITS = re.compile(r"(?<=-)0(?=\d\d(?!\d))")
_SEPARATOR = re.compile(
    r"\s+(?:den|toi)\s+(?:het )?|\s*[–—]\s*|\s+-\s+|(?<=20\d\d)\s*-\s*(?=20\d\d$)"
)
_NOW = re.compile(r"(?:nay|hien nay|den nay|hien tai)")
_DATE = re.compile(r"(?<!\d)(\d\d?)/(\d\d?)/(20\d\d)(?!\d)")


def stated_period(cell: CellValue) -> Period | None:
    """Return the period that a cell names; None where it names none, or one without an end."""
    span = stated_span(cell)
    if not span or not span.first or not span.last:
        return None
    return span


@functools.lru_cache(1024)
def stated_span(cell: CellValue) -> Period | None:
    """Return from when to when a cell says, either end perhaps open: "từ 03/2022 đến nay"."""
    if isinstance(cell, dt.date):
        day = cell.date() if isinstance(cell, dt.datetime) else cell
        return period_between(day, day)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    text = fold_accents(str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell))
    open_end = re.match(r"(?:bat dau )?(?:tu|ke tu)\s+", text)
    first, *more = _SEPARATOR.split(text[open_end.end() :] if open_end else text)
    begin = _single_period(first)
    if begin is None or len(more) > 1:
        return None
    if not more:
        return period_between(begin.first, None) if open_end else begin
    if _NOW.fullmatch(more[0]):
        return period_between(begin.first, None)
    end = _single_period(more[0])
    return end and period_between(begin.first, end.last)


def stated_year(cell: CellValue) -> int | None:
    """Return the year that a cell is, or that its date lies in."""
    period = stated_period(cell)
    if not period or not period.first or not period.last or period.first.year != period.last.year:
        return None
    return period.first.year


def stated_day(text: str) -> dt.date | None:
    """Return the day that a text bears: "Báo Đồng Nai, 10/02/2023"."""
    match = _DATE.search(text)
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _single_period(text: str) -> Period | None:
    plain = re.sub(
        r"(?<=quy )(?:iv|i{1,3})(?!\w)", lambda roman: _ROMAN[roman[0]], text.strip(" .")
    )
    for pattern, code in _WRITTEN:
        match = pattern.fullmatch(plain)
        if match:
            return _parsed(_TWO_DIGITS.sub("", match.expand(code)))
    return _parsed(plain)


def _parsed(code: str) -> Period | None:
    """Return the period of a code of links; a whole day is a period of its own."""
    try:
        return parse_period(f"{code}..{code}" if code.count("-") == 2 else code)
    except LinkError:
        return None
