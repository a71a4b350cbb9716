"""What may have happened, for each finding: more than one thing looks the same from outside."""

from collections.abc import Iterator

from lib.evidence.ledger import Found
from lib.evidence.line import What
from lib.wording import mark

RETYPED = mark("Somebody who may edit the Sheet typed over it.")
OWN_COLUMN = mark("The column may be the office’s own, beside those of the form.")
REMOVED = mark("Somebody deleted the row in the Sheet, or changed its time and its answers.")
RESUBMITTED = mark(
    "The respondent may have edited the answers through the form’s link: then they arrived anew, "
    "with a later time. The Sheet cannot tell that from a row that somebody typed over."
)
TYPED = mark("A response on paper may have been typed in, or a row inserted.")
DELAYED = mark("Rows may have been out of reach for a while, for example in another tab.")
UNDATED = mark("The row has no time that can be read; a form always writes one.")
TIME_CHANGED = mark("Somebody changed the time in the Sheet, or typed a deleted row again.")
SAME_ANSWERS = mark("One may have been removed while another with the same answers arrived.")
RESTORED = mark("A deleted row was put back, for example from the Sheet’s version history.")
COLUMN_GONE = mark("Somebody deleted the column, or gave it another header and other answers.")
COLUMN_BACK = mark("The column was put back.")
LEDGER = mark(
    "Somebody changed the ledger itself, or put an older copy in its place; a backup that was "
    "restored looks the same."
)
CLOCK = mark("A computer’s clock was set back, or that of another server is ahead.")


def explanations(found: Found, *, dated: bool) -> tuple[str, ...]:
    """Return the catalogue's sentences; `dated` tells whether the response has a time."""
    return tuple(_of_column(found) if not found.line.code else _of_response(found, dated))


def _of_response(found: Found, dated: bool) -> Iterator[str]:
    match found.line.what:
        case What.EDITED:
            yield from (RETYPED, OWN_COLUMN)
        case What.REMOVED:
            yield REMOVED
            if found.came:
                yield RESUBMITTED
        case What.LATE:
            yield from (TYPED, DELAYED) if dated else (UNDATED, TYPED)
        case What.MOVED:
            yield from (TIME_CHANGED, SAME_ANSWERS, RESUBMITTED)
        case What.RETURNED:
            yield RESTORED
            if found.line.about:
                yield RETYPED


def _of_column(found: Found) -> Iterator[str]:
    match found.line.what:
        case What.REMOVED:
            yield COLUMN_GONE
        case What.RETURNED:
            yield COLUMN_BACK
        case What.BROKEN:
            yield LEDGER
        case What.CLOCK:
            yield CLOCK
