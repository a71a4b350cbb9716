"""The answers to a question that asks for a date or a time of day, as numbers that go on evenly."""

import math
import re

import numpy as np
import pyarrow as pa

from lib.survey.answered_column import answered_column
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.number_answers import Numbers
from lib.survey.responses import Responses
from lib.survey.table.submission_times import date_readings
from lib.survey.table.time_stamps import TimeStamps

MOMENT_KINDS = (ColumnKind.DATE, ColumnKind.TIME)
MONTHS_A_YEAR = 12

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\s?([AP])M)?", re.IGNORECASE)


def moment_answers(responses: Responses, question: Question) -> Numbers:
    """Return each response's month since the year 0, or its hour; NaN where it stated none."""
    column = answered_column(responses, question)
    if question.kind is ColumnKind.DATE:
        read = month_numbers(column.texts)
    else:
        read = np.array([*map(_hour, column.texts)], dtype=np.float64)
    return np.append(read, math.nan)[column.codes]


def month_numbers(texts: tuple[str, ...]) -> Numbers:
    """Return the month of each date, January of the year 0 being 0.

    The month comes first only where more of the texts can be read so than otherwise.
    """
    day_first, month_first = date_readings(TimeStamps(pa.array(texts, pa.string())))
    only_month, only_day = np.isnat(day_first), np.isnat(month_first)
    ordered = (month_first, day_first) if only_month.sum() > only_day.sum() else (
        day_first, month_first,
    )  # fmt: skip
    dates = np.where(np.isnat(ordered[0]), ordered[1], ordered[0])
    months = dates.astype("M8[M]").astype(np.int64) + 1970 * MONTHS_A_YEAR
    return np.where(np.isnat(dates), math.nan, months)


def _hour(text: str) -> float:
    """Return the whole hours of "8:30", "8:30 PM"; of a duration too, which may exceed a day."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return math.nan
    hour = int(found[1])
    return float(hour % 12 + 12 * (found[3] in "Pp")) if found[3] else float(hour)
