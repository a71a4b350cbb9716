"""Where two columns differ in what they say."""

import numpy as np
import pyarrow as pa

from lib.evidence.canonical_answer import canonical_answer
from lib.evidence.ledger_fold import unite_texts
from lib.evidence.ledger_state import UNKNOWN_INDEX, FlagArray, PlaceArray
from lib.survey.question_cells import QuestionCells


def differing_cells(
    before: QuestionCells, after: QuestionCells, places: PlaceArray, rows: PlaceArray
) -> FlagArray:
    """Return where two columns differ in what they say, at these places and rows of theirs."""
    texts, moved = unite_texts(before.texts, after.texts)
    then = before.codes[places].astype(np.int64)
    here = np.append(moved, UNKNOWN_INDEX)[after.codes[rows]]
    differ: FlagArray = then != here
    at = np.flatnonzero(differ)
    if len(at):
        pairs, which = np.unique(np.stack([then[at], here[at]]), axis=1, return_inverse=True)
        apart = [_said(texts, left) != _said(texts, right) for left, right in pairs.T.tolist()]
        differ[at] = np.array(apart)[which]
    return differ


def _said(texts: pa.Array, code: int) -> str:
    return canonical_answer(texts[code].as_py()) if code >= 0 else ""
