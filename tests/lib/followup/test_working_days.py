"""Working days counted by hand over the holidays of Vietnam."""

import datetime as dt
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import SettingError
from lib.followup.case_arrays import day_from_number, day_number
from lib.followup.working_days import WorkingDays


def after(day: dt.date, n: int, days: WorkingDays | None = None) -> dt.date:
    (found,) = (days or WorkingDays()).after(np.array([day_number(day)]), n)
    return day_from_number(found)


def between(start: dt.date, end: dt.date) -> int:
    (n,) = WorkingDays().between(np.array([day_number(start)]), np.array([day_number(end)]))
    return int(n)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (dt.date(2026, 11, 2), 5, dt.date(2026, 11, 9)),  # Monday to Monday
        (dt.date(2026, 11, 7), 1, dt.date(2026, 11, 9)),  # received on a Saturday
        (dt.date(2026, 2, 13), 1, dt.date(2026, 2, 23)),  # over Tết, 16 to 20 February
        (dt.date(2026, 4, 29), 1, dt.date(2026, 5, 4)),  # over 30 April and 1 May
        (dt.date(2025, 12, 31), 1, dt.date(2026, 1, 2)),  # over New Year
    ],
)
def test_the_nth_working_day_after_a_day(start, n, end):
    assert after(start, n) == end


def test_a_long_way_ahead_is_counted_as_one_day_after_the_other():
    day = dt.date(2026, 11, 2)
    for _ in range(6):
        day = after(day, 100)
    assert after(dt.date(2026, 11, 2), 600) == day
    assert after(dt.date(2026, 11, 2), 2000) > dt.date(2034, 6, 1)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), st.integers(1, 700))
def test_the_nth_day_after_is_worked_and_n_days_away(day, n):
    end = after(day, n)
    assert WorkingDays().works(end)
    assert between(day, end) == n


def test_days_between_are_counted_forwards_and_backwards():
    assert between(dt.date(2026, 11, 6), dt.date(2026, 11, 10)) == 2
    assert between(dt.date(2026, 11, 10), dt.date(2026, 11, 6)) == -2
    assert between(dt.date(2026, 11, 7), dt.date(2026, 11, 8)) == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_office_writes_down_its_own_days(tmp_path, form):
    written = "Ngày,Loại,Lý do\n09/11/2026,Nghỉ ,Họp dân\n2026-11-07,làm bù,\n\n"
    (tmp_path / "holidays.csv").write_text(
        unicodedata.normalize(form, written), encoding="utf-8-sig"
    )
    own = WorkingDays.read(tmp_path / "holidays.csv")
    assert after(dt.date(2026, 11, 6), 1, own) == dt.date(2026, 11, 7)
    assert after(dt.date(2026, 11, 7), 1, own) == dt.date(2026, 11, 10)


def test_no_list_is_no_further_day(tmp_path):
    assert WorkingDays.read(tmp_path / "holidays.csv") == WorkingDays()


@pytest.mark.parametrize("line", ["31/11/2026,nghỉ", "09/11/2026", "09/11/2026,họp"])
def test_a_wrong_line_is_named(tmp_path, line):
    path = tmp_path / ".streamlit" / "holidays.csv"
    path.parent.mkdir()
    path.write_text(f"Ngày,Loại\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingError, match=r"\.streamlit/holidays\.csv.*dòng 2"):
        WorkingDays.read(path)
