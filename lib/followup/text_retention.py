"""What was written in somebody's own words and may no longer be kept."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from lib.journal.journal_lines import Event, EventKind
from lib.office_clock import OfficeClock


def expired_event_ids(events: Iterable[Event], since: dt.date) -> list[str]:
    """Return the ids of the events with texts of before this day at the office."""
    return [event.id for event in _saying(events) if OfficeClock.local(event.at).date() < since]


def event_ids_with_texts(events: Iterable[Event], code: str) -> list[str]:
    """Return the ids of the events of this case or measure that still have texts."""
    return [event.id for event in _saying(events) if event.subject == code]


def erasure_event(ids: Sequence[str], now: dt.datetime) -> Event:
    """Return the app's own event of these texts' deletion; of the same ones it is the same event.

    So two processes that delete at once tell of it once.
    """
    digest = hashlib.sha256("".join(sorted(ids)).encode()).hexdigest()
    return Event(digest[:32], "", EventKind.ERASED, now, who="", fields={"rows": str(len(ids))})


def _saying(events: Iterable[Event]) -> Iterator[Event]:
    return (event for event in events if any(text is not None for text in event.texts.values()))
