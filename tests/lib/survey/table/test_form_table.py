import numpy as np
import pytest

from lib.errors import NoQuestionsError, NotAFormError, NoTimeColumnError
from lib.source_table import CellValue, SourceTable
from lib.survey.table.form_table import form_likeness, open_form_table
from tests.lib.survey.tables import TIME, table

NOON = "10/02/2023 12:00:00"


def test_blank_rows_are_left_out_and_counted() -> None:
    found = open_form_table(table({TIME: [NOON, "", None, NOON], "Câu": ["Có", " ", None, ""]}))
    assert (found.rows, found.blank_rows) == (2, 2)


def test_a_response_without_a_time_is_kept() -> None:
    found = open_form_table(table({TIME: [NOON, ""], "Câu": ["Có", "Không"]}))
    assert (found.rows, found.blank_rows) == (2, 0)


def test_equal_headers_are_kept_apart() -> None:
    found = open_form_table(SourceTable("s", "s", (TIME, "Câu ", " Câu"), ([NOON], ["a"], ["b"])))
    assert found.positions == {"Câu": 1, "Câu #2": 2}


def test_a_column_without_header_and_answers_is_no_question() -> None:
    cells = ([NOON], ["a"], [""], ["b"])
    found = open_form_table(SourceTable("s", "s", (TIME, "Câu", "", ""), cells))
    assert found.positions == {"Câu": 1, "": 3}


def test_a_header_that_the_table_lacks_was_answered_by_nobody() -> None:
    found = open_form_table(table({"Câu": ["Có", "Không"]}))
    assert found.column("Khác").counts == ()
    assert found.column("Khác").codes.tolist() == [-1, -1]


def test_answers_are_counted_without_looking_at_them() -> None:
    assert open_form_table(table({"Họ tên": ["A", "", None]})).stated("Họ tên") == 1


@pytest.mark.parametrize(
    ("headers", "columns", "error"),
    [
        (("", " "), ([], []), NotAFormError),
        (("Câu", "Tuổi"), (["Có"], [40]), NoTimeColumnError),
        ((TIME,), ([NOON],), NoQuestionsError),
    ],
)
def test_what_is_no_form_says_what_it_lacks(
    headers: tuple[str, ...], columns: tuple[list[str], ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        open_form_table(SourceTable("s", "s", headers, columns))  # type: ignore[arg-type]


def test_a_form_that_nobody_filled_in_yet_is_a_form() -> None:
    assert open_form_table(SourceTable("s", "s", (TIME, "Câu"), ([], []))).rows == 0


def test_what_another_table_holds_is_left_out_and_is_no_blank_row() -> None:
    cells = {TIME: ["13/02/2023 08:00:00", "", "14/02/2023 08:00:00"], "A": ["x", "", "y"]}
    found = open_form_table(table(cells)).without(np.array([True, False]))
    assert (found.rows, found.blank_rows, len(found.copies), found.stated("A")) == (1, 1, 1, 1)
    assert found.column("A").counted == {"y": 1}


@pytest.mark.parametrize(
    ("headers", "columns", "like"),
    [
        ((TIME, "Câu"), ([NOON], ["Có"]), 3),
        (("Gửi", "Câu"), ([NOON], ["Có"]), 2),
        ((TIME, "Câu"), ([], []), 1),
        (("Xã", "Phiếu"), (["A"], [4]), 0),
    ],
)
def test_a_tab_is_like_a_form_by_its_times_and_their_header(
    headers: tuple[str, ...], columns: tuple[list[CellValue], ...], like: int
) -> None:
    assert form_likeness(SourceTable("s", "s", headers, columns)) == like
