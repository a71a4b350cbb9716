"""The table [office]: what papers bear on which day, and what is told when that is wrong."""

import datetime as dt

import pytest

from lib.errors import SettingError
from lib.settings import read_settings

NAMES = """names = [
  { from = 2025-07-01, name = "UBND XÃ XUÂN ĐÔNG", place = "Xuân Đông" },
  { name = "UBND XÃ XUÂN TÂY", above = "UBND HUYỆN CẨM MỸ" },
]"""


@pytest.fixture
def stated(tmp_path):
    """Read the table with these lines."""

    def stated(*lines: str):
        folder = tmp_path / ".streamlit"
        folder.mkdir(exist_ok=True)
        (folder / "secrets.toml").write_text("\n".join(("[office]", *lines)), encoding="utf-8")
        return read_settings({}, folder, tmp_path / "home").letterhead

    return stated


@pytest.mark.parametrize(
    ("day", "name"), [((2025, 6, 30), "UBND XÃ XUÂN TÂY"), ((2025, 7, 1), "UBND XÃ XUÂN ĐÔNG")]
)
def test_a_name_counts_from_its_day_on_whatever_the_order_of_the_list(stated, day, name):
    assert stated(NAMES).named(dt.date(*day)).name == name


def test_before_the_first_day_no_name_is_known(stated):
    told = stated('names = [{ from = 2025-07-01, name = "UBND XÃ XUÂN ĐÔNG" }]')
    assert told.named(dt.date(2022, 12, 31)) is None


def test_transactions_are_of_a_period_in_all_or_of_each_commune(stated):
    told = stated(
        'transactions = [{ period = "2026-q3", count = 900 }, '
        '{ period = "2026-Q3", count = 100, commune = "xuan-tay" }]'
    )
    assert told.counted("2026-Q3", ()) == 900
    assert told.counted("2026-Q3", ("xuan-tay",)) == 100
    assert told.counted("2026-Q3", ("xuan-tay", "song-ray")) is None
    assert told.counted("2026-Q2", ()) is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('names = "UBND xã"', "danh sách các bảng con"),
        ('names = [{ place = "Xuân Tây" }]', "cần có name"),
        ('names = [{ name = "A", from = "2025-07-01" }]', "phải là ngày"),
        ('names = [{ name = "A" }, { name = "B" }]', "cùng một ngày"),
        ('names = [{ name = "A", seal = "x" }]', "seal"),
        ('transactions = [{ period = "2026", count = 0 }]', "từ 1 trở lên"),
        ('transactions = [{ period = "2026", count = true }]', "từ 1 trở lên"),
        ('transactions = [{ period = "2026", count = 1 }, { period = "2026", count = 2 }]', "lần"),
        ("recipients = 5", "danh sách"),
    ],
)
def test_what_is_wrong_is_told_with_the_file_and_a_right_line(stated, line, why):
    with pytest.raises(SettingError, match=why) as told:
        stated(line)
    assert "secrets.toml" in str(told.value)
    assert "[office]" in str(told.value)


def test_whom_reports_are_addressed_to_is_nobody_unless_it_is_stated(stated):
    assert stated().addressees == ()
    assert stated('addressees = ["UBND thành phố Đồng Nai"]').addressees == (
        "UBND thành phố Đồng Nai",
    )
