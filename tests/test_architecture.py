"""The folders carry the architecture: an import that the drawing does not have fails here."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEAVES = {"errors", "settings", "wording", "table", "roles", "kept_files", "office_clock"}
ARROWS = {
    "sources": LEAVES,
    "survey": LEAVES,
    "sample": LEAVES | {"journal"},
    "analysis": LEAVES | {"survey"},
    "movement": {"errors", "wording", "table", "survey"},
    "journal": LEAVES | {"sources"},
    "evidence": LEAVES | {"survey", "journal"},
    "followup": LEAVES | {"survey", "analysis", "journal"},
    "reports": LEAVES | {"survey", "analysis", "followup", "journal", "movement"},
    "server": LEAVES | {"sources", "journal"},
    "office": LEAVES | {"sources", "survey", "movement", "sample"},
    "desk": LEAVES | {"sources", "survey", "journal", "followup", "evidence", "office", "sample"},
    "papers": LEAVES | {"survey", "analysis", "followup", "reports", "desk", "office"},
    "notify": LEAVES | {"survey", "journal", "followup", "desk"},
    "ui": LEAVES
    | {"sources", "survey", "analysis", "reports", "server", "office"}
    | {"journal", "followup", "evidence", "desk", "notify", "movement", "papers"},
    "__main__": LEAVES
    | {"sources", "survey", "journal", "evidence", "desk", "office", "movement"}
    | {"report_command"},
    "report_command": LEAVES | {"survey", "papers"},
    "starting": set(),
    "roles": {"errors", "settings", "wording"},
    "errors": {"wording"},
    "settings": {"errors", "wording"},
    "wording": set(),
    "table": set(),
    "kept_files": {"errors", "wording"},
    "office_clock": set(),
    "__init__": set(),
}
ONLY_IN = {
    "gspread": {
        "lib/sources/google.py",
        "lib/sources/spreadsheet.py",
        "lib/sources/sheet.py",
        "lib/sources/tabs.py",
        "lib/sources/own_tabs.py",
    },
    "apprise": {"lib/notify/channel.py"},
    "plotly": {"lib/ui/charts.py", "lib/ui/movement/charts.py"},
    "xlsxwriter": {
        "lib/reports/workbook.py",
        "lib/reports/printed.py",
        "lib/reports/register_template.py",
    },
    "docx": {
        "lib/reports/empty_paper.py",
        "lib/reports/official.py",
        "lib/reports/handling_slip.py",
        "lib/reports/movement_report.py",
        "lib/reports/survey_report.py",
        "lib/reports/document_table.py",
    },
    "PIL": {"lib/reports/drawn.py"},
}
PURE = (
    *("survey", "analysis", "movement", "sources", "journal", "evidence"),
    *("followup", "reports", "sample", "notify"),
)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "lib" and len(parts) > 1 else None


CODE = sorted([*ROOT.glob("lib/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"])


@pytest.mark.parametrize("path", sorted(ROOT.glob("lib/**/*.py")), ids=lambda p: p.stem)
def test_a_room_imports_only_what_the_drawing_allows(path: Path) -> None:
    inside = path.relative_to(ROOT / "lib").parts[0].removesuffix(".py")
    used = {room(name) for name in imports(path)} - {None, inside}
    assert used <= ARROWS[inside]


@pytest.mark.parametrize(("library", "places"), ONLY_IN.items())
def test_a_library_behind_one_file_is_imported_there_alone(library: str, places: set[str]) -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in CODE
        if any(name.split(".")[0] == library for name in imports(path))
    }
    assert found <= places


def test_only_the_screen_knows_streamlit() -> None:
    found = [
        path.name
        for room in PURE
        for path in ROOT.glob(f"lib/{room}/**/*.py")
        if any(name.split(".")[0] == "streamlit" for name in imports(path))
    ]
    assert found == []


def test_every_library_that_we_import_is_named_with_its_reason() -> None:
    named = {
        line.split("==")[0].replace("-", "_")
        for line in (ROOT / "requirements.in").read_text().splitlines()
        if "==" in line
    }
    known = named | {"google", "python_calamine", "dateutil", "docx", "PIL", "lib", "pages"}
    used = {name.split(".")[0] for path in CODE for name in imports(path)}
    assert used - known <= sys.stdlib_module_names


@pytest.mark.parametrize("path", sorted(ROOT.glob("pages/*.py")), ids=lambda p: p.stem)
def test_a_page_draws_and_does_not_read(path: Path) -> None:
    assert {room(name) for name in imports(path)} - {None} <= {"ui", "wording"}


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_what_others_may_use_says_what_it_promises(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    named = [(path.name, module), *((node.name, node) for node in public(module))]
    assert [name for name, node in named if not ast.get_docstring(node)] == []


def public(body: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield the public functions, classes and methods of a module."""
    for node in body.body:
        kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("path", sorted(ROOT.glob("lib/**/*.py")), ids=lambda p: p.stem)
def test_a_file_is_short_enough_to_be_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_a_pages_stem_is_its_address() -> None:
    assert [path.name for path in CODE if "url_path=" in path.read_text(encoding="utf-8")] == []
    assert all(path.stem.isascii() for path in ROOT.glob("pages/*.py"))
