"""The table [dvk]: where the register lies, and what is told when that is wrong."""

import pytest

from lib.errors import SettingError
from lib.settings import read_settings

SHEET = "https://docs.google.com/spreadsheets/d/1AbC/edit?gid=0"


@pytest.fixture
def movement(tmp_path):
    """Read the table with these lines and these variables."""

    def movement(*lines: str, **environ: str):
        folder = tmp_path / ".streamlit"
        folder.mkdir(exist_ok=True)
        (folder / "secrets.toml").write_text("\n".join(("[dvk]", *lines)), encoding="utf-8")
        (tmp_path / "so.xlsx").touch()
        return read_settings(environ, folder, tmp_path / "home").movement

    return movement


def test_an_office_need_not_have_a_register(movement):
    assert (movement().sheet, movement().file) == ("", None)


def test_a_sheet_or_a_file_beside_the_project_is_the_register(movement, tmp_path):
    assert movement(f'sheet = "{SHEET}"').sheet == SHEET
    assert movement('file = "so.xlsx"').file == tmp_path / "so.xlsx"


def test_the_environment_replaces_both(movement, tmp_path):
    told = movement(f'sheet = "{SHEET}"', SURVEY_DVK_FILE="so.xlsx")
    assert (told.sheet, told.file) == ("", tmp_path / "so.xlsx")


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ((f'sheet = "{SHEET}"', 'file = "so.xlsx"'), "[dvk] file"),
        (('sheet = "so.xlsx"',), "[dvk] sheet"),
        (("sheet = 3",), "[dvk] sheet"),
        (('file = "khong-co.xlsx"',), "[dvk] file"),
        (('tab = "a"',), "tab"),
    ],
)
def test_a_slip_is_told_with_the_settings_name(movement, lines, named):
    with pytest.raises(SettingError) as told:
        movement(*lines)
    assert str(told.value).startswith(f"Cài đặt {named} ")
