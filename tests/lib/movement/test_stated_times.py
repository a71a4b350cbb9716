import datetime as dt

import pytest

from lib.movement.stated_times import stated_day, stated_period, stated_span, stated_year

PERIODS = {
    "2023": "2023", "Năm 2023": "2023", "Quý I/2023": "2023-Q1", "quý 4 năm 2023": "2023-Q4",
    "Q1/2023": "2023-Q1", "6 tháng đầu năm 2023": "2023-H1", "6 tháng cuối năm 2023": "2023-H2",
    "9 tháng năm 2023": "2023-9M", "Tháng 3/2023": "2023-03", "12/2023": "2023-12",
    "tháng 10 năm 2023": "2023-10", "2023-Q1": "2023-Q1", "10/02/2023": "2023-02-10..2023-02-10",
    "2022 - 2024": "2022-01-01..2024-12-31", "2022-2024": "2022-01-01..2024-12-31",
    "01/01/2023 - 31/03/2023": "2023-01-01..2023-03-31",
    "từ 01/2023 đến 03/2023": "2023-01-01..2023-03-31",
}  # fmt: skip


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_is_read_as_offices_write_it(text):
    found = stated_period(text)
    assert found is not None
    assert found.code == PERIODS[text]


@pytest.mark.parametrize("cell", [2023, 2023.0])
def test_a_typed_year_is_a_period(cell):
    assert stated_year(cell) == 2023


@pytest.mark.parametrize("text", ["thường xuyên", "từ khi thực hiện mô hình", "31/02/2023", "",
                                  None, "đến nay (02/2023)", True, "13/2023"])  # fmt: skip
def test_what_names_no_period_is_none(text):
    assert stated_period(text) is None


@pytest.mark.parametrize("text", ["từ 03/2022 đến nay", "Từ tháng 3/2022", "03/2022 - nay"])
def test_what_goes_on_has_a_first_day_only(text):
    found = stated_span(text)
    assert found is not None
    assert (found.first, found.last) == (dt.date(2022, 3, 1), None)


def test_a_day_is_found_in_the_words_of_a_source():
    assert stated_day("Báo, ngày 10/02/2023") == dt.date(2023, 2, 10)
    assert stated_day("Báo, 31/02/2023") is None
