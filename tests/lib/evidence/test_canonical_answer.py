"""How a cell is written is no part of what it says; what it says is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.evidence.canonical_answer import canonical_answer
from lib.source_table import CellValue
from lib.survey.table.coded_column import code_column


def said(cell: CellValue) -> str:
    """Return what a cell says, read as the product reads it."""
    return canonical_answer(code_column([cell]).texts[0])


@pytest.mark.parametrize(
    "cells",
    [
        (3, "3", 3.0, "3.0", " 3 "),
        (3.5, "3,5", "3.50"),
        (0.75, "75%", "75 %", "0,75"),
        (44999, "14/03/2023", dt.date(2023, 3, 14), dt.datetime(2023, 3, 14), "2023-03-14"),
        (44999.354166666664, "14/03/2023 08:30:00", dt.datetime(2023, 3, 14, 8, 30)),
        (0.3541666666666667, "08:30", "8:30:00", dt.time(8, 30)),
        ("Hài lòng", "Ha\u0300i lo\u0300ng", "  Hài  lòng "),
        (True, "TRUE"),
    ],
)
def test_one_value_says_the_same_however_it_is_written(cells):
    assert len(set(map(said, cells))) == 1


@pytest.mark.parametrize(
    "cells",
    [
        ("3", "4"),
        ("0912345678", 912345678),
        ("14/03/2023", "15/03/2023"),
        ("08:30", "08:31"),
        ("08:30:00", "08:30:01"),
        ("14/03/2023 08:30:00", "14/03/2023 08:30:01"),
        ("Hài lòng", "hài lòng"),
        ("75%", "75"),
        ("1.2.3", "1.23"),
    ],
)
def test_other_values_say_something_else(cells):
    assert len(set(map(said, cells))) == len(cells)


@pytest.mark.parametrize(
    ("cell", "sealed"),
    [
        ("08:30:01", "0.354178241"),
        ("14/03/2023 08:30:01", "44999.354178241"),
        ("0,1234567891", "0.123456789"),
        ("33,3333333 %", "0.333333333"),
    ],
)
def test_what_was_sealed_of_a_fraction_is_sealed_so_for_ever(cell, sealed):
    assert said(cell) == sealed


@pytest.mark.parametrize(
    "cell", ["9" * 4_301, "-" + "9" * 6_000, "9" * 400 + ",5", "9" * 400 + " %"]
)
def test_a_number_longer_than_any_that_is_read_is_a_text(cell):
    assert said(cell) == cell


@given(st.text())
def test_what_a_text_says_says_itself(text):
    assert canonical_answer(canonical_answer(text)) == canonical_answer(text)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_as_the_office_writes_it_is_its_serial_number(day):
    assert canonical_answer(day.strftime("%d/%m/%Y")) == str((day - dt.date(1899, 12, 30)).days)
