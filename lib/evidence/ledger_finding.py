"""What the ledger says happened to the responses between two readings."""

import dataclasses
import datetime as dt

from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import LineKind
from lib.journal.journal_lines import Event

_DIGITS = 8  # hexadecimal, of the head that a link names


@dataclasses.dataclass(frozen=True)
class LedgerReading:
    """A reading of the survey that brought something new; the address `luc` holds its code."""

    number: int  # from 1
    read_at: dt.datetime  # UTC
    head: LedgerHead  # of the ledger then
    seen_by_viewers: bool = False  # viewers saw it: their links may hold it
    new_count: int = 0  # responses first seen in it, in time
    finding_count: int = 0  # findings
    is_erasure: bool = False  # nothing was read for it: contents of earlier ones were let go of

    @property
    def code(self) -> str:
        """Return it as links name it (`luc`), "12-3f2a9c81": no other ledger has such a reading.

        Its number says nothing of how many responses there are, as the head's size does.
        """
        return f"{self.number}-{self.head.root[:_DIGITS]}"


@dataclasses.dataclass(frozen=True)
class Finding:
    """One alteration, certain in what it says; it happened after `since` and before `reading`."""

    position: int  # of its line in the ledger
    what: LineKind
    code: str  # of the response; "" where it is of a column, or of the ledger itself
    questions: tuple[str, ...]  # numbers of the columns that it is about: ledger_column_title
    # of a moved response: the code that it had; of the ledger or the journal: the head expected;
    # of an event's words: its leaf; of a source: it
    about: str
    reading: LedgerReading
    before: int  # the reading in which the response said what it said before; 0 none
    since: dt.datetime | None  # when the survey was last found otherwise (UTC)
    explanations: tuple[str, ...]  # what may have happened: sentences to be said by gettext
    responses: int = 0  # of a column: how many responses answered there; 0 not said
    explained: tuple[Event, ...] = ()  # what leaders said, the oldest first

    @property
    def subject(self) -> str:
        """The subject of the events that explain it (EventKind.EXPLAINED)."""
        return finding_subject(self.position)


def finding_subject(position: int) -> str:
    """Return the journal's name of the finding at this position of the ledger."""
    return f"finding-{position}"
