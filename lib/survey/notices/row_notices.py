"""What somebody should know about the rows of a sheet and their times."""

import datetime as dt
import itertools
from collections.abc import Collection, Iterator, Sequence

import numpy as np

from lib.survey.model.survey_form import FormNotice
from lib.survey.notices.typed_rows import typed_rows_notice
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.table.form_table import FormTable
from lib.survey.table.stated_clocks import is_home_clock
from lib.survey.table.submission_times import read_times
from lib.wording import mark

OTHER_CLOCK, HOME_CLOCK = "other_clock", "home_clock"  # codes of notices with a button
_MINUTE = np.timedelta64(60, "s")
_NAMED = 50  # rows of one notice
_BESIDE = 3  # rows between two equal ones, in the order of their times, that are looked at


def row_notices(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], until: dt.date | None
) -> tuple[FormNotice, ...]:
    """Return the notices, sheet by sheet; `until` is the last day that can have had responses."""
    return tuple(
        notice
        for at, sheet in enumerate(sheets)
        for notice in (
            *_left_out(sheet),
            *_of_clock(sheet),
            *_of_times(sheet, until),
            *_doubles(sheet, at, asked),
            *typed_rows_notice(sheet),
        )
    )


def _left_out(sheet: FormTable) -> Iterator[FormNotice]:
    title = ("title", sheet.table.title)
    if not np.isnat(read_times([sheet.table.headers[sheet.time]]).times[0]):
        text = mark("{title}: the first row reads like a response; the row of headers is missing.")
        yield FormNotice("header_missing", text, sheet.time, (title,))
    if sheet.below:
        text = mark("{title}: rows below the answers are no responses and are not counted: {rows}")
        rows = ", ".join(_row_names(sheet, sheet.below))
        yield FormNotice("rows_below", text, None, (title, ("rows", rows)))
    if sheet.table.left_out:
        text = mark("{title}: tabs that look like answers too were not read: {tabs}")
        tabs = ("tabs", ", ".join(sheet.table.left_out))
        yield FormNotice("tabs_left_out", text, None, (title, tabs))


def _row_names(sheet: FormTable, rows: Collection[int]) -> Iterator[str]:
    """Yield these rows of the table as spreadsheets count them, with the tab where several."""
    several = len(sheet.table.places()) > 1
    for within, part in sheet.table.ranges():
        for row in (row for row in sorted(rows) if row in within):
            n = str(row - within.start + part.above + 2)
            yield f"{part.tab} {n}" if several else n


def _of_clock(sheet: FormTable) -> Iterator[FormNotice]:
    own = sheet.table.timezone or sheet.submitted.timezone
    fields = (("title", sheet.table.title), ("zone", own), ("source", sheet.table.source))
    if sheet.zone and not is_home_clock(sheet.zone):
        text = mark("{title}: the times are those of {zone}, not of Vietnam.")
        yield FormNotice(OTHER_CLOCK, text, sheet.time, fields)
    elif sheet.zone != own and own and not is_home_clock(own):
        text = mark("{title}: the times of {zone} are put on Vietnam’s clock.")
        yield FormNotice(HOME_CLOCK, text, sheet.time, fields)


def _of_times(sheet: FormTable, until: dt.date | None) -> Iterator[FormNotice]:
    submitted, title = sheet.submitted, ("title", sheet.table.title)
    if submitted.swapped:
        text = mark("{title}: Excel had swapped day and month of {n} times; read as the others.")
        yield FormNotice("excel_swapped", text, sheet.time, (title, ("n", submitted.dates)))
    elif submitted.dates:
        text = mark(
            "{title}: {n} times are dates and the others are texts; Excel may have swapped day and "
            "month."
        )
        yield FormNotice("excel_dates", text, sheet.time, (title, ("n", submitted.dates)))
    # A day more: a clock ahead of ours has its evening already.
    late = submitted.times >= np.datetime64(until) + 2 if until else submitted.times[:0]
    if n := int(np.count_nonzero(late)):
        text = mark("{title}: {n} responses lie in the future; their times are read wrongly.")
        yield FormNotice("in_future", text, sheet.time, (title, ("n", n)))


def _doubles(sheet: FormTable, at: int, asked: Sequence[ReadQuestion]) -> Iterator[FormNotice]:
    """Say how many responses repeat another one within a minute; a day alone has no minutes."""
    times = sheet.submitted.times
    exact = np.flatnonzero(~np.isnat(times) & (times != times.astype("datetime64[D]")))
    rows = exact[np.argsort(times[exact], kind="stable")]
    parts = [part.column for one in asked for part in one.parts if part.sheet == at]
    again = np.zeros(len(rows), dtype=bool)
    for step in range(1, _BESIDE + 1):
        later, earlier = rows[step:], rows[:-step]
        alike = times[later] - times[earlier] < _MINUTE
        said = np.zeros(len(alike), dtype=bool)
        for column in parts:
            alike &= column.codes[later] == column.codes[earlier]
            said |= column.codes[later] >= 0
        again[step:] |= alike & said
    if n := int(again.sum()):
        doubles = np.flatnonzero(sheet.kept)[rows[again]].tolist()
        named = [*itertools.islice(_row_names(sheet, doubles), _NAMED), *["…"] * (n > _NAMED)]
        text = mark(
            "{title}: {n} responses repeat another one within a minute and may be double; counted."
            " Rows: {rows}"
        )
        fields = (("title", sheet.table.title), ("n", n), ("rows", ", ".join(named)))
        yield FormNotice("perhaps_double", text, None, fields)
