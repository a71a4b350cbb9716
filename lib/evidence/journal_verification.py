"""Whether the journal in a ledger file is the one that a printed head stands for.

The file holds the leaves of its chain, hashes from which nobody learns who did what.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence

from lib.evidence.journal_chain import contradicted_head
from lib.evidence.journal_heads import JournalHeads
from lib.evidence.ledger_head import LedgerHead, head_size
from lib.evidence.ledger_line import parse_line
from lib.evidence.merkle_tree import MerkleTree
from lib.wording import gettext

_LEAF = re.compile(r"[0-9a-f]{64}")


class HandedJournal:
    """The journal's leaves and the ledger's lines, as the text of a ledger file has them."""

    def __init__(self, file: str) -> None:
        """Take them out of the file; what is none of either is no journal."""
        try:
            written = json.loads(file)
            leaves, lines = written.get("journal"), written.get("lines")
        except (ValueError, AttributeError, RecursionError):
            leaves = lines = None
        self._leaves = _texts(leaves)
        self._lines = _texts(lines)
        self.is_there = isinstance(leaves, list) and all(map(_LEAF.fullmatch, self._leaves))

    def entries_of(self, head: str) -> int | None:
        """Return how many entries this head of the journal stands for, None where it is none."""
        size, tree = head_size(head), MerkleTree()
        if size is None or not self.is_there:
            return None
        tree.grow(leaf.encode() for leaf in self._leaves[:size])
        return size if LedgerHead(tree.size, tree.root).is_written(head) else None

    def noted_in_ledger(self, head: str) -> tuple[int, LedgerHead | None]:
        """Return how many entries the ledger's lines up to this head of it stand for.

        And the head that the entries contradict, None where they are those of then.
        """
        noted = JournalHeads()
        for at, text in enumerate(self._lines[: head_size(head) or 0]):
            _, _, moment, line = text.split(" ", 3)
            noted.take(parse_line(line), at, dt.datetime.fromisoformat(moment))
        newest = noted.newest.size if noted.newest else 0
        return newest, contradicted_head(self._leaves, noted.heads) if self.is_there else None

    def words_for(self, head: str) -> tuple[str, bool]:
        """Return what is to be said of it beside the rows ("" nothing), and whether it is wrong.

        The lines up to the head must be known to be those of the head.
        """
        n, broken = self.noted_in_ledger(head)
        if broken:
            words = gettext("The journal is not that of then: expected was {head}.", head=broken)
            return words, True
        if n and not self.is_there:
            return gettext("The journal was not handed over, and not checked."), False
        return entries_in_words(n) if n else "", False


def entries_in_words(n: int) -> str:
    """Return that so many entries of the journal were found to be as they were."""
    return gettext("Entries of the journal that are as they were then: {n}.", n=n)


def _texts(written: object) -> Sequence[str]:
    return [str(each) for each in written] if isinstance(written, list) else []
