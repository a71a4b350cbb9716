"""The dissatisfied responses as files for Excel: text stays text, whatever it begins with."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from lib.survey.dissatisfied import Dissatisfied
from lib.survey.form import Question
from lib.wording import day, gettext

LONGEST = 32_767  # characters in one cell; Excel refuses more, xlsxwriter drops them in silence
FORMULA = "=+-@\t\r\n＝＋－＠"
WIDTHS = (12, 18, 14, 22, 60, 80)


def header() -> tuple[str, ...]:
    """Return the names of the columns."""
    return (
        gettext("Date"),
        gettext("Commune"),
        gettext("Hamlet"),
        gettext("Sector of the procedure"),
        gettext("Dissatisfied with"),
        gettext("Comment"),
    )


def asked(question: Question) -> str:
    """Return what an answer replies to: a yes or a no means nothing without the whole question."""
    words = question.text if len(question.levels) == 2 else question.label
    return words if words.endswith("?") else f"{words}:"


def csv_file(responses: Iterable[Dissatisfied], notes: Sequence[str]) -> bytes:
    """Return csv as Vietnamese Excel expects it: UTF-8 with BOM, semicolons, CRLF.

    `notes` stand above the table, one a line: what the rows are. Cells that Excel would take
    for formulas begin with an apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerows([[_safe(note)] for note in notes])
    rows.writerow(header())
    for response in responses:
        rows.writerow([_safe(cell) for cell in (_day(response), *_cells(response))])
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(responses: Iterable[Dissatisfied], notes: Sequence[str]) -> bytes:
    """Return a workbook with real dates; every text is written as text, links as well."""
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, safe) as book:
        sheet = book.add_worksheet(gettext("Dissatisfied"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        dated = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
        bold = book.add_format({"bold": True, "bottom": 1})
        for at, note in enumerate(notes):
            sheet.write_string(at, 0, note)
        for at, (name, width) in enumerate(zip(header(), WIDTHS, strict=True)):
            sheet.write_string(len(notes), at, name, bold)
            sheet.set_column(at, at, width)
        sheet.freeze_panes(len(notes) + 1, 0)
        for row, response in enumerate(responses, start=len(notes) + 1):
            if response.day:
                sheet.write_datetime(row, 0, response.day, dated)
            for at, cell in enumerate(_cells(response), start=1):
                sheet.write_string(row, at, _fitting(cell), wrapped)
    return out.getvalue()


def _day(response: Dissatisfied) -> str:
    return day(response.day) if response.day else ""


def _cells(response: Dissatisfied) -> tuple[str, ...]:
    with_what = "; ".join(f"{asked(q)} {level.text}" for q, level in response.answers)
    return response.commune, response.hamlet, response.sector, with_what, response.comment


def _fitting(cell: str) -> str:
    end = gettext("… (cut: longer than a cell of Excel)")
    return cell if len(cell) <= LONGEST else cell[: LONGEST - len(end)] + end


def _safe(cell: str) -> str:
    return f"'{cell}" if cell and cell[0] in FORMULA else cell
