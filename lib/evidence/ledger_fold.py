"""Sealed readings added up to what every response said last."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lib.evidence.contents_proof import contents_lines
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_line import LineKind
from lib.evidence.ledger_state import (
    UNKNOWN_INDEX,
    FlagArray,
    LedgerState,
    OldAnswer,
    PlaceArray,
    UnsealedReading,
)
from lib.evidence.sealed_contents import SealedContents
from lib.evidence.source_changes import unread_sources
from lib.journal.sealed_reading import SealedReading
from lib.survey.question_cells import QuestionCells

_GONE = ColumnStatus.GONE


def fold_readings(
    before: LedgerState, readings: Sequence[UnsealedReading], *, original: bool = False
) -> LedgerState:
    """Return the state after these readings.

    With `original`, from the beginning only, what each response said first.
    """
    if not readings:
        return before
    fold = _AnswerFold(before)
    for reading in readings:
        fold.take(reading)
    return fold.state(readings[-1].sealed, original=original)


class _AnswerFold:
    """What some readings say, gathered row by row before it becomes arrays."""

    def __init__(self, before: LedgerState) -> None:
        self.before = before
        self._index = before.index
        self._new: list[bytes] = []
        self._read_at = before.read_at
        self._sheets, self._unread = dict(before.sheets), before.unread
        self._persons = dict(before.persons)
        self._old, self._beside = dict(before.old), set(before.beside)
        self._worded = {source: dict(known) for source, known in before.worded.items()}
        self._without = {number: set(places) for number, places in before.without.items()}
        self._lacking: list[frozenset[str]] = []  # of each row of contents, the columns gone then
        # place, what, whether it is there, place of the code before
        self._whats: list[tuple[int, LineKind, bool, int]] = []
        self._places: list[int] = []  # of each row of contents
        self._readings: list[int] = []
        self._kept: list[bool] = []
        self._sources: list[str] = []
        self._times: list[str] = []
        self._said: dict[str, list[str | None]] = {}

    def take(self, reading: UnsealedReading) -> None:
        """Take in the next reading."""
        lines, contents = reading.lines, reading.contents
        if all(number == reading.sealed.number for number, _, _ in contents_lines(lines)):
            self._read_at = reading.sealed.read_at  # else an erasure: nobody read the Sheet
        self._sheets |= contents.sheets
        self._persons |= contents.persons
        for source, sheet in contents.sheets.items():
            known = self._worded.setdefault(source, {})
            for number, header in sheet.headers.items():
                known[number] = (*known.get(number, ()), header)
        for line in (line for line in lines if line.code):
            place = self._place(line.code.encode())
            old = line.about[0].encode() if line.what is LineKind.MOVED else b""
            there = line.what is not LineKind.REMOVED
            there &= line.what is not LineKind.REREAD or bool(line.hash)
            self._whats.append((place, line.what, there, self._index.get(old, UNKNOWN_INDEX)))
            if line.hash:
                self._places.append(place)
        self._unread = unread_sources(self._unread, lines)
        self._beside |= {n for line in lines if line.what is LineKind.BESIDE for n in line.about}
        self._take_gone(contents)
        self._take_old(reading)
        self._readings += [reading.sealed.number] * len(contents.nonces)
        self._take_rows(contents)

    def _place(self, code: bytes) -> int:
        place = self._index.get(code)
        if place is None:
            place = self._index[code] = len(self.before.codes) + len(self._new)
            self._new.append(code)
        return place

    def _take_gone(self, contents: SealedContents) -> None:
        """Note which columns the rows were sealed without: what they said there is known still."""
        gone = {s: frozenset(sheet.columns_with(_GONE)) for s, sheet in self._sheets.items()}
        places = self._places[len(self._lacking) :]
        for place, source in zip(places, contents.sources, strict=True):
            lacking = gone.get(source, frozenset())
            self._lacking.append(lacking)
            for number in self._without.keys() - lacking:
                self._without[number].discard(place)
            for number in lacking:
                self._without.setdefault(number, set()).add(place)

    def _take_old(self, reading: UnsealedReading) -> None:
        nonces, old = reading.contents.nonces, set(reading.contents.old)
        hashes = [line.hash for line in reading.lines if line.hash]
        places = self._places[len(self._kept) :]
        for at, (place, nonce, hash_) in enumerate(zip(places, nonces, hashes, strict=True)):
            self._old.pop(place, None)
            if at in old and nonce:
                self._old[place] = OldAnswer(nonce, hash_, reading.contents.states_source)
            self._kept.append(nonce is not None and at not in old)

    def _take_rows(self, contents: SealedContents) -> None:
        before = len(self._sources)
        self._sources += contents.sources
        self._times += contents.times
        for number, texts in contents.said.items():
            column = self._said.setdefault(number, [])
            column += [*itertools.repeat(None, before - len(column)), *texts]

    def state(self, last: SealedReading, *, original: bool) -> LedgerState:
        """Return the state that all this leads to."""
        before, size = self.before, len(self.before.codes) + len(self._new)
        rows = self._chosen(original)
        places = np.array(self._places, np.int64)[rows]
        sources = tuple(dict.fromkeys([*before.sources, *self._sources]))
        present, moved = self._flags(size)
        numbers = {name: at for at, name in enumerate(sources)}
        return LedgerState(
            number=last.number,
            read_at=self._read_at,
            codes=np.append(before.codes, np.array(self._new, "S10")),
            source=_set(before.source, size, places, [numbers[s] for s in self._sources], rows),
            times=_set(before.times, size, places, [t or "NaT" for t in self._times], rows),
            present=present,
            answer_known=_set(before.answer_known, size, places, self._kept, rows),
            answered_in=_set(before.answered_in, size, places, self._readings, rows),
            moved=moved,
            answers=dict(self._columns(size, places, rows)),
            sources=sources,
            sheets=self._sheets,
            worded=self._worded,
            unread=self._unread,
            persons=self._persons,
            beside=frozenset(self._beside),
            without={number: frozenset(places) for number, places in self._without.items()},
            old=self._old,
            index=self._index,
        )

    def _chosen(self, original: bool) -> PlaceArray:
        """Return the rows of contents that count: the last of a response counts by being last."""
        if not original:
            return np.arange(len(self._places))
        return np.unique(np.array(self._places, np.int64), return_index=True)[1]

    def _flags(self, size: int) -> tuple[FlagArray, FlagArray]:
        present, moved = (
            np.append(flags, np.zeros(size - len(flags), bool))
            for flags in (self.before.present, self.before.moved)
        )
        first = len(self.before.codes)
        seen: set[int] = set()
        for place, what, there, old in self._whats:
            new = place >= first and place not in seen
            seen.add(place)
            present[place] = there
            if what is LineKind.MOVED and old >= 0:
                present[old] = False
                moved[place] |= new
        return present, moved

    def _columns(
        self, size: int, places: PlaceArray, rows: PlaceArray
    ) -> Iterator[tuple[str, QuestionCells]]:
        blank = QuestionCells(np.zeros(0, np.int32), pa.array([], pa.string()))
        for number in dict.fromkeys([*self.before.answers, *self._said]):
            before = self.before.answers.get(number, blank)
            texts = self._said.get(number, [])
            texts += itertools.repeat(None, len(self._places) - len(texts))
            new = pa.array(texts, pa.string()).dictionary_encode()
            added = new.indices.fill_null(UNKNOWN_INDEX).to_numpy(zero_copy_only=False)
            known, moved = unite_texts(before.texts, new.dictionary)
            codes = np.append(
                before.codes, np.full(size - len(before.codes), UNKNOWN_INDEX, np.int32)
            )
            said = np.append(moved, UNKNOWN_INDEX)[added][rows]
            there = self._stood(number, rows)
            codes[places[there]] = said[there]
            yield number, QuestionCells(codes.astype(np.int32, copy=False), known)

    def _stood(self, number: str, rows: PlaceArray) -> FlagArray:
        """Return which of these rows of contents were sealed with this column, if filled in."""
        if number not in self._without:
            return np.ones(len(rows), bool)
        return np.array([number not in lacking for lacking in self._lacking], bool)[rows]


def unite_texts(known: pa.Array, more: pa.Array) -> tuple[pa.Array, PlaceArray]:
    """Return all texts, those known in their places, and where each of the others stands."""
    if more[: len(known)].equals(known):
        return more, np.arange(len(more))
    at = pc.index_in(more, value_set=known)
    new = more.filter(at.is_null())
    places = at.fill_null(UNKNOWN_INDEX).to_numpy(zero_copy_only=False).astype(np.int64)
    places[places < 0] = len(known) + np.arange(len(new))
    return pa.concat_arrays([known, new]), places


def _set(
    before: Any,  # noqa: ANN401
    size: int,
    places: PlaceArray,
    values: Sequence[object],
    rows: PlaceArray,
) -> Any:  # noqa: ANN401
    """Return the array grown to this size with these values, the last one of a place counts."""
    nothing = "NaT" if before.dtype.kind == "M" else 0
    after = np.append(before, np.full(size - len(before), nothing, before.dtype))
    after[places] = np.array(values, before.dtype)[rows]
    return after
