"""The table [tracking]: what the office sets, and what it is told when something is wrong."""

import datetime as dt

import pytest

from lib.errors import SettingError
from lib.settings import TrackingRules, read_settings


@pytest.fixture
def tracking(tmp_path):
    """Read the table with these lines."""

    def tracking(*lines: str) -> TrackingRules:
        folder = tmp_path / ".streamlit"
        folder.mkdir(exist_ok=True)
        (folder / "secrets.toml").write_text("\n".join(("[tracking]", *lines)), encoding="utf-8")
        return read_settings({}, folder, tmp_path / "home").tracking

    return tracking


def test_what_is_not_set_has_its_default(tracking):
    told = tracking()
    assert (told.take_up_days, told.finish_days, told.months_kept, told.since) == (5, 15, 24, None)
    assert told.causes


def test_days_lists_and_the_first_day_are_read(tracking):
    told = tracking(
        'since = "2026-12-01"', "take_up_days = 3", "finish_days = 250", 'causes = ["Khác"]'
    )
    assert told.since == dt.date(2026, 12, 1)
    assert (told.take_up_days, told.finish_days, told.causes) == (3, 250, ("Khác",))


@pytest.mark.parametrize("line", ["take_up_days = 251", "finish_days = 600", "finish_days = 0"])
def test_a_target_beyond_a_year_of_working_days_is_refused(tracking, line):
    with pytest.raises(SettingError, match=rf"\[tracking\] {line[:7]}.*từ 1 đến 250"):
        tracking(line)


def test_two_places_for_one_journal_are_refused(tracking):
    with pytest.raises(SettingError, match="database"):
        tracking('url = "https://docs.google.com/spreadsheets/d/x"', 'database = "postgresql://x"')


def test_a_first_day_that_is_none_is_refused(tracking):
    with pytest.raises(SettingError, match="since"):
        tracking('since = "31/02/2026"')


SHEET = "https://docs.google.com/spreadsheets/d/1AbC/edit"


@pytest.mark.parametrize(
    "url", ["khaosat", "mysql://u:p@h/d", "postgresql://u@h", "postgresql://u:p@ss@h/d"]
)
def test_what_is_no_postgresql_database_is_refused_without_being_repeated(tracking, url):
    with pytest.raises(SettingError, match=r"\[tracking\] database") as caught:
        tracking(f'database = "{url}"')
    assert url not in str(caught.value)


@pytest.mark.parametrize("tail", ["", "?sslmode=require"])
def test_a_postgresql_database_is_taken_as_it_stands(tracking, tail):
    url = f"postgresql://khaosat:mat%40khau@db.xa.vn:5433/khao_sat{tail}"
    assert tracking(f'database = "{url}"').database == url


def test_the_forms_own_spreadsheet_is_refused_with_the_reason(tracking):
    with pytest.raises(SettingError, match="chính bảng tính của biểu mẫu"):
        tracking(f'url = "{SHEET}"', "[survey]", f'sheets = ["{SHEET}?gid=7#gid=7"]')


def test_a_journal_at_no_spreadsheets_address_is_refused(tracking):
    with pytest.raises(SettingError, match="Google Trang tính"):
        tracking('url = "https://docs.google.com/document/d/1AbC/edit"')


def test_a_journal_in_a_spreadsheet_needs_an_account_that_may_write_it(tracking):
    with pytest.raises(SettingError, match=r"\[gcp_service_account\]"):
        tracking(f'url = "{SHEET}"')
