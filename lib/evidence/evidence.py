"""The evidence of one survey: its ledger, what was found by it, and every reading it can show."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lib.errors import JournalError
from lib.evidence.finding import Finding, Reading
from lib.evidence.head import Head
from lib.evidence.line import What
from lib.journal.event import Event
from lib.journal.journal import Journal
from lib.survey.responses import Responses
from lib.table import Table


class Evidence:
    """What is known of one survey's ledger; pages ask from any thread, one thread observes."""

    def __init__(self, journal: Journal, heads: Path | None = None) -> None:
        """Prepare; nothing is read before the first `observe`.

        `heads` is the file beside the store in which the newest head is remembered.
        """
        self.trouble: JournalError | None = None  # why the newest reading is not in the ledger

    def observe(
        self, responses: Responses, codes: npt.NDArray[np.bytes_], read_at: dt.datetime
    ) -> None:
        """Compare a reading with what was seen before and keep what is new; `codes` are its rows'.

        A store that does not answer is told as `trouble`, and caught up at the next look.
        """
        raise NotImplementedError

    def showed(self, read_at: dt.datetime) -> None:
        """Note that viewers are shown the reading of this moment."""
        raise NotImplementedError

    @property
    def head(self) -> Head:
        """The head of the ledger, as it is printed."""
        raise NotImplementedError

    @property
    def readings(self) -> Sequence[Reading]:
        """All readings that brought something new, the oldest first."""
        raise NotImplementedError

    def reading(self, read_at: dt.datetime, *, shown: bool = False) -> Reading | None:
        """Return the newest reading up to this moment, of those that viewers saw where `shown`.

        It is the one to pin a snapshot to (`luc`); None where there is none yet.
        """
        raise NotImplementedError

    def counts(self) -> Counter[What]:
        """Return how many lines of each kind the ledger has."""
        raise NotImplementedError

    def findings(self, first: int = 0, count: int | None = None) -> list[Finding]:
        """Return so many findings, the newest first, from the one at `first` on."""
        raise NotImplementedError

    def before_and_after(self, finding: Finding) -> Mapping[str, tuple[str | None, str | None]]:
        """Return what each question of an edited response said before and after.

        None where it was erased; raises JournalError. Only for those who may see comments.
        """
        raise NotImplementedError

    def altered(self, codes: npt.NDArray[np.bytes_]) -> npt.NDArray[np.bool_]:
        """Return which of these responses do not say any more what was first received."""
        raise NotImplementedError

    def tables_at(self, number: int, *, original: bool = False) -> list[Table]:
        """Return the rows as this reading had them, or as each had first been received by then.

        Raises NoSuchReadingError or ErasedReadingError, and JournalError.
        """
        raise NotImplementedError

    def explained(self, finding: Finding, text: str, who: str, now: dt.datetime) -> Event:
        """Return the event by which a leader explains a finding, to be added to the journal."""
        raise NotImplementedError

    def erase(self, codes: Collection[str]) -> None:
        """Forget for good what these responses said; their lines stay. Raises JournalError."""
        raise NotImplementedError

    def retain(self, since: dt.datetime) -> int:
        """Forget for good what was superseded or removed before this moment; return how much."""
        raise NotImplementedError
