"""The documents and the requirements say what is so."""

import datetime as dt
import importlib.util
import re
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.errors import SettingError
from lib.notify.apprise_channel import open_channels
from lib.settings import read_settings
from lib.ui.can_xu_ly.case_view import _CASE, CASE_PARAMETERS
from lib.ui.dan_van_kheo.register_view import _MODEL, REGISTER_PARAMETERS
from lib.ui.shell.address import (
    GUIDE_PARAMETER,
    SECTION_PARAMETER,
    SLIDE_PARAMETER,
    SPLIT_PARAMETER,
    TERM_PARAMETER,
)
from lib.ui.shell.main import FIRST_PAGE
from lib.ui.shell.survey_view import SURVEY_PARAMETERS
from lib.ui.tro_giup.guide_pages import CONTENTS_PAGE, GUIDE_FOLDER, PICTURE_FOLDER
from tests.test_architecture import ARROWS, LEAVES
from tools.pictures import PICTURES
from tools.settings_page import PAGE, settings_page

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
GUIDES = sorted(ROOT.glob("docs/van-phong/*.md"))
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))
CODE = [
    "app.py",
    *(
        f"{room}/{path.relative_to(ROOT / room).as_posix()}"
        for room in ("lib", "pages", "tests", "tools")
        for path in (ROOT / room).rglob("*.py")
    ),
]
NAMED = {"streamlit", "pandas", "plotly", "gspread"}
LINUX = "python3 -m venv .venv && .venv/bin/pip install -r {} && .venv/bin/{}"
WINDOWS = r"py -m venv .venv; .venv\Scripts\pip install -r {}; .venv\Scripts\{}"
START, TEST = ("requirements.txt", "streamlit run app.py"), ("requirements-dev.txt", "pytest")
PARAMETERS = {
    *(*SURVEY_PARAMETERS, *REGISTER_PARAMETERS, *CASE_PARAMETERS),
    *(_MODEL, _CASE, SLIDE_PARAMETER, SPLIT_PARAMETER),
    *(TERM_PARAMETER, GUIDE_PARAMETER, SECTION_PARAMETER),
}


