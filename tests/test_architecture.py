"""The folders carry the architecture: an import that the drawing does not have fails here."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEAVES = {"errors", "settings", "wording", "source_table", "roles", "kept_files", "office_clock"}
LEAVES |= {"format_versions"}
ARROWS = {
    "sources": LEAVES,
    "survey": LEAVES,
    "sample": LEAVES | {"journal"},
    "analysis": LEAVES | {"survey"},
    "movement": {"errors", "wording", "source_table", "survey"},
    "journal": LEAVES | {"sources"},
    "evidence": LEAVES | {"survey", "journal"},
    "followup": LEAVES | {"survey", "analysis", "journal"},
    "reports": LEAVES | {"survey", "analysis", "followup", "journal", "movement"},
    "server": LEAVES | {"sources", "journal"},
    "office": LEAVES | {"sources", "survey", "movement", "sample"},
    "desk": LEAVES | {"sources", "survey", "journal", "followup", "evidence", "office"},
    "sample_desk": LEAVES | {"survey", "journal", "followup", "desk", "sample"},
    "papers": LEAVES
    | {"survey", "analysis", "followup", "reports", "desk", "office", "sample_desk"},
    "setup": LEAVES | {"sources", "survey", "reports", "journal"},
    "notify": LEAVES | {"survey", "journal", "followup", "desk"},
    "ui": LEAVES
    | {"sources", "survey", "analysis", "reports", "server", "office"}
    | {"journal", "followup", "evidence", "desk", "notify", "movement", "papers", "sample_desk"}
    | {"setup"},
    "__main__": LEAVES
    | {"analysis", "sources", "survey", "journal", "evidence", "desk", "office", "movement"}
    | {"report_command", "pin_command"},
    "pin_command": LEAVES | {"server"},
    "report_command": LEAVES | {"survey", "papers"},
    "starting": set(),
    "roles": {"errors", "settings", "wording"},
    "errors": {"wording"},
    "settings": {"errors", "wording"},
    "wording": set(),
    "source_table": set(),
    "kept_files": {"errors", "wording"},
    "office_clock": set(),
    "format_versions": {"errors", "kept_files", "office_clock", "wording"},
    "__init__": set(),
}
ONLY_IN = {
    "gspread": {
        "lib/sources/google_client.py",
        "lib/sources/google_spreadsheet.py",
        "lib/sources/form_sheet.py",
        "lib/sources/tabbed_sources.py",
        "lib/sources/own_tabs.py",
    },
    "cryptography": {"lib/server/name_pins.py"},
    "apprise": {"lib/notify/apprise_channel.py"},
    "plotly": {"lib/ui/pieces/charts.py"},
    "xlsxwriter": {
        "lib/setup/kept_source.py",
        "lib/reports/safe_workbook.py",
        "lib/reports/printed_book.py",
        "lib/reports/register_template.py",
    },
    "docx": {
        "lib/reports/empty_paper.py",
        "lib/reports/official_paper.py",
        "lib/reports/handling_slip.py",
        "lib/reports/movement_report.py",
        "lib/reports/survey_report.py",
        "lib/reports/document_table.py",
    },
    "PIL": {"lib/reports/drawing_paper.py"},
    "markdown_it": {"lib/ui/tro_giup/guide_pages.py", "lib/ui/tro_giup/guide_html.py"},
}
STREAMLIT_INTERNALS = "lib/server/streamlit_internals.py"
INNER_PARTS = ("streamlit.runtime", "streamlit.web", "streamlit.delta_generator")
INNER_NAMES = ("streamlit.__file__", 'files("streamlit")', "_stcore", "_streamlit_user")
PURE = (
    *("survey", "analysis", "movement", "sources", "journal", "evidence"),
    *("followup", "reports", "sample", "notify"),
)


def imports(path: Path) -> Iterator[str]:
    """Yield every name that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "lib" and len(parts) > 1 else None


