"""Answers too old to be kept: the Sheet still has them, and their hashes tell whether the same."""

import dataclasses
from collections.abc import Mapping

import numpy as np

from lib.evidence.incoming_reading import IncomingReading, blank_cells
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_fold import unite_texts
from lib.evidence.ledger_state import UNKNOWN_INDEX, LedgerState, PlaceArray
from lib.evidence.reading_seal import row_contents
from lib.evidence.sealed_contents import answer_commitment, stated_answers
from lib.survey.question_cells import QuestionCells


def confirm_answers(state: LedgerState, now: IncomingReading) -> tuple[LedgerState, list[int]]:
    """Return the state with what the reading says, where a hash confirms it, and the other rows.

    Where a column is gone nothing can be confirmed, nor said to be false.
    """
    if not state.old:
        return state, []
    rows = [row for row, place in enumerate(now.places.tolist()) if place in state.old]
    whole = {source for source, sheet in now.sheets.items() if not _lacks(sheet.status)}
    sheets = now.responses.sheets
    rows = [row for row in rows if sheets[now.responses.sheet[row]].source in whole]
    if not rows:
        return state, []
    at = np.array(rows, np.int64)
    left = [state.old[place] for place in now.places[at].tolist()]
    said = row_contents(state, now, at, str)
    stated = (stated_answers(dataclasses.replace(said, states_source=s)) for s in (False, True))
    true = np.array(
        [
            answer_commitment(answer.nonce, both[answer.states_source]) == answer.hash
            for answer, both in zip(left, zip(*stated, strict=True), strict=True)
        ]
    )
    same = at[true]
    return _filled(state, now.places[same], now.answers, same), at[~true].tolist()


def complete_state(state: LedgerState, live: LedgerState) -> LedgerState:
    """Return an older state with what the live one knows, where a response says the same still.

    Of one that the Sheet has no more nothing is known: what was let go is gone with it.
    """
    places = np.array(list(state.old), np.int64)
    here = live.places(state.codes[places])
    places, here = places[here >= 0], here[here >= 0]
    same = (
        live.answer_known[here]
        & live.present[here]
        & (live.answered_in[here] == state.answered_in[places])
    )
    return _filled(state, places[same], live.answers, here[same])


def _lacks(status: Mapping[str, str]) -> bool:
    return any(each in (ColumnStatus.GONE, ColumnStatus.HIDDEN) for each in status.values())


def _filled(
    state: LedgerState, places: PlaceArray, said: Mapping[str, QuestionCells], rows: PlaceArray
) -> LedgerState:
    """Return the state in which the responses at these places say what these rows say."""
    if not len(places):
        return state
    kept, filled = state.answer_known.copy(), dict(state.answers)
    kept[places] = True
    nobody = blank_cells(len(state.codes))
    for number, cells in said.items():
        before = filled.get(number, nobody)
        texts, moved = unite_texts(before.texts, cells.texts)
        codes = before.codes.copy()
        codes[places] = np.append(moved, UNKNOWN_INDEX)[cells.codes[rows]]
        filled[number] = QuestionCells(codes, texts)
    known = frozenset(places.tolist())
    old = {place: left for place, left in state.old.items() if place not in known}
    return dataclasses.replace(state, answer_known=kept, answers=filled, old=old)
