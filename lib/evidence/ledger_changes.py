"""What a reading changes: every visible difference from what was seen last, and nothing else."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from lib.evidence.answer_differences import differing_cells
from lib.evidence.canonical_answer import canonical_answer
from lib.evidence.incoming_reading import IncomingReading, blank_cells
from lib.evidence.ledger_change import LedgerChange
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_line import LineKind
from lib.evidence.ledger_state import UNKNOWN_INDEX, FlagArray, LedgerState
from lib.evidence.personal_columns import personal_places, turned_columns
from lib.evidence.sealed_contents import column_order
from lib.evidence.source_changes import moved_sources
from lib.survey.question_cells import QuestionCells
from lib.survey.responses import ResponseSheet

_LEEWAY = np.timedelta64(60, "s")  # a form delivers what was submitted at once in any order
_BEGINNING = np.datetime64("1900-01-01", "s")
_AHEAD = dt.timedelta(days=1)  # of the newest time that is believed: zones differ, clocks err


def find_changes(
    state: LedgerState, now: IncomingReading, read_at: dt.datetime, otherwise: Iterable[int] = ()
) -> list[LedgerChange]:
    """Return the changes in the order of the reading's rows, then what is gone.

    `otherwise` are rows that do not say any more what they said, and nobody knows what that was.
    """
    edited = {**dict.fromkeys(otherwise, ()), **_edited(state, now)}
    anew = _sealed_anew(state, now) - edited.keys()
    new = now.places < 0
    returned = np.flatnonzero(~new)[~state.present[now.places[~new]]]
    gone, reread = _gone(state, now)
    moved = _moved(state, now, gone, [*np.flatnonzero(new).tolist(), *returned.tolist()])
    late, again = _late(state, now, read_at), _reread(state, now)
    changes = []
    for row in sorted({*np.flatnonzero(new).tolist(), *returned.tolist(), *edited, *anew}):
        code = now.codes[row].decode()
        if row in moved:
            about: tuple[str, ...] = (state.codes[moved[row]].decode(),)
            changes.append(LedgerChange(LineKind.MOVED, code, about, row))
        elif new[row]:
            came = (
                (LineKind.REREAD if again[row] else LineKind.LATE) if late[row] else LineKind.SEEN
            )
            changes.append(LedgerChange(came, code, (), row))
        elif row in anew and state.present[now.places[row]]:
            changes.append(LedgerChange(LineKind.REREAD, code, (), row))
        else:
            what = LineKind.EDITED if state.present[now.places[row]] else LineKind.RETURNED
            changes.append(LedgerChange(what, code, tuple(edited.get(row, ())), row))
    left = [place for place in gone if place not in moved.values()]
    changes += [LedgerChange(LineKind.REMOVED, state.codes[place].decode()) for place in left]
    changes += [LedgerChange(LineKind.REREAD, state.codes[place].decode()) for place in reread]
    sources = (
        LedgerChange(line.what, about=line.about) for line in moved_sources(state, now.sheets)
    )
    return [*sources, *changes, *_columns(state, now)]


def _edited(state: LedgerState, now: IncomingReading) -> Mapping[int, Sequence[str]]:
    """Return the numbers of the questions that each edited row answers otherwise."""
    old = np.flatnonzero(now.places >= 0)
    old = old[state.answer_known[now.places[old]]]
    edited = defaultdict(list)
    nobody = blank_cells(len(state.codes))
    for number, cells in sorted(now.answers.items(), key=lambda column: column_order(column[0])):
        before = state.answers.get(number, nobody)
        differ = differing_cells(before, cells, now.places[old], old)
        # whoever came while it was gone is told nothing false: this is the first sight of it
        known = before.codes[now.places[old]] >= 0
        differ &= known | ~np.isin(now.places[old], [*state.without.get(number, ())])
        if differ.any():
            rows = old[differ]
            for row in rows[(now.asked(number) & ~now.counts_now(number))[rows]].tolist():
                edited[row].append(number)
    return edited


def _sealed_anew(state: LedgerState, now: IncomingReading) -> set[int]:
    """Return the rows that say no more, or more, than was compared so far: no alteration.

    Of what they said below a column that turned out to name persons nothing is kept.
    """
    rows = set[int]()
    for at, sheet in enumerate(now.responses.sheets):
        own = np.flatnonzero((now.responses.sheet == at) & (now.places >= 0))
        places = now.places[own]
        for number in now.counted[sheet.source]:
            rows.update(own[now.answers[number].codes[own] >= 0].tolist())
        for number, each in _changed_columns(state, now, sheet.source):
            if each is ColumnStatus.HIDDEN and number in state.answers:
                rows.update(own[state.answers[number].codes[places] >= 0].tolist())
            if each is ColumnStatus.GONE and number in turned_columns(now.sheets[sheet.source]):
                personal = personal_places(state, sheet.source, number)
                rows.update(own[np.isin(places, personal)].tolist())
            if each is ColumnStatus.ASKED:
                rows.update(own[np.isin(places, [*state.without.get(number, ())])].tolist())
    return rows


def _gone(state: LedgerState, now: IncomingReading) -> tuple[list[int], list[int]]:
    """Return the places of what is not there any more, of the sources that were read.

    Apart from them those that are no responses as the sheet is read now.
    """
    left = state.present.copy()
    left[now.places[now.places >= 0]] = False
    gone, reread = list[int](), list[int]()
    for sheet in now.responses.sheets:
        if sheet.source in state.sources:
            own = left & (state.source == state.sources.index(sheet.source))
            own &= ~np.isin(state.times, sheet.copies)  # another tab holds it now
            # A total never had a time: what had one was a response, whatever stands below now.
            undated = own & np.isnat(state.times)
            no_more = _not_counted(state, now, np.flatnonzero(undated).tolist(), sheet)
            reread += no_more
            gone += [at for at in np.flatnonzero(own).tolist() if at not in no_more]
    return gone, reread


def _not_counted(
    state: LedgerState, now: IncomingReading, gone: Sequence[int], sheet: ResponseSheet
) -> list[int]:
    """Return which of these places still stand in the sheet, in a row that is no response now."""
    asked = now.sheets[sheet.source].columns_with(ColumnStatus.ASKED)
    rows = [
        tuple(canonical_answer(row[number]) if number in row else "" for number in asked)
        for row in sheet.not_counted
    ]
    found = []
    for place in gone if rows else ():
        said = _all_said(state.answers, place, now, sheet.source)
        if said in rows:
            rows.remove(said)
            found.append(place)
    return found


def _reread(state: LedgerState, now: IncomingReading) -> FlagArray:
    """Return which rows are of a sheet that is read otherwise since the reading before."""
    since = [_is_reread(state, sheet) for sheet in now.responses.sheets]
    return np.array(since, bool)[now.responses.sheet]


def reads_otherwise(state: LedgerState, now: IncomingReading) -> bool:
    """Tell whether a sheet is read otherwise since the reading before.

    That is sealed whatever it brings: what comes late after it is a finding again.
    """
    return any(_is_reread(state, sheet) for sheet in now.responses.sheets)


def _is_reread(state: LedgerState, sheet: ResponseSheet) -> bool:
    return bool(sheet.reread_at and state.read_at and state.read_at <= sheet.reread_at)


def _moved(
    state: LedgerState, now: IncomingReading, gone: Iterable[int], came: Iterable[int]
) -> dict[int, int]:
    """Return the rows that say just what one said that is gone, and the place of that one."""
    said = defaultdict[object, list[int]](list)
    for place in gone:
        if state.answer_known[place]:
            source = state.sources[state.source[place]]
            said[source, _all_said(state.answers, place, now, source)].append(place)
    moved = {}
    for row in came if said else ():
        source = now.responses.sheets[now.responses.sheet[row]].source
        if places := said.get((source, _all_said(now.answers, row, now, source))):
            moved[row] = places.pop(0)
    return moved


def _all_said(
    said: Mapping[str, QuestionCells], at: int, now: IncomingReading, source: str
) -> tuple[str, ...]:
    """Return all answers of one response to what its source still asks."""
    columns = (said.get(number) for number in now.sheets[source].columns_with(ColumnStatus.ASKED))
    codes = (
        (column, UNKNOWN_INDEX if column is None else int(column.codes[at])) for column in columns
    )
    return tuple(
        "" if column is None or code < 0 else canonical_answer(column.texts[code].as_py())
        for column, code in codes
    )


def _late(state: LedgerState, now: IncomingReading, read_at: dt.datetime) -> FlagArray:
    """Return which rows lie before what had been seen of their source, or have no time at all."""
    submitted = now.responses.identified.submitted
    late = np.zeros(len(submitted), bool)
    limit = np.datetime64(read_at.replace(tzinfo=None) + _AHEAD, "s")
    for at, sheet in enumerate(now.responses.sheets):
        if sheet.source in state.sources:
            own = state.source == state.sources.index(sheet.source)
            newest = state.times[own & (state.times <= limit)].max(initial=_BEGINNING)
            before = (submitted < newest - _LEEWAY) | np.isnat(submitted)
            late |= (now.responses.sheet == at) & before
    return late


def _columns(state: LedgerState, now: IncomingReading) -> Iterator[LedgerChange]:
    """Yield the columns that are gone with answers, that came back, and that count from now on."""
    for at, sheet in enumerate(now.responses.sheets):
        source = sheet.source
        known = state.sheets.get(source, now.sheets[source]).status
        for number, each in _changed_columns(state, now, source):
            was = known.get(number)
            answering = len(state.answering(source, number))
            if (was, each) == (ColumnStatus.ASKED, ColumnStatus.GONE) and answering:
                yield LedgerChange(LineKind.REMOVED, about=(number, str(answering)))
            if (was, each) == (ColumnStatus.GONE, ColumnStatus.ASKED):
                yield LedgerChange(LineKind.RETURNED, about=(number,))
        for number in now.sheets[source].columns_with(ColumnStatus.BESIDE):
            if number not in state.beside:
                yield LedgerChange(LineKind.BESIDE, about=(number,))
        before = (now.responses.sheet == at) & (now.places >= 0)
        for number in now.counted[source]:
            n = int((before & (now.answers[number].codes >= 0)).sum())
            yield LedgerChange(LineKind.COUNTED, about=(number, str(n)))


def _changed_columns(
    state: LedgerState, now: IncomingReading, source: str
) -> Iterator[tuple[str, ColumnStatus]]:
    """Yield what the columns of a source are that were something else."""
    known = state.sheets.get(source, now.sheets[source]).status
    for number, each in now.sheets[source].status.items():
        if known.get(number) != each:
            yield number, ColumnStatus(each)
