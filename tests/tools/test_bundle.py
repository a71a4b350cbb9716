"""What is fetched for a machine without internet is what counts there, not here."""

import re

import pytest

from tests.running import ROOT
from tools.bundle import SYSTEMS, asked_on, download_command

REQUIREMENTS = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def names(asked: str) -> set[str]:
    return {line.partition("==")[0] for line in asked.splitlines()}


@pytest.mark.parametrize(
    ("system", "there", "not_there"),
    [
        ("win_amd64", {"tzdata", "watchdog", "truststore"}, {"httpx2-jsfetch"}),
        ("manylinux_x86_64", {"watchdog"}, {"tzdata", "httpx2-jsfetch"}),
        ("macosx_arm64", {"streamlit"}, {"tzdata", "watchdog"}),
    ],
)
def test_each_system_gets_its_own_packages(system, there, not_there):
    asked = names(asked_on(system, "3.13", REQUIREMENTS))
    assert there <= asked
    assert not_there & asked == set()


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_file_is_held_to_a_pinned_hash(system):
    lines = asked_on(system, "3.11", REQUIREMENTS).splitlines()
    pinned = re.compile(r"\S+==\S+( --hash=sha256:\w{64})+")
    assert len(lines) > 50
    assert [line for line in lines if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("system", "kinds"),
    [
        ("win_amd64", {"win_amd64"}),
        ("manylinux_x86_64", {"manylinux_2_28_x86_64", "manylinux2014_x86_64"}),
        ("macosx_arm64", {"macosx_14_0_arm64"}),
    ],
)
def test_files_of_that_system_and_that_python_are_asked_for_and_nothing_is_built(
    system, kinds, tmp_path
):
    command = download_command(system, "3.13", tmp_path / "asked.txt", tmp_path / "wheels")
    assert kinds <= {word.removeprefix("--platform=") for word in command}
    assert {"--only-binary=:all:", "--python-version=3.13", "--require-hashes"} <= set(command)
    assert command[command.index("--dest") + 1] == str(tmp_path / "wheels")