LIB = sorted(ROOT.glob("lib/**/*.py"))
PAGES = sorted(ROOT.glob("pages/*.py"))
CODE = [*LIB, *PAGES, ROOT / "app.py"]
IMPORTED = {str(path.relative_to(ROOT)): set(imports(path)) for path in CODE}
LIBRARIES = {path: {name.split(".")[0] for name in used} for path, used in IMPORTED.items()}


def allowed(path: str) -> set[str | None]:
    """Return the rooms that a file may import from; a page draws and does not read."""
    top, *inner = Path(path).parts
    if top == "pages":
        return {"ui", "wording"}
    inside = inner[0].removesuffix(".py")
    return {inside, *ARROWS[inside]}


def test_a_room_imports_only_what_the_drawing_allows() -> None:
    drawn = [path for path in IMPORTED if path != "app.py"]
    used = {path: {room(name) for name in IMPORTED[path]} - {None} for path in drawn}
    assert {path: used[path] - allowed(path) for path in drawn if used[path] - allowed(path)} == {}


def test_a_library_is_imported_where_it_belongs_and_named_with_its_reason() -> None:
    astray = [
        (path, library)
        for path, used in LIBRARIES.items()
        for library in used
        if path not in ONLY_IN.get(library, {path})
        or (library == "streamlit" and path.startswith(tuple(f"lib/{room}/" for room in PURE)))
    ]
    assert astray == []
    named = {
        line.split("==")[0].replace("-", "_")
        for line in (ROOT / "requirements.in").read_text().splitlines()
        if "==" in line
    }
    known = named | {
        "google",
        "markdown_it",
        "python_calamine",
        "dateutil",
        "docx",
        "PIL",
        "lib",
        "pages",
    }
    assert set().union(*LIBRARIES.values()) - known <= sys.stdlib_module_names


def test_streamlits_inside_is_touched_in_one_file() -> None:
    """The command alone calls Streamlit's own command beside it."""
    astray = [
        (path, name)
        for path, used in IMPORTED.items()
        for name in used
        if name.startswith(INNER_PARTS) and (path, name) != ("lib/starting.py", "streamlit.web.cli")
    ]
    astray += [
        (str(path.relative_to(ROOT)), name)
        for path in CODE
        for name in INNER_NAMES
        if name in path.read_text(encoding="utf-8")
    ]
    assert {path for path, _ in astray} == {STREAMLIT_INTERNALS}, astray


def test_what_others_may_use_says_what_it_promises() -> None:
    silent = []
    for path in CODE:
        module = ast.parse(path.read_text(encoding="utf-8"))
        named = [("", module), *((node.name, node) for node in public(module))]
        silent += [f"{path.name} {name}" for name, node in named if not ast.get_docstring(node)]
    assert silent == []


def public(body: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield the public functions, classes and methods of a module."""
    for node in body.body:
        kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def test_a_file_is_short_enough_to_be_read_at_once() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in LIB}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_a_pages_stem_is_its_address() -> None:
    assert [path.name for path in CODE if "url_path=" in path.read_text(encoding="utf-8")] == []
    assert [path.name for path in PAGES if not path.stem.isascii()] == []


def test_a_name_is_found_by_search() -> None:
    """Public names stand in one module each and are mostly of two words or more; files, too."""
    where: dict[str, set[str]] = {}
    for path in LIB:
        module = ast.parse(path.read_text(encoding="utf-8"))
        for name in top_level_names(module):
            where.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    shared = {name: sorted(files) for name, files in where.items() if len(files) > 1}
    one_word = [name for name in where if "_" not in name and not any(map(str.isupper, name[1:]))]
    files = [path.name for path in LIB if path.name not in ("__init__.py", "page.py")]
    assert shared == {}
    assert len(one_word) <= 0.1 * len(where)
    assert sorted({name for name in files if files.count(name) > 1}) == []


def top_level_names(module: ast.Module) -> Iterator[str]:
    """Yield the public functions, classes and constants at a module's top."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names = [node.name]
        else:
            targets = getattr(node, "targets", [getattr(node, "target", None)])
            names = [target.id for target in targets if isinstance(target, ast.Name)]
        yield from (name for name in names if not name.startswith("_"))
