"""“Biểu tổng hợp”, read back with a reader that is not ours."""

import dataclasses
import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from lib.movement.register_records import Register
from lib.reports.movement_workbook import movement_xlsx
from lib.wording import use_language
from tests.lib.reports.movement import ABOUT, REGISTER, long_register, summed

DATA = movement_xlsx(REGISTER, summed(), ABOUT)
Rows = list[list[object]]


def sheet(at: int, data: bytes = DATA) -> Rows:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(at).to_python()


def row(rows: Rows, name: str, column: int = 1) -> list[object]:
    return next(row for row in rows if row[column] == name)


def headers(rows: Rows) -> list[tuple[object, object]]:
    """Return the columns by the row that is named first, group and title."""
    at = next(n for n, cells in enumerate(rows) if cells[0] == "STT")
    group, found = "", []
    for upper, lower in zip(rows[at], rows[at + 1], strict=True):
        group = upper or (group if lower else "")
        found.append((group if lower else "", lower or upper))
    return found


def raw(name: str, data: bytes = DATA) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_the_columns_stand_in_groups_and_what_nobody_stated_only_where_it_counts():
    assert headers(sheet(0)) == [
        ("", "STT"), ("", "Đơn vị"), ("", "Tổng số"),
        ("Lĩnh vực", "Kinh tế"), ("Lĩnh vực", "Văn hóa – xã hội"),
        ("Lĩnh vực", "Quốc phòng – an ninh"), ("Lĩnh vực", "Xây dựng hệ thống chính trị"),
        ("Lĩnh vực", "Kinh tế – xã hội (chưa tách)"),
        ("Chủ thể", "Tập thể"), ("Chủ thể", "Cá nhân"), ("Chủ thể", "Chưa rõ"),
        ("Được công nhận", "Cấp xã"), ("Được công nhận", "Cấp trên"),
        ("", "Nhân rộng"), ("So với cùng kỳ", "Cùng kỳ"), ("So với cùng kỳ", "Tăng, giảm"),
    ]  # fmt: skip


def test_a_line_holds_real_numbers():
    found = row(sheet(0), "Xã Xuân Tây")
    assert found[2:] == [1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1]


def test_what_became_of_a_unit_is_signed_below_nought_too():
    assert row(sheet(0), "Xã Sông Ray")[-2:] == [1, 0]
    fewer = Register({k: m for k, m in REGISTER.models.items() if k != "dui"})
    found = sheet(0, movement_xlsx(fewer, summed(fewer), ABOUT))
    assert row(found, "Xã Sông Ray")[-2:] == [1, -1]


def test_the_last_row_counts_every_model_once():
    rows = sheet(0)
    total = row(rows, "Tổng cộng")
    assert total[2:] == [4, 0, 2, 1, 0, 1, 2, 0, 2, 1, 1, 1, 2, 2]
    units = [cells for cells in rows if isinstance(cells[0], float)]
    assert [sum(column) for column in list(zip(*units, strict=True))[2:]] == total[2:]
    assert rows.index(total) == rows.index(row(rows, "Toàn địa bàn")) + 1


def test_without_a_year_before_nothing_is_compared():
    found = sheet(0, movement_xlsx(REGISTER, summed(earlier=None), ABOUT))
    assert headers(found)[-1] == ("", "Nhân rộng")
    assert "Cùng kỳ" not in str(found)


def test_notes_say_what_is_counted_from_where_and_what_is_left_out():
    said = [str(cells[0]) for cells in sheet(0)]
    assert "Phạm vi: tất cả các xã." in said
    assert "Nguồn: Sổ dân vận; cập nhật lúc 08:05 ngày 05/01/2023." in said
    assert any(
        line.startswith("Chưa tính 3 mô hình, điển hình không ghi thời gian") for line in said
    )
    assert "Chưa tính 2 kết quả, số liệu không ghi kỳ." in said
    assert "Cùng kỳ: năm 2021, theo địa giới hành chính của kỳ báo cáo." in said


@pytest.mark.parametrize("at", range(4))
def test_a_sample_says_so_on_every_sheet_and_only_a_sample(at):
    sample = movement_xlsx(REGISTER, summed(), dataclasses.replace(ABOUT, sample=True))
    assert [cells[0] for cells in sheet(at, sample)[2:3]] == ["DỮ LIỆU MẪU"]
    assert "mẫu" not in str(sheet(at)).lower()


def test_a_sum_with_a_lower_bound_is_at_least_and_units_are_never_added_across():
    notebooks, rubbish, profit = (cells[1:] for cells in sheet(1) if isinstance(cells[0], float))
    assert notebooks == ["Vở đã đổi", "ít nhất", 25000, "", "cuốn vở", 2, 0]
    assert rubbish == ["Rác thu gom", "bằng", 18, "", "tấn", 1, 0]
    assert profit == ["Lãi", "không cộng được", "", "", "", 0, 1]


def test_every_model_is_listed_and_a_name_that_looks_like_a_formula_stays_a_name():
    assert [cells[1] for cells in sheet(2) if isinstance(cells[0], float)] == [
        "Đổi rác lấy quà", "=Góp vở", "Nuôi dúi", "Camera an ninh"
    ]  # fmt: skip
    assert "<f>" not in raw("xl/worksheets/sheet3.xml")


def test_columns_that_no_model_fills_are_left_out_of_the_list():
    head = next(cells for cells in sheet(2) if cells[0] == "STT")
    assert "Địa bàn ưu tiên" in head
    assert "Hình thức khen thưởng" not in head


def test_every_result_and_fact_is_there_as_written_and_as_read():
    found = [cells[1:] for cells in sheet(3) if isinstance(cells[0], float)]
    assert found[0][:8] == [
        "Đổi rác lấy quà", "Phòng TN-MT", "Vở đã đổi", "hơn 18 ngàn", "hơn", 18000, "", "cuốn vở"
    ]  # fmt: skip
    assert found[3][3:6] == ["chưa tính xong", "chưa đọc được", ""]
    assert found[4][1:6] == ["Huyện Cẩm Mỹ", "Góp làm đường", "37 tỷ đồng", "bằng", 37000000000]


def test_every_sheet_is_a_lying_a4_page_wide_with_its_header_on_each_and_numbered():
    book = raw("xl/workbook.xml")
    for at in range(1, 5):
        page = raw(f"xl/worksheets/sheet{at}.xml")
        assert re.search(r'<pageSetup paperSize="9"[^>]*orientation="landscape"', page)
        assert 'state="frozen"' in page
        assert "&amp;P/&amp;N" in page
    assert book.count("_xlnm.Print_Titles") == 4


def test_the_paper_is_in_vietnamese_whoever_takes_it():
    use_language("en")
    found = movement_xlsx(REGISTER, summed(), ABOUT)
    use_language("vi")
    assert sheet(0, found) == sheet(0)
    assert sheet(2, found) == sheet(2)


def test_an_empty_register_and_a_long_one_are_papers_too():
    nothing = Register({})
    assert row(sheet(0, movement_xlsx(nothing, summed(nothing, None), ABOUT)), "Tổng cộng")[2] == 0
    many = long_register()
    found = movement_xlsx(many, summed(many), ABOUT)
    assert row(sheet(0, found), "Tổng cộng")[2] == 500
    assert sum(isinstance(cells[0], float) for cells in sheet(3, found)) == 5000
