"""How the answers to a question count: known of every answer, or to be confirmed by somebody.

A level that is left out leaves the rate in silence, and a complaint that people agree with is no
praise: what is not certain is proposed, never counted.
"""

import dataclasses
from collections.abc import Mapping, Sequence

from lib.survey.model.answer_levels import Answer, Level
from lib.survey.model.lexicon import LexiconWord
from lib.survey.model.quality_words import (
    about_the_person,
    asks_for_rating,
    asks_own_part,
)
from lib.survey.model.statement_direction import statement_is_good, statement_signs
from lib.survey.recognise.agreement_direction import agreement_praises
from lib.survey.recognise.scale_structure import (
    is_agreement_scale,
    is_one_scale,
    scale_answers,
    understood_answers,
)
from lib.survey.recognise.worded_levels import (
    KNOWN_SHARE,
    SIDED_ANSWERS,
    all_degrees,
    all_pairs,
    good_answer,
    level_for_answer,
    pair_answers,
    turned_word,
    undecided_levels,
)
from lib.survey.table.coded_column import CodedColumn

_Words = Mapping[str, LexiconWord]
_UNKNOWN = LexiconWord(Answer.UNCLASSIFIED, 0)


@dataclasses.dataclass(frozen=True)
class AnswerRating:
    """The levels of a question, best first, as they count or as they are proposed."""

    levels: tuple[Level, ...]
    certain: bool


def rate_answers(header: str, column: CodedColumn, *, closed: bool = False) -> AnswerRating | None:
    """Return how the answers in words count; None where they rate nothing of the service.

    What is `closed` was chosen from a list: where the header asks how good something is, it is
    a scale, whatever its words.
    """
    if about_the_person(header):
        return None
    if is_agreement_scale(column.texts):
        return _agreement(header, column)
    words, orders = scale_answers(column.texts), is_one_scale(column.texts)
    if words is not None and (orders or asks_for_rating(header)):
        return _ordered(column, words, certain=orders and not asks_own_part(header))
    return _by_direction(header, column) or _proposed(header, column, closed=closed)


def _agreement(header: str, column: CodedColumn) -> AnswerRating | None:
    """Return how far people agree with a statement, turned round where it complains."""
    words, praises = understood_answers(column.texts), agreement_praises(header)
    if praises is False:
        words = {text: turned_word(word) for text, word in words.items()}
    whole = scale_answers(column.texts) is not None
    return _ordered(column, words, certain=whole and praises is not None)


def _by_direction(header: str, column: CodedColumn) -> AnswerRating | None:
    """Return how yes and no, or how often, counts where the header says which is good.

    A header that is not understood whole may ask for a fact: "Is the entrance accessible?" is
    proposed, not certain.
    """
    good = _good_answer(header)
    certain = good_answer(header) is not None or statement_is_good(header) is not None
    pairs = pair_answers(column, good=good) if good is not None else {}
    if _judge_most(pairs, column):
        return _ordered(column, pairs, certain=certain and all_pairs(column))
    degrees = all_degrees(column)
    if degrees and good is not None:
        words = degrees if good else {text: turned_word(word) for text, word in degrees.items()}
        return _ordered(column, words, certain=certain)
    return None


def _good_answer(header: str) -> bool | None:
    """Return which of yes and no is the good one; None where two ways of reading disagree."""
    said, listed = statement_signs(header), good_answer(header)
    if not said:
        return listed
    return next(iter(said)) if len(said) == 1 and listed in (None, *said) else None


def _proposed(header: str, column: CodedColumn, *, closed: bool = True) -> AnswerRating | None:
    """Return what may rate, to be confirmed: most of it does, or it sounds good and bad."""
    words = understood_answers(column.texts)
    if _judge_most(words, column) and (is_one_scale([*words]) or asks_for_rating(header)):
        return _ordered(column, words, certain=False)
    known = undecided_levels(header, column)
    if known:
        return AnswerRating(known, certain=False)
    if not (closed and column.texts and asks_for_rating(header)):
        return None
    return AnswerRating(_levels(column.texts, words), certain=False)


def _judge_most(words: _Words, column: CodedColumn) -> bool:
    """Tell whether most of what people answered takes a side or stands between."""
    counted = dict(zip(column.texts, column.counts, strict=True))
    silent = {text for text, word in words.items() if word.answer is Answer.NOT_APPLICABLE}
    judging = sum(n for text, n in counted.items() if text in words and text not in silent)
    stated = sum(n for text, n in counted.items() if text not in silent)
    sides = any(word.answer in SIDED_ANSWERS for word in words.values())
    return sides and judging >= KNOWN_SHARE * stated


def _ordered(column: CodedColumn, words: _Words, *, certain: bool) -> AnswerRating:
    return AnswerRating(_levels(column.texts, words), certain)


def _levels(texts: Sequence[str], words: _Words) -> tuple[Level, ...]:
    ordered = sorted(texts, key=lambda text: words.get(text, _UNKNOWN))
    return tuple(level_for_answer(text, words.get(text, _UNKNOWN).answer) for text in ordered)
