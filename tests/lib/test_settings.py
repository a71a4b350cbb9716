"""Settings: which layer wins, and what a wrong one says."""

import dataclasses
import json

import pytest

from lib.errors import SettingError
from lib.settings import ALL_SETTINGS, SheetEntry, read_settings, sheet_address
from lib.settings.declaration import declared_settings, setting
from lib.settings.declared_rules import read_rules
from lib.settings.layers import SettingLayers
from lib.wording import use_language

SHEET = "https://docs.google.com/spreadsheets/d/1AbC/edit?gid=7"
ACCOUNT = {
    "client_email": "a@b.iam.gserviceaccount.com",
    "private_key": "-----BEGIN-----\nTOP-SECRET",
    "token_uri": "https://oauth2.googleapis.com/token",
}
ACCOUNT_TOML = "[gcp_service_account]\n" + "".join(
    f"{k} = {json.dumps(ACCOUNT[k])}\n" for k in ACCOUNT
)


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("vi")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project" / ".streamlit").mkdir(parents=True)
    (tmp_path / "home" / ".streamlit").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def settings(project):
    """Read with this secrets file, this environment, and this secrets file of the user."""

    def read_with(secrets="", users="", **environ):
        folder, home = project / ".streamlit", project.parent / "home"
        for place, text in ((folder, secrets), (home / ".streamlit", users)):
            (place / "secrets.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_settings(environ, folder, home)

    return read_with


@pytest.fixture
def complaint(settings):
    """Return the sentence of the SettingError that these settings end in."""

    def said(*files, **environ):
        with pytest.raises(SettingError) as caught:
            settings(*files, **environ)
        return str(caught.value)

    return said


def test_nothing_set_means_the_sample(settings):
    chosen = settings()
    assert (chosen.sheets, chosen.files, chosen.account) == ((), (), None)


def test_no_secrets_file_at_all_means_the_sample(tmp_path):
    assert read_settings({}, tmp_path / ".streamlit", tmp_path).sheets == ()


def test_what_the_app_keeps_goes_to_the_users_data_folder_unless_told(settings, tmp_path):
    assert settings().data_dir.name == "survey-explorer"
    assert settings(SURVEY_DATA_DIR=str(tmp_path)).data_dir == tmp_path


def test_sheets_come_from_secrets_as_addresses_or_tables(settings):
    entry = f'{{url = "{SHEET}", name = "A", commune = "B"}}'
    chosen = settings(f'[survey]\nsheets = ["{SHEET}1", {entry}]')
    assert chosen.sheets == (SheetEntry(SHEET + "1"), SheetEntry(SHEET, "A", "B"))


def test_sheets_in_the_environment_are_separated_by_spaces(settings):
    chosen = settings(SURVEY_SHEETS=f" {SHEET}1  {SHEET}2")
    assert [sheet.url for sheet in chosen.sheets] == [SHEET + "1", SHEET + "2"]


def test_a_file_is_relative_to_the_project(settings, project):
    (project / "a.csv").touch()
    assert settings('[survey]\nfile = "a.csv"').files == (project / "a.csv",)


def test_a_file_in_the_environment_replaces_the_sheets_of_secrets(settings, project):
    (project / "a.csv").touch()
    chosen = settings(f'[survey]\nsheets = ["{SHEET}"]', SURVEY_FILE="a.csv")
    assert (chosen.sheets, chosen.files) == ((), (project / "a.csv",))


def test_sheets_in_the_environment_replace_the_file_of_secrets(settings):
    chosen = settings(f'[survey]\nfile = "gone.csv"\n{ACCOUNT_TOML}', SURVEY_SHEETS=SHEET)
    assert (chosen.sheets, chosen.files) == ((SheetEntry(SHEET),), ())


def test_an_empty_variable_is_not_set(settings):
    assert settings(f'[survey]\nsheets = ["{SHEET}"]\n{ACCOUNT_TOML}', SURVEY_FILE=" ").sheets


def test_the_projects_table_wins_over_the_users(settings):
    users = '[survey]\nfile = "gone.csv"\n' + ACCOUNT_TOML + "[of_another_app]\n"
    chosen = settings(f'[survey]\nsheets = ["{SHEET}"]', users)
    assert (chosen.files, chosen.account) == ((), ACCOUNT)


def test_streamlits_own_tables_are_allowed(settings):
    assert settings("[auth]\n[connections.x]\n").sheets == ()


def test_an_account_file_wins_over_the_table(settings, project):
    (project / "key.json").write_text(json.dumps(ACCOUNT | {"client_email": "other@b"}))
    chosen = settings(ACCOUNT_TOML, GOOGLE_SERVICE_ACCOUNT_FILE="key.json")
    assert chosen.account["client_email"] == "other@b"


def test_printed_settings_do_not_show_the_key(settings):
    assert "SECRET" not in repr(settings(ACCOUNT_TOML))


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\r\n"])
def test_a_secrets_file_of_windows_is_read(settings, start):
    assert settings(start + ACCOUNT_TOML.replace("\n", "\r\n").encode()).account == ACCOUNT


BOTH = f'[survey]\nsheets = ["{SHEET}"]\nfile = "a.csv"'


@pytest.mark.parametrize(
    ("secrets", "environ", "told"),
    [
        (BOTH, {}, "Setting [survey] file in .streamlit/secrets.toml: is set, and sheets too"),
        (
            "",
            {"SURVEY_SHEETS": SHEET, "SURVEY_FILE": "a"},
            "SURVEY_FILE in the environment: is set",
        ),
        ("[survey]\nsheet = []", {}, "Setting sheet in .streamlit/secrets.toml: is not known"),
        ("[surveys]", {}, "Setting surveys in .streamlit/secrets.toml: is not known"),
        ("survey = 1", {}, "must be a table: [survey]"),
        ("", {"SURVEY_SHEET": "x"}, "Setting SURVEY_SHEET in the environment: is not known"),
        ('[survey]\nsheets = ["https://x.org"]', {}, "entry 1 is no address of a Google Sheet"),
        ("[survey]\nsheets = [7]", {}, "entry 1 is no address"),
        (f'[survey]\nsheets = ["{SHEET}", {{name = "A"}}]', {}, "entry 2 is no address"),
        (f'[survey]\nsheets = [{{url = "{SHEET}", nam = ""}}]', {}, "Setting nam in"),
        (f'[survey]\nsheets = ["{SHEET}", "{SHEET}"]', {}, "same address or name twice"),
        ("[survey]\nfile = 3", {}, "Setting [survey] file in .streamlit/secrets.toml: must be a"),
        (f'[survey]\nsheets = "{SHEET}"', {}, "[survey] sheets in .streamlit/secrets.toml: must"),
        ('[survey]\nfile = "gone.csv"', {}, "names a file that does not exist"),
        ("", {"SURVEY_FILE": "gone.csv"}, "Example: SURVEY_FILE=survey.csv"),
        ('[survey]\nfile = "a"', {"SURVEY_FILE": "gone.csv"}, "SURVEY_FILE in the environment"),
        ("", {"GOOGLE_SERVICE_ACCOUNT_FILE": "gone.json"}, "names a file that does not exist"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(complaint, secrets, environ, told):
    assert told in complaint(secrets, **environ)


def test_a_name_used_twice_is_refused(complaint):
    one, two = (f'{{url = "{SHEET}{n}", name = "A"}}' for n in (1, 2))
    assert "twice" in complaint(f"[survey]\nsheets = [{one}, {two}]")


@pytest.mark.parametrize("line", ['private_key = "TOP-SECRET', "TOP-SECRET", 'x = "TOP-SECRET" y'])
def test_secrets_that_are_no_toml_name_the_line_and_not_what_stands_there(complaint, line):
    said = complaint(f"[survey]\n{line}\n")
    assert said.startswith("File .streamlit/secrets.toml: is written wrongly in line 2;")
    assert "SECRET" not in said


def test_a_file_that_is_no_text_is_named_once(complaint):
    said = complaint(b"\xff\xfea\x00")
    assert said.startswith("File .streamlit/secrets.toml: cannot be read as text in UTF-8.")


def test_an_unfinished_text_names_the_last_line(complaint):
    assert "line 3" in complaint('a = 1\nb = """TOP-SECRET\n\n')


def test_secrets_in_another_encoding_are_named(complaint):
    assert "UTF-8" in complaint("[survey]".encode("utf-16"))


@pytest.mark.parametrize("field", ACCOUNT)
def test_an_incomplete_account_names_what_is_missing(complaint, field):
    said = complaint(ACCOUNT_TOML.replace(field, "other"))
    assert f"Setting [gcp_service_account] {field} in .streamlit/secrets.toml: is missing" in said
    assert "SECRET" not in said


@pytest.mark.parametrize("text", ["TOP-SECRET", '["TOP-SECRET"]', ""])
def test_an_account_file_that_is_no_json_is_refused_without_quoting_it(complaint, project, text):
    (project / "key.json").write_text(text)
    said = complaint("", GOOGLE_SERVICE_ACCOUNT_FILE="key.json")
    assert "is no JSON" in said
    assert "SECRET" not in said


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://docs.google.com/spreadsheets/d/1A-b_C/edit?gid=7#gid=7", ("1A-b_C", 7)),
        ("https://docs.google.com/spreadsheets/d/1A-b_C/edit#gid=7", ("1A-b_C", 7)),
        ("https://docs.google.com/spreadsheets/d/1A-b_C/edit?usp=sharing", ("1A-b_C", None)),
        ("https://docs.google.com/spreadsheets/u/1/d/1A-b_C?usp=x&gid=0", ("1A-b_C", 0)),
    ],
)
def test_an_address_gives_the_key_and_the_tab(url, address):
    assert sheet_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://docs.google.com/spreadsheets/d/1A",
        "https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml",
        "https://docs.google.com/forms/d/1A/edit",
        "https://evil.org/?https://docs.google.com/spreadsheets/d/1A",
        "https://docs.google.com/spreadsheets/d/1A/edit?gid=7x",
    ],
)
def test_what_is_no_address_of_a_sheet_is_refused(url):
    with pytest.raises(SettingError):
        sheet_address(url)


