"""What the ledger says happened to the responses between two readings, and what may explain it."""

import dataclasses
import datetime as dt

from lib.evidence.line import What
from lib.journal.event import Event
from lib.wording import mark


@dataclasses.dataclass(frozen=True)
class Reading:
    """A reading of the survey that brought something new; the address `luc` holds its number."""

    number: int  # from 1
    read_at: dt.datetime  # UTC
    size: int  # of the ledger then
    shown: bool = False  # viewers saw it: their links may hold it


@dataclasses.dataclass(frozen=True)
class Finding:
    """One alteration, certain in what it says; it happened after `since` and before `reading`."""

    position: int  # of its line in the ledger
    what: What
    code: str  # of the response; "" where it is of a column, or of the ledger itself
    questions: tuple[str, ...]  # ids of the questions that it is about, as c1
    about: str  # of a moved response: the code that it had; of the ledger: the head expected
    reading: Reading
    since: dt.datetime  # when it was last read otherwise (UTC)
    explanations: tuple[str, ...]  # sentences of the catalogue: what may have happened
    explained: tuple[Event, ...] = ()  # what leaders said, the oldest first

    @property
    def subject(self) -> str:
        """The subject of the events that explain it (Kind.EXPLAINED)."""
        return subject(self.position)


def subject(position: int) -> str:
    """Return the journal's name of the finding at this position of the ledger."""
    return f"finding-{position}"


RESUBMITTED = mark(
    "The respondent may have edited the answers through the form’s link; the Sheet cannot tell "
    "that from a row that somebody typed over."
)
RETYPED = mark("Somebody who may edit the Sheet changed the row.")
OWN_COLUMN = mark("The column may be the office’s own, beside those of the form.")
REMOVED = mark("Somebody deleted the row in the Sheet, or its time was changed with its answers.")
NEWER = mark(
    "The respondent may have edited the answers through the form’s link: then they arrived anew, "
    "with a later time."
)
TYPED = mark("A response on paper may have been typed in, or a row inserted.")
DELAYED = mark("The form may have delivered it late: it is a matter of minutes at most.")
UNDATED = mark("The row has no time that can be read; a form always writes one.")
MOVED = mark("Somebody changed the time in the Sheet, or deleted the row and typed it again.")
SAME_ANSWERS = mark(
    "One response may have been removed while another with the same answers arrived."
)
RESTORED = mark("A deleted row was put back, for example from the Sheet’s version history.")
COLUMN_GONE = mark("Somebody deleted the column, or gave it another header.")
COLUMN_BACK = mark("The column was put back.")
LEDGER = mark(
    "Somebody changed the ledger itself, or put an older copy of it in its place; "
    "restoring a backup looks the same."
)
CLOCK = mark("This computer’s clock was set back, or another server’s clock is ahead.")
