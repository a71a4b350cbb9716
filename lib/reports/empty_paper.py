"""An empty paper of an office: page, letters and page numbers by Nghị định 30/2020/NĐ-CP.

What is written on it bears Word's own styles, so that an office edits it as any of its papers.
"""

from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import register_element_cls
from docx.oxml.text.run import CT_R
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from lib.reports.xml_words import xml_words

_FONT = "Times New Roman"
BODY_STYLE = "Body Text"
TABLE_STYLES = ("TableNormal", "TableGrid")  # what every table is, and one with lines
_LANGUAGE = "vi-VN"  # or Word underlines every word
_STYLES = (
    ("Normal", 13, False),
    (BODY_STYLE, 13, False),
    ("Heading 1", 13, True),
    ("Heading 2", 13, True),
    ("Title", 14, True),
    ("Subtitle", 14, True),
    ("Header", 13, False),
    ("Caption", 12, True),
)
# Of python-docx's template: styles for Word 2007, which contradict ours, and a picture of a page.
_LEFT_OUT = ("/stylesWithEffects", "/thumbnail")


class _CleanRun(CT_R):
    """A run of letters, through which python-docx writes whatever is written: cleaned here."""

    def __setattr__(self, name: str, value: Any) -> None:  # noqa: ANN401
        super().__setattr__(name, xml_words(value) if name == "text" else value)


register_element_cls("w:r", _CleanRun)


def empty_paper() -> Document:
    """Return an empty A4 paper with the decree's margins, fonts and page numbers."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    for name, size, bold in _STYLES:
        _style(made, name, size, bold=bold)
    body = _styled(made, BODY_STYLE).paragraph_format
    body.alignment, body.first_line_indent = ALIGN.JUSTIFY, Cm(1)
    body.line_spacing = 1.15
    _numbered(section)
    _own(made)
    return made


def _style(made: Document, name: str, size: int, *, bold: bool) -> None:
    style = _styled(made, name)
    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold, style.font.italic = bold, False
    # Word takes the letters with diacritics from the font named for East Asia otherwise
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), _FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    style.paragraph_format.space_before = Pt(6 if name.startswith("Heading") else 0)
    style.paragraph_format.space_after = Pt(0 if name in {"Title", "Subtitle"} else 6)
    if name in {"Title", "Subtitle", "Header", "Caption"}:
        style.paragraph_format.alignment = ALIGN.CENTER
    for ornament in style.element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing | w:rPr/w:kern"):
        ornament.getparent().remove(ornament)


def _styled(made: Document, name: str) -> ParagraphStyle:
    style = made.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _numbered(section: Section) -> None:
    """Number the pages in the middle of the top margin, save the first."""
    section.different_first_page_header_footer = True
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    section.header.paragraphs[0]._p.append(number)


def _own(made: Document) -> None:
    """Leave nothing of the template that is not the office's: language, maker, looks, pictures."""
    for look in made.styles.element.xpath("w:style[@w:type='table']"):
        # some hundred, each walked for every paragraph that is written
        if look.get(qn("w:styleId")) not in TABLE_STYLES:
            made.styles.element.remove(look)
    for language in made.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), _LANGUAGE)
    for zoom in made.settings.element.xpath("w:zoom"):
        zoom.set(qn("w:percent"), "100")  # required, and absent
    about = made.core_properties
    about.author, about.comments, about.language = "", "", _LANGUAGE
    for relations in (made.part.rels, made.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                del relations[name]
