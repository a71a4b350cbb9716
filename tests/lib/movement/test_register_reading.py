"""A register with everything in it that goes wrong: each row is listed, the rest counts."""

import datetime as dt

import pytest

from lib.movement.register_reading import NotARegisterError
from tests.lib.movement.registers import MODELS, RESULTS, refused, register, table

BAD_MODELS = table(
    "Mô hình",
    ("SỔ MÔ HÌNH DÂN VẬN KHÉO",),
    (*MODELS, "Đầu mối"),
    ("Camera", "Công an", "Xã Xuân Tây", "QP-AN", "Nhân rộng", "0912345678"),
    ("Camera", "Đoàn xã", "Xã Sông Ray", "QP-AN", "Nhân rộng", ""),
    ("Nuôi dúi", "", "Xã Không Có", "KT", "Nhân rộng", ""),
    ("Đường hoa", "", "Xã Xuân Tây", "Làm đẹp", "Xong", ""),
    ("Tổng cộng", "4", "", "", "", ""),
)
BAD_RESULTS = table(
    "Kết quả",
    (*RESULTS[:3], "", "Kỳ"),
    ("Nuôi dúi", "Con giống", 18, "", "Năm 2022"),
    ("Nuôi dúi", "Con giống", dt.datetime(2023, 2, 10), "con", "Năm 2023"),
    ("Kẻng", "Buổi", 3, "buổi", "Năm 2023"),
    ("", "", "", "", ""),
    ("Đường hoa", "Chiều dài", "1.600", "m", "Năm 2023"),
    ("Đường hoa", "", "12", "m", "Năm 2023"),
)


def test_bad_rows_are_listed_with_their_row_and_the_rest_works():
    read = register(BAD_MODELS, BAD_RESULTS)
    assert refused(read) == [
        ("Mô hình", 4, "Tên mô hình", "Camera"),
        ("Mô hình", 5, "Địa bàn", "Xã Không Có"),
        ("Mô hình", 6, "Lĩnh vực", "Làm đẹp"),
        ("Mô hình", 6, "Tình trạng", "Xong"),
        ("Kết quả", 1, "Giá trị", "Giá trị"),
        ("Kết quả", 2, "Giá trị", "18"),
        ("Kết quả", 3, "Giá trị", "10/02/2023"),
        ("Kết quả", 4, "Tên mô hình", "Kẻng"),
        ("Kết quả", 7, "Chỉ tiêu", ""),
    ]
    assert list(read.models) == ["camera", "camera-doan-xa", "nuoi-dui", "duong-hoa"]
    assert [(r.model, str(r.quantity and r.quantity.value)) for r in read.results] == [
        ("nuoi-dui", "None"), ("nuoi-dui", "None"), ("duong-hoa", "1600"),
    ]  # fmt: skip


def test_a_table_of_something_else_is_left_out_and_said():
    read = register(BAD_MODELS, table("Danh mục", ("Ghi rõ", "tên"), ("a", "b")))
    assert "not_used" in [notice.code for notice in read.notices]
    assert len(read.models) == 4


def test_tables_without_models_and_results_are_no_register():
    with pytest.raises(NotARegisterError, match="Phiếu"):
        register(table("Phiếu", ("Tên", "Tuổi"), ("A", 40)))


def test_models_alone_and_facts_alone_are_a_register():
    assert len(register(BAD_MODELS).models) == 4
    facts = table("Số liệu", ("Chỉ tiêu", "Giá trị", "Địa bàn"), ("Xã NTM", "8 xã", "Cẩm Mỹ"))
    assert len(register(facts).facts) == 1


def test_a_list_of_results_alone_names_its_models_too():
    rows = [("Đường hoa", "Chiều dài", n, "m", f"Năm {year}") for n, year in ((9, 2022), (5, 2023))]
    read = register(table("Kết quả", RESULTS[:5], *rows))
    assert (list(read.models), len(read.results), read.unread) == (["duong-hoa"], 2, ())
