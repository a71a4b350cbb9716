import pytest

from lib.movement.fields import Field, field, indicator, measure, settled

REGISTRY = {
    "STT": Field.NUMBER,
    "Tên mô hình/điển hình": Field.NAME, "Loại (Mô hình/Điển hình)": Field.KIND,
    "Chủ thể (Tập thể/Cá nhân)": Field.OWNER, "Đơn vị thực hiện": Field.UNIT,
    "Địa bàn (ấp/xã)": Field.PLACE, "Lĩnh vực": Field.SECTOR, "Cấp đăng ký": Field.REGISTERED_WITH,
    "Năm đăng ký": Field.YEAR, "Thời gian thực hiện": Field.TIME,
    "Nội dung, cách làm": Field.CONTENT,
    "Số người/hộ tham gia": Field.MEASURED, "Kinh phí vận động (đồng)": Field.MEASURED,
    "Ngày công": Field.MEASURED, "Diện tích hiến đất (m²)": Field.MEASURED,
    "Kết quả (chỉ tiêu, giá trị, đơn vị)": Field.OUTCOME, "Cấp công nhận (chi bộ/xã)": Field.LEVEL,
    "Số quyết định, ngày": Field.DECISION, "Hình thức khen (Giấy khen)": Field.AWARD,
    "TÌNH TRẠNG": Field.STATE, "Nhân rộng tới (đơn vị)": Field.REPLICATED, "Ghi chú": Field.NOTE,
    "Đầu mối": Field.CONTACT, "Số điện thoại người liên hệ": Field.CONTACT, "Zalo": Field.CONTACT,
    "Dấu thời gian": Field.STAMP, "ĐVT": Field.MEASURE, "1. Tên mô hình": Field.NAME,
    "Tên mô hình Dân vận khéo năm 2023": Field.NAME, "Bộ dữ liệu": Field.DATASET,
}  # fmt: skip


@pytest.mark.parametrize("header", REGISTRY)
def test_the_headers_of_a_registry_are_known(header):
    assert field(header) is REGISTRY[header]


@pytest.mark.parametrize("header", ["Màu sắc", "Nguồn vốn", "x"])
def test_a_foreign_header_is_nobodys(header):
    assert field(header) is None


def test_beside_indicators_unit_result_and_year_mean_another_thing():
    headers = {0: "Chỉ tiêu", 1: "Kết quả", 2: "Đơn vị", 3: "Năm"}
    found = settled({at: f for at, h in headers.items() if (f := field(h))}, headers)
    assert list(found.values()) == [Field.INDICATOR, Field.VALUE, Field.MEASURE, Field.PERIOD]


def test_beside_a_unit_of_measure_the_unit_carries_out():
    headers = {0: "Chỉ tiêu", 1: "Giá trị", 2: "Đơn vị tính", 3: "Đơn vị"}
    found = settled({at: f for at, h in headers.items() if (f := field(h))}, headers)
    assert found[3] is Field.UNIT


def test_a_header_of_figures_states_their_unit():
    headers = ("Kinh phí vận động (đồng)", "Số hộ tham gia", "Kinh phí")
    assert [measure(header) for header in headers] == ["đồng", "hộ", ""]
    assert indicator(headers[0]) == "Kinh phí vận động"
