"""Servers to measure: each one process, in an office folder of its own."""

import contextlib
import dataclasses
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil

from lib.sample import SAMPLE_DESCRIPTION
from tests.emulator.spreadsheet import Spreadsheet
from tests.running import ROOT, answers, environment, free_port, office_folder, wait_for

HERE = Path(__file__).parent
OURS, FLOOR, TUTORIAL = ROOT / "app.py", HERE / "floor_app.py", HERE / "tutorial.py"
DEFAULTS = ("--server.headless=true", "--browser.gatherUsageStats=false")  # asks nobody anything


@dataclasses.dataclass(frozen=True)
class Server:
    """A running server: its address, and its process to be measured."""

    url: str
    process: psutil.Process


@contextlib.contextmanager
def serving(script: Path, folder: Path, secrets: str = "", **settings: str) -> Iterator[Server]:
    """Start `streamlit run SCRIPT` in the folder, yield it once it has rows, and stop it."""
    described = SAMPLE_DESCRIPTION.read_text("utf-8")
    files = {"survey": described} if settings else {}
    office_folder(folder, **files, **({"secrets": secrets} if secrets else {}))
    own = {"SURVEY_DATA_DIR": str(folder / "data"), **settings}
    health = "_stcore/health" if script == TUTORIAL else "health"
    with _started(script, folder, own, health) as server:
        yield server


@contextlib.contextmanager
def plain(folder: Path, pictures: Path) -> Iterator[Server]:
    """Start these pictures on Streamlit as it comes, none of its options ours, and stop it."""
    folder.mkdir()
    own = {"BENCHMARK_PICTURES": str(pictures)}
    with _started(HERE / "plain.py", folder, own, "_stcore/health", *DEFAULTS) as server:
        yield server


@contextlib.contextmanager
def _started(
    script: Path, folder: Path, settings: Mapping[str, str], health: str, *options: str
) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", *options]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(**settings), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            server = Server(f"http://127.0.0.1:{port}", psutil.Process(process.pid))
            wait_for(lambda: _ready(f"{server.url}/{health}"), str(script), 60)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


def _ready(health: str) -> bool:
    if health.endswith("/_stcore/health"):
        return answers(health)
    try:
        with urllib.request.urlopen(health, timeout=2) as answer:
            return bool(json.load(answer)["status"] == "ok")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def of(sheet: Spreadsheet, host: str) -> dict[str, str]:
    """Return the settings under which a server reads this sheet from the emulator."""
    return {"SURVEY_SHEETS": sheet.url, "SHEETS_EMULATOR_HOST": host}
