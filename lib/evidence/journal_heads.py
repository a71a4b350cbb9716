"""The heads of the journal's chain that the ledger's lines hold."""

import copy
import datetime as dt

from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import LedgerLine, LineKind


class JournalHeads:
    """What the journal must still begin with, as the ledger was sealed so far."""

    def __init__(self) -> None:
        """Begin without any."""
        self.since: dt.datetime | None = None  # the first reading that was sealed with one
        # since the journal was last found broken: what was before was told
        self.heads: list[LedgerHead] = []
        self.told_at = 0  # how many lines the ledger had when that was told; 0 never
        self.false_texts: set[str] = set()  # leaves of events whose words were told as not theirs

    @property
    def newest(self) -> LedgerHead | None:
        """The head that was sealed last, None since the journal was found broken, or ever."""
        return self.heads[-1] if self.heads else None

    def take(self, line: LedgerLine, position: int, read_at: dt.datetime) -> None:
        """Take in the next line, whatever it is about."""
        match line.what:
            case LineKind.JOURNAL:
                size, _, root = "".join(line.about).partition("-")
                self.heads.append(LedgerHead(int(size) if size.isdecimal() else 0, root))
                self.since = self.since or read_at
            case LineKind.JOURNAL_BROKEN:
                self.heads, self.told_at = [], position + 1
            case LineKind.JOURNAL_TEXT:
                self.false_texts.update(line.about)

    def copy(self) -> "JournalHeads":
        """Return the same, to grow apart from it."""
        other = copy.copy(self)
        other.heads, other.false_texts = list(self.heads), set(self.false_texts)
        return other