def test_every_setting_is_declared_with_help_and_an_example():
    assert all(setting.help and "=" in setting.example for setting in ALL_SETTINGS)
    assert len({setting.name for setting in ALL_SETTINGS}) == len(ALL_SETTINGS)


@dataclasses.dataclass(frozen=True)
class Limits:
    """A table of a dataclass, each kind of value once."""

    days: int = setting(5, "[limits] days = 5", "how long", least=1)
    place: str = setting("", '[limits] place = "a"', "where", variable="LIMITS_PLACE")
    people: tuple[str, ...] = setting((), '[limits] people = ["a"]', "who")
    strict: bool = setting(False, "[limits] strict = true", "whether")


@pytest.fixture
def limits(project):
    """Read the table that holds this."""

    def limits(toml, **environ):
        folder, home = project / ".streamlit", project.parent / "home"
        (folder / "secrets.toml").write_text(f"[limits]\n{toml}")
        declared = tuple(declared_settings(Limits).values())
        return read_rules(SettingLayers.read(environ, folder, home, declared), Limits)

    return limits


def test_what_is_not_set_has_the_default_of_its_field(limits):
    assert limits("") == Limits()


def test_each_field_is_read_as_the_kind_of_its_annotation(limits):
    stated = limits('days = 7\nplace = " b "\npeople = ["a", " b "]\nstrict = true')
    assert stated == Limits(7, "b", ("a", "b"), True)


