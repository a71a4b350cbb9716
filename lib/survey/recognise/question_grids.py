"""Grids: a form writes each row as a column of its own, "Câu hỏi [Hàng]"."""

import collections
import re
from collections.abc import Iterable, Sequence

from lib.survey.model.lexicon import find_word
from lib.survey.table.coded_column import CodedColumn, stack_columns

_RATED = ""  # no answer is empty
_ROW = re.compile(r"(.*?\S)\s*\[(.+)\]")


def grid_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems that several columns share; one bracket alone makes no grid."""
    shared = collections.Counter(stem for stem, row in map(split_grid_header, texts) if row)
    return frozenset(stem for stem, n in shared.items() if n > 1)


def split_grid_header(text: str) -> tuple[str, str]:
    """Return the stem and the row of a header, the row "" where there is none."""
    found = _ROW.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def pool_same_scale(rows: Sequence[CodedColumn]) -> list[CodedColumn]:
    """Return for each row the answers to all rows that have its scale.

    Rows have one scale where they share an answer, or the lexicon rates answers of both; two
    grids may bear the same stem.
    """
    scales: list[tuple[set[str], list[int]]] = []
    for at, row in enumerate(rows):
        signs, members = _signs(row.common), [at]
        for scale in [scale for scale in scales if scale[0] & signs]:
            scales.remove(scale)
            signs, members = signs | scale[0], members + scale[1]
        scales.append((signs, members))
    whole = list(rows)
    for _, members in scales:
        together = stack_columns(rows[at] for at in sorted(members))
        for at in members:
            whole[at] = together
    return whole


def _signs(row: CodedColumn) -> set[str]:
    rated = {_RATED for text in row.texts if find_word(text)}
    return rated | set(row.texts)
