"""The ledger as it was read from its store, held against every head that it should have."""

import bisect
import copy
import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence

from lib.evidence.alterations import Alterations, alterations
from lib.evidence.finding import Reading
from lib.evidence.head import Head
from lib.evidence.line import Line, What, parsed
from lib.evidence.merkle import Tree
from lib.evidence.sealing import leaves
from lib.evidence.state import State, Unsealed, folded, texts, unsealed
from lib.journal.sealed import Sealed


@dataclasses.dataclass(frozen=True)
class Found:
    """A line that is a finding."""

    position: int
    reading: int
    came: int  # how many responses were first seen in the same reading
    line: Line
    before: int  # the reading in which the response said what it said before; 0 none
    since: dt.datetime | None  # when the survey was last read otherwise


class Ledger:
    """All readings of a store, one after the other."""

    def __init__(self) -> None:
        """Begin without any."""
        self.state = State()
        self.tree = Tree()
        self.false: list[str] = []  # heads, and contents, that are not as they were once sealed
        self._found: list[
            tuple[int, int, int, str, int, str]
        ] = []  # of texts: no object to walk over
        self._read_at: list[float] = []
        self._heads: list[tuple[int, str]] = []
        self._index: dict[int, int] = {}  # where a reading stands, by its number
        self._fits = True

    @property
    def head(self) -> Head:
        """The head as its lines have it."""
        return Head(self.tree.size, self.tree.root)

    @property
    def readings(self) -> list[int]:
        """The numbers of all readings, the oldest first."""
        return list(self._index)

    def has(self, number: int) -> bool:
        """Tell whether there is a reading of this number."""
        return number in self._index

    def holds(self, head: Head) -> bool:
        """Tell whether a reading ended with this head."""
        return not head.size or (head.size, head.root) in self._heads

    @property
    def findings(self) -> int:
        """The number of findings."""
        return len(self._found)

    def grown(self, readings: Sequence[Sealed]) -> "Ledger":
        """Return this ledger and the next readings; this one stays, for pages that look at it."""
        opened = [unsealed(sealed) for sealed in readings]
        last = _Last(self.state)
        more = self._copy()
        more.state = folded(self.state, opened)
        for one in opened:
            more._take(one, last)
        return more

    def _copy(self) -> "Ledger":
        other = copy.copy(self)
        other.tree, other.false = self.tree.copy(), list(self.false)
        other._found, other._read_at = list(self._found), list(self._read_at)
        other._heads, other._index = list(self._heads), dict(self._index)
        return other

    def found(self, first: int, count: int | None) -> list[Found]:
        """Return so many findings, the newest first, from the one at `first` on."""
        newest = self._found[::-1][first : None if count is None else first + count]
        return [_found(*each) for each in newest]

    def reading(self, number: int, shown: Collection[int] = ()) -> Reading:
        """Return one reading."""
        at = self._index[number]
        read_at = dt.datetime.fromisoformat(_iso(self._read_at[at]))
        head, before = Head(*self._heads[at]), self._heads[at - 1][0] if at else 0
        found = self._until(number) - self._until(number - 1)
        new = head.size - before - found
        return Reading(number, read_at, head, number in shown, new=new, found=found)

    def alterations(self, number: int) -> Alterations:
        """Return what happened to the responses up to this reading."""
        return alterations(parsed(text) for *_, text, _, _ in self._found[: self._until(number)])

    def number_at(self, read_at: dt.datetime) -> int:
        """Return the number of the newest reading up to this moment, 0 where there is none."""
        newest_first = zip(reversed(self._index), reversed(self._read_at), strict=True)
        return next((number for number, at in newest_first if at <= read_at.timestamp()), 0)

    def _until(self, number: int) -> int:
        """Return how many findings there are up to a reading."""
        return bisect.bisect_right(self._found, number, key=lambda one: one[1])

    def _take(self, one: Unsealed, last: "_Last") -> None:
        sealed, lines = one.sealed, one.lines
        written, first = texts(sealed), self.tree.size
        self.tree.grow(leaves(written, first, sealed.number, sealed.read_at))
        self._check(one)
        since = one.contents.since or (_iso(self._read_at[-1]) if self._read_at else "")
        came = sum(line.what is What.SEEN for line in lines)
        for at, (line, text) in enumerate(zip(lines, written, strict=False), first):
            code = line.about[0] if line.what is What.MOVED else line.code
            if line.what is not What.SEEN:
                self._found.append((at, sealed.number, came, text, last.of(code), since))
            if line.hash:
                last.said[line.code] = sealed.number
            if line.what is What.BROKEN:
                self.false = [head for head in self.false if head not in line.about]
        self._index[sealed.number] = len(self._heads)
        self._read_at.append(sealed.read_at.timestamp())
        self._heads.append((self.tree.size, self.tree.root))

    def _check(self, one: Unsealed) -> None:
        """Note the first head of several that these lines do not have, and contents not theirs."""
        sealed = one.sealed
        fits = (self.tree.size, self.tree.root) == (sealed.size, sealed.root)
        if self._fits and not fits:
            self.false.append(str(Head(sealed.size, sealed.root)))
        self._fits = fits
        if fits and one.forged:
            self.false.append(f"contents-{sealed.number}")


class _Last:
    """In which reading each response said what it said, while readings are taken in."""

    def __init__(self, state: State) -> None:
        self._state, self._size = state, len(state.codes)
        self.said: dict[str, int] = {}

    def of(self, code: str) -> int:
        """Return the number of the reading, 0 where there is none."""
        place = self._state.index.get(code.encode(), self._size)
        before = int(self._state.last[place]) if place < self._size else 0
        return self.said.get(code, before)


def _found(position: int, reading: int, came: int, text: str, before: int, since: str) -> Found:
    moment = dt.datetime.fromisoformat(since) if since else None
    return Found(position, reading, came, parsed(text), before, moment)


def _iso(timestamp: float) -> str:
    return dt.datetime.fromtimestamp(timestamp, dt.UTC).isoformat()
