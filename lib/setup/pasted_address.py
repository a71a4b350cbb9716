"""What somebody pasted where a Sheet's address belongs: it, or something near it, which is told."""

import re

from lib.errors import SurveyError
from lib.settings.source_settings import spreadsheet_key
from lib.wording import Phrase, mark

_TO_SHEET = mark(
    "it is the address of a form: open the form, its tab Responses, and press “Link to Sheets” or "
    "“View in Sheets”; then copy the address of the Sheet"
)
# What is near a Sheet's address, the closest first.
_NEAR = (
    (r"docs\.google\.com/forms/|forms\.gle/|forms\.google\.com", _TO_SHEET),
    (
        r"docs\.google\.com/spreadsheets/(u/\d+/)?d/e/|/pubhtml|[?&]output=",
        mark(
            "it is a page published to the web, which everybody can read: open the Sheet itself "
            "and copy the address from the browser"
        ),
    ),
    (
        r"docs\.google\.com/spreadsheets/.*/(gviz|chart|pubchart)|oid=\d+",
        mark("it is the address of a chart: open the Sheet itself and copy its address"),
    ),
    (
        r"drive\.google\.com/.*folders/",
        mark("it is a folder of Drive: open the Sheet in it and copy the Sheet’s address"),
    ),
    (
        r"drive\.google\.com/",
        mark(
            "it is a file in Drive, such as an uploaded Excel file: open it, choose File → Save "
            "as Google Sheets, and copy the address of that"
        ),
    ),
    (
        r"docs\.google\.com/(document|presentation)/",
        mark("it is a document, no Sheet: open the Sheet that holds the answers"),
    ),
    (
        r"forms\.(office|microsoft)\.com|sharepoint\.com|1drv\.ms|onedrive\.live\.com",
        mark(
            "it is of Microsoft, which this app does not read live: export the answers to Excel "
            "and drop the file here"
        ),
    ),
)


class NotASheetAddressError(SurveyError):
    """What was pasted is no address of a Google Sheet; `problem` says what it is."""

    code = "not_a_sheet_address"
    message = mark("This is no address of a Google Sheet: {problem}.")


def pasted_address(pasted: str) -> str:
    """Return the address of a Sheet, without what surrounds it; raises NotASheetAddressError."""
    text = pasted.strip().strip("<>\"'“”").strip()
    if spreadsheet_key(text):
        return text
    if spreadsheet_key(f"https://{text}"):
        return f"https://{text}"
    if re.fullmatch(r"[\w-]{40,60}", text):  # the key alone
        return f"https://docs.google.com/spreadsheets/d/{text}/edit"
    for pattern, problem in _NEAR:
        if re.search(pattern, text, re.IGNORECASE):
            raise NotASheetAddressError(problem=Phrase(problem))
    problem = mark("copy the whole address from the browser, while the Sheet is open")
    raise NotASheetAddressError(problem=Phrase(problem))
