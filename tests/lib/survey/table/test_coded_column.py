import datetime as dt

import numpy as np

from lib.survey.table.coded_column import (
    blank_column,
    code_column,
    constant_column,
    first_stated,
    stack_columns,
)


def test_a_column_holds_each_text_once() -> None:
    found = code_column(["Có", "Không", "Có", "Có"])
    assert found.texts == ("Có", "Không")
    assert found.counts == (3, 1)


def test_empty_cells_and_errors_of_the_sheet_are_not_stated() -> None:
    found = code_column(["", None, "  ", "#REF!", "#N/A", "Có"])
    assert found.codes.tolist() == [-1, -1, -1, -1, -1, 0]


def test_one_number_in_any_form_is_one_text() -> None:
    assert code_column([4, 4.0, "4"]).texts == ("4",)


def test_mixed_cells_are_written_as_texts() -> None:
    found = code_column([dt.date(2023, 2, 10), 4.5, "Tốt"])
    assert found.texts == ("2023-02-10", "4.5", "Tốt")


def test_half_a_letter_is_replaced() -> None:
    assert code_column(["a\ud800"]).texts == ("a?",)


def test_texts_that_become_equal_are_one() -> None:
    assert code_column(["có", "Có", "x"]).mapped(["Có", "Có", ""]).codes.tolist() == [0, 0, -1]


def test_sheets_stand_one_below_the_other() -> None:
    found = stack_columns([code_column(["a", "b"]), blank_column(1), code_column(["b"])])
    assert [*found.texts, *found.codes.tolist()] == ["a", "b", 0, 1, -1, 1]


def test_of_two_columns_the_first_that_says_something_counts() -> None:
    found = first_stated([code_column(["a", "", ""]), code_column(["x", "y", ""])])
    assert [found.texts[code] if code >= 0 else "" for code in found.codes] == ["a", "y", ""]


def test_a_constant_says_the_same_in_every_row() -> None:
    assert constant_column("Xuân Tây", 2).counts == (2,)
    assert constant_column("", 2).answered == 0


def test_the_most_common_texts_are_kept_of_very_many() -> None:
    found = code_column([*(f"text {n}" for n in range(1500)), "text 1499"]).common
    assert len(found.texts) == 1000
    assert "text 1499" in found.texts


def test_rows_can_be_left_out() -> None:
    assert code_column(["a", "b"]).taken(np.array([False, True])).counted == {"b": 1}
