import pytest

from lib.survey.model.survey_form import ColumnRole
from lib.survey.table.form_table import open_form_table
from lib.survey.table.table_reading import TableReading
from tests.lib.survey.tables import TIME, survey, table

DAYS = [f"{day}/10/2026 08:00:00" for day in range(13, 21)]
ANSWERS = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng"] * 2
VISITS = [1, 2, 3, 1, 2, 3, 1, 2]


def with_rows(*rows):
    """Return eight responses and these rows below them."""
    below = list(zip(*rows, strict=True)) or [(), (), ()]
    cells = [[*above, *more] for above, more in zip((DAYS, ANSWERS, VISITS), below, strict=True)]
    return table(dict(zip((TIME, "Thái độ", "Số lần"), cells, strict=True)))


@pytest.mark.parametrize(
    "row",
    [
        ("Tổng cộng", "8 phiếu", 15),
        ("", "Trung bình", 2),
        ("Số phiếu", "", 2),
        ("Kết quả chung", "", 3),
        ("", "", 15),
        ("\u200b", "", ""),
        ("", "Người lập: A", ""),
        ("Ghi chú: phiếu giấy nhập ngày 20/10", "", ""),
    ],
)
def test_totals_and_notes_below_the_answers_are_no_responses(row):
    found = open_form_table(with_rows(("", "", ""), row))
    assert (found.rows, found.blank_rows, found.below) == (8, 1, (9,))
    assert found.stated("Thái độ") == 8


@pytest.mark.parametrize("row", [("", "Hài lòng", 2), ("hôm qua", "Hài lòng", 7)])
def test_a_row_without_a_time_that_answers_as_others_did_is_a_response(row):
    found = survey(with_rows(row))
    assert (found.n, found.sheets[0].without_time) == (9, 1)


def test_names_and_own_words_do_not_make_a_response_a_note():
    names, phones = [f"Họ Tên {at}" for at in "ABCDEFGH"], [f"09{at}" for at in range(8)]
    cells = {TIME: [*DAYS, ""], "Thái độ": [*ANSWERS, "Hài lòng"], "Tên": [*names, "Trần Văn Y"]}
    more = {"Điện thoại": [*phones, "0999"], "Góp ý": [*names, "Cần thêm ghế"]}
    assert open_form_table(table({**cells, **more})).rows == 9


def test_a_row_between_the_answers_is_a_response_whatever_it_says():
    cells = {TIME: [*DAYS[:4], "", *DAYS[4:]], "Thái độ": [*ANSWERS[:4], "?", *ANSWERS[4:]]}
    assert open_form_table(table(cells)).rows == 9


def test_totals_are_no_responses_of_what_was_read_before_either():
    sheet = with_rows(("Tổng cộng", "8 phiếu", 15))
    assert open_form_table(sheet, TableReading(current=False)).rows == 8


def test_rows_left_out_are_named_as_the_spreadsheet_counts_them():
    [notice] = [
        notice
        for notice in survey(with_rows(("", "", ""), ("Tổng", "", 9), ("", "TB", 1.9))).form.notices
        if notice.code == "rows_below"
    ]
    assert dict(notice.fields)["rows"] == "11, 12"


def test_a_mean_with_a_comma_is_no_answer_of_two_numbers():
    cells = {TIME: [*DAYS, ""], "Điểm": [*(str(n % 5 + 1) for n in range(8)), "3,2"]}
    assert open_form_table(table(cells)).rows == 8


def test_what_stands_below_takes_no_certainty_from_the_answers():
    found = survey(with_rows(("Tổng cộng", "8 phiếu", 15))).form
    assert "8 phiếu" not in [level.text for level in found.questions[0].levels]
    assert found.questions[0].role is ColumnRole.SATISFACTION
