"""The newest head, remembered in the data folder beside the store that it stands for."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from lib.evidence.ledger import Ledger
from lib.evidence.ledger_head import (
    LedgerHead,
    head_lies_aside,
    load_head,
    remembered_since,
    save_head,
)


class RememberedHead:
    """Holds a ledger against the head that was remembered, and remembers the next."""

    def __init__(self, file: Path | None, clock: Callable[[], dt.datetime]) -> None:
        """Prepare, reading nothing; without a file nothing is remembered."""
        self._file, self._clock = file, clock
        self._looked = False
        self.since: dt.datetime | None = None  # remembered without a gap; None: ever

    @property
    def lies_aside(self) -> bool:
        """Whether a remembered head could not be read, so that the ledger was not held to it."""
        return head_lies_aside(self._file)

    def contradicts(self, ledger: Ledger) -> LedgerHead | None:
        """Return the remembered head where the ledger never had it, else None.

        Raises JournalError where the disk does not let it be read.
        """
        head = load_head(self._file)
        if not self._looked:
            self._looked = True
            self.since = remembered_since(self._file)
            if self._file and ledger.tree.size > (head.size if head else 0):
                self.since = self._clock()
        return head if head and not ledger.holds(head) else None

    def remember(self, head: LedgerHead) -> None:
        """Remember the newest head."""
        save_head(self._file, head, self.since)
