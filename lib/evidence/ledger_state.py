"""What every response said last, as the sealed readings add up to it."""

import dataclasses
import datetime as dt
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lib.evidence.ledger_columns import LedgerSheet
from lib.evidence.ledger_line import LedgerLine, parse_line
from lib.evidence.sealed_contents import SealedContents, honest_contents, unpack_contents
from lib.journal.sealed_reading import SealedReading
from lib.survey.question_cells import QuestionCells

PlaceArray = npt.NDArray[np.int64]
FlagArray = npt.NDArray[np.bool_]
CodeArray = npt.NDArray[np.bytes_]
UNKNOWN_INDEX = -1


def _nobodys(kind: str) -> Callable[[], Any]:
    """Return what makes an array of this kind about no response."""
    return lambda: np.zeros(0, kind)


@dataclasses.dataclass(frozen=True, eq=False)
class LedgerState:
    """m responses in the order of their first lines; arrays of length m."""

    number: int = 0  # of the last reading
    read_at: dt.datetime | None = None
    codes: CodeArray = dataclasses.field(default_factory=_nobodys("S10"))
    source: npt.NDArray[np.int16] = dataclasses.field(default_factory=_nobodys("i2"))
    # wall clock of the sheet; NaT unknown
    times: npt.NDArray[np.datetime64] = dataclasses.field(default_factory=_nobodys("M8[s]"))
    present: FlagArray = dataclasses.field(default_factory=_nobodys("?"))
    answer_known: FlagArray = dataclasses.field(default_factory=_nobodys("?"))
    # the reading in which it said what it says
    answered_in: PlaceArray = dataclasses.field(default_factory=_nobodys("i8"))
    moved: FlagArray = dataclasses.field(default_factory=_nobodys("?"))  # was another first
    answers: Mapping[str, QuestionCells] = dataclasses.field(default_factory=dict)  # by column
    sources: tuple[str, ...] = ()
    sheets: Mapping[str, LedgerSheet] = dataclasses.field(default_factory=dict)  # by source
    # every header that a column ever had, by source and number
    worded: Mapping[str, Mapping[str, Sequence[str]]] = dataclasses.field(default_factory=dict)
    # by number of a column, the places of what was sealed while it was gone
    without: Mapping[str, frozenset[int]] = dataclasses.field(default_factory=dict)
    beside: frozenset[str] = frozenset()  # numbers of columns said to be the office's own
    unread: frozenset[str] = frozenset()  # sources that are in the settings no more
    # of columns that name persons, how many cells are filled: by source and digest of the header
    persons: Mapping[str, Mapping[str, int]] = dataclasses.field(default_factory=dict)
    # by place, where the answer is not known
    old: Mapping[int, "OldAnswer"] = dataclasses.field(default_factory=dict)

    # the place of every code: it only grows, and is shared by all states of one ledger
    index: dict[bytes, int] = dataclasses.field(default_factory=dict, repr=False)

    def places(self, codes: CodeArray) -> PlaceArray:
        """Return where these codes stand, -1 where they do not."""
        known = (self.index.get(code, UNKNOWN_INDEX) for code in codes.tolist())
        places = np.fromiter(known, np.int64, len(codes))
        return np.where(places < len(self.codes), places, UNKNOWN_INDEX)

    def answering(self, source: str, number: str) -> PlaceArray:
        """Return the places of the responses of a source, still there, that answered this."""
        if number not in self.answers or source not in self.sources:
            return np.zeros(0, np.int64)
        own = self.present & (self.source == self.sources.index(source))
        return np.flatnonzero(own & (self.answers[number].codes >= 0))


class OldAnswer(NamedTuple):
    """What is left of an answer too old to be kept."""

    nonce: str
    hash: str
    states_source: bool


class UnsealedReading(NamedTuple):
    """A sealed reading with what it holds."""

    sealed: SealedReading
    lines: list[LedgerLine]
    contents: SealedContents  # of the lines that have a hash
    violation: str = ""  # what is called broken: contents not as its lines say, which are let go


def unseal_reading(sealed: SealedReading) -> UnsealedReading:
    """Return what a reading holds; nobody is shown what a hand wrote into the store."""
    try:
        lines = [parse_line(text) for text in line_texts(sealed)]
    except ValueError:
        lines = []
    hashes = [line.hash for line in lines if line.hash]
    unpacked = unpack_contents(sealed.contents)
    contents = honest_contents(unpacked, hashes)
    violation = "" if contents is unpacked else f"contents-{sealed.number}"
    return UnsealedReading(sealed, lines, contents, violation)


def line_texts(sealed: SealedReading) -> list[str]:
    """Return the lines of a reading as they are written; none that a hand made unreadable."""
    try:
        return zlib.decompress(sealed.lines).decode(errors="replace").splitlines()
    except zlib.error:
        return []


def pack_lines(texts: Sequence[str]) -> bytes:
    """Return lines as a reading holds them."""
    return zlib.compress("\n".join(texts).encode())
