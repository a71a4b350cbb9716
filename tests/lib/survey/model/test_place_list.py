from pathlib import Path

import pytest

from lib.errors import SettingError
from lib.survey.model.place_list import read_place_list
from lib.survey.model.places import BUNDLED_PLACE_LIST

HEADER = "old_name,old_valid_to,new_name,new_valid_from,partial\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "places.csv"


def test_the_bundled_list_has_thirteen_whole_units_and_one_divided():
    assert [row.whole for row in read_place_list(BUNDLED_PLACE_LIST)] == [True] * 13 + [False]


def test_empty_lines_do_not_count(office):
    office.write_text(f"{HEADER}\nXã A,2025-06-30,Xã B,2025-07-01\n,,,,\n", encoding="utf-8")
    assert [(row.old, row.new, row.whole) for row in read_place_list(office)] == [
        ("Xã A", "Xã B", True)
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Xã A,hôm qua,Xã B,2025-07-01,no", "dòng 3: “hôm qua” không phải là ngày"),
        (",2025-06-30,Xã B,2025-07-01,no", "dòng 3 thiếu tên"),
        ("Xã A,2025-06-30", "dòng 3 thiếu tên"),
        ("Xã A,2025-07-01,Xã B,2025-07-01,no", "dòng 3: đơn vị mới bắt đầu trước khi"),
        ("Xã C,2025-06-30,Xã B,2025-07-01,no", "dòng 3: Xã C có hai lần"),
    ],
)
def test_a_wrong_line_is_named_with_an_example(office, row, problem):
    office.write_text(f"{HEADER}Xã C,2025-06-30,Xã B,2025-07-01,no\n{row}\n", encoding="utf-8")
    with pytest.raises(SettingError) as error:
        read_place_list(office)
    assert error.value.fields["problem"].startswith(problem)
    assert error.value.fields["file"] == "places.csv"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("tên\nXã A\n".encode(), "dòng 1 không có cột old_name, old_valid_to"),
        (b"", "dòng 1 không có cột old_name"),
        ("Xã".encode("utf-16"), "tệp không được lưu dạng UTF-8"),
    ],
)
def test_a_file_that_is_no_list_is_refused(office, content, problem):
    office.write_bytes(content)
    with pytest.raises(SettingError) as error:
        read_place_list(office)
    assert error.value.fields["problem"].startswith(problem)
