"""What people type into every field reaches every paper, and costs no office its paper."""

import dataclasses
import enum
import io
import zipfile

import pytest
from lxml import etree

from lib.movement.register_records import Register
from lib.papers import SurveyPapers
from lib.reports.case_files import activity_xlsx, cases_xlsx
from lib.reports.handling_slip import handling_slip_docx
from lib.reports.movement_report import movement_report_docx
from lib.reports.movement_workbook import movement_xlsx
from lib.reports.paper_issuer import Issuer
from lib.reports.xml_words import xml_words
from tests import small_form
from tests.lib.reports.movement import ABOUT, REGISTER, covered, summed
from tests.lib.reports.survey import HEAD, made
from tests.lib.reports.test_case_files import WORKED, local
from tests.lib.survey.tables import survey, table

NO_LETTERS = "\ufffe\uffff\x00\x0b\x1b\x1f\ud800\udfff"
MARK = f"«{NO_LETTERS}»"


def with_no_letters(thing):
    """Return the same with what no document may contain in each of its texts."""
    if isinstance(thing, enum.Enum):
        return thing
    if isinstance(thing, str):
        return thing + MARK
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return tuple(map(with_no_letters, thing))
    if isinstance(thing, dict):
        return {with_no_letters(name): with_no_letters(value) for name, value in thing.items()}
    if dataclasses.is_dataclass(thing):
        told = {f.name: getattr(thing, f.name) for f in dataclasses.fields(thing) if f.init}
        return dataclasses.replace(thing, **{n: with_no_letters(v) for n, v in told.items()})
    return thing


def papers() -> SurveyPapers:
    header, *rows = small_form.rows(n=40)
    columns = {
        header[at] + MARK if at else header[at]: [
            row[at] if at in (0, 1, 2) else row[at] and f"{row[at]} {MARK}" for row in rows
        ]
        for at in range(len(header))
    }
    return made(responses=survey(table(columns)))


def worked(event):
    """Return the event with such texts in whatever somebody typed."""
    typed = {n: v if n == "outcome" else v + MARK for n, v in event.fields.items()}
    who, texts = event.who + MARK, with_no_letters(dict(event.texts))
    return dataclasses.replace(event, who=who, fields=typed, texts=texts)


REGISTERED: Register = with_no_letters(REGISTER)
CASE = dataclasses.replace(
    WORKED,
    response=with_no_letters(WORKED.response),
    case=dataclasses.replace(
        WORKED.case,
        code=with_no_letters(WORKED.case.code),
        events=tuple(map(worked, WORKED.case.events)),
    ),
)
ISSUER = Issuer(*with_no_letters(("UBND xã", "UBND thành phố", "UBND", ("Chủ tịch",), ("Đảng",))))
FILES = {
    "a case's slip": lambda: handling_slip_docx(CASE, ISSUER, HEAD),
    "cases": lambda: cases_xlsx([CASE], [MARK], local),
    "who did what": lambda: activity_xlsx(CASE.case.events, [MARK], local),
    "the survey's report": lambda: papers().report(),
    "the survey's book": lambda: papers().book(),
    "the register's report": lambda: movement_report_docx(
        REGISTERED, summed(REGISTERED), covered(REGISTERED), with_no_letters(ABOUT), ISSUER
    ),
    "the register's book": lambda: movement_xlsx(REGISTERED, summed(REGISTERED), ABOUT),
}


@pytest.mark.parametrize("name", FILES)
def test_what_no_document_may_contain_leaves_each_file_whole_and_its_words_in_it(name):
    parts = zipfile.ZipFile(io.BytesIO(FILES[name]()))
    texts = [parts.read(part) for part in parts.namelist() if part.endswith((".xml", ".rels"))]
    for text in texts:
        etree.fromstring(text)
    words = "".join(text.decode() for text in texts)
    assert "«" in words
    assert "_xFFFE_" not in words


def test_letters_of_every_script_stay_and_so_do_lines():
    said = "Ấp 7\n\tđường 𠮷 – 👍🏽 \x85\ufffd"
    assert xml_words(said) == said
