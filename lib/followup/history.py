"""What an event did, in words."""

import datetime as dt
from collections.abc import Iterator

from lib.followup.case import OUTCOMES, Outcome
from lib.journal.event import Event, Kind
from lib.wording import day, gettext, mark

KINDS = {
    Kind.TAKEN_UP: mark("Taken up"),
    Kind.CHANGED: mark("Updated"),
    Kind.CLOSED: mark("Finished"),
    Kind.REOPENED: mark("Reopened"),
    Kind.TAKEN_IN: mark("Taken into tracking"),
    Kind.HELD: mark("Held for leaders"),
    Kind.RELEASED: mark("Released to staff"),
    Kind.UNMASKED: mark("Looked at contacts in the comment"),
    Kind.EXPORTED: mark("Downloaded single responses"),
    Kind.MEASURE: mark("Recorded a measure"),
    Kind.ERASED: mark("Deleted texts"),
    Kind.NOTIFIED: mark("Sent a notification"),
    Kind.REFUSED: mark("A notification was refused"),
    Kind.EXPLAINED: mark("Explained an alteration"),
    Kind.APPROVED: mark("Approved a comment for showing"),
    Kind.WITHDRAWN: mark("Withdrew a comment from showing"),
    Kind.SHOWN: mark("Figures shown to viewers"),
}
FIELDS = {
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


def said(event: Event) -> str:
    """Return "Nhận xử lý · phụ trách: Công chức Địa chính"."""
    return " · ".join((gettext(KINDS[event.kind]), *_changes(event)))


def _changes(event: Event) -> Iterator[str]:
    for name, value in event.fields.items():
        if name in FIELDS:
            yield gettext(FIELDS[name], value=_value(name, value))


def _value(name: str, value: str) -> str:
    """Return a field's value in words; one that cannot be read stands as it was written."""
    if not value:
        return gettext("none")
    try:
        if name == "due":
            return day(dt.date.fromisoformat(value))
        return gettext(OUTCOMES[Outcome(value)]) if name == "outcome" else value
    except ValueError:
        return value
