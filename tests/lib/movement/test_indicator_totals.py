from decimal import Decimal

import pytest

from lib.movement.indicator_totals import IndicatorTotal, indicator_totals
from lib.movement.quantity import Qualifier, quantity_words
from tests.lib.movement.registers import RESULTS, achieved, models, register, results


def summed(*rows) -> list[tuple[str, int, int]]:
    """Return each total in words with how many results it holds and leaves out."""
    return [_said(total) for total in indicator_totals(achieved(*rows))]


def _said(total: IndicatorTotal) -> tuple[str, int, int]:
    return (quantity_words(total.quantity) if total.quantity else "", total.counted, total.left_out)


def test_eight_improved_and_three_exemplary_communes_are_not_eleven():
    found = indicator_totals(
        achieved(("A", "NTM nâng cao", 8, "xã"), ("A", "NTM kiểu mẫu", 3, "xã"))
    )
    assert [(one.indicator, one.value) for one in found] == [
        ("NTM nâng cao", Decimal(8)), ("NTM kiểu mẫu", Decimal(3)),
    ]  # fmt: skip


def test_models_are_added_up():
    assert summed(("A", "Hộ", 8, "hộ"), ("B", "hộ", "1.000", "Hộ")) == [("1.008 hộ", 2, 0)]


def test_units_are_never_added_across():
    rows = (("A", "Rác", 18, "tấn"), ("B", "Rác", 500, "kg"), ("C", "Rác", 2, "tấn"))
    assert summed(*rows) == [("20 tấn", 2, 1), ("500 kg", 1, 2)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("18", "2"), "20 hộ"),
        (("hơn 18", "2"), "hơn 20 hộ"),
        (("khoảng 18", "2"), "khoảng 20 hộ"),
        (("khoảng 18", "hơn 2"), "ít nhất khoảng 20 hộ"),
    ],
)
def test_a_lower_bound_stays_one_in_every_sum(values, found):
    rows = [(name, "Hộ", value, "hộ") for name, value in zip("AB", values, strict=True)]
    assert summed(*rows) == [(found, 2, 0)]


def test_what_is_not_understood_is_left_out_and_counted():
    assert summed(("A", "Hộ", 8, "hộ"), ("B", "Hộ", "khá nhiều", "hộ")) == [("8 hộ", 1, 1)]
    assert summed(("A", "Hộ", "khá nhiều", "hộ")) == [("", 0, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        (("A", "x", "8/13", "xã"), ("B", "x", "3/13", "xã")),
        (("A", "x", "70 triệu", "đồng/năm"), ("B", "x", "60 triệu", "đồng/năm")),
        (("A", "x", "98", "%"), ("B", "x", "97", "%")),
    ],
)
def test_shares_and_rates_are_not_added(rows):
    assert summed(*rows) == [("", 0, 2)]


def test_a_single_share_or_rate_stands_for_itself():
    assert summed(("A", "x", "13/13", "xã")) == [("13/13 xã", 1, 0)]
    assert summed(("A", "x", "hơn 70 triệu", "đồng/năm")) == [("hơn 70 triệu đồng/năm", 1, 0)]


def test_a_share_is_left_out_of_a_sum():
    assert summed(("A", "x", "8/13", "xã"), ("B", "x", "3", "xã")) == [("3 xã", 1, 1)]


def of_one(*rows) -> list[tuple[str, int, int]]:
    return summed(*(("A", "Hộ", value, "hộ", *when) for value, *when in rows))


def test_periods_of_one_model_are_added():
    assert of_one((8, "Năm 2022"), (3, "Quý I/2023"), (2, "Quý II/2023")) == [("13 hộ", 3, 0)]


def test_a_quarter_inside_its_year_is_not_added_twice():
    assert of_one((3, "Quý I/2023"), (8, "Năm 2023"), (4, "6 tháng 2023")) == [("8 hộ", 1, 0)]


@pytest.mark.parametrize(
    "rows",
    [
        ((8, "Năm 2023"), (5, "Năm 2023")),
        ((8, "Năm 2023"), (5, "")),
        ((8, "01/01/2023 - 30/11/2023"), (5, "Quý IV/2023")),
        ((8, "01/01/2023 - 01/10/2023"), (5, "Quý IV/2023")),
    ],
)
def test_of_periods_that_overlap_one_goes_in_and_the_other_is_left_out(rows):
    assert of_one(*rows) == [("8 hộ", 1, 1)]


def test_of_cumulative_results_the_newest_says_it_all():
    rows = ((3, "Năm 2021", "lũy kế"), (9, "Năm 2023", "lũy kế"), (5, "Năm 2022", "lũy kế"))
    assert of_one(*rows) == [("9 hộ", 1, 0)]
    both = [("A", "Hộ", value, "hộ", *when) for value, *when in rows]
    assert summed(*both, ("B", "Hộ", 2, "hộ", "Năm 2023")) == [("11 hộ", 2, 0)]


def test_what_came_after_the_newest_cumulative_result_is_left_out():
    rows = ((9, "Năm 2022", "lũy kế"), (4, "Năm 2021", ""), (5, "Năm 2023", ""))
    assert of_one(*rows) == [("9 hộ", 1, 1)]


def test_datasets_are_never_in_one_total():
    rows = [("A", "Hộ", 8, "hộ", "Ví dụ"), ("B", "Hộ", 3, "hộ", "Thật")]
    both = models(("A", "Ví dụ", "KT"), ("B", "Thật", "KT"),
                  headers=("Tên mô hình", "Bộ dữ liệu", "Lĩnh vực"))  # fmt: skip
    read = register(both, results(*rows, headers=(*RESULTS[:4], "Bộ dữ liệu")))
    assert [(one.dataset, one.value) for one in indicator_totals(read)] == [
        ("vi-du", 8),
        ("that", 3),
    ]


def test_facts_of_places_are_not_added():
    headers = ("Địa bàn", *RESULTS[1:4])
    rows = [("Cẩm Mỹ", "Hộ", 8, "hộ"), ("Xuân Tây", "Hộ", 3, "hộ")]
    assert indicator_totals(register(results(*rows, headers=headers))) == ()


def test_an_exact_sum_says_so():
    [total] = indicator_totals(achieved(("A", "Hộ", 8, "hộ")))
    assert total.qualifier is Qualifier.EXACT
