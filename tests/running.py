"""The real app as its users start it: `streamlit run app.py` in an office folder of its own."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = ("SURVEY_", "SHEETS_", "GOOGLE_", "STREAMLIT_")


def office_folder(folder: Path, **files: str) -> Path:
    """Return a folder to start the app in, with its look and these files in `.streamlit/`."""
    settings = folder / ".streamlit"
    settings.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / ".streamlit" / "config.toml", settings)
    for name, text in files.items():
        (settings / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment without any setting of ours but these."""
    plain = {name: v for name, v in os.environ.items() if not name.startswith(OURS)}
    path = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]  # see tests/calendar
    return {**plain, "PYTHONPATH": os.pathsep.join(path), **settings}


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(url: str) -> bool:
    """Tell whether a server answers there."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def wait_for(true: object, what: str, seconds: float = 30) -> None:
    """Ask again and again until `true()` holds; fail naming what never came."""
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        if time.monotonic() > end:
            raise AssertionError(f"never came: {what}")
        time.sleep(0.05)


@contextlib.contextmanager
def running(folder: Path, settings: Mapping[str, str], *options: str) -> Iterator[str]:
    """Start the app in the folder, yield its address, and stop it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += [f"--server.port={port}", *options]
    log = (folder / "server.log").open("w")
    process = subprocess.Popen(
        command, cwd=folder, env=environment(**settings), stdout=log, stderr=subprocess.STDOUT
    )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(f"{url}/_stcore/health"), "the server", 60)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()
