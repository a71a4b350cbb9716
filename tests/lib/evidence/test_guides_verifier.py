"""The program in the guide, which knows nothing of ours, tells altered rows from others."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lib.evidence.ledger_file import ledger_file_text
from tests.lib.evidence.sheets import LEVELS, Office, row

GUIDE = Path(__file__).parents[3] / "docs" / "ledger-format.md"


@pytest.fixture
def office() -> Office:
    """An office whose sheet was read twice; `head` is what it printed then."""
    office = Office()
    office.look()
    office.rows.append(row(70, "thêm"))
    office.look()
    office.head = str(office.evidence.ledger.head)
    return office


def checked(office: Office, folder: Path, **changed: object) -> subprocess.CompletedProcess[str]:
    """Run the guide's program over the rows as they stand, the file changed by hand."""
    [program] = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    rows = [
        {
            "time": line[0].isoformat(),
            "answers": dict(zip(office.headers[1:], line[1:], strict=True)),
        }
        for line in office.rows
    ]
    ledger = json.loads(ledger_file_text(office.store.sealed(), None)) | changed
    for name, text in {
        "verifier.py": program,
        "ledger.json": json.dumps(ledger),
        "rows.json": json.dumps(rows),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-I", "verifier.py", office.head, "ledger.json", "rows.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_rows_that_nobody_altered_are_those_of_then(office, tmp_path):
    ended = checked(office, tmp_path)
    assert (ended.returncode, ended.stdout[:25]) == (0, "7 rows are those of then;")


def test_an_altered_a_removed_and_an_added_row_are_told(office, tmp_path):
    office.rows[2][1] = LEVELS[0]
    del office.rows[3]
    office.rows.append(row(90, "chèn"))
    ended = checked(office, tmp_path)
    assert ended.returncode == 1
    assert re.findall(r"\d+", ended.stdout) == ["5", "2", "2"]


def test_rows_are_checked_by_the_words_of_then_though_headers_and_file_were_exchanged(
    office, tmp_path
):
    told = json.loads(ledger_file_text(office.store.sealed(), None))
    one, two = office.headers[1:]
    false = {
        number: text.replace(one, "#").replace(two, one).replace("#", two)
        for number, text in told["contexts"].items()
    }
    office.headers[1:] = two, one
    assert checked(office, tmp_path).returncode == 1
    ended = checked(office, tmp_path, contexts=false)
    assert (ended.returncode, "Nothing proves" in ended.stderr) == (1, True)


def test_a_line_taken_from_under_the_head_is_told(office, tmp_path):
    lines = json.loads(ledger_file_text(office.store.sealed(), None))["lines"]
    ended = checked(office, tmp_path, lines=lines[:-2] + lines[-1:])
    assert (ended.returncode, "not the log" in ended.stderr) == (1, True)
