"""How often each option of a closed question that rates nothing was chosen, by group."""

import dataclasses
from collections.abc import Sequence

import numpy as np

from lib.analysis.disclosure import MayShow
from lib.analysis.tally import CountArray, GroupCodes
from lib.survey.answered_column import answered_column
from lib.survey.closed_answers import closed_answers
from lib.survey.model.dimension import Dimension
from lib.survey.model.survey_form import Question
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.recognise.checkbox_options import OTHER_OPTION, gather_other_options
from lib.survey.recognise.option_order import scale_steps
from lib.survey.responses import Responses
from lib.survey.selection import RowMask, Selection, chosen_rows


@dataclasses.dataclass(frozen=True, eq=False)
class AnswerTable:
    """Counts of options by group; an answer to a checkbox list counts in each that it names."""

    options: tuple[str, ...]
    counts: CountArray  # [group, option]
    answered: CountArray  # [group]: responses that answered

    @property
    def shares_overlap(self) -> bool:
        """Whether shares add to more than all, several options having been chosen at once."""
        return bool((self.counts.sum(axis=1) > self.answered).any())


def answer_table(
    responses: Responses,
    question: Question,
    rows: RowMask,
    by: GroupCodes | None = None,
    groups: int = 1,
) -> AnswerTable:
    """Return the options of a closed question and how many of the chosen rows gave each.

    In the order that they have, else the most chosen first; “Khác” is the last.
    """
    column, options, named = closed_answers(responses, question)
    group = np.zeros(responses.n, dtype=np.int64) if by is None else by.astype(np.int64)
    known = rows & (column.codes >= 0) & (group >= 0)
    keys = group[known] * len(column.texts) + column.codes[known]
    texts = np.bincount(keys, minlength=groups * len(column.texts))
    texts = texts.reshape(groups, len(column.texts))
    return AnswerTable(options, _by_option(texts, named, len(options)), texts.sum(axis=1))


def _by_option(texts: CountArray, named: Sequence[tuple[int, ...]], options: int) -> CountArray:
    """Return how many named each option, of how many gave each text: [group, option]."""
    pairs = [(at, option) for at, found in enumerate(named) for option in found]
    # never a matrix of texts by options: a form may have many thousands of both
    given, chosen = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    each = [np.bincount(chosen, row[given], options) for row in texts]
    return np.array(each, dtype=np.int64).reshape(len(texts), options)


def median_steps(table: AnswerTable) -> tuple[str, ...]:
    """Return the step of a scale that the middle answer of the first group names.

    Two where half lie on each side of their border; () where the options are no scale.
    """
    scale = scale_steps([option for option in table.options if option != OTHER_OPTION])
    if scale is None or not scale.steps:
        return ()
    counts = dict(zip(table.options, table.counts[0].tolist(), strict=True))
    reached = np.cumsum([counts[step] for step in scale.steps])
    n = int(reached[-1])
    if not n:
        return ()
    places = np.searchsorted(reached, [(n + 1) // 2, n // 2 + 1]).tolist()
    return tuple(dict.fromkeys(scale.steps[at] for at in places))


def own_words(responses: Responses, question: Question, rows: RowMask) -> list[tuple[str, int]]:
    """Return what the chosen rows wrote in place of an option, with its count, most first."""
    column = answered_column(responses, question)
    gathered = gather_other_options(column)
    counts = np.bincount(column.codes[rows & (column.codes >= 0)], minlength=len(column.texts))
    written = [
        (text, int(n))
        for text, n in zip(column.texts, counts.tolist(), strict=True)
        if n and text not in gathered.texts
    ]
    return sorted(written, key=lambda each: (-each[1], sort_key(each[0])))


def gather_small_options(table: AnswerTable, k: int) -> AnswerTable | None:
    """Return the table of one group with every option of fewer than k gathered under “Khác”.

    None where fewer than k answered, or nothing but “Khác” is left. What is gathered is never
    fewer than k either.
    """
    counts = table.counts[0]
    if table.answered[0] < k:
        return None
    order = np.argsort(counts, kind="stable")
    gathered, total = set(), 0
    for at in order.tolist():
        own = table.options[at] == OTHER_OPTION
        if counts[at] == 0 or (counts[at] >= k and not own and not 0 < total < k):
            continue
        gathered.add(at)
        total += int(counts[at])
    kept = [at for at in range(len(counts)) if at not in gathered and counts[at]]
    options = [table.options[at] for at in kept]
    numbers = [int(counts[at]) for at in kept]
    if not kept or 0 < total < k:
        return None
    if total:
        options.append(OTHER_OPTION)
        numbers.append(total)
    return AnswerTable(tuple(options), np.array([numbers], dtype=np.int64), table.answered)


def disclosed_options(
    responses: Responses, selection: Selection, dimension: Dimension, may: MayShow
) -> AnswerTable | None:
    """Return how many of the chosen responses gave each answer that may be shown.

    All others, and those who did not answer, are one line without a name, so that every line can
    be chosen as a filter and none is a remainder. None where nothing else may be shown.
    """
    if dimension.is_several or selection.chosen_of(dimension.id):
        return None
    shown = [
        (value.name, int(np.count_nonzero(chosen_rows(responses, only))))
        for value in dimension.values
        if may(only := selection.choosing(dimension.id, (value.code,)), None)
    ]
    lines = [(name, n) for name, n in shown if n]
    total = int(np.count_nonzero(chosen_rows(responses, selection)))
    if not lines:
        return None
    if rest := total - sum(n for _, n in lines):
        lines.append(("", rest))
    counts = np.array([[n for _, n in lines]], dtype=np.int64)
    return AnswerTable(tuple(name for name, _ in lines), counts, np.array([total], dtype=np.int64))
