"""Small surveys written as csv and read as the product reads them, and HTML to look into."""

import csv
from xml.etree import ElementTree

from lib.survey.describe.survey_description import parse_description
from lib.survey.responses import Responses
from tests.lib.survey.tables import survey, table


def responses(text: str, described: str = "") -> Responses:
    """Return the responses of a csv; `described` is the content of a survey.toml."""
    headers, *rows = csv.reader(text.strip().splitlines())
    cells = dict(zip(headers, zip(*rows, strict=True), strict=True))
    return survey(table(cells), description=parse_description(described, "survey.toml"))


def parsed(html: str) -> ElementTree.Element:
    """Return the elements of a piece of HTML; it must be balanced."""
    strict = str(html).replace("<a data-go ", "<a ").replace("<br>", "<br/>")
    return ElementTree.fromstring(f"<html>{strict}</html>")


def words(element: ElementTree.Element) -> str:
    """Return the text that a reader of the element meets."""
    return "".join(element.itertext())


def named(html: str, kind: str) -> list[ElementTree.Element]:
    """Return the elements that bear this class, in their order."""
    return [e for e in parsed(html).iter() if kind in e.get("class", "").split()]