def test_the_environment_counts_before_the_file(limits):
    assert limits('place = "file"', LIMITS_PLACE="environment").place == "environment"


def test_the_default_of_a_number_is_said_as_it_is_set():
    declared = declared_settings(Limits)
    assert [declared[name].default for name in ("days", "strict", "place")] == ["5", "false", ""]


@pytest.mark.parametrize("days", ['"7"', "7.5", "true", "0", "[]"])
def test_what_is_no_number_names_key_file_and_example(limits, days):
    with pytest.raises(SettingError) as caught:
        limits(f"days = {days}")
    assert str(caught.value) == (
        "Setting [limits] days in .streamlit/secrets.toml: must be a whole number, 1 or more. "
        "Example: [limits] days = 5"
    )


@pytest.mark.parametrize("people", ['"a"', "[1]", "3"])
def test_what_is_no_list_of_texts_is_refused(limits, people):
    with pytest.raises(SettingError, match="must be a list of texts"):
        limits(f"people = {people}")


@pytest.mark.parametrize(("line", "why"), [("strict = 1", "true or false"), ("place = 1", "text")])
def test_what_is_of_another_kind_is_refused(limits, line, why):
    with pytest.raises(SettingError, match=why):
        limits(line)


@pytest.mark.parametrize("name", ["secrets.toml.txt", "secrets.txt", "secret.toml", "secrets"])
def test_settings_under_a_name_that_is_not_read_are_named(project, name):
    (project / ".streamlit" / name).write_text('[survey]\nfile = "x.csv"\n')
    with pytest.raises(SettingError, match=rf"\.streamlit/{name}: is not read.*rename it"):
        read_settings({}, project / ".streamlit", project.parent / "home")


