"""The ledger as it was read from its store, held against every head that it should have."""

import bisect
import copy
import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from lib.evidence.alterations import Alterations, sum_alterations
from lib.evidence.contents_proof import (
    SealedDigests,
    contents_lines,
    proven_reading,
    sealed_digests,
)
from lib.evidence.journal_heads import JournalHeads
from lib.evidence.ledger_finding import LedgerReading
from lib.evidence.ledger_fold import fold_readings
from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import NO_FINDINGS, LedgerLine, LineKind, parse_line
from lib.evidence.ledger_state import LedgerState, UnsealedReading, line_texts, unseal_reading
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.reading_seal import tree_leaves
from lib.journal.sealed_reading import SealedReading

_LONGEST_NUMBER = 15  # digits of a reading's number; a link may bring more than Python reads


@dataclasses.dataclass(frozen=True)
class FindingLine:
    """A line that is a finding."""

    position: int
    reading: int
    came: int  # how many responses were first seen in the same reading
    line: LedgerLine
    before: int  # the reading in which the response said what it said before; 0 none
    since: dt.datetime | None  # when the survey was last read otherwise


class Ledger:
    """All readings of a store, one after the other."""

    def __init__(self) -> None:
        """Begin without any."""
        self.state = LedgerState()
        self.tree = MerkleTree()
        # heads, and contents, that are not as they were once sealed
        self.violations: list[str] = []
        # of texts: no object to walk over
        self._findings: list[tuple[int, int, int, str, int, str]] = []
        self._read_at: list[float] = []
        self._heads: list[tuple[int, str]] = []
        self._index: dict[int, int] = {}  # where a reading stands, by its number
        self._came: list[int] = []  # how many responses were first seen in each, in time
        self._rereads: dict[int, int] = {}  # how many lines tell of another way of reading
        self._digests: dict[int, SealedDigests] = {}  # of the contents, by number of the reading
        # when what earlier versions wrote was sealed, None: nothing; and each erasure since
        self.contents_since: dt.datetime | None = None
        self.rewritten_at: dict[int, dt.datetime] = {}  # by number of the reading
        self.journal = JournalHeads()
        self._fits = True

    @property
    def head(self) -> LedgerHead:
        """The head as its lines have it."""
        return LedgerHead(self.tree.size, self.tree.root)

    @property
    def readings(self) -> list[int]:
        """The numbers of all readings, the oldest first."""
        return list(self._index)

    def has(self, number: int) -> bool:
        """Tell whether there is a reading of this number."""
        return number in self._index

    def holds(self, head: LedgerHead) -> bool:
        """Tell whether a reading ended with this head."""
        return not head.size or (head.size, head.root) in self._heads

    @property
    def findings(self) -> int:
        """The number of findings."""
        return len(self._findings)

    def grown(self, readings: Sequence[SealedReading]) -> "Ledger":
        """Return this ledger and the next readings; this one stays, for pages that look at it."""
        unsealed = [unseal_reading(sealed) for sealed in readings]
        more, last = self._copy(), _Last(self.state)
        written = (line for reading in unsealed for line in reading.lines)
        digests = sealed_digests(self._digests, written)
        opened = [proven_reading(reading, digests) for reading in unsealed]
        more.state = fold_readings(self.state, opened)
        for reading in opened:
            more._take(reading, last)
        return more

    def _copy(self) -> "Ledger":
        other = copy.copy(self)
        other.tree, other.violations = self.tree.copy(), list(self.violations)
        other._findings, other._read_at = list(self._findings), list(self._read_at)
        other._heads, other._index = list(self._heads), dict(self._index)
        other._came, other._rereads = list(self._came), dict(self._rereads)
        other._digests, other.rewritten_at = dict(self._digests), dict(self.rewritten_at)
        other.journal = self.journal.copy()
        return other

    @property
    def unsealed_contents(self) -> list[int]:
        """The numbers of the readings whose contents no line stands for: of earlier versions."""
        return [number for number in self._index if number not in self._digests]

    def finding_lines(self, first: int, count: int | None) -> list[FindingLine]:
        """Return so many findings, the newest first, from the one at `first` on."""
        newest = self._findings[::-1][first : None if count is None else first + count]
        return [_finding_line(*each) for each in newest]

    def reading(self, number: int, seen: Collection[int] = ()) -> LedgerReading:
        """Return one reading."""
        at = self._index[number]
        read_at = dt.datetime.fromisoformat(_iso(self._read_at[at]))
        return LedgerReading(
            number,
            read_at,
            LedgerHead(*self._heads[at]),
            number in seen,
            new_count=self._came[at],
            finding_count=self._until(number) - self._until(number - 1),
            is_erasure=number in self.rewritten_at,
        )

    def numbers_of(self, seen: Collection[int], *, seen_only: bool) -> list[int]:
        """Return the numbers of all readings, or of those that viewers saw, the newest first."""
        return [n for n in reversed(self.readings) if not seen_only or n in seen]

    def find(self, code: str, seen: Collection[int]) -> LedgerReading | None:
        """Return the reading that a link names by this code, None where there is none."""
        number = code.partition("-")[0]
        if len(number) > _LONGEST_NUMBER or not number.isdecimal() or not self.has(int(number)):
            return None
        reading = self.reading(int(number), seen)
        return reading if reading.code == code else None

    def newest(
        self, read_at: dt.datetime, seen: Collection[int], *, seen_only: bool = False
    ) -> LedgerReading | None:
        """Return the newest reading up to this moment, None yet; if `seen_only`, by viewers."""
        upto = self.number_at(read_at)
        numbers = [n for n in seen if n <= upto] if seen_only else [upto]
        return self.reading(max(numbers), seen) if any(numbers) else None

    def alterations(self, number: int) -> Alterations:
        """Return what happened to the responses up to this reading."""
        found = (parse_line(text) for *_, text, _, _ in self._findings[: self._until(number)])
        rereads = {self.reading(at).read_at: n for at, n in self._rereads.items() if at <= number}
        return dataclasses.replace(sum_alterations(found), rereads=rereads)

    def number_at(self, read_at: dt.datetime) -> int:
        """Return the number of the newest reading up to this moment, 0 where there is none."""
        newest_first = zip(reversed(self._index), reversed(self._read_at), strict=True)
        return next((number for number, at in newest_first if at <= read_at.timestamp()), 0)

    def _until(self, number: int) -> int:
        """Return how many findings there are up to a reading."""
        return bisect.bisect_right(self._findings, number, key=lambda line: line[1])

    def _take(self, reading: UnsealedReading, last: "_Last") -> None:
        sealed, lines = reading.sealed, reading.lines
        written, first = line_texts(sealed), self.tree.size
        self.tree.grow(tree_leaves(written, first, sealed.number, sealed.read_at))
        self._check(reading)
        self._take_contents(reading)
        since = reading.contents.since or (_iso(self._read_at[-1]) if self._read_at else "")
        came = sum(line.what is LineKind.SEEN for line in lines)
        for at, (line, text) in enumerate(zip(lines, written, strict=False), first):
            code = line.about[0] if line.what is LineKind.MOVED else line.code
            if line.what not in NO_FINDINGS:
                self._findings.append(
                    (at, sealed.number, came, text, last.reading_number(code), since)
                )
            if line.what is LineKind.REREAD:
                self._rereads[sealed.number] = self._rereads.get(sealed.number, 0) + 1
            self.journal.take(line, at, sealed.read_at)
            if line.hash:
                last.said[line.code] = sealed.number
            if line.what is LineKind.BROKEN:
                self.violations = [head for head in self.violations if head not in line.about]
        self._index[sealed.number] = len(self._heads)
        self._came.append(came)
        self._read_at.append(sealed.read_at.timestamp())
        self._heads.append((self.tree.size, self.tree.root))

    def _take_contents(self, reading: UnsealedReading) -> None:
        """Note of which readings the contents are sealed from now on, and which were rewritten."""
        sealed = reading.sealed
        others = {n for n, _, _ in contents_lines(reading.lines)} - {sealed.number}
        if others - self._digests.keys():
            self.contents_since = sealed.read_at
        elif others:
            self.rewritten_at[sealed.number] = sealed.read_at
        self._digests = sealed_digests(self._digests, reading.lines)

    def _check(self, reading: UnsealedReading) -> None:
        """Note the first head of several that these lines do not have, and contents not theirs."""
        sealed = reading.sealed
        fits = (self.tree.size, self.tree.root) == (sealed.size, sealed.root)
        if self._fits and not fits:
            self.violations.append(str(LedgerHead(sealed.size, sealed.root)))
        self._fits = fits
        if fits and reading.violation:
            self.violations.append(reading.violation)


class _Last:
    """In which reading each response said what it said, while readings are taken in."""

    def __init__(self, state: LedgerState) -> None:
        self._state, self._size = state, len(state.codes)
        self.said: dict[str, int] = {}

    def reading_number(self, code: str) -> int:
        """Return the number of the reading, 0 where there is none."""
        place = self._state.index.get(code.encode(), self._size)
        before = int(self._state.answered_in[place]) if place < self._size else 0
        return self.said.get(code, before)


def _finding_line(
    position: int, reading: int, came: int, text: str, before: int, since: str
) -> FindingLine:
    moment = dt.datetime.fromisoformat(since) if since else None
    return FindingLine(position, reading, came, parse_line(text), before, moment)


def _iso(timestamp: float) -> str:
    return dt.datetime.fromtimestamp(timestamp, dt.UTC).isoformat()
