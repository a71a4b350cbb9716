"""A table of a document: a header that is repeated on every page, joined where it has groups.

Written as WordprocessingML and parsed once: put together cell by cell through python-docx, the
tables of one report took three quarters of a second of the server's time.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from markupsafe import escape

from lib.reports.official_paper import unbroken_words
from lib.reports.table_head import TableHead, has_groups, head_spans
from lib.reports.xml_words import xml_words

_WHOLE = 20  # rows that are not to be cut by the end of a page
_TWIP = 635  # English Metric Units
# between the style and the grid: little room beside the words, so that many columns fit
_FORM = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
    '<w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="30" w:type="dxa"/><w:right w:w="30" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0"'
    ' w:noVBand="1" w:val="04A0"/></w:tblPr>'
)


class _Letters(NamedTuple):
    """How the words of a row are written; `kept` on the page of the row that follows."""

    size: int  # points
    bold: bool
    kept: bool

    def paragraph(self, words: str, *, centred: bool) -> str:
        """Return the paragraph of a cell; a new line in the words is one in the cell."""
        lines = unbroken_words(xml_words(words)).split("\n")
        text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
        return (
            f"<w:p><w:pPr>{'<w:keepNext/>' if self.kept else ''}"
            f'<w:spacing w:after="0"/><w:jc w:val="{"center" if centred else "left"}"/></w:pPr>'
            f"<w:r><w:rPr>{'<w:b/>' if self.bold else ''}"
            f'<w:sz w:val="{self.size * 2}"/></w:rPr>{text}</w:r></w:p>'
        )


def add_document_table(
    paper: Document,
    heads: Sequence[TableHead],
    rows: Sequence[Sequence[str]],
    width: Length,
    size: int = 12,
    last_bold: bool = False,
) -> None:
    """Add a table as wide as this, letters of so many points."""
    whole = sum(head.width for head in heads)
    widths = [round(width * head.width // whole / _TWIP) for head in heads]
    kept = len(rows) - 1 if len(rows) <= _WHOLE else 0
    lines = [*_header(heads, widths, _Letters(size, bold=True, kept=bool(rows)))]
    for at, row in enumerate(rows):
        letters = _Letters(size, last_bold and row is rows[-1], at < kept)
        lines.append(_row(heads, widths, row, letters))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    inside = f"{_FORM}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}"
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{inside}</w:tbl>")
    paper.element.body.insert_element_before(table, "w:sectPr")


def _row(
    heads: Sequence[TableHead], widths: Sequence[int], values: Sequence[str], letters: _Letters
) -> str:
    return _line(
        _cell(width, letters.paragraph(value, centred=bool(head.number)))
        for head, width, value in zip(heads, widths, values, strict=True)
    )


def _header(heads: Sequence[TableHead], widths: Sequence[int], letters: _Letters) -> Iterator[str]:
    """Yield the header's rows: groups above, and what has no group joined over both."""
    two = has_groups(heads)
    upper = (
        _title(
            group or heads[first].title,
            sum(widths[first : last + 1]),
            letters,
            f'<w:gridSpan w:val="{last - first + 1}"/>' if last > first else "",
            '<w:vMerge w:val="restart"/>' if two and not group else "",
        )
        for group, first, last in head_spans(heads)
    )
    yield _line(upper, "<w:tblHeader/>")
    if two:
        lower = (
            _title(head.title, width, letters)
            if head.group
            else _cell(width, "<w:p/>", "<w:vMerge/>")
            for head, width in zip(heads, widths, strict=True)
        )
        yield _line(lower, "<w:tblHeader/>")


def _line(cells: Iterable[str], form: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{form}</w:trPr>{''.join(cells)}</w:tr>"


def _title(words: str, width: int, letters: _Letters, *joined: str) -> str:
    """Return a cell of the header, joined with its neighbours as it says."""
    form = "".join((*joined, '<w:vAlign w:val="center"/>'))
    return _cell(width, letters.paragraph(words, centred=True), form)


def _cell(width: int, inside: str, form: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{form}</w:tcPr>{inside}</w:tc>'
