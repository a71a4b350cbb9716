"""The command `survey-explorer` starts the app with the options that are packed with it."""

import json
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner
from streamlit.web import cli

from lib.starting import packed_options
from tests.running import ROOT, answers, environment, free_port, wait_for

CONFIG = ROOT / ".streamlit" / "config.toml"
WATCHER = "--server.fileWatcherType=none"


@pytest.mark.parametrize(
    ("stated", "environ"),
    [
        ('[server]\nfileWatcherType = "auto"', {}),
        ("", {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "auto"}),
    ],
)
def test_what_the_office_states_counts_before_the_packed_option(tmp_path, stated, environ):
    own = tmp_path / "config.toml"
    own.write_text(stated)
    options = packed_options(CONFIG, (own,), environ)
    assert WATCHER not in options
    assert "--server.headless=true" in options


def test_lists_and_tables_of_the_packed_options_reach_the_command_as_they_stand():
    options = dict(option.split("=", 1) for option in packed_options(CONFIG, (), {}))
    assert options["--theme.sidebar.paddingTop"] == "0.5rem"
    assert json.loads(options["--theme.chartCategoricalColors"])[0] == "#0B4F8A"


def test_every_packed_option_is_known_to_the_command():
    options = packed_options(CONFIG, (), {})
    assert WATCHER in options
    assert CliRunner().invoke(cli.main, ["run", *options, "--help"]).exit_code == 0


def test_the_folder_it_is_started_in_is_the_office(tmp_path):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text("[survey]\nfiel = 'a.csv'")
    port = free_port()
    command = [sys.executable, "-c", "from lib.starting import start_app; start_app()"]
    command.append(f"--server.port={port}")
    with subprocess.Popen(command, cwd=tmp_path, env=environment()) as process:
        try:
            health = f"http://127.0.0.1:{port}/health"
            wait_for(lambda: answers(health), "the server", 60)
            with urllib.request.urlopen(health) as answer:
                assert json.load(answer)["status"] == "settings"
        finally:
            process.terminate()
