"""The README and the requirements say what is so."""

import datetime as dt
import importlib.util
import re
import textwrap
from pathlib import Path

import pytest

from lib.errors import SettingError
from lib.notify.channel import channels
from lib.settings import SETTINGS, Setting, read
from lib.ui.main import FIRST
from lib.ui.view import NAMES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMED = {"streamlit", "pandas", "plotly", "gspread"}
COMMANDS = re.findall(r"```(?:sh|powershell)\n(.*?)```", README, re.DOTALL)
LINUX = "python3 -m venv .venv && .venv/bin/pip install -r {} && .venv/bin/{}"
WINDOWS = r"py -m venv .venv; .venv\Scripts\pip install -r {}; .venv\Scripts\{}"
START, TEST = ("requirements.txt", "streamlit run app.py"), ("requirements-dev.txt", "pytest")


def setting_row(setting: Setting) -> str:
    """Return a setting's line of the README's table."""
    name = "" if setting.name == setting.variable else f"`{setting.name}`"
    variable = f"`{setting.variable}`" if setting.variable else ""
    cells = (name or "–", variable or "–", setting.default or "–", setting.help)
    return f"| {' | '.join(cells)} |"


def section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def pins(file: str) -> dict[str, str]:
    """Return each pinned package with its line."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {line.split(" ")[0]: line for line in lines if re.match(r"[\w-]+==", line)}


def test_the_settings_table_is_that_of_the_code():
    table = [line for line in section("Settings").splitlines() if line.startswith("|")]
    assert table[2:] == [setting_row(setting) for setting in SETTINGS]


@pytest.mark.parametrize("page", sorted(path.stem for path in ROOT.glob("pages/*.py")))
def test_every_page_is_in_the_readme_with_its_address(page):
    assert f"| `/{'' if page == FIRST else page}` |" in section("Addresses")


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_is_in_the_readme(name):
    assert re.search(rf"`{name}` [a-z]", section("Addresses"))


def test_the_example_of_sign_in_is_complete_and_its_secret_is_nobodys(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    [example] = [textwrap.dedent(block) for block in blocks if "[auth]" in block]
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(example, encoding="utf-8")
    with pytest.raises(SettingError, match="cookie_secret"):
        read({}, tmp_path, tmp_path)
    secrets.write_text(example.replace("…", "0" * 64), encoding="utf-8")
    rules = read({}, tmp_path, tmp_path).sign_in
    assert rules is not None
    assert (rules.host, len(rules.leader), len(rules.staff)) == ("khaosat.example.gov.vn", 1, 2)


def test_the_example_of_notifications_is_complete_and_its_channels_are_known(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    [example] = [block for block in blocks if "[notify]" in block]
    (tmp_path / "secrets.toml").write_text(example.replace("…", "a" * 16), encoding="utf-8")
    told = read({}, tmp_path, tmp_path).notify
    assert len(channels(told)) == 2
    assert told.address


def test_the_example_of_the_office_names_it_on_either_side_of_the_merger(tmp_path):
    blocks = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    [example] = [block for block in blocks if "[office]" in block]
    (tmp_path / "secrets.toml").write_text(example, encoding="utf-8")
    told = read({}, tmp_path, tmp_path).letterhead
    days = (dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    assert [told.named(day).place for day in days] == ["Xuân Tây", "Xuân Đông"]
    assert told.counted("2026-Q3", ()) == 1250


@pytest.mark.parametrize("line", [LINUX, WINDOWS])
@pytest.mark.parametrize("what", [START, TEST])
def test_one_line_is_all_the_set_up(line, what):
    assert f"\n{line.format(*what)}\n" in README


def test_commands_name_files_that_exist():
    files = {name for text in COMMANDS for name in re.findall(r"(?:-r|run) (\S+\.\w+)", text)}
    assert files >= {"requirements.txt", "requirements-dev.txt", "app.py"}
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_modules_that_the_readme_runs_can_be_run():
    modules = set(re.findall(r"python -m ((?:lib|tests)[\w.]*)", README))
    mains = (importlib.util.find_spec(name) for name in modules)
    packages = [f"{s.name}.__main__" for s in mains if s and s.submodule_search_locations]
    assert modules >= {"lib", "tests.emulator"}
    assert [name for name in packages if not importlib.util.find_spec(name)] == []


def test_pictures_and_files_that_the_readme_links_to_exist():
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [name for name in targets if not (ROOT / name).exists()] == []


def test_places_that_the_map_names_exist():
    drawn = re.findall(r"^(\S+\.py|\w[\w/]*/) ", section("Map of the code"), re.MULTILINE)
    assert len(drawn) > 10
    assert [name for name in drawn if not (ROOT / name).exists()] == []


def test_every_room_stands_on_the_map():
    rooms = {
        f"lib/{path.name}{'/' * path.is_dir()}"
        for path in (ROOT / "lib").iterdir()
        if path.name not in ("__init__.py", "__pycache__")
    }
    drawn = re.findall(r"^(lib/\S+)", section("Map of the code"), re.MULTILINE)
    assert rooms == set(drawn)


def test_every_further_package_has_its_reason_beside_it():
    further = {
        n: line for n, line in pins("requirements.in").items() if n.split("==")[0] not in NAMED
    }
    assert [name for name, line in further.items() if not re.search(r"# \w", line)] == []


@pytest.mark.parametrize(
    ("direct", "compiled"),
    [
        ("requirements.in", "requirements.txt"),
        ("requirements.in", "requirements-dev.txt"),
        ("requirements-dev.in", "requirements-dev.txt"),
    ],
)
def test_the_compiled_requirements_pin_what_is_asked_for(direct, compiled):
    assert pins(direct).keys() - pins(compiled).keys() == set()


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_files_of_which_the_hash_is_known(file):
    text = (ROOT / file).read_text(encoding="utf-8").replace(" \\\n", " ")
    packages = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    pinned = re.compile(r"[\w.-]+(\[\w+\])?==\S+( ; [^#]+)?( +--hash=sha256:[0-9a-f]{64})+$")
    assert packages
    assert [line for line in packages if not pinned.match(line)] == []
