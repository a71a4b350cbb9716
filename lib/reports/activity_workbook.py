"""Who did what, for those who answer for it: moments, people and deeds, no text of anybody."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from lib.followup.event_sentence import event_sentence
from lib.journal.journal_lines import Event
from lib.reports.safe_workbook import SafeBook
from lib.roles import actor_in_words
from lib.wording import gettext


def activity_xlsx(
    events: Iterable[Event], notes: Sequence[str], local: Callable[[dt.datetime], dt.datetime]
) -> bytes:
    """Return a workbook with one row an event, in the order in which they were kept."""
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
    book.sheet(gettext("Who did what"), columns, rows, notes)
    return book.bytes()
