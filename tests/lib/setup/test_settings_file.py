"""What is written into the settings leaves the rest as a hand wrote it, or changes nothing."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from lib.settings import SheetEntry
from lib.setup.settings_file import (
    SettingsChangedError,
    SettingsFile,
    SettingsNotWrittenError,
)

NOW = dt.datetime(2026, 11, 30, 8, 0, 5, tzinfo=dt.UTC)
WRITTEN = """# của văn phòng
[privacy]
k = 7  # như đã thống nhất

[survey]
sheets = ["https://docs.google.com/spreadsheets/d/abc/edit"]  # cũ
"""
SHEET = SheetEntry("https://docs.google.com/spreadsheets/d/new/edit?gid=5")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / ".streamlit" / "secrets.toml"
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_a_file_takes_the_place_of_sheets_and_comments_stay(path):
    text = SettingsFile.read(path).with_files(Path("/data/sources/Phiếu.xlsx"))
    assert tomllib.loads(text)["survey"] == {"file": "/data/sources/Phiếu.xlsx"}
    assert "# của văn phòng" in text
    assert "k = 7  # như đã thống nhất" in text


def test_sheets_and_a_key_stand_as_the_settings_read_them(path):
    key = {"client_email": "a@b", "private_key": "-----BEGIN\nx\n-----END\n"}
    named = SheetEntry(SHEET.url, commune="Xã Xuân Đông")
    told = tomllib.loads(SettingsFile.read(path).with_sheets([SHEET, named], key))
    assert told["survey"] == {"sheets": [SHEET.url, {"url": SHEET.url, "commune": "Xã Xuân Đông"}]}
    assert told["gcp_service_account"] == key
    assert told["privacy"] == {"k": 7}


def test_without_a_source_nothing_of_the_survey_is_left(path):
    assert tomllib.loads(SettingsFile.read(path).without_survey()) == {"privacy": {"k": 7}}


def test_the_file_before_stays_beside_and_both_are_their_owners_alone(path):
    file = SettingsFile.read(path)
    before = file.write(file.with_files(Path("x.csv")), NOW)
    assert before == path.with_name("secrets-2026-11-30-080005.toml")
    assert before.read_text("utf-8") == WRITTEN
    assert {each.stat().st_mode & 0o777 for each in (path, before)} == {0o600}


def test_what_says_the_same_leaves_no_copy_beside(path):
    file = SettingsFile.read(path)
    assert file.write(WRITTEN, NOW) is None
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_survey_written_in_one_line_keeps_what_else_it_says(path):
    path.write_text('survey = {register_file = "dvk.xlsx", file = "a.csv"}\n', encoding="utf-8")
    told = tomllib.loads(SettingsFile.read(path).with_files(Path("x.csv")))
    assert told["survey"] == {"register_file": "dvk.xlsx", "file": "x.csv"}


def test_the_first_settings_make_their_folder(tmp_path):
    file = SettingsFile.read(tmp_path / "new" / ".streamlit" / "secrets.toml")
    assert file.write(file.with_files(Path("x.csv")), NOW) is None
    assert tomllib.loads(file.path.read_text("utf-8")) == {"survey": {"file": "x.csv"}}


def test_what_a_hand_changed_meanwhile_is_not_written_over(path):
    file = SettingsFile.read(path)
    path.write_text(WRITTEN + "# tôi vừa sửa\n", encoding="utf-8")
    with pytest.raises(SettingsChangedError):
        file.write(file.with_files(Path("x.csv")), NOW)
    assert path.read_text("utf-8").endswith("# tôi vừa sửa\n")


@pytest.mark.parametrize("broken", ["[survey\n", "a = \n", '\ufeff[survey]\nfile = "C:\\Users"\n'])
def test_settings_that_cannot_be_read_are_left_alone(path, broken):
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(SettingsNotWrittenError):
        SettingsFile.read(path).with_files(Path("x.csv"))
    assert path.read_text("utf-8") == broken


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_half_written(path):
    file = SettingsFile.read(path)
    path.with_name("secrets.toml.new").mkdir()
    with pytest.raises(SettingsNotWrittenError):
        file.write(file.with_files(Path("x.csv")), NOW)
    assert path.read_text("utf-8") == WRITTEN
