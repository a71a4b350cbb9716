"""The cases as files for Excel: one row a case, and what happened to them on a second sheet."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from lib.followup.case import OUTCOMES, STATES
from lib.followup.history import said
from lib.followup.item import Item
from lib.reports.workbook import Book, Cell, Column
from lib.roles import named
from lib.survey.dissatisfied import asked
from lib.wording import day, gettext

FORMULA = "=+-@\t\r\n＝＋－＠"
Local = Callable[[dt.datetime], dt.datetime]


def header() -> tuple[Column, ...]:
    """Return the columns."""
    return (
        (gettext("Date"), 12),
        (gettext("Commune"), 18),
        (gettext("Hamlet"), 14),
        (gettext("Sector of the procedure"), 22),
        (gettext("Dissatisfied with"), 60),
        (gettext("Comment"), 60),
        (gettext("Code"), 12),
        (gettext("Received"), 12),
        (gettext("State"), 14),
        (gettext("In charge"), 26),
        (gettext("Due"), 12),
        (gettext("Working days left (− overdue)"), 14),
        (gettext("Cause"), 26),
        (gettext("What was done"), 50),
        (gettext("Outcome"), 22),
        (gettext("Done on"), 12),
    )


def csv_file(items: Iterable[Item], notes: Sequence[str], local: Local) -> bytes:
    """Return csv as Vietnamese Excel expects it: UTF-8 with BOM, semicolons, CRLF.

    `notes` stand above the table, one a line: what the rows are. Cells that Excel would take
    for formulas begin with an apostrophe (OWASP, CSV injection). `local` is the office's clock.
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerows([[_safe(note)] for note in notes])
    rows.writerow([name for name, _ in header()])
    rows.writerows([_plain(cell) for cell in _row(one, local)] for one in items)
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(items: Iterable[Item], notes: Sequence[str], local: Local) -> bytes:
    """Return a workbook with real dates: the cases, and their history on a second sheet."""
    book, every = Book(), list(items)
    cases = (_row(one, local) for one in every)
    book.sheet(gettext("Dissatisfied"), header(), cases, notes)
    book.sheet(gettext("History"), _happened(), _history(every, local))
    return book.bytes()


def _row(one: Item, local: Local) -> tuple[Cell, ...]:
    response, case = one.response, one.case
    with_what = "; ".join(f"{asked(q)} {level.text}" for q, level in response.answers)
    read: tuple[Cell, ...] = (
        response.day,
        response.commune,
        response.hamlet,
        response.sector,
        with_what,
        response.comment,
    )
    if case is None:
        return read
    if not one.tracked:
        return (*read, case.code, None, gettext("Not tracked"))
    return (
        *read,
        case.code,
        one.received,
        gettext(STATES[case.state]),
        case.person,
        one.due,
        one.left,
        case.cause,
        case.text("done"),
        gettext(OUTCOMES[case.outcome]) if case.outcome else "",
        local(case.done_at).date() if case.done_at else None,
    )


def _happened() -> tuple[Column, ...]:
    return (
        (gettext("Code"), 12),
        (gettext("When"), 18),
        (gettext("Who"), 28),
        (gettext("What"), 60),
        (gettext("Text"), 70),
    )


def _history(items: Iterable[Item], local: Local) -> Iterator[tuple[Cell, ...]]:
    for case in filter(None, (one.case for one in items)):
        for event in case.events:
            texts = "\n".join(filter(None, event.texts.values()))
            yield case.code, local(event.at), named(event.who), said(event), texts


def _plain(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return day(cell)
    if isinstance(cell, int | Decimal):
        return str(cell)
    return _safe(cell or "")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell and cell[0] in FORMULA else cell
