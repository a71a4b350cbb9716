"""Who did what, for those who answer for it: moments, people and deeds, no text of anybody."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from lib.followup.history import said
from lib.journal.event import Event
from lib.reports.workbook import Book
from lib.roles import named
from lib.wording import gettext


def xlsx_file(
    events: Iterable[Event], notes: Sequence[str], local: Callable[[dt.datetime], dt.datetime]
) -> bytes:
    """Return a workbook with one row an event, in the order in which they were kept."""
    columns = (
        (gettext("When"), 18),
        (gettext("Who"), 28),
        (gettext("What"), 70),
        (gettext("Case or measure"), 16),
    )
    book = Book()
    rows = ((local(event.at), named(event.who), said(event), event.subject) for event in events)
    book.sheet(gettext("Who did what"), columns, rows, notes)
    return book.bytes()
