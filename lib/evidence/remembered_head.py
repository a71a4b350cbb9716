"""The newest heads, remembered in the data folder beside the store that they stand for."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from lib.evidence.journal_heads import JournalHeads
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_head import (
    JournalMark,
    LedgerHead,
    head_lies_aside,
    load_head,
    remembered_journal,
    remembered_since,
    save_head,
)
from lib.evidence.merkle_tree import MerkleTree


class RememberedHead:
    """Holds a ledger against the head that was remembered, and remembers the next."""

    def __init__(self, file: Path | None, clock: Callable[[], dt.datetime]) -> None:
        """Prepare, reading nothing; without a file nothing is remembered."""
        self._file, self._clock = file, clock
        self._looked = False
        self._remembered: JournalMark | None = None  # by this process, last
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
        save_head(self._file, head, self.since, remembered_journal(self._file))

    def journal(self, heads: JournalHeads) -> LedgerHead | None:
        """Return the head of the journal's chain that it must have, None where none is known.

        One from before the ledger told that the journal was broken is none.
        """
        mark = self._known_mark(heads)
        return mark.head if mark else None

    def remember_journal(self, head: LedgerHead, heads: JournalHeads) -> None:
        """Remember the head of the journal's chain, unless another process knows a later one."""
        new = JournalMark(head, heads.told_at)
        if new == self._remembered:
            return
        self._remembered, mark = new, self._known_mark(heads)
        if head.size > (mark.head.size if mark else 0):
            ledger = load_head(self._file) or LedgerHead(0, MerkleTree().root)
            save_head(self._file, ledger, self.since, new)

    def _known_mark(self, heads: JournalHeads) -> JournalMark | None:
        mark = remembered_journal(self._file)
        return mark if mark and mark.told_at >= heads.told_at else None
