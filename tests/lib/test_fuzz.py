"""Whatever bytes a file holds: `check` ends with a reading or with one sentence."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lib.__main__ import main

CSV = (
    "Dấu thời gian,Có hài lòng không?,Góp ý\r\n"
    '13/02/2023 08:00:00,Hài lòng,"Chờ, ""lâu"""\r\n'
    "8h30 14/2/2023,Không hài lòng,\r\n"
).encode()


def xlsx() -> bytes:
    """Return the same form as a workbook, in which the times are numbers."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        tab = book.add_worksheet()
        tab.write_row(0, 0, ["Dấu thời gian", "Có hài lòng không?", "Góp ý"])
        tab.write_row(1, 0, [44970.5, "Hài lòng", "Chờ lâu"])
    return file.getvalue()


XLSX = xlsx()
with zipfile.ZipFile(io.BytesIO(XLSX)) as _book:
    PARTS = {
        name: _book.read(name) for name in _book.namelist() if name.endswith((".xml", ".rels"))
    }
few = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Return whether `check` ends on these bytes as it promises."""
    monkeypatch.setenv("SURVEY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "form"

    def ends(data: bytes) -> bool:
        file.write_bytes(data)
        code = main(["check", str(file), "--json"])
        said = json.loads(capsys.readouterr().out)
        return code == 0 or (code == 1 and list(said["error"]) == ["code", "text"])

    return ends


def cells() -> st.SearchStrategy[str]:
    """Return what stands in cells: words, times, numbers, and anything that can be typed."""
    known = st.sampled_from(
        ["13/02/2023 08:00:00", "5 thg 3, 2023 8h", "Hài lòng", "4", "a; b", "Khác: x", "=1", ""]
    )
    return known | st.text(st.characters(codec="utf-8"), max_size=12)


@few
@given(st.binary(max_size=300))
@example(b"\0")
@example(b"\xff\xfe")
@example(b"PK\x03\x04")
@example(b"\xd0\xcf\x11\xe0")
def test_any_bytes(ends, data: bytes) -> None:
    assert ends(data)


@few
@given(st.lists(st.lists(cells(), max_size=5), max_size=8), st.sampled_from(",;\t"))
@example([["\u200b", ""]], "\t")
def test_any_cells(ends, rows: list[list[str]], separator: str) -> None:
    assert ends(CSV + "\r\n".join(separator.join(row) for row in rows).encode())


@few
@given(st.lists(st.lists(cells(), min_size=1, max_size=5), min_size=1, max_size=8))
def test_any_table(ends, rows: list[list[str]]) -> None:
    assert ends("\n".join(",".join(row) for row in rows).encode())


@few
@given(st.data(), st.sampled_from([CSV, XLSX]))
def test_a_form_cut_short_and_with_foreign_bytes(ends, data: st.DataObject, form: bytes) -> None:
    changed = bytearray(form[: data.draw(st.integers(0, len(form)))])
    for _ in range(data.draw(st.integers(0, 4)) if changed else 0):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends(bytes(changed))


@few
@given(st.data(), st.sampled_from(sorted(PARTS)))
def test_a_workbook_with_foreign_bytes(ends, data: st.DataObject, part: str) -> None:
    changed = bytearray(PARTS[part])
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert ends(zipped({**PARTS, part: bytes(changed)}))


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return the workbook of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return file.getvalue()
