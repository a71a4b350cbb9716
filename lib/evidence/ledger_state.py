"""What every response said last, as the sealed readings add up to it."""

import dataclasses
import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


@dataclasses.dataclass(frozen=True, eq=False)
class LedgerState:
    """m responses in the order of their first lines; arrays of length m."""

    number: int = 0  # of the last reading
    read_at: dt.datetime | None = None
    codes: CodeArray = dataclasses.field(default_factory=lambda: np.zeros(0, "S10"))
    source: npt.NDArray[np.int16] = dataclasses.field(default_factory=lambda: np.zeros(0, np.int16))
    times: npt.NDArray[np.datetime64] = dataclasses.field(  # wall clock of the sheet; NaT unknown
        default_factory=lambda: np.zeros(0, "datetime64[s]")
    )
    present: FlagArray = dataclasses.field(default_factory=lambda: np.zeros(0, bool))
    answer_known: FlagArray = dataclasses.field(
        default_factory=lambda: np.zeros(0, bool)
    )  # what it said
    answered_in: PlaceArray = dataclasses.field(  # the reading in which it said what it says
        default_factory=lambda: np.zeros(0, np.int64)
    )
    moved: FlagArray = dataclasses.field(
        default_factory=lambda: np.zeros(0, bool)
    )  # was another first
    answers: Mapping[str, QuestionCells] = dataclasses.field(
        default_factory=dict
    )  # by number of the column
    sources: tuple[str, ...] = ()
    sheets: Mapping[str, LedgerSheet] = dataclasses.field(default_factory=dict)  # by source
    old: Mapping[int, "OldAnswer"] = dataclasses.field(default_factory=dict)  # by place; not `kept`

    # the place of every code: it only grows, and is shared by all states of one ledger
    index: dict[bytes, int] = dataclasses.field(default_factory=dict, repr=False)

    def places(self, codes: CodeArray) -> PlaceArray:
        """Return where these codes stand, -1 where they do not."""
        known = (self.index.get(code, UNKNOWN_INDEX) for code in codes.tolist())
        places = np.fromiter(known, np.int64, len(codes))
        return np.where(places < len(self.codes), places, UNKNOWN_INDEX)


class OldAnswer(NamedTuple):
    """What is left of an answer too old to be kept."""

    nonce: str
    hash: str


class UnsealedReading(NamedTuple):
    """A sealed reading with what it holds."""

    sealed: SealedReading
    lines: list[LedgerLine]
    contents: SealedContents  # of the lines that have a hash
    forged: bool = False  # it held what is not as its lines say; that counts as erased


def unseal_reading(sealed: SealedReading) -> UnsealedReading:
    """Return what a reading holds; nobody is shown what a hand wrote into the store."""
    try:
        lines = [parse_line(text) for text in line_texts(sealed)]
    except ValueError:
        lines = []
    hashes = [line.hash for line in lines if line.hash]
    unpacked = unpack_contents(sealed.contents)
    contents = honest_contents(unpacked, hashes)
    return UnsealedReading(sealed, lines, contents, contents is not unpacked)


def line_texts(sealed: SealedReading) -> list[str]:
    """Return the lines of a reading as they are written; none that a hand made unreadable."""
    try:
        return zlib.decompress(sealed.lines).decode(errors="replace").splitlines()
    except zlib.error:
        return []


def pack_lines(texts: Sequence[str]) -> bytes:
    """Return lines as a reading holds them."""
    return zlib.compress("\n".join(texts).encode())
