"""The lines of the ledger: what they say, as text that is hashed and handed out."""

import enum
from typing import NamedTuple

_EMPTY = "-"  # stands for nothing, so that a line always has seven words


class LineKind(enum.StrEnum):
    """What a line says; permanent, as ledgers hold it."""

    SEEN = "seen"  # first sight, no finding
    EDITED = "edited"
    REMOVED = "removed"
    LATE = "late"  # first sight, and its time lies before what had been seen
    MOVED = "moved"  # time moved: another response, or what it was, is gone
    RETURNED = "returned"
    BROKEN = "broken"  # the ledger is not the one that a head remembered elsewhere stands for
    CLOCK = "clock"  # this reading bears an earlier time than the one before
    REREAD = "reread"  # no response any more, or one only now, as the sheet is read otherwise
    COUNTED = "counted"  # a column filled in for responses already there enters a rate now
    BESIDE = "beside"  # a column of the office's own, which is not compared; no finding
    SOURCE_REMOVED = "source_removed"  # it is in the settings no more, or by another address
    SOURCE_RETURNED = "source_returned"
    SOURCE_MOVED = "source_moved"  # under its name the settings have another address
    CONTENTS = "contents"  # of a reading, as they lie in the store from now on; no finding
    JOURNAL = "journal"  # the head of the journal's chain as this reading is sealed; no finding
    JOURNAL_BROKEN = "journal_broken"  # its events are not those of such a head any more
    JOURNAL_TEXT = "journal_text"  # words of an event are not those that were kept with it


NO_FINDINGS = (
    LineKind.SEEN,
    LineKind.REREAD,
    LineKind.BESIDE,
    LineKind.CONTENTS,
    LineKind.JOURNAL,
)
SOURCE_KINDS = (LineKind.SOURCE_REMOVED, LineKind.SOURCE_RETURNED, LineKind.SOURCE_MOVED)


class LedgerLine(NamedTuple):
    """One line; `hash` is that of the nonce and the content, "" where there is no content."""

    code: str  # of the response; "" of a column or of the ledger itself
    what: LineKind
    # ids of questions, of a column its number and how many responses; of MOVED the code before;
    # of BROKEN the head; of a source its name, percent-encoded, and how many responses; of
    # CONTENTS the reading and two digests; of the journal a head of its chain,
    # of JOURNAL_TEXT the leaf of the event
    about: tuple[str, ...] = ()
    hash: str = ""


def placed_line_text(position: int, reading: int, read_at: str, line: str) -> str:
    """Return a line as it is hashed and handed out; `line` is what `line_text` made of it."""
    return f"{position} {reading} {read_at} {line}"


def line_text(line: LedgerLine) -> str:
    """Return what a line says beside its place: "code what about hash"."""
    words = (line.code, str(line.what), ",".join(line.about), line.hash)
    return " ".join(word or _EMPTY for word in words)


def parse_line(written: str) -> LedgerLine:
    """Return the line of such a text; raises ValueError where it is none."""
    code, what, about, hash_ = written.split(" ")
    return LedgerLine(
        "" if code == _EMPTY else code,
        LineKind(what),
        () if about == _EMPTY else tuple(about.split(",")),
        "" if hash_ == _EMPTY else hash_,
    )
