"""What an event did, in words."""

import datetime as dt
from collections.abc import Iterator

from lib.followup.case_events import OUTCOME_NAMES, CaseOutcome
from lib.journal.journal_lines import Event, EventKind
from lib.wording import format_day, gettext, mark

EVENT_WORDS = {
    EventKind.TAKEN_UP: mark("Taken up"),
    EventKind.CHANGED: mark("Updated"),
    EventKind.CLOSED: mark("Finished"),
    EventKind.REOPENED: mark("Reopened"),
    EventKind.TAKEN_IN: mark("Begun to handle"),
    EventKind.HELD: mark("Passed to leaders only"),
    EventKind.RELEASED: mark("Released to staff"),
    EventKind.UNMASKED: mark("Looked at contacts in the comment"),
    EventKind.EXPORTED: mark("Downloaded single responses"),
    EventKind.MEASURE: mark("Recorded a measure"),
    EventKind.ERASED: mark("Deleted texts"),
    EventKind.NOTIFIED: mark("Sent a notification"),
    EventKind.REFUSED: mark("A notification was refused"),
    EventKind.EXPLAINED: mark("Explained an alteration"),
    EventKind.APPROVED: mark("Approved a comment for showing"),
    EventKind.WITHDRAWN: mark("Withdrew a comment from showing"),
    EventKind.SHOWN: mark("Figures shown to viewers"),
}
_FIELDS = {
    "person": mark("in charge: {value}"),
    "due": mark("due: {value}"),
    "cause": mark("cause: {value}"),
    "outcome": mark("outcome: {value}"),
    "duplicate_of": mark("repeats {value}"),
    "model": mark("Dân vận khéo model: {value}"),
    "title": mark("“{value}”"),
    "rows": mark("{value} rows"),
    "new": mark("{value} new"),
    "overdue": mark("{value} overdue"),
    "withdrawn": mark("withdrawn"),
}


def event_sentence(event: Event) -> str:
    """Return "Nhận xử lý · phụ trách: Công chức Địa chính"."""
    return " · ".join((gettext(EVENT_WORDS[event.kind]), *_changes(event)))


def _changes(event: Event) -> Iterator[str]:
    for name, value in event.fields.items():
        if name in _FIELDS:
            yield gettext(_FIELDS[name], value=_value(name, value))


def _value(name: str, value: str) -> str:
    """Return a field's value in words; one that cannot be read stands as it was written."""
    if not value:
        return gettext("none")
    try:
        if name == "due":
            return format_day(dt.date.fromisoformat(value))
        return gettext(OUTCOME_NAMES[CaseOutcome(value)]) if name == "outcome" else value
    except ValueError:
        return value