@pytest.mark.parametrize("place", ["secrets.toml", "streamlit/secrets.toml"])
def test_settings_in_another_folder_are_named(project, place):
    (project / place).parent.mkdir(exist_ok=True)
    (project / place).write_text('[survey]\nfile = "x.csv"\n')
    with pytest.raises(SettingError, match=rf"{place}: is not read where it lies"):
        read_settings({}, project / ".streamlit", project.parent / "home")


def test_a_copy_beside_the_right_file_is_left_alone(settings, project):
    (project / ".streamlit" / "secrets.toml.txt").write_text("x")
    assert settings("[privacy]\nk = 7").k == 7


def test_streamlits_option_names_other_files_and_the_last_counts(settings, project):
    (project / ".streamlit" / "config.toml").write_text(
        '[secrets]\nfiles = ["conf/one.toml", "conf/two.toml"]\n'
    )
    (project / "conf").mkdir()
    (project / "conf" / "one.toml").write_text("[privacy]\nk = 7\n")
    assert settings("[privacy]\nk = 9").k == 7
    (project / "conf" / "two.toml").write_text("[privacy]\nk = 8\n")
    assert settings("[privacy]\nk = 9").k == 8


def test_a_wrong_setting_in_such_a_file_is_named_with_it(complaint, project):
    (project / ".streamlit" / "config.toml").write_text('[secrets]\nfiles = ["conf/one.toml"]\n')
    (project / "conf").mkdir()
    (project / "conf" / "one.toml").write_text("[privacy]\nk = 2\n")
    assert "conf/one.toml" in complaint()


def test_several_files_are_a_list_and_bear_names_of_their_own(settings, complaint, project):
    (project / "2024").mkdir()
    for name in ("a b.csv", "c.xlsx", "2024/c.xlsx"):
        (project / name).touch()
    told = settings('[survey]\nfile = ["a b.csv", "c.xlsx"]')
    assert told.files == (project / "a b.csv", project / "c.xlsx")
    assert settings(SURVEY_FILE="a b.csv").files == (project / "a b.csv",)
    assert "two files of one name" in complaint('[survey]\nfile = ["c.xlsx", "2024/c.xlsx"]')
    assert "does not exist" in complaint('[survey]\nfile = ["a b.csv", "d.csv"]')
