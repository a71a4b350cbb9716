"""The answers to a question across groups, and in which cells they differ beyond chance.

A cell is its group's share of an answer against that of all who answered in the other groups, as a
table of two by two: the adjusted residual (Haberman 1973, Biometrics 29:205–220), which is the
square root of that table's chi-square, or Fisher's exact test (1934) where fewer than five are
expected in one of its four places (Cochran 1954). All cells are one family for Holm (1979).
"""

import dataclasses
import math

import numpy as np
import numpy.typing as npt

from lib.analysis.answer_table import AnswerTable, answer_table
from lib.analysis.group_counts import ComparedGroups, ComparedSubject
from lib.analysis.rates import holm_adjusted
from lib.analysis.tally import CountArray, count_levels
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import RowMask

_ALPHA = 0.05
_LEAST_EXPECTED = 5.0
_TIE = 1 + 1e-7  # tables as likely as the one seen, but for rounding

_Floats = npt.NDArray[np.float64]


@dataclasses.dataclass(frozen=True, eq=False)
class CrossTable:
    """Counts of answers by subject, and what of it is beyond chance: 1 above the rest, -1 below."""

    answers: AnswerTable  # of each subject
    marks: CountArray  # [subject, option]


def cross_table(
    responses: Responses,
    question: Question,
    rows: RowMask,
    groups: ComparedGroups[ComparedSubject],
) -> CrossTable:
    """Return the answers of the chosen rows to a closed question, by subject.

    Of a question that rates, options are its levels, best first.
    """
    given = _given(responses, question, rows, groups)
    stated = slice(len(groups.subjects))
    counts = groups.by_subject(given.counts)[stated]
    answered = groups.by_subject(given.answered)[stated]
    marks = _marks(counts, answered, given)
    return CrossTable(AnswerTable(given.options, counts, answered), marks)


def without_own_words(table: CrossTable, question: Question) -> CrossTable:
    """Return the table of a question that rates with what is unclassified as one, unnamed.

    An unclassified answer may be what one person wrote.
    """
    own = np.array([level.polarity is Polarity.UNCLASSIFIED for level in question.levels])
    if not own.any():
        return table
    given = table.answers
    rest = given.counts[:, own].sum(axis=1, keepdims=True)
    named = (text for text, is_own in zip(given.options, own.tolist(), strict=True) if not is_own)
    counts = np.hstack((given.counts[:, ~own], rest))
    marks = np.hstack((table.marks[:, ~own], np.zeros_like(rest)))
    return CrossTable(AnswerTable((*named, "…"), counts, given.answered), marks)


def _given(
    responses: Responses,
    question: Question,
    rows: RowMask,
    groups: ComparedGroups[ComparedSubject],
) -> AnswerTable:
    """Return the counts by group, one more for those in none."""
    rated = [each.id for each in responses.form.rated]
    if question.id not in rated:
        return answer_table(responses, question, rows, groups.numbers, groups.size + 1)
    at = rated.index(question.id)
    counts = count_levels(responses, rows, at, groups.numbers, groups.size + 1)
    names = tuple(level.text for level in question.levels)
    return AnswerTable(names, counts, counts.sum(axis=1))


def _marks(counts: CountArray, answered: CountArray, given: AnswerTable) -> CountArray:
    """Return where a subject's share of an answer is clearly another than that of all the rest."""
    chosen, everybody = given.counts.sum(axis=0), int(given.answered.sum())
    levels = cell_levels(counts, answered, chosen, everybody)
    known = ~np.isnan(levels)
    marks = np.zeros(counts.shape, dtype=np.int64)
    others = np.maximum(everybody - answered, 1)[:, None]
    higher = counts / np.maximum(answered, 1)[:, None] - (chosen - counts) / others
    clear = holm_adjusted(levels[known]) < _ALPHA
    marks[known] = np.where(clear, np.sign(higher[known]), 0)
    return marks


def cell_levels(
    counts: CountArray, answered: CountArray, chosen: CountArray, everybody: int
) -> _Floats:
    """Return the two-sided level of each cell [subject, option]; nan where nothing can differ.

    `answered` is of each subject, `chosen` of each option, `everybody` of all who answered.
    """
    own, of = np.broadcast_arrays(answered[:, None], chosen[None, :])
    levels = np.full(counts.shape, np.nan)
    possible = (own > 0) & (own < everybody) & (of > 0) & (of < everybody)
    part, share = own[possible] / everybody, of[possible] / everybody
    least = everybody * np.minimum(part, 1 - part) * np.minimum(share, 1 - share)
    spread = np.sqrt(everybody * part * (1 - part) * share * (1 - share))
    residual = np.abs(counts[possible] - everybody * part * share) / spread
    tested = np.array([math.erfc(each / math.sqrt(2)) for each in residual.tolist()])
    few = np.flatnonzero(least < _LEAST_EXPECTED)
    n, of_group, of_option = (each[possible][few].tolist() for each in (counts, own, of))
    margins = zip(n, of_group, of_option, strict=True)
    tested[few] = [_exact(*each, everybody) for each in margins]
    levels[possible] = tested
    return levels


def _exact(n: int, own: int, of: int, everybody: int) -> float:
    """Return the level of Fisher's exact test: of all tables at most as likely as this one."""
    support = range(max(0, own + of - everybody), min(own, of) + 1)
    likely = np.array([_log_ways(of, k) + _log_ways(everybody - of, own - k) for k in support])
    chances = np.exp(likely - _log_ways(everybody, own))
    seen = chances[n - support.start]
    return min(1.0, float(chances[chances <= seen * _TIE].sum()))


def _log_ways(n: int, k: int) -> float:
    """Return the logarithm of in how many ways k of n can be chosen."""
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