def text(file: Path | str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


README, ARCHITECTURE, ADDRESSES = map(
    text, ("README.md", "docs/architecture.md", "docs/addresses.md")
)
COMMANDS = re.findall(r"```(?:sh|powershell)\n(.*?)```", README, re.DOTALL)


def section(title: str) -> str:
    return ARCHITECTURE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def example(page: str, table: str) -> str:
    """Return the example of secrets.toml on an office's page that holds this table."""
    blocks = re.findall(r"```toml\n(.*?)```", text(f"docs/van-phong/{page}.md"), re.DOTALL)
    [found] = [textwrap.dedent(block) for block in blocks if table in block]
    return found


def pins(file: str) -> dict[str, str]:
    """Return each pinned package with its line."""
    return {
        line.split(" ")[0]: line for line in text(file).splitlines() if re.match(r"[\w-]+==", line)
    }


def file_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_page_of_settings_is_what_their_declarations_make():
    assert text(PAGE) == settings_page(), "run python -m tools.settings_page"


@pytest.mark.parametrize("page", sorted(path.stem for path in ROOT.glob("pages/*.py")))
def test_every_page_is_among_the_addresses(page):
    assert f"| `/{'' if page == FIRST_PAGE else page}` |" in ADDRESSES


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_every_parameter_is_among_the_addresses(name):
    assert re.search(rf"^\| `{name}` \| \S", ADDRESSES, re.MULTILINE)


def test_the_example_of_sign_in_is_complete_and_its_secret_is_nobodys(tmp_path):
    secrets = tmp_path / "secrets.toml"
    stated = example("dang-nhap", "[auth]")
    secrets.write_text(stated, encoding="utf-8")
    with pytest.raises(SettingError, match="cookie_secret"):
        read_settings({}, tmp_path, tmp_path)
    secrets.write_text(stated.replace("…", "0" * 64), encoding="utf-8")
    rules = read_settings({}, tmp_path, tmp_path).sign_in
    assert rules is not None
    assert (rules.host, len(rules.leader), len(rules.staff)) == ("khaosat.example.gov.vn", 1, 2)


def test_the_example_of_names_lists_them_and_needs_no_provider(tmp_path):
    (tmp_path / "secrets.toml").write_text(example("ten-va-pin", "[roles]"), encoding="utf-8")
    rules = read_settings({}, tmp_path, tmp_path).sign_in
    assert rules is not None
    assert (len(rules.names), len(rules.leader), rules.by_provider) == (3, 1, False)


def test_the_example_of_notifications_is_complete_and_its_channels_are_known(tmp_path):
    stated = example("bao-tin", "[notify]").replace("…", "a" * 16)
    (tmp_path / "secrets.toml").write_text(stated, encoding="utf-8")
    notify = read_settings({}, tmp_path, tmp_path).notify
    assert len(open_channels(notify)) == 2
    assert notify.address


def test_the_example_of_the_office_names_it_on_either_side_of_the_merger(tmp_path):
    (tmp_path / "secrets.toml").write_text(example("bao-cao", "[office]"), encoding="utf-8")
    letterhead = read_settings({}, tmp_path, tmp_path).letterhead
    days = (dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    assert [letterhead.named(day).place for day in days] == ["Xuân Tây", "Xuân Đông"]
    assert letterhead.counted("2026-Q3", ()) == 1250


@pytest.mark.parametrize("line", [LINUX, WINDOWS])
@pytest.mark.parametrize("what", [START, TEST])
def test_one_line_is_all_the_set_up(line, what):
    assert f"\n{line.format(*what)}\n" in README


def test_the_readme_is_short_enough_to_be_read_by_both_its_readers():
    assert len(README.splitlines()) <= 130


def test_commands_name_files_that_exist():
    files = {name for line in COMMANDS for name in re.findall(r"(?:-r|run) (\S+\.\w+)", line)}
    assert files >= {"requirements.txt", "requirements-dev.txt", "app.py"}
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_modules_that_the_documents_run_can_be_run():
    words = "\n".join(map(text, DOCUMENTS))
    modules = set(re.findall(r"python -m ((?:lib|tests|tools)[\w.]*)", words))
    mains = (importlib.util.find_spec(name) for name in modules)
    packages = [f"{s.name}.__main__" for s in mains if s and s.submodule_search_locations]
    assert modules >= {"lib", "tests.emulator", "tools.settings_page"}
    assert [name for name in packages if not importlib.util.find_spec(name)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=file_name)
def test_pictures_and_files_that_a_document_links_to_exist(document):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text(document))
    assert [name for name in targets if not (document.parent / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=file_name)
def test_files_of_the_code_that_a_document_names_exist(document):
    named = set(re.findall(r"`([\w/]+\.py)`", text(document)))
    assert [
        name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in CODE)
    ] == []


@pytest.mark.parametrize("guide", GUIDES, ids=file_name)
def test_the_readme_leads_to_every_guide_by_its_title(guide):
    title = text(guide).splitlines()[0].removeprefix("# ")
    assert f"- [{title}](docs/van-phong/{guide.name})\n" in README


@pytest.mark.parametrize("guide", GUIDES, ids=file_name)
def test_the_guides_contents_lead_to_every_page_with_a_line_about_it(guide):
    title = text(guide).splitlines()[0].removeprefix("# ")
    line = rf"^- \[{re.escape(title)}\]\({guide.name}\): \S.*\.$"
    contents = text(f"docs/van-phong/{CONTENTS_PAGE}.md")
    assert guide.stem == CONTENTS_PAGE or re.search(line, contents, re.MULTILINE)


def test_the_pictures_are_those_that_are_taken_of_the_sample_and_light():
    shown = {
        Path(name).stem
        for document in DOCUMENTS
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text(document))
    }
    taken = {path.stem: path.stat().st_size for path in ROOT.glob("docs/pictures/*")}
    assert shown == taken.keys() == PICTURES.keys()
    assert {name: size for name, size in taken.items() if size > 120_000} == {}


def test_the_guide_and_its_pictures_are_part_of_an_installation_at_the_place_they_are_read_from():
    packed = tomllib.loads(text("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    for folder in (GUIDE_FOLDER, PICTURE_FOLDER):
        place = folder.relative_to(ROOT).as_posix()
        assert packed["force-include"][place] == place


@pytest.mark.parametrize("guide", GUIDES, ids=file_name)
def test_a_guide_is_plain_markdown_under_an_ascii_name(guide):
    words = re.sub(r"```.*?```|`[^`]*`|<https?://[^>]*>", "", text(guide), flags=re.DOTALL)
    assert guide.name.isascii()
    assert re.findall(r"<[^>]*>|&\w+;", words) == []


def test_decisions_are_numbered_without_a_gap_and_stand_beside_the_architecture():
    listed = re.findall(r"^(\d+)\. \[.*\]\(decisions/(.*)\)$", ARCHITECTURE, re.MULTILINE)
    assert listed == [(str(n), path.name) for n, path in enumerate(DECISIONS, 1)]
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(listed) + 1)]


@pytest.mark.parametrize("decision", DECISIONS, ids=file_name)
def test_a_decision_says_why_what_and_what_follows(decision):
    parts = re.findall(r"^## (.*)\n\S", text(decision), re.MULTILINE)
    assert parts == ["Context", "Decision", "Consequences"]


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


def drawn_arrows() -> Iterator[tuple[str, set[str]]]:
    """Yield each room with those that it may import, as the architecture's table has them."""
    for room, allowed in re.findall(
        r"^\| `(\w+)` \| (.*) \|$", section("Who may import whom"), re.MULTILINE
    ):
        names = set(re.findall(r"`(\w+)`", allowed))
        yield room, names | LEAVES if "the leaves" in allowed else names


def test_who_may_import_whom_is_what_the_imports_are_held_to():
    assert dict(drawn_arrows()) == {room: ARROWS[room] for room in ARROWS if room != "__init__"}


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
