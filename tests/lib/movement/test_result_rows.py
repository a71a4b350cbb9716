import pytest

from lib.movement.quantity import DATE_FOR_NUMBER, NO_NUMBER, quantity_words
from lib.movement.result_rows import NO_UNIT, NO_VALUE
from tests.lib.movement.registers import (
    CAMERA,
    MODELS,
    RESULTS,
    achieved,
    models,
    refused,
    register,
)
from tests.lib.movement.registers import results as tab


def test_a_row_becomes_a_result_of_its_model():
    read = achieved(("Camera", "Camera đã lắp", "hơn 18", "chiếc", "Quý I/2023", "Lũy kế"))
    [result] = read.results
    assert (result.model, result.indicator, quantity_words(result.quantity)) == (
        "camera", "Camera đã lắp", "hơn 18 chiếc",
    )  # fmt: skip
    assert (result.period.code, result.period_text, result.cumulative) == (
        "2023-Q1", "Quý I/2023", True,
    )  # fmt: skip


def test_a_period_that_is_not_stated_is_empty_and_one_in_words_stays_as_written():
    read = achieved(
        ("Camera", "a", 1, "x", "không nêu"), ("Camera", "b", 1, "x", "từ khi thực hiện")
    )
    assert [(r.period, r.period_text) for r in read.results] == [
        (None, ""), (None, "từ khi thực hiện"),
    ]  # fmt: skip


def test_a_row_without_a_model_is_a_fact_of_its_place():
    headers = (*RESULTS, "Địa bàn", "Lĩnh vực")
    row = ("", "Xã nông thôn mới", "8 xã", "xã", "", "", "Huyện Cẩm Mỹ", "KT-XH")
    read = register(models(CAMERA), tab(row, headers=headers))
    [fact] = read.facts
    assert (fact.place, len(fact.communes), fact.sector) == ("Huyện Cẩm Mỹ", 13, "kinh-te-xa-hoi")
    assert read.results == ()


@pytest.mark.parametrize(
    ("value", "unit", "column", "reason"),
    [
        ("18", "", "Đơn vị tính", NO_UNIT),
        ("10/02/2023", "tấn", "Giá trị", DATE_FOR_NUMBER),
        ("khá nhiều", "tấn", "Giá trị", NO_NUMBER),
        ("", "tấn", "Giá trị", NO_VALUE),
    ],
)
def test_a_value_that_cannot_be_read_is_listed_and_stays_as_written(value, unit, column, reason):
    read = achieved(("Camera", "Camera đã lắp", value, unit))
    [unread], [result] = read.unread, read.results
    assert (unread.row, unread.column, unread.reason) == (2, column, reason)
    assert (result.quantity, result.text) == (None, value)


def test_clear_numbers_of_the_column_tell_what_an_unclear_one_means():
    read = achieved(("Camera", "a", "1,234.5", "m"), ("Camera", "b", "1,234", "m"))
    assert [int(result.quantity.value) for result in read.results] == [1234, 1234]


def test_a_result_of_an_unknown_model_is_listed_and_kept_from_the_others():
    read = register(models(CAMERA), tab(("Kẻng", "a", 1, "x"), ("Camera", "a", 2, "x")))
    assert [result.model for result in read.results] == ["camera"]
    assert refused(read) == [("Kết quả", 2, "Tên mô hình", "Kẻng")]


@pytest.mark.parametrize("name", ["CAMERA", "Mô hình “Camera”", "mô hình camera", " camera "])
def test_a_models_name_is_found_however_it_is_written(name):
    read = register(models(CAMERA), tab((name, "a", 1, "x")))
    assert [result.model for result in read.results] == ["camera"]


def test_of_two_models_with_one_name_the_unit_says_which_and_without_it_the_row_is_listed():
    both = models(CAMERA, ("Camera", "Đoàn xã", *CAMERA[2:]))
    headers = (*RESULTS[:4], "Đơn vị thực hiện")
    rows = (("Camera", "a", 1, "x", "Đoàn xã"), ("Camera", "a", 2, "x", ""))
    read = register(both, tab(*rows, headers=headers))
    assert [result.model for result in read.results] == ["camera-doan-xa"]
    assert refused(read)[-1] == ("Kết quả", 3, "Tên mô hình", "Camera")


def test_a_code_names_a_model():
    coded = models((*CAMERA, "M1"), headers=(*MODELS, "Mã"))
    read = register(coded, tab(("M1", "a", 1, "x"), headers=("Mã mô hình", *RESULTS[1:4])))
    assert [result.model for result in read.results] == ["m1"]


def test_a_model_of_another_dataset_is_not_meant():
    of = models((*CAMERA, "Ví dụ"), headers=(*MODELS, "Bộ dữ liệu"))
    headers = (*RESULTS[:4], "Bộ dữ liệu")
    read = register(of, tab(("Camera", "a", 1, "x", "Năm 2023"), headers=headers))
    assert (read.results, len(read.unread)) == ((), 1)


def test_figures_beside_a_model_are_results_with_the_unit_of_their_header():
    headers = (*MODELS, "Kinh phí vận động (triệu đồng)", "Số hộ tham gia", "Ngày công")
    read = register(models((*CAMERA, 70, "hơn 120", "nhiều"), headers=headers))
    written = [quantity_words(r.quantity) for r in read.results if r.quantity]
    assert written == ["70 triệu đồng", "hơn 120 hộ"]
    assert refused(read) == [("Mô hình", 2, "Ngày công", "nhiều")]
