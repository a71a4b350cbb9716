"""Which column of a table holds the times of submission."""

import re

import numpy as np

from lib.source_table import SourceTable
from lib.survey.model.lexicon import is_time_header
from lib.survey.model.vietnamese_text import fold_accents, spelling_key
from lib.survey.table.submission_times import CLEARLY, TimeArray, count_turns, read_times

_SAMPLE = 200  # cells looked at to tell a column of times
_DAY = re.compile(r"\b(ngay|thoi (gian|diem)|date|day|time|submitted|completed|created)\b")
_OF_SURVEY = re.compile(
    r"\b(khao sat|phieu|y kien|danh gia|phong van|tra loi|gop y|phan hoi|bieu mau|survey|submission"
    r"|submitted|responses?|responded|interview|completed|completion|recorded|feedback|created)\b"
)
_OF_ELSE = re.compile(
    r"[?]|\b(ho so|ket qua|thu tuc|giay|sinh|hen|cap|birth|appointment|results?|application"
    r"|documents?|file|case)\b"
)
_START = re.compile(r"\b(start(ed)?|begin|began|bat dau)\b")
_BARE_DAYS = re.compile(r"(ngay( thang( nam)?)?|ngay (gui|dien|nhap|ghi( nhan)?|thuc hien)|date)")


def time_column_position(table: SourceTable, *, current: bool = True) -> int | None:
    """Return which column holds the times: Google's header says it, else its content.

    A renamed or foreign header is no obstacle. Of several columns with a time of day it is the
    one whose times go by seconds and follow each other: appointments do neither. By the
    `current` rules the end of filling in goes before its start, and where there is no time of
    day it is a column of days whose header says that they are the survey's.
    """
    known = [at for at, header in enumerate(table.headers) if is_time_header(header)]
    for at in known:
        if not np.isnat(_sampled(table, at)).all():
            return at
    found = {at: _unlike(_sampled(table, at)) for at in range(len(table.columns))}
    likely = {at: unlike for at, unlike in found.items() if unlike is not None}
    if likely:
        started = [bool(current and _START.search(_folded(table, at))) for at in likely]
        return min(zip(likely.values(), started, likely, strict=True))[2]
    of_survey = (
        at for at in range(len(table.columns)) if current and _holds_survey_days(table, at)
    )
    return next(of_survey, known[0] if known else None)


def _folded(table: SourceTable, at: int) -> str:
    return fold_accents(spelling_key(table.headers[at]))


def _holds_survey_days(table: SourceTable, at: int) -> bool:
    """Tell whether a column holds days for the most part, by its header those of the survey."""
    header = _folded(table, at)
    of_survey = _DAY.search(header) and _OF_SURVEY.search(header) and not _OF_ELSE.search(header)
    if not (of_survey or _BARE_DAYS.fullmatch(header)):
        return False
    times = _sampled(table, at)
    return len(times) > 0 and int(np.count_nonzero(np.isnat(times))) * 2 < len(times)


def _sampled(table: SourceTable, at: int) -> TimeArray:
    """Return the times of some of the column's stated cells."""
    cells = [] if at in table.dropped else table.columns[at]
    some = cells[:: max(1, len(cells) // _SAMPLE)]
    return read_times([cell for cell in some if cell not in (None, "")]).times


def _unlike(times: TimeArray) -> tuple[bool, bool] | None:
    """Return in what a column is unlike times of submission; None where it holds none."""
    known = times[~np.isnat(times)]
    of_day = (known - known.astype("datetime64[D]")).astype(np.int64)
    if not len(known) or np.count_nonzero(of_day) * 2 < len(times):
        return None
    to_the_minute = int(np.count_nonzero(of_day % 60)) * 2 < len(known)
    return to_the_minute, count_turns(known) * CLEARLY > len(known)
