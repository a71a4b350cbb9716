"""Which readings viewers saw, added up from the journal: only its new events are looked at."""

import datetime as dt

from lib.journal.journal_lines import Event, EventKind
from lib.journal.shared_journal import Journal


class ViewedReadings:
    """What one journal tells; pages ask from any thread."""

    def __init__(self, journal: Journal) -> None:
        """Prepare; nothing is looked at yet."""
        self._journal = journal
        self._counted: tuple[int, int, frozenset[int]] = (0, 0, frozenset())

    def note(self, number: int, now: dt.datetime) -> None:
        """Keep for good that viewers are shown the reading of this number."""
        fields = {"reading": str(number)}
        event = Event(f"shown-{number}", "", EventKind.SHOWN, now, "", fields=fields)
        self._journal.add([event], although_moved=True)

    def numbers(self) -> frozenset[int]:
        """Return the numbers of the readings that viewers saw; one spoilt by a hand is none."""
        generation, events = self._journal.generation, self._journal.events
        before, done, seen = self._counted
        if generation != before:
            done, seen = 0, frozenset()
        upto = len(events)
        if done < upto:
            written = (
                e.fields.get("reading", "") for e in events[done:upto] if e.kind is EventKind.SHOWN
            )
            seen |= {int(number) for number in written if number.isdecimal()}
            self._counted = generation, upto, seen  # one assignment: readers see all of it or none
        return seen
