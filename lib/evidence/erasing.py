"""Which kept answers are to be forgotten: those of some responses, or those long superseded."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lib.evidence.contents import pack, unpack
from lib.evidence.line import Line, What
from lib.evidence.state import Unsealed, unsealed
from lib.journal.sealed import Sealed

Rows = Mapping[int, Collection[int]]  # of the contents of a reading, by its number


def of(codes: Collection[str], readings: Iterable[Sealed]) -> Rows:
    """Return all that these responses ever said."""
    found = defaultdict[int, list[int]](list)
    for sealed in readings:
        for at, line in _kept(unsealed(sealed)):
            if line.code in codes:
                found[sealed.number].append(at)
    return found


def superseded(since: dt.datetime, readings: Iterable[Sealed]) -> Rows:
    """Return what had been edited, moved or removed before this moment; what stands, stays."""
    found = defaultdict[int, list[int]](list)
    last: dict[str, tuple[int, int]] = {}
    gone: dict[str, dt.datetime] = {}
    for one in map(unsealed, readings):
        rows = dict(_kept(one))
        places = {line.code: at for at, line in rows.items()}
        for line in one.lines:
            end = line.about[0] if line.what is What.MOVED else line.code
            if line.code in places:
                gone.pop(line.code, None)
            if line.what in (What.REMOVED, What.MOVED):
                gone[end] = one.sealed.read_at
            if line.code in places:
                if line.code in last and one.sealed.read_at < since:
                    number, at = last[line.code]
                    found[number].append(at)
                last[line.code] = one.sealed.number, places[line.code]
    for code, moment in gone.items():
        if moment < since and code in last:
            number, at = last[code]
            found[number].append(at)
    return found


def rewritten(readings: Sequence[Sealed], rows: Rows) -> dict[int, bytes]:
    """Return what is left of the contents of these readings, where anything is to be erased."""
    left = {}
    for sealed in readings:
        contents = unpack(sealed.contents)
        gone = [at for at in rows.get(sealed.number, ()) if at < len(contents.nonces)]
        if any(contents.nonces[at] is not None for at in gone):
            left[sealed.number] = pack(contents.without(gone))
    return left


def _kept(one: Unsealed) -> Iterator[tuple[int, Line]]:
    return enumerate(line for line in one.lines if line.hash)
