import pytest

from lib.movement.register_fields import (
    RegisterField,
    field_for_header,
    indicator_in_header,
    settle_fields,
    unit_in_header,
)

REGISTRY = {
    "STT": RegisterField.NUMBER,
    "Tên mô hình/điển hình": RegisterField.NAME,
    "Loại (Mô hình/Điển hình)": RegisterField.KIND,
    "Chủ thể (Tập thể/Cá nhân)": RegisterField.OWNER,
    "Đơn vị thực hiện": RegisterField.UNIT,
    "Địa bàn (ấp/xã)": RegisterField.PLACE,
    "Lĩnh vực": RegisterField.SECTOR,
    "Cấp đăng ký": RegisterField.REGISTERED_WITH,
    "Năm đăng ký": RegisterField.YEAR,
    "Thời gian thực hiện": RegisterField.TIME,
    "Nội dung, cách làm": RegisterField.CONTENT,
    "Số người/hộ tham gia": RegisterField.MEASURED,
    "Kinh phí vận động (đồng)": RegisterField.MEASURED,
    "Ngày công": RegisterField.MEASURED,
    "Diện tích hiến đất (m²)": RegisterField.MEASURED,
    "Kết quả (chỉ tiêu, giá trị, đơn vị)": RegisterField.OUTCOME,
    "Cấp công nhận (chi bộ/xã)": RegisterField.LEVEL,
    "Số quyết định, ngày": RegisterField.DECISION,
    "Hình thức khen (Giấy khen)": RegisterField.AWARD,
    "TÌNH TRẠNG": RegisterField.STATE,
    "Nhân rộng tới (đơn vị)": RegisterField.REPLICATED,
    "Ghi chú": RegisterField.NOTE,
    "Đầu mối": RegisterField.CONTACT,
    "Số điện thoại người liên hệ": RegisterField.CONTACT,
    "Zalo": RegisterField.CONTACT,
    "Dấu thời gian": RegisterField.STAMP,
    "ĐVT": RegisterField.MEASURE,
    "1. Tên mô hình": RegisterField.NAME,
    "Tên mô hình Dân vận khéo năm 2023": RegisterField.NAME,
    "Bộ dữ liệu": RegisterField.DATASET,
}


@pytest.mark.parametrize("header", REGISTRY)
def test_the_headers_of_a_registry_are_known(header):
    assert field_for_header(header) is REGISTRY[header]


@pytest.mark.parametrize("header", ["Màu sắc", "Nguồn vốn", "x"])
def test_a_foreign_header_is_nobodys(header):
    assert field_for_header(header) is None


def test_beside_indicators_unit_result_and_year_mean_another_thing():
    headers = {0: "Chỉ tiêu", 1: "Kết quả", 2: "Đơn vị", 3: "Năm"}
    found = settle_fields(
        {at: f for at, h in headers.items() if (f := field_for_header(h))}, headers
    )
    assert list(found.values()) == [
        RegisterField.INDICATOR,
        RegisterField.VALUE,
        RegisterField.MEASURE,
        RegisterField.PERIOD,
    ]


def test_beside_a_unit_of_measure_the_unit_carries_out():
    headers = {0: "Chỉ tiêu", 1: "Giá trị", 2: "Đơn vị tính", 3: "Đơn vị"}
    found = settle_fields(
        {at: f for at, h in headers.items() if (f := field_for_header(h))}, headers
    )
    assert found[3] is RegisterField.UNIT


def test_a_header_of_figures_states_their_unit():
    headers = ("Kinh phí vận động (đồng)", "Số hộ tham gia", "Kinh phí")
    assert [unit_in_header(header) for header in headers] == ["đồng", "hộ", ""]
    assert indicator_in_header(headers[0]) == "Kinh phí vận động"
