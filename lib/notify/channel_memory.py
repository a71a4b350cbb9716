"""What each channel was told, as the journal's events add up; every process adds up the same.

A message is written down before it is sent, by a line that names the channel's line before it
as `after`. Of two that name the same, the first in the journal counts, and only who wrote it
sends: so nothing is told twice, and who dies in between has told nothing. A message that was
refused is taken back by a further line.
"""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from lib.journal.journal_lines import Event, EventKind

MESSAGE_PAUSE = dt.timedelta(
    minutes=5
)  # between two messages, or before a refused one is tried again
LONGEST_PAUSE = dt.timedelta(hours=4)  # of the pauses, which double with each refusal

_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclasses.dataclass(frozen=True)
class ChannelMemory:
    """What one channel knows."""

    known_codes: frozenset[str] = frozenset()  # of the cases that it was told of as new
    overdue_day: str = ""  # on which it was last told of overdue ones, "2026-11-25"
    last_event: str = ""  # id of its last line
    refusals: int = 0  # messages, one after the other
    silent_until: dt.datetime = _BEGINNING  # nothing is sent before
    before_message: "ChannelMemory | None" = None  # what counts if the message is refused


def channel_memories(
    events: Iterable[Event], since: dt.datetime, before: Mapping[str, ChannelMemory] | None = None
) -> defaultdict[str, ChannelMemory]:
    """Return what each channel knows, by its number; codes only of messages `since` then.

    `before` is what the channels knew before these events.
    """
    known = defaultdict[str, ChannelMemory](ChannelMemory, before or {})
    for event in events:
        if event.kind in (EventKind.NOTIFIED, EventKind.REFUSED):
            channel = event.fields.get("channel", "")
            known[channel] = _after(known[channel], event, since)
    return known


def refusing_channels(known: Mapping[str, ChannelMemory], n: int) -> list[str]:
    """Return which of the n channels refused the last message, by number."""
    channels = map(str, range(1, n + 1))
    return [channel for channel in channels if channel in known and known[channel].refusals]


def _after(known: ChannelMemory, event: Event, since: dt.datetime) -> ChannelMemory:
    if event.after != known.last_event:  # another process was first
        return known
    if event.kind is EventKind.REFUSED:
        before = known.before_message or known
        n = before.refusals + 1
        pause = min(MESSAGE_PAUSE * 2 ** min(n - 1, 10), LONGEST_PAUSE)
        return dataclasses.replace(
            before, last_event=event.id, refusals=n, silent_until=event.at + pause
        )
    codes = event.fields.get("codes", "").split() if event.at >= since else ()
    return ChannelMemory(
        known.known_codes.union(codes),
        event.fields.get("day") or known.overdue_day,
        event.id,
        silent_until=event.at + MESSAGE_PAUSE,
        before_message=dataclasses.replace(known, before_message=None),
    )
