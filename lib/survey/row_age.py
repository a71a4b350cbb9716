"""Which responses are too old for the app to keep a copy of them."""

import datetime as dt

import numpy as np

from lib.source_table import SourceTable
from lib.survey.table.form_table import open_form_table
from lib.survey.table.table_reading import TableReading

_USUAL = TableReading()


def submitted_before(
    table: SourceTable, since: dt.date, reading: TableReading = _USUAL
) -> list[bool]:
    """Tell of each row whether it was submitted before this day; a time unknown is not old."""
    told = open_form_table(table, reading)
    rows = np.zeros(table.rows, dtype=np.bool_)
    rows[told.kept] = told.submitted.times < np.datetime64(since)
    return [bool(row) for row in rows]
