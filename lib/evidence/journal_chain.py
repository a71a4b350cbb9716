"""The journal's own chain: its events, held against every head that was noted of them.

The tree is that of the ledger; its leaves are those of the events, in the order kept.
"""

import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence

from lib.evidence.journal_heads import JournalHeads
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_change import LedgerChange
from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import LineKind
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.remembered_head import RememberedHead
from lib.journal.shared_journal import Journal

SHORT_JOURNAL = 2_000  # events; so short a journal is read anew with every reading
_SELDOM = 200  # times as long as a look took, until the next one is due: half a percent of the time
_LEAST, _MOST = 10.0, 86_400.0  # seconds from one look to the next


class JournalChain:
    """What the journal is and what it should be; one thread looks, pages ask for its head."""

    def __init__(
        self,
        journal: Journal,
        remembered: RememberedHead,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare; nothing is read before the first look. `seconds` tells how time passes."""
        self._journal, self._remembered, self._seconds = journal, remembered, seconds
        self._lock = threading.Lock()
        self._tree, self._grown_of = MerkleTree(), journal.events
        self._looked, self._due = False, 0.0
        self._known: LedgerHead | None = None  # before the look that found something
        self._told_at = 0
        self._broken: LedgerHead | None = None
        self._false_texts: list[str] = []

    @property
    def head(self) -> LedgerHead:
        """The head of the events as this process knows them."""
        with self._lock:
            events = self._journal.events
            if events is not self._grown_of:  # all were read anew
                self._tree, self._grown_of = MerkleTree(), events
            self._tree.grow(event.leaf.encode() for event in events[self._tree.size :])
            return LedgerHead(self._tree.size, self._tree.root)

    @property
    def printed(self) -> str:
        """The head as papers bear it, "" while there is nothing that it stands for."""
        head = self.head
        return str(head) if head.size else ""

    @property
    def found(self) -> bool:
        """Whether a look found what the ledger does not tell yet."""
        return bool(self._broken or self._false_texts)

    @property
    def is_short(self) -> bool:
        """Whether the journal is to be read anew with every reading."""
        return len(self._journal.events) <= SHORT_JOURNAL

    def look_if_due(self, heads: JournalHeads) -> None:
        """Look, all events read anew, the rarer the longer that takes; else remember the newest.

        At night, when nobody looks at a page, the store is left in peace.
        """
        if self._looked and self._journal.watched() and self._seconds() >= self._due:
            self.look(heads, anew=True)
        else:
            self._remember(heads)

    def look(self, heads: JournalHeads, *, anew: bool) -> None:
        """Hold the events against what the ledger and the data folder have of them.

        If `anew`, all are read once more first. Raises JournalError. The heads are those of before
        this call, so that what they stand for is read by it, whoever added it.
        """
        begun = self._seconds()
        noted = [*heads.heads, *self._noted(heads)]
        if anew and self._looked:
            self._journal.look_anew()
        else:
            self._journal.take_in()
        events = list(self._journal.events)
        leaves = [event.leaf for event in events]
        self._broken = contradicted_head(leaves, noted)
        false = dict.fromkeys(event.leaf for event in events if event.forged)
        self._false_texts = [leaf for leaf in false if leaf not in heads.false_texts]
        self._remember(heads)
        if anew or not self._looked:
            self._looked, now = True, self._seconds()
            self._due = now + min(max(_SELDOM * (now - begun), _LEAST), _MOST)

    def _noted(self, heads: JournalHeads) -> list[LedgerHead]:
        """Return the heads that this process knows beside those in the ledger.

        None of before the ledger told that the journal was broken: what they stand for is told.
        """
        if not self.found:
            self._known = self.head
        if heads.told_at > self._told_at:
            self._known, self._told_at = None, heads.told_at
        return [head for head in (self._known, self._remembered.journal(heads)) if head]

    def _remember(self, heads: JournalHeads) -> None:
        """Have what was done since missed after a start, too, if it is gone then."""
        if not self.found and self._told_at == heads.told_at:
            self._remembered.remember_journal(self.head, heads)

    def sealed(self, ledger: Ledger) -> None:
        """Note that the ledger tells what was found; from now on the journal is as it stands."""
        self._broken, self._false_texts = None, []
        self._known, self._told_at = None, ledger.journal.told_at
        self._remember(ledger.journal)

    def head_line(self, heads: JournalHeads) -> list[LedgerChange]:
        """Return the line with the head as it is now, none where it stands there already."""
        head = self.head
        if head == heads.newest and not self._broken:
            return []
        return [LedgerChange(LineKind.JOURNAL, about=(head.whole,))]

    def findings(self) -> Iterator[LedgerChange]:
        """Yield a line for what the last look found, until it is told."""
        if self._broken:
            yield LedgerChange(LineKind.JOURNAL_BROKEN, about=(str(self._broken),))
        for leaf in self._false_texts:
            yield LedgerChange(LineKind.JOURNAL_TEXT, about=(leaf,))


def contradicted_head(leaves: Sequence[str], heads: Collection[LedgerHead]) -> LedgerHead | None:
    """Return the first of these heads that the leaves do not begin with, None where they do."""
    tree = MerkleTree()
    for head in sorted(set(heads), key=lambda head: head.size):
        tree.grow(leaf.encode() for leaf in leaves[tree.size : head.size])
        if (tree.size, tree.root) != (head.size, head.root):
            return head
    return None
