"""Which channels refused their last message: only the journal's new events are looked at."""

import datetime as dt
from collections.abc import Mapping

from lib.journal.shared_journal import Journal
from lib.notify.channel_memory import ChannelMemory, channel_memories, refusing_channels

NO_CODES = dt.datetime.max.replace(tzinfo=dt.UTC)  # of which cases they were told matters not here


class RefusedChannels:
    """What one journal says of the channels; pages ask from any thread."""

    def __init__(self, journal: Journal) -> None:
        """Prepare; nothing is looked at yet."""
        self._journal = journal
        self._known: tuple[int, int, Mapping[str, ChannelMemory]] = (0, 0, {})

    def numbers(self, n: int) -> list[str]:
        """Return which of the n channels of the settings refused the last message, by number."""
        generation, events = self._journal.generation, self._journal.events
        before, done, known = self._known
        if generation != before:
            done, known = 0, {}
        upto = len(events)
        if done < upto:
            known = channel_memories(events[done:upto], NO_CODES, known)
            self._known = generation, upto, known  # one assignment: all of it or none is seen
        return refusing_channels(known, n)
