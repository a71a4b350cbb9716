"""From a folder and a Python to the app in the browser: what the start scripts do."""

import ast
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import ROOT, answers, environment, free_port, wait_for
from tests.serving import served
from tests.tools.small_office import ask_for, small_office, small_wheel
from tools.start import NotStartedError, place_asked_for, ready_environment, runs_at

WINDOWS, UNIX = ROOT / "tools" / "Bat dau.cmd", ROOT / "tools" / "start.sh"
UPDATE = ROOT / "tools" / "Cap nhat.cmd"


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Path:
    return small_office(tmp_path_factory.mktemp("office"))


@contextlib.contextmanager
def started(office: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Do what a double click does, with a browser that notes what it is to show."""
    browser = office / "browser.sh"
    browser.write_text('#!/bin/sh\necho "$1" >> "$(dirname "$0")/shown"\n')
    browser.chmod(0o755)
    told = environment(BROWSER=f"'{browser}' %s")
    command = [str(office / "tools" / "start.sh"), *options]
    with subprocess.Popen(
        command, env=told, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as start:
        try:
            yield start
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(start.pid, signal.SIGKILL)  # what it started too


def shown(office: Path) -> list[str]:
    file = office / "shown"
    return file.read_text().split() if file.exists() else []


@pytest.mark.skipif(os.name == "nt", reason="there `Bat dau.cmd` does it")
def test_from_nothing_to_the_browser_again_to_the_running_app_and_to_its_end(office):
    port = free_port()
    option, address = f"--server.port={port}", f"http://localhost:{port}"
    with started(office, option, "--server.maxUploadSize=5") as first:
        wait_for(lambda: shown(office) == [address], "the app in the browser", 120)
        with started(office, option) as second:
            said, _ = second.communicate(timeout=20)
            assert second.returncode == 0
        assert f"đang chạy tại {address}" in said
        assert shown(office) == [address, address]
        assert json.loads((office / "started.json").read_text()) == [
            *("run", "app.py", option, "--server.maxUploadSize=5", option)
        ]
        first.terminate()
        said, _ = first.communicate(timeout=20)
    assert "không cần mạng" in said
    assert not answers(f"http://127.0.0.1:{port}/health")


def test_what_is_installed_is_not_installed_again_and_what_an_update_asks_for_is(office, capsys):
    ready_environment(office)
    capsys.readouterr()
    python = ready_environment(office)
    assert capsys.readouterr().out == ""
    ask_for(office, newer := small_wheel(office, "2.0"), "2.0")
    assert ready_environment(office) == python
    assert "đang cài" in capsys.readouterr().out
    assert version_in(python) == "2.0"
    ask_for(office, newer, "3.0")
    with pytest.raises(NotStartedError, match="Thư mục wheels thiếu thư viện"):
        ready_environment(office)


def test_a_wheel_that_somebody_exchanged_is_not_installed(office):
    ask_for(office, small_wheel(office, "1.0"), "1.0")
    python = ready_environment(office)
    ask_for(office, small_wheel(office, "4.0"), "4.0")
    with small_wheel(office, "4.0").open("ab") as wheel:
        wheel.write(b"\0")
    with pytest.raises(NotStartedError, match="HASHES"):
        ready_environment(office)
    assert version_in(python) == "1.0"


def version_in(python: Path) -> str:
    """Return the version of what passes for Streamlit in this environment."""
    asked = "import importlib.metadata as m; print(m.version('streamlit'))"
    return subprocess.run(
        [python, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_a_port_of_another_program_is_named_and_nothing_is_installed(tmp_path):
    office = small_office(tmp_path)

    async def other(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b'{"status": "ok"}'})

    with served(other) as port:
        assert not runs_at("127.0.0.1", port)
        command = [sys.executable, "-m", "tools.start", f"--server.port={port}"]
        done = subprocess.run(
            command, cwd=office, env=environment(), stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert f"Cổng {port} đang có một chương trình khác dùng" in done.stderr
    assert not (office / ".venv").exists()


def test_an_older_python_is_answered_by_a_sentence():
    source = (ROOT / "tools" / "start.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    older = "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); "
    older += "runpy.run_module('tools.start', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", older], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "cần Python 3.11 trở lên, máy này đang dùng Python 3.9" in done.stderr


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ([], ("127.0.0.1", 8501)),
        (["--server.port", "8600"], ("127.0.0.1", 8600)),
        (["--server.address=0.0.0.0"], ("127.0.0.1", 8501)),
        (["--server.address", "192.168.1.5", "--server.port=80"], ("192.168.1.5", 80)),
    ],
)
def test_the_app_is_looked_for_where_its_options_put_it(options, place, monkeypatch):
    monkeypatch.delenv("STREAMLIT_SERVER_PORT", raising=False)
    assert place_asked_for(ROOT, options) == place


def test_the_environment_and_the_offices_config_say_the_port_too(tmp_path, monkeypatch):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[server]\nport = 8700")
    monkeypatch.delenv("STREAMLIT_SERVER_PORT", raising=False)
    assert place_asked_for(tmp_path, [])[1] == 8700
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "8800")
    assert place_asked_for(tmp_path, [])[1] == 8800


@pytest.mark.parametrize("config", ["[server]\nport = 'many'", "[server\nport = 1"])
def test_options_that_cannot_be_read_are_answered_by_a_sentence(tmp_path, monkeypatch, config):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(config)
    monkeypatch.delenv("STREAMLIT_SERVER_PORT", raising=False)
    with pytest.raises(NotStartedError, match=r"config\.toml ghi sai"):
        place_asked_for(tmp_path, [])


@pytest.mark.parametrize("script", [WINDOWS, UPDATE])
def test_windows_gets_its_line_ends_and_vietnamese_that_its_console_can_show(script):
    lines = script.read_bytes().split(b"\r\n")
    assert lines[0] == b"@echo off"  # a byte order mark would be printed
    assert lines[-1] == b""
    assert not any(b"\n" in line for line in lines)
    first = next(n for n, line in enumerate(lines) if not line.isascii())
    assert b"chcp 65001 >nul" in lines[:first]
    said = [line for line in lines if line.lstrip().startswith(b"echo ")]
    assert [line for line in said if set(line) & set(b"()&|<>^%")] == []


def test_all_scripts_hand_everything_to_what_is_tested():
    assert b"%PYTHON% -m tools.start %*" in WINDOWS.read_bytes()
    assert b"%PYTHON% -m tools.update %* & pause & exit /b\r\n" in UPDATE.read_bytes()
    assert UNIX.read_text().endswith('exec python3 -m tools.start "$@"\n')
    assert os.name == "nt" or os.access(UNIX, os.X_OK)
