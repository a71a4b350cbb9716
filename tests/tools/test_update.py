"""A newer version of the app in the office's folder, and all that the office has still there."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.emulator.server import Emulator
from tests.old import facts
from tests.running import ROOT, environment
from tests.serving import served
from tools.update import NotUpdatedError, update_folder, version_of

OLD = ROOT / "tests" / "old"
VERSIONS = sorted(path.parent.name for path in OLD.glob("*/facts.json"))
CODE = ("lib", "pages", "tools", "app.py", "requirements.txt", "pyproject.toml")
SECRETS = '[roles]\nleader = ["Trần Văn Bình"]\n'
OPENED = """
import json, os, lib
from pathlib import Path
from lib.settings import read_settings
from tests.old import facts
folder = Path(".streamlit")
assert Path(lib.__file__).is_relative_to(Path.cwd())
settings = read_settings(os.environ, folder, folder)
print(json.dumps(facts.as_json(facts.facts(settings, folder))))
"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory) -> Path:
    """This version as it is downloaded."""
    archive = tmp_path_factory.mktemp("downloaded") / "survey-explorer-main (1).zip"
    paths = [path for name in CODE for path in (ROOT / name, *(ROOT / name).rglob("*"))]
    paths.append(ROOT / ".streamlit" / "config.toml")
    with zipfile.ZipFile(archive, "w") as packed:
        for path in paths:
            if path.is_file() and path.suffix != ".pyc":
                packed.write(path, Path("survey-explorer-main") / path.relative_to(ROOT))
    return archive


@pytest.fixture(params=VERSIONS)
def office(request, tmp_path) -> Path:
    """The folder of an office with an older version, its settings, and a file of its own."""
    folder, old = tmp_path / "Khảo sát", OLD / request.param
    shutil.copytree(old / "streamlit", folder / ".streamlit")
    shutil.copytree(old / "data", tmp_path / "data")
    (folder / "lib").mkdir()
    (folder / "tools").mkdir()
    for name, text in {
        "app.py": "older",
        "lib/no_more.py": "",
        "tools/start.py": "",
        ".streamlit/config.toml": "[server]\nport = 9000",
        ".streamlit/secrets.toml": SECRETS,
        "answers of 2021.csv": "own",
        "pyproject.toml": f'[project]\nname = "survey-explorer"\nversion = "{request.param}"',
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_the_newer_version_opens_what_the_older_one_wrote(office, newer, emulator: Emulator):
    old = OLD / version_of(office)
    update_folder(office, newer)
    sheet = facts.spreadsheet(json.loads((old / "cells.json").read_text("utf-8")))
    emulator.spreadsheets[sheet.key] = sheet
    (
        office / ".streamlit" / "secrets.toml"
    ).unlink()  # it names who may sign in, facts are nobody's
    told = environment(
        SURVEY_SHEETS=sheet.url,
        SHEETS_EMULATOR_HOST=emulator.host,
        SURVEY_DATA_DIR=str(office.parent / "data"),
        PYTHONPATH=os.pathsep.join((str(office), str(ROOT))),
    )
    command = [sys.executable, "-c", OPENED]
    done = subprocess.run(command, cwd=office, env=told, capture_output=True, text=True, check=True)
    found, expected = json.loads(done.stdout), json.loads((old / "facts.json").read_text("utf-8"))
    assert {name: found[name] for name in expected} == expected


def test_code_is_new_settings_and_own_files_are_as_they_were_and_the_older_code_is_beside(
    office, newer
):
    before = contents(office)
    update_folder(office, newer)
    now = contents(office)
    assert version_of(office) == version_of(ROOT)
    assert now["app.py"] == (ROOT / "app.py").read_bytes()
    assert "lib/no_more.py" not in now
    for own in ("answers of 2021.csv", ".streamlit/secrets.toml", ".streamlit/survey.toml"):
        assert now[own] == before[own]
    kept = contents(office / "phien-ban-truoc")
    assert kept["app.py"] == b"older"
    assert kept[".streamlit/config.toml"] == before[".streamlit/config.toml"]
    assert os.name == "nt" or os.access(office / "tools" / "start.sh", os.X_OK)
    assert [path.name for path in office.glob(".cap-nhat-*")] == []


def test_a_second_update_keeps_the_version_before_it_alone(office, newer):
    update_folder(office, newer)
    update_folder(office, newer)
    assert "lib/no_more.py" not in contents(office / "phien-ban-truoc")
    assert (office / ".streamlit" / "secrets.toml").read_text(encoding="utf-8") == SECRETS


@pytest.mark.parametrize("what", ["half a download", "another zip", "no file"])
def test_a_wrong_file_changes_nothing(office, newer, tmp_path, what):
    wrong = tmp_path / "wrong.zip"
    if what == "half a download":
        wrong.write_bytes(newer.read_bytes()[:50_000])
    elif what == "another zip":
        with zipfile.ZipFile(wrong, "w") as packed:
            packed.writestr("app.py", "other")
    before = contents(office)
    with pytest.raises(NotUpdatedError, match="Chưa có gì thay đổi"):
        update_folder(office, wrong)
    assert contents(office) == before


def test_where_one_folder_cannot_be_put_in_place_the_others_go_back(office, newer):
    shutil.rmtree(office / "tools")
    (office / "tools").symlink_to(office / "nowhere")
    before = contents(office)
    with pytest.raises(NotUpdatedError, match="Không ghi được"):
        update_folder(office, newer)
    assert contents(office) == before


def test_while_the_app_runs_it_is_not_exchanged(tmp_path, newer):
    folder = tmp_path / "running"
    with zipfile.ZipFile(newer) as packed:
        packed.extractall(folder)
    [top] = folder.iterdir()

    async def app(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b'{"status": "ok", "troubles": 0}'})

    with served(app) as port:
        told = environment(STREAMLIT_SERVER_PORT=str(port), PYTHONPATH="")
        command = [sys.executable, "-m", "tools.update", str(newer)]
        done = subprocess.run(
            command, cwd=top, env=told, capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stderr.strip()) == (
        1,
        "Ứng dụng đang chạy. Hãy dừng ứng dụng rồi cập nhật lại.",
    )
