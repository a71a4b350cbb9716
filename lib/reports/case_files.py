"""The cases as files for Excel: one row a case, what happened to them, and who did what."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from lib.followup.case_events import OUTCOME_NAMES, STATE_NAMES
from lib.followup.case_item import CaseItem
from lib.followup.event_sentence import event_sentence
from lib.journal.journal_lines import Event
from lib.reports.safe_workbook import BookCell, BookColumn, SafeBook
from lib.roles import actor_in_words
from lib.survey.dissatisfied_answers import answered_question
from lib.wording import format_day, gettext

_FORMULA = "=+-@\t\r\n＝＋－＠"
_Local = Callable[[dt.datetime], dt.datetime]


def _header() -> tuple[BookColumn, ...]:
    """Return the columns: as wide as a printed page can hold and be read."""
    return (
        (gettext("Date"), 11),
        (gettext("Commune"), 13),
        (gettext("Hamlet"), 9),
        (gettext("Sector of the procedure"), 13),
        (gettext("Dissatisfied with"), 27),
        (gettext("Comment"), 33),
        (gettext("Code"), 12),
        (gettext("Received"), 11),
        (gettext("State"), 11),
        (gettext("In charge"), 14),
        (gettext("Due"), 11),
        (gettext("Working days left (− overdue)"), 11),
        (gettext("Cause"), 14),
        (gettext("What was done"), 26),
        (gettext("Outcome"), 14),
        (gettext("Done on"), 11),
    )


def cases_csv(items: Iterable[CaseItem], notes: Sequence[str], local: _Local) -> bytes:
    """Return csv as Vietnamese Excel expects it: UTF-8 with BOM, semicolons, CRLF.

    `notes` stand above the table, one a line: what the rows are. Cells that Excel would take
    for formulas begin with an apostrophe (OWASP, CSV injection). `local` is the office's clock.
    """
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerows([[_safe(note)] for note in notes])
    rows.writerow([name for name, _ in _header()])
    rows.writerows([_plain(cell) for cell in _row(item, local)] for item in items)
    return out.getvalue().encode("utf-8-sig")


def cases_xlsx(items: Iterable[CaseItem], notes: Sequence[str], local: _Local) -> bytes:
    """Return a workbook with real dates: the cases, and their history on a second sheet."""
    book, every = SafeBook(), list(items)
    cases = (_row(item, local) for item in every)
    book.sheet(gettext("Dissatisfied"), _header(), cases, notes)
    book.sheet(gettext("History"), _happened(), _history(every, local))
    return book.bytes()


def activity_xlsx(events: Iterable[Event], notes: Sequence[str], local: _Local) -> bytes:
    """Return a workbook for those who answer for it: moments, people and deeds, nobody's text.

    One row an event, in the order in which they were kept.
    """
    columns = (
        (gettext("When"), 18),
        (gettext("Who"), 28),
        (gettext("What"), 70),
        (gettext("Case or measure"), 16),
    )
    book = SafeBook()
    rows = (
        (local(event.at), actor_in_words(event.who), event_sentence(event), event.subject)
        for event in events
    )
    book.sheet(gettext("Activity log"), columns, rows, notes)
    return book.bytes()


def _row(item: CaseItem, local: _Local) -> tuple[BookCell, ...]:
    response, case = item.response, item.case
    with_what = "; ".join(f"{answered_question(q)} {level.text}" for q, level in response.answers)
    read: tuple[BookCell, ...] = (
        response.day,
        response.commune_title,
        response.hamlet,
        response.sector,
        with_what,
        response.comment,
    )
    if case is None:
        return read
    if not item.tracked:
        return (*read, case.code, None, gettext("Older, not handled"))
    return (
        *read,
        case.code,
        item.received,
        gettext(STATE_NAMES[case.state]),
        case.person,
        item.due,
        item.left,
        case.cause,
        case.text("done"),
        gettext(OUTCOME_NAMES[case.outcome]) if case.outcome else "",
        local(case.done_at).date() if case.done_at else None,
    )


def _happened() -> tuple[BookColumn, ...]:
    return (
        (gettext("Code"), 12),
        (gettext("When"), 18),
        (gettext("Who"), 28),
        (gettext("What"), 60),
        (gettext("Text"), 70),
    )


def _history(items: Iterable[CaseItem], local: _Local) -> Iterator[tuple[BookCell, ...]]:
    for case in filter(None, (item.case for item in items)):
        for event in case.events:
            texts = "\n".join(filter(None, event.texts.values()))
            yield (
                case.code,
                local(event.at),
                actor_in_words(event.who),
                event_sentence(event),
                texts,
            )


def _plain(cell: BookCell) -> str:
    if isinstance(cell, dt.date):
        return format_day(cell)
    if isinstance(cell, int | Decimal):
        return str(cell)
    return _safe(cell or "")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell and cell[0] in _FORMULA else cell
