"""One question in two columns of one sheet: the branches of a form each have their own."""

from collections.abc import Mapping, Sequence

from lib.survey.history.question_ids import CURRENT_RULES, QuestionIds
from lib.survey.model.lexicon import find_word
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.table.coded_column import CodedColumn
from lib.survey.table.form_table import FormTable

_MOST = 12  # answers of a closed question


def twin_columns(sheets: Sequence[FormTable], numbers: QuestionIds) -> Mapping[str, str]:
    """Return the headers, made unique, that ask what an earlier equal one asks, with that one.

    Nobody answered both, and the answers are of one scale, in every sheet that has both. A
    sheet that was read before keeps its two questions.
    """
    twins: dict[str, str] = {}
    refused: set[str] = set()
    for sheet in sheets:
        current = numbers.rules_of(sheet.table.source) == CURRENT_RULES
        for header, at in sheet.positions.items():
            first = clean_text(sheet.table.headers[at])
            if not first or header == first or first not in sheet.positions:
                continue
            if current and _are_branches(sheet, first, header):
                twins[header] = first
            else:
                refused.add(header)
    return {header: first for header, first in twins.items() if header not in refused}


def _are_branches(sheet: FormTable, first: str, second: str) -> bool:
    if {sheet.positions[first], sheet.positions[second]} & sheet.table.dropped:
        return False
    one, other = sheet.column(first), sheet.column(second)
    both = (one.codes >= 0) & (other.codes >= 0)
    return _is_closed(one) and _is_closed(other) and not both.any() and _alike(one, other)


def _is_closed(column: CodedColumn) -> bool:
    """Tell whether few answers recur."""
    texts = len(column.counted)
    return 0 < texts <= _MOST and column.answered >= 2 * texts


def _alike(one: CodedColumn, other: CodedColumn) -> bool:
    """Tell whether the answers are of one scale: some are the same, or all are in the lexicon."""
    said, more = set(one.counted), set(other.counted)
    return not said.isdisjoint(more) or all(map(find_word, said | more))
