"""`python -m lib pin NAME`: what it asks, refuses and keeps."""

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lib.__main__ import main
from lib.server.name_pins import NamePins
from lib.wording import use_language

FILE = Path("data") / "pins.json"
ROLES = '[roles]\nleader = ["Trần Bình"]\nstaff = ["Nguyễn Ánh"]\n'


@pytest.fixture(autouse=True)
def office(tmp_path, monkeypatch):
    monkeypatch.setenv("SURVEY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".streamlit").mkdir()
    listed(ROLES)
    use_language("en")


@pytest.fixture
def pin(monkeypatch, capsys):
    """Run the command with this on its input; return the exit code and all that it says."""

    def pin(name: str, entered: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(entered))
        code = main(["pin", *name.split()])
        told = capsys.readouterr()
        return code, told.out + told.err

    return pin


def listed(secrets: str) -> None:
    Path(".streamlit/secrets.toml").write_text(secrets, encoding="utf-8")


def kept() -> NamePins:
    return NamePins(Path("data"))


def test_a_pin_from_standard_input_is_kept_and_never_said(pin):
    code, said = pin("trần bình", "112233\n")
    assert (code, "112233" in said, "Trần Bình has a PIN" in said) == (0, False, True)
    assert kept().is_pin("Trần Bình", "112233")


def test_the_file_is_its_owners_alone(pin):
    pin("Trần Bình", "112233")
    pin("Nguyễn Ánh", "445566")
    assert stat.S_IMODE(FILE.stat().st_mode) == 0o600
    assert list(FILE.parent.iterdir()) == [FILE]


@pytest.mark.parametrize("entered", ["", "12345", "12345a", "123 456", "１２３４５６", "1" * 65])
def test_fewer_than_six_digits_or_anything_else_is_no_pin(pin, entered):
    code, said = pin("Trần Bình", entered)
    assert (code, "6 to 64 digits" in said) == (2, True)
    assert not kept().has_pin("Trần Bình")


def test_staff_get_no_first_pin_while_no_leader_can_sign_in(pin):
    code, said = pin("Nguyễn Ánh", "445566")
    assert (code, "set the PIN of a leader first" in said) == (2, True)
    pin("Trần Bình", "112233")
    assert pin("Nguyễn Ánh", "445566")[0] == 0


def test_a_leader_who_is_no_longer_listed_is_no_leader_who_can_sign_in(pin):
    pin("Trần Bình", "112233")
    pin("Nguyễn Ánh", "445566")
    listed('[roles]\nleader = ["Lê Chi"]\nstaff = ["Nguyễn Ánh", "Dung"]\n')
    assert pin("Dung", "778899")[0] == 2


def test_a_forgotten_pin_of_staff_is_set_anew_though_no_leader_can_sign_in(pin):
    pin("Trần Bình", "112233")
    pin("Nguyễn Ánh", "445566")
    listed('[roles]\nleader = ["Lê Chi"]\nstaff = ["Nguyễn Ánh"]\n')
    code, said = pin("Nguyễn Ánh", "778899")
    assert (code, "has a new PIN" in said) == (0, True)
    assert not kept().is_pin("Nguyễn Ánh", "445566")


def test_a_leader_who_signs_in_with_a_provider_is_enough(pin):
    provider = 'client_id = "a"\nclient_secret = "b"\nserver_metadata_url = "https://id.test"\n'
    auth = f'[auth]\nredirect_uri = "https://a.test/oauth2callback"\n{provider}'
    auth += f'cookie_secret = "{"0" * 64}"\n'
    listed(auth + '[roles]\nleader = ["a@b.vn"]\nstaff = ["Nguyễn Ánh"]\n')
    assert pin("Nguyễn Ánh", "445566")[0] == 0


def test_a_name_that_is_not_listed_gets_none_and_those_that_are_are_named(pin):
    code, said = pin("Lê Chi", "112233")
    assert (code, "“Lê Chi”" in said, "Nguyễn Ánh, Trần Bình" in said) == (2, True, True)
    assert not FILE.exists()


@pytest.mark.parametrize("torn", ["", "{", '{"secret": "a", "pins": {}}', "[]", '{"pins": 1}'])
def test_a_damaged_file_is_never_written_over(pin, torn):
    FILE.parent.mkdir()
    FILE.write_text(torn)
    code, said = pin("Trần Bình", "112233")
    assert (code, "pins.json" in said) == (1, True)
    assert FILE.read_text() == torn


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminal of one's own")
@pytest.mark.parametrize(("again", "code"), [("112233", 0), ("112234", 2)])
def test_a_terminal_is_asked_twice_and_shows_nothing(again, code):
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "lib", "pin", "Trần Bình"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    for typed in ("112233", again):
        while not shown.endswith(b": "):
            shown += os.read(ours, 1000)
        os.write(ours, f"{typed}\n".encode())
        shown += b"|"
    assert run.wait(30) == code
    assert b"1122" not in shown
    assert kept().has_pin("Trần Bình") is (code == 0)
    os.close(ours)
