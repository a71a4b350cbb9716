import datetime as dt

import pytest

from lib.survey.table.form_table import open_form_table
from lib.survey.table.table_reading import TableReading
from tests.lib.survey.tables import TIME, table

OCTOBER = ["13/10/2026 08:00:00", "15/10/2026 08:00:00", "20/10/2026 08:00:00"]
SWAPPED = [dt.datetime(2026, month, 10, 8) for month in (3, 8, 11)]


def opened(cells, zone=None, reading=None):
    sheet = table({TIME: cells, "Câu": ["Có"] * len(cells)}, timezone=zone)
    return open_form_table(sheet, reading or TableReading()).submitted


def shown(*cells, **more):
    return [str(time) for time in opened(list(cells), **more).times]


@pytest.mark.parametrize(
    ("cell", "zone", "time"),
    [
        ("2026-09-30T17:30:00Z", None, "2026-10-01T00:30:00"),
        ("2026-09-30T17:30:00+02:00", None, "2026-09-30T22:30:00"),
        ("2026-09-30T17:30:00-0500", None, "2026-10-01T05:30:00"),
        ("2026-10-01T00:30:00+07:00", None, "2026-10-01T00:30:00"),
        ("2026-09-30T17:30:00Z", "America/Los_Angeles", "2026-09-30T10:30:00"),
        ("2026-12-30T17:30:00Z", "America/Los_Angeles", "2026-12-30T09:30:00"),
        ("2026/09/30 5:30:00 PM GMT+1", None, "2026-09-30T17:30:00"),
    ],
)
def test_a_time_with_an_offset_is_put_on_the_clock_of_the_sheet(cell, zone, time):
    assert shown(cell, zone=zone) == [time]


def test_only_the_times_that_state_their_offset_are_moved():
    assert shown("2026-09-30T17:30:00Z", "2026-09-30T17:30:00") == [
        "2026-10-01T00:30:00",
        "2026-09-30T17:30:00",
    ]


def test_what_was_read_before_keeps_its_clock_and_its_dates():
    former = TableReading(current=False)
    assert shown("2026-09-30T17:30:00Z", reading=former) == ["2026-09-30T17:30:00"]
    assert shown(*SWAPPED, *OCTOBER, reading=former)[0] == "2026-03-10T08:00:00"


def test_days_and_months_that_excel_swapped_are_put_right():
    found = opened([*SWAPPED, *OCTOBER])
    days = [str(time)[:10] for time in found.times[:3]]
    assert days == ["2026-10-03", "2026-10-08", "2026-10-11"]
    assert (found.dates, found.swapped) == (3, True)


def test_dates_that_do_not_lie_with_the_texts_stay_and_are_counted():
    found = opened([dt.datetime(2026, 10, 10, 8), dt.datetime(2026, 10, 11, 8), OCTOBER[0]])
    assert str(found.times[1]) == "2026-10-11T08:00:00"
    assert (found.dates, found.swapped) == (2, False)


def test_dates_after_the_twelfth_were_not_swapped():
    found = opened([dt.datetime(2026, 3, 10, 8), dt.datetime(2026, 3, 14, 8), *OCTOBER])
    assert (str(found.times[0]), found.dates) == ("2026-03-10T08:00:00", 0)
