"""How many gave each answer to a question, over all responses."""

import collections

from lib.survey.model.answer_levels import Level
from lib.survey.model.survey_form import ColumnKind
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.recognise.checkbox_options import (
    checkbox_options,
    count_options,
    gather_other_options,
)
from lib.survey.recognise.column_meaning import RATED_ROLES, ColumnMeaning
from lib.survey.recognise.worded_levels import level_indexes
from lib.survey.table.coded_column import CodedColumn


def answer_counts(
    understood: ColumnMeaning, column: CodedColumn, scale: CodedColumn
) -> tuple[tuple[str, int], ...]:
    """Return each answer with how many gave it: levels in their order, others by their number."""
    if understood.role in RATED_ROLES:
        return _by_level(understood.levels, column)
    if understood.kind is ColumnKind.MULTIPLE:
        counts = count_options(column, checkbox_options(scale))
    elif understood.kind in (ColumnKind.SINGLE, ColumnKind.SCALE):
        stated = gather_other_options(column)
        counts = dict(zip(stated.texts, stated.counts, strict=True))
    else:
        counts = {}
    given = ((text, n) for text, n in counts.items() if n)
    return tuple(sorted(given, key=lambda answer: (-answer[1], sort_key(answer[0]))))


def _by_level(known: tuple[Level, ...], column: CodedColumn) -> tuple[tuple[str, int], ...]:
    counts: collections.Counter[int] = collections.Counter()
    for at, n in zip(level_indexes(known, column.texts), column.counts, strict=True):
        counts[at] += n
    return tuple((level.text, counts[at]) for at, level in enumerate(known) if counts[at])
