import pytest

from lib.movement.register_fields import RegisterField
from lib.movement.register_reading import contact_columns, tab_role
from lib.movement.register_tabs import open_tab
from tests.lib.movement.registers import (
    CAMERA,
    MODELS,
    RESULTS,
    models,
    refused,
    register,
    results,
    table,
)


def test_tabs_are_told_apart_by_their_headers():
    assert tab_role(models(CAMERA)) == "models"
    assert tab_role(results()) == "results"
    assert tab_role(table("Hướng dẫn", ("Cách điền", "x"), ("Ghi tên", "y"))) == ""


def test_a_forms_answers_are_no_register():
    assert tab_role(table("Phiếu", ("Dấu thời gian", "Ông/Bà có hài lòng không?", "Xã"))) == ""


@pytest.mark.parametrize("titles", [1, 3, 15])
def test_the_header_is_found_below_titles(titles):
    above = [("BIỂU TỔNG HỢP", "", "")] * titles
    tab = open_tab(table("t", *above, MODELS, CAMERA))
    [row] = tab.rows
    assert (row.text(RegisterField.NAME), row.number) == ("Camera", titles + 2)


SKIPPED = (
    ("", "", "", "", ""),
    ("(1)", "(2)", "(3)", "(4)", "(5)"),
    ("Tổng cộng", "", "", "", ""),
    ("Tổng số:", "12", "", "", ""),
)


@pytest.mark.parametrize("row", SKIPPED)
def test_blank_rows_sums_and_numbers_of_columns_are_no_models(row):
    read = register(models(row, CAMERA, row))
    assert [model.name for model in read.models.values()] == ["Camera"]
    assert read.unread == ()


def test_a_numbered_heading_is_no_model():
    headed = models(("I", "Lĩnh vực kinh tế"), ("1", *CAMERA), headers=("STT", *MODELS))
    assert list(register(headed).models) == ["camera"]


def test_two_header_rows_are_read_and_said():
    upper = ("STT", "Tên mô hình", "Thực hiện", "", "Lĩnh vực")
    lower = ("", "", "Đơn vị thực hiện", "Địa bàn", "")
    read = register(table("Mô hình", upper, lower, ("1", "Camera", "Công an", "Xuân Tây", "QP-AN")))
    [model] = read.models.values()
    assert (model.unit, model.communes[0].code, model.sector) == (
        "Công an", "xuan-tay", "quoc-phong-an-ninh",
    )  # fmt: skip
    assert [
        (one.row, notice.code) for one, notice in zip(read.unread, read.notices, strict=True)
    ] == [(1, "merged_header")]


def test_a_header_merged_over_value_and_unit_is_read_and_its_row_named():
    merged = results(
        ("Camera", "Camera đã lắp", "12", "chiếc"),
        headers=("Tên mô hình", "Chỉ tiêu", "Giá trị", ""),
    )
    read = register(models(CAMERA), merged)
    assert [result.quantity.unit for result in read.results] == ["chiếc"]
    assert refused(read) == [("Kết quả", 1, "Giá trị", "Giá trị")]


def test_an_unknown_header_is_named_and_its_content_is_not_kept():
    read = register(models((*CAMERA, "đỏ"), headers=(*MODELS, "Màu sắc")))
    [notice] = read.notices
    assert (notice.code, dict(notice.fields)["column"]) == ("unknown_column", "Màu sắc")


def test_contacts_are_dropped():
    given = models((*CAMERA, "Nguyễn Văn A", "0912345678"), headers=(*MODELS, "Đầu mối", "SĐT"))
    read = register(given)
    assert contact_columns(given) == {5, 6}
    assert "0912345678" not in repr(read)
    assert "Nguyễn" not in repr(read)
    assert [notice.code for notice in read.notices] == ["dropped", "dropped"]


def test_a_second_column_for_the_same_is_named():
    read = register(models((*CAMERA, "Nuôi dúi"), headers=(*MODELS, "Mô hình")))
    assert [notice.code for notice in read.notices] == ["column_twice"]


def test_results_beside_their_model_are_read_from_one_tab():
    headers = (*MODELS, *RESULTS[1:5])
    row = (*CAMERA, "Camera đã lắp", "12", "chiếc", "Năm 2022")
    again = (*CAMERA, "Camera đã lắp", "15", "chiếc", "Năm 2023")
    read = register(models(row, again, headers=headers))
    assert (list(read.models), [int(r.quantity.value) for r in read.results]) == (
        ["camera"],
        [12, 15],
    )
    assert read.unread == ()
