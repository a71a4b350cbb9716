"""What may have happened, for each finding: more than one thing looks the same from outside."""

from collections.abc import Iterator, Mapping

from lib.evidence.ledger import FindingLine
from lib.evidence.ledger_line import LineKind
from lib.wording import mark

_RETYPED = mark("Somebody who may edit the Sheet typed over it.")
_OWN_COLUMN = mark("The column may be the office’s own, beside those of the form.")
_REMOVED = mark("Somebody deleted the row in the Sheet, or changed its time and its answers.")
RESUBMITTED_ANSWERS = mark(
    "The respondent may have edited the answers through the form’s link: then they arrived anew, "
    "with a later time. The Sheet cannot tell that from a row that somebody typed over."
)
_TYPED = mark("A response on paper may have been typed in, or a row inserted.")
_DELAYED = mark("Rows may have been out of reach for a while, for example in another tab.")
UNDATED_ROW = mark("The row has no time that can be read; a form always writes one.")
_TIME_CHANGED = mark("Somebody changed the time in the Sheet, or typed a deleted row again.")
_SAME_ANSWERS = mark("One may have been removed while another with the same answers arrived.")
_RESTORED = mark("A deleted row was put back, for example from the Sheet’s version history.")
_COLUMN_GONE = mark("Somebody deleted the column, or gave it another header and other answers.")
_COLUMN_OF_PERSONS = mark(
    "Names or contacts stand in the place of its answers: such a column is neither kept nor "
    "compared, and what comes back is compared with what was answered before."
)
_COLUMN_BACK = mark("The column was put back.")
_SOURCE_GONE = mark("The office took the sheet out of the settings.")
_SOURCE_MOVED = mark(
    "The settings name another sheet in its place: whether that holds the same responses nobody "
    "compared."
)
_SOURCE_COPIED = mark("The office goes on with a copy of the sheet.")
_SOURCE_EXCHANGED = mark(
    "Somebody put another sheet in its place: what it says otherwise is told beside this."
)
_SOURCE_BACK = mark("The sheet was put into the settings again.")
_COLUMN_ADDED = mark("Somebody added a column of answers that no respondent gave.")
_OWN_COLUMN_COUNTED = mark(
    "The office’s own column, or one that was not compared so far, was made a question that counts."
)
_LEDGER = mark(
    "Somebody changed the log of verification itself, or put an older copy in its "
    "place; a backup that was restored looks the same."
)
_JOURNAL = mark(
    "Somebody deleted, changed or moved entries of the journal without the app, or put an older "
    "copy in its place; a backup that was restored looks the same."
)
_JOURNAL_TEXT = mark("Somebody typed over words that were noted in the journal, without the app.")
_CLOCK = mark("A computer’s clock was set back, or that of another server is ahead.")

_OF_ALL: Mapping[LineKind, tuple[str, ...]] = {
    LineKind.REMOVED: (_COLUMN_GONE, _COLUMN_OF_PERSONS),
    LineKind.RETURNED: (_COLUMN_BACK,),
    LineKind.SOURCE_REMOVED: (_SOURCE_GONE, _SOURCE_MOVED),
    LineKind.SOURCE_RETURNED: (_SOURCE_BACK,),
    LineKind.SOURCE_MOVED: (_SOURCE_COPIED, _SOURCE_EXCHANGED),
    LineKind.COUNTED: (_COLUMN_ADDED, _OWN_COLUMN_COUNTED),
    LineKind.BROKEN: (_LEDGER,),
    LineKind.CLOCK: (_CLOCK,),
    LineKind.JOURNAL_BROKEN: (_JOURNAL,),
    LineKind.JOURNAL_TEXT: (_JOURNAL_TEXT,),
}


def possible_explanations(entry: FindingLine, *, dated: bool) -> tuple[str, ...]:
    """Return the catalogue's sentences; `dated` tells whether the response has a time."""
    return tuple(
        _of_response(entry, dated) if entry.line.code else _OF_ALL.get(entry.line.what, ())
    )


def _of_response(entry: FindingLine, dated: bool) -> Iterator[str]:
    match entry.line.what:
        case LineKind.EDITED:
            yield from (_RETYPED, _OWN_COLUMN)
        case LineKind.REMOVED:
            yield _REMOVED
            if entry.came:
                yield RESUBMITTED_ANSWERS
        case LineKind.LATE:
            yield from (_TYPED, _DELAYED) if dated else (UNDATED_ROW, _TYPED)
        case LineKind.MOVED:
            yield from (_TIME_CHANGED, _SAME_ANSWERS, RESUBMITTED_ANSWERS)
        case LineKind.RETURNED:
            yield _RESTORED
            if entry.line.about:
                yield _RETYPED
