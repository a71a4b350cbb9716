"""Every file that an office takes along, held against the schemas of Word and Excel."""

import functools
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from lib.movement.register_records import Register
from lib.papers import SurveyPapers
from lib.reports.case_files import activity_xlsx, cases_xlsx
from lib.reports.handling_slip import handling_slip_docx
from lib.reports.movement_report import movement_report_docx
from lib.reports.movement_workbook import movement_xlsx
from lib.reports.paper_issuer import Issuer
from lib.reports.register_template import register_template_xlsx
from tests.lib.analysis.made import Row, responses
from tests.lib.reports.movement import ABOUT, REGISTER, covered, long_register, summed
from tests.lib.reports.survey import HEAD, made
from tests.lib.reports.test_case_files import WORKED, local

MANY = responses(Row("S" * 37, 40, commune="a"), Row("D" * 37, 40, commune="b"))
OFFICE = Issuer(
    "UBND xã Xuân Đông", "UBND thành phố Đồng Nai", "UBND", ("Chủ tịch",), ("Đảng ủy xã",)
)
PAPERS: dict[str, Callable[[], SurveyPapers]] = {
    "one commune": lambda: made("2022-Q4", "xuan-tay"),
    "everything": made,
    "37 questions": lambda: made(responses=MANY),
    "no response": lambda: made("2019"),
    "a viewer's": lambda: made("2026-Q3", viewer=True),
}


def register(of: Register) -> bytes:
    return movement_report_docx(of, summed(of), covered(of), ABOUT, OFFICE)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{name: lambda of=of: of().report() for name, of in PAPERS.items()},
    "the register's": lambda: register(REGISTER),
    "a long register's": lambda: register(long_register(100)),
    "a case's": lambda: handling_slip_docx(WORKED, OFFICE, HEAD),
}
BOOKS: dict[str, Callable[[], bytes]] = {
    **{name: lambda of=of: of().book() for name, of in PAPERS.items()},
    "the register's": lambda: movement_xlsx(REGISTER, summed(), ABOUT),
    "an empty register": register_template_xlsx,
    "cases": lambda: cases_xlsx([WORKED], ["Dữ liệu mẫu"], local),
    "who did what": lambda: activity_xlsx([], [], local),
}


THOROUGH = ("everything", "one commune", "a viewer's", "a long register's")  # more of a kind


def of_each_kind(files: dict[str, Callable[[], bytes]]) -> list[object]:
    """Return the names of these files, those of a kind that another has marked."""
    deep = pytest.mark.thorough
    return [pytest.param(name, marks=deep if name in THOROUGH else ()) for name in files]


@functools.cache
def written(name: str) -> bytes:
    """Return a document, made once."""
    return DOCUMENTS[name]()


def errors(content: bytes, file: Path) -> list[str]:
    file.write_bytes(content)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    return [f"{one.part_uri} {one.path}: {one.description}" for one in found.errors]


@pytest.mark.parametrize("name", of_each_kind(DOCUMENTS))
def test_words_schema_finds_no_fault(name, tmp_path):
    assert errors(written(name), tmp_path / "paper.docx") == []


@pytest.mark.parametrize("name", of_each_kind(BOOKS))
def test_excels_schema_finds_no_fault(name, tmp_path):
    assert errors(BOOKS[name](), tmp_path / "book.xlsx") == []


def test_what_stands_in_the_wrong_order_is_found(tmp_path):
    content = written("no response")
    parts = zipfile.ZipFile(io.BytesIO(content))
    words = parts.read("word/document.xml").decode()
    start, end = words.index("<w:pgNumType"), words.rindex("</w:sectPr>")
    number = words[start : words.index("/>", start) + 2]
    moved = words[:start] + words[start + len(number) : end] + number + words[end:]
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as out:
        for part in parts.namelist():
            changed = part == "word/document.xml"
            out.writestr(part, moved if changed else parts.read(part))
    assert "pgNumType" in " ".join(errors(broken.getvalue(), tmp_path / "paper.docx"))


@pytest.mark.parametrize("name", of_each_kind(DOCUMENTS))
def test_a_paper_names_no_maker_and_is_in_vietnamese(name):
    parts = zipfile.ZipFile(io.BytesIO(written(name)))
    about = parts.read("docProps/core.xml").decode()
    assert "python-docx" not in about
    assert 'w:lang w:val="vi-VN"' in parts.read("word/styles.xml").decode()
    assert "docProps/thumbnail.jpeg" not in parts.namelist()
