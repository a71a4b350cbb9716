"""A kept file is the old one or the new one, and what is torn is never written over."""

import stat
import sys
from pathlib import Path

import pytest

from lib.kept_files import lies_aside, set_aside, write_atomically


def test_a_file_that_could_not_be_written_whole_leaves_the_old_one_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    def fill(beside: Path) -> None:
        beside.write_text("hal", encoding="utf-8")
        raise PermissionError

    file = tmp_path / "kept.json"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(PermissionError):
        write_atomically(file, fill)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [
        ("kept.json", "old")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_private_is_so_before_anything_stands_in_it(tmp_path: Path) -> None:
    modes = []
    (tmp_path / "kept.json.new").write_text("of a process that was killed", encoding="utf-8")

    def fill(beside: Path) -> None:
        modes.append((stat.S_IMODE(beside.stat().st_mode), beside.read_text("utf-8")))

    write_atomically(tmp_path / "kept.json", fill, private=True)
    assert modes == [(0o600, "")]


def test_what_is_set_aside_stays_whole_under_another_name(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    assert not lies_aside(file)
    for text in ("torn", "torn again"):
        file.write_text(text, encoding="utf-8")
        set_aside(file)
    assert not file.exists()
    assert lies_aside(file)
    aside = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert aside == {"kept.json.unreadable": "torn", "kept.json.unreadable-2": "torn again"}
