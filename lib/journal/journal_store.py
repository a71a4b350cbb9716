"""What a store of the journal can do; SQL and a spreadsheet of our own both can."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from lib.journal.journal_lines import Event, Sighting
from lib.journal.sealed_reading import SealedReading


class JournalStore(Protocol):
    """Keeps lines in the order in which they were added; no line is ever rewritten.

    Every method raises JournalError where the store cannot be reached; then nothing was
    promised, and the same call may be made again: a line added twice is kept once.
    """

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep the events, all or none; they are safe once this returns.

        Raises ChangedMeanwhileError, keeping nothing, where a subject's last event is another
        than the `after` of its event here, unless `although_moved`. A store that cannot look
        and write in one step looks directly before.
        """

    def events(self, after: int = 0) -> tuple[Sequence[Event], int]:
        """Return the events after this position, in the order kept, and the last one's position."""

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; an identity that has a code keeps it."""

    def sightings(self, after: int = 0) -> tuple[Sequence[Sighting], int]:
        """Return the sightings after this position, in order, and the last one's position."""

    def erase(self, ids: Collection[str]) -> None:
        """Delete the texts of these events for good; the events and the texts' hashes stay."""

    def seal(self, sealed: SealedReading) -> bool:
        """Keep a reading, whole or not at all; tell whether its number was still free."""

    def sealed(self, after: int = 0) -> Sequence[SealedReading]:
        """Return the readings after this number, in order."""

    def rewrite(self, contents: Mapping[int, bytes]) -> None:
        """Put these contents in the place of the readings' own, which are gone for good."""

    def close(self) -> None:
        """Let go of connections."""
