"""The sample's survey for tests of papers, read once."""

import datetime as dt
import functools
import io
from pathlib import Path

import docx
from docx.document import Document
from python_calamine import CalamineWorkbook

from lib.analysis.disclosure import Disclosure
from lib.desk import Desk
from lib.office import Office
from lib.papers import PaperReading, SurveyPapers, selection_papers
from lib.sample_desk import sample_desk
from lib.settings import Letterhead, Settings
from lib.survey.model.periods import parse_period
from lib.survey.responses import Responses
from lib.survey.selection import Selection

READ_AT = dt.datetime(2026, 11, 26, 8, 5)
HEAD = "226-3f2a9c5e1b7d4f60a1b2c3d4e5f60718"
SETTINGS = Settings((), (), None, Path("data"))


@functools.cache
def sample() -> tuple[Responses, Desk]:
    office = Office.open(SETTINGS, Path(".streamlit"))
    responses = office.read([source.read() for source in office.sources])
    return responses, sample_desk(responses, office.clock)


def made(
    ky: str = "",
    *communes: str,
    viewer: bool = False,
    letterhead: Letterhead = SETTINGS.letterhead,
    responses: Responses | None = None,
    **chosen: object,
) -> SurveyPapers:
    """Return the papers of the sample, or of these responses without any work on them."""
    of, desk = (responses, None) if responses else sample()
    told = Settings((), (), None, Path("data"), letterhead=letterhead)
    period = parse_period(ky) if ky else None
    selection = Selection(period, communes, **chosen)  # type: ignore[arg-type]
    reading = PaperReading(of, READ_AT, HEAD, responses is None)
    if viewer:
        may = Disclosure(of).may
        return selection_papers(reading, selection, told, desk=None, may=may, totals_only=True)
    return selection_papers(reading, selection, told, desk=desk)


def document(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def words(paper: Document) -> str:
    return plain("\n".join(line.text for line in paper.paragraphs))


def cells(paper: Document) -> str:
    return plain("\n".join(c.text for t in paper.tables for r in t.rows for c in r.cells))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def rows(paper: Document, title: str) -> list[list[str]]:
    """Return the last table below this title, its header left out where it has one row."""
    body = list(paper.element.body)
    at = max(n for n, one in enumerate(body) if one.tag.endswith("}p") and _text(one) == title)
    table = next(t for t in paper.tables if t._tbl is body[at + 1])
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _text(paragraph: object) -> str:
    return "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))  # type: ignore[attr-defined]
