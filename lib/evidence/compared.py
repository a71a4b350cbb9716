"""What a reading changes: every visible difference from what was seen last, and nothing else."""

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from lib.evidence.canonical import canonical
from lib.evidence.contents import order
from lib.evidence.line import What
from lib.evidence.now import Now, blank, differing
from lib.evidence.sheet import Status
from lib.evidence.state import UNKNOWN, Flags, Ints, State
from lib.survey.cells import Cells

LEEWAY = np.timedelta64(60, "s")  # a form delivers what was submitted at once in any order
BEGINNING = np.datetime64("1900-01-01", "s")
AHEAD = dt.timedelta(days=1)  # of the newest time that is believed: zones differ, clocks err


@dataclasses.dataclass(frozen=True)
class Change:
    """One line to be written; `row` is the response's place in the reading, None: not there."""

    what: What
    code: str = ""
    about: tuple[str, ...] = ()
    row: int | None = None


def ledger_changes(false: Sequence[str], state: State, read_at: dt.datetime) -> Iterator[Change]:
    """Yield what is to be said of the ledger itself: heads it should have, a clock set back."""
    for head in dict.fromkeys(false):
        yield Change(What.BROKEN, about=(head,))
    if state.read_at and read_at < state.read_at:
        yield Change(What.CLOCK)


def changes(
    state: State, now: Now, read_at: dt.datetime, otherwise: Iterable[int] = ()
) -> list[Change]:
    """Return the changes in the order of the reading's rows, then what is gone.

    `otherwise` are rows that do not say any more what they said, and nobody knows what that was.
    """
    edited = {**dict.fromkeys(otherwise, ()), **_edited(state, now)}
    new = now.places < 0
    returned = np.flatnonzero(~new)[~state.present[now.places[~new]]]
    gone = _gone(state, now)
    moved = _moved(state, now, gone, [*np.flatnonzero(new).tolist(), *returned.tolist()])
    late = _late(state, now, read_at)
    found = []
    for row in sorted({*np.flatnonzero(new).tolist(), *returned.tolist(), *edited}):
        code = now.codes[row].decode()
        if row in moved:
            about: tuple[str, ...] = (state.codes[moved[row]].decode(),)
            found.append(Change(What.MOVED, code, about, row))
        elif new[row]:
            found.append(Change(What.LATE if late[row] else What.SEEN, code, (), row))
        else:
            what = What.EDITED if state.present[now.places[row]] else What.RETURNED
            found.append(Change(what, code, tuple(edited.get(row, ())), row))
    left = [place for place in gone if place not in moved.values()]
    found += [Change(What.REMOVED, state.codes[place].decode()) for place in left]
    return [*found, *_columns(state, now)]


def _edited(state: State, now: Now) -> Mapping[int, Sequence[str]]:
    """Return the numbers of the questions that each edited row answers otherwise."""
    old = np.flatnonzero(now.places >= 0)
    old = old[state.kept[now.places[old]]]
    found = defaultdict(list)
    nobody = blank(len(state.codes))
    for number, cells in sorted(now.said.items(), key=lambda column: order(column[0])):
        before = state.said.get(number, nobody)
        differ = differing(before, cells, now.places[old], old)
        if differ.any():
            rows = old[differ]
            for row in rows[now.asked(number)[rows]].tolist():
                found[row].append(number)
    return found


def _gone(state: State, now: Now) -> list[int]:
    """Return the places of what is not there any more, of the sources that were read."""
    left = state.present.copy()
    left[now.places[now.places >= 0]] = False
    gone = []
    for sheet in now.responses.sheets:
        if sheet.source in state.sources:
            own = left & (state.source == state.sources.index(sheet.source))
            own &= ~np.isin(state.times, sheet.copies)  # another tab holds it now
            gone += np.flatnonzero(own).tolist()
    return gone


def _moved(state: State, now: Now, gone: Iterable[int], came: Iterable[int]) -> dict[int, int]:
    """Return the rows that say just what one said that is gone, and the place of that one."""
    said = defaultdict[object, list[int]](list)
    for place in gone:
        if state.kept[place]:
            source = state.sources[state.source[place]]
            said[source, _all_said(state.said, place, now, source)].append(place)
    found = {}
    for row in came if said else ():
        source = now.responses.sheets[now.responses.sheet[row]].source
        if places := said.get((source, _all_said(now.said, row, now, source))):
            found[row] = places.pop(0)
    return found


def _all_said(said: Mapping[str, Cells], at: int, now: Now, source: str) -> tuple[str, ...]:
    """Return all answers of one response to what its source still asks."""
    columns = (said.get(number) for number in now.sheets[source].of(Status.ASKED))
    codes = ((column, UNKNOWN if column is None else int(column.codes[at])) for column in columns)
    return tuple(
        "" if column is None or code < 0 else canonical(column.texts[code].as_py())
        for column, code in codes
    )


def _late(state: State, now: Now, read_at: dt.datetime) -> Flags:
    """Return which rows lie before what had been seen of their source, or have no time at all."""
    submitted = now.responses.submitted
    late = np.zeros(len(submitted), bool)
    limit = np.datetime64(read_at.replace(tzinfo=None) + AHEAD, "s")
    for at, sheet in enumerate(now.responses.sheets):
        if sheet.source in state.sources:
            own = state.source == state.sources.index(sheet.source)
            newest = state.times[own & (state.times <= limit)].max(initial=BEGINNING)
            before = (submitted < newest - LEEWAY) | np.isnat(submitted)
            late |= (now.responses.sheet == at) & before
    return late


def _columns(state: State, now: Now) -> Iterator[Change]:
    """Yield the columns that are gone with somebody's answers, and those that came back."""
    for source, sheet in now.sheets.items():
        known = state.sheets.get(source, sheet)
        for number, status in sheet.status.items():
            was = known.status.get(number)
            if (was, status) == (Status.ASKED, Status.GONE) and _answered(state, source, number):
                yield Change(What.REMOVED, about=(number,))
            if (was, status) == (Status.GONE, Status.ASKED):
                yield Change(What.RETURNED, about=(number,))


def _answered(state: State, source: str, number: str) -> bool:
    if number not in state.said or source not in state.sources:
        return False
    own: Ints = np.flatnonzero(state.source == state.sources.index(source))
    return bool((state.said[number].codes[own] >= 0).any())
