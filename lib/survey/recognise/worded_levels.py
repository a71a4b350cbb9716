"""The levels of a question from its answers: how each counts, best first.

Decided for the column as a whole: most answers must be words of the lexicon, or a yes and a no
to a question that says which of them is good. What is left stays unclassified, never guessed.
"""

import re
from collections.abc import Mapping, Sequence

from lib.survey.model.answer_levels import Answer, Level, Polarity
from lib.survey.model.lexicon import (
    LexiconWord,
    answer_key,
    find_degree,
    find_word,
    header_says,
    is_agreement,
    without_phrases,
    yes_or_no,
)
from lib.survey.recognise.column_kind import point_and_words
from lib.survey.table.coded_column import CodedColumn

KNOWN_SHARE = 0.6  # of the answers that say something must be words of the lexicon

_POLARITIES = {
    Answer.VERY_SATISFIED: (Polarity.SATISFIED, True),
    Answer.SATISFIED: (Polarity.SATISFIED, False),
    Answer.NEUTRAL: (Polarity.NEUTRAL, False),
    Answer.DISSATISFIED: (Polarity.DISSATISFIED, False),
    Answer.VERY_DISSATISFIED: (Polarity.DISSATISFIED, True),
    Answer.NOT_APPLICABLE: (Polarity.NOT_APPLICABLE, False),
    Answer.UNCLASSIFIED: (Polarity.UNCLASSIFIED, False),
}
SIDED_ANSWERS = frozenset(Answer) - {Answer.NEUTRAL, Answer.NOT_APPLICABLE, Answer.UNCLASSIFIED}
_TIMES = re.compile(
    r"(?:chỉ |từ |dưới )?(trên |hơn |nhiều hơn )?(\d+)(?:\s*[-–]\s*\d+)? lần\b.*", re.IGNORECASE
)


def level_for_answer(text: str, answer: Answer) -> Level:
    """Return the level with this text that counts so."""
    return Level(text, *_POLARITIES[answer])


def unify_spellings(column: CodedColumn) -> CodedColumn:
    """Return the column with the variants of one answer in their most common spelling."""
    best: dict[object, tuple[int, str]] = {}
    for text, n in zip(column.texts, column.counts, strict=True):
        best[_same(text)] = max(best.get(_same(text), (0, "")), (n, text))
    return column.mapped([best[_same(text)][1] for text in column.texts])


def level_indexes(levels: Sequence[Level], texts: Sequence[str]) -> list[int]:
    """Return for each answer which level it is, -1 for none."""
    at = {_point(level.text): n for n, level in enumerate(levels)}
    # An equal text wins over an equal word, and that over an equal point.
    at |= {_same(level.text): n for n, level in enumerate(levels)}
    at |= {level.text: n for n, level in enumerate(levels)}
    return [at.get(text, at.get(_same(text), at.get(_point(text), -1))) for text in texts]


def _same(text: str) -> object:
    return find_word(text) or answer_key(text)


def _point(text: str) -> object:
    point = point_and_words(text)[0]
    return text if point is None else point


def worded_levels(header: str, column: CodedColumn) -> tuple[Level, ...] | None:
    """Return the levels of a question answered in words; None where it rates nothing."""
    words = _by_lexicon(header, column) or _by_pair(header, column) or _by_degree(header, column)
    if words is None:
        return None
    unknown = LexiconWord(Answer.UNCLASSIFIED, 0)
    ordered = sorted(column.texts, key=lambda text: words.get(text, unknown))
    return tuple(level_for_answer(text, words.get(text, unknown).answer) for text in ordered)


def undecided_levels(header: str, column: CodedColumn) -> tuple[Level, ...] | None:
    """Return the levels of a question that rates something nobody said how; None for others.

    That is yes and no, or how often, to a question that sounds good and bad, and a number of
    times.
    """
    if not header_says("bad", header):
        return None
    times = {text: found for text in column.texts if (found := _TIMES.fullmatch(text))}
    if all_pairs(column) or (column.texts and len(times) == len(column.texts)):
        ordered = sorted(column.texts, key=lambda text: _how_often(times.get(text)))
        return tuple(map(Level, ordered))
    degrees = all_degrees(column)
    return tuple(map(Level, sorted(degrees, key=degrees.__getitem__))) if degrees else None


def _how_often(found: re.Match[str] | None) -> tuple[int, bool]:
    return (int(found[2]), bool(found[1])) if found else (0, False)


def _by_lexicon(header: str, column: CodedColumn) -> dict[str, LexiconWord] | None:
    found = {text: find_word(text) for text in column.texts}
    known = {text: word for text, word in found.items() if word}
    stated = _count(column, set(found) - _of(known, Answer.NOT_APPLICABLE))
    classed = _count(column, set(known) - _of(known, Answer.NOT_APPLICABLE))
    sides = {word.answer for word in known.values()} & SIDED_ANSWERS
    if not sides or classed < KNOWN_SHARE * stated:
        return None
    if header_says("bad", header) and any(map(is_agreement, known)):
        return {text: turned_word(word) for text, word in known.items()}
    return known


def _by_pair(header: str, column: CodedColumn) -> dict[str, LexiconWord] | None:
    good = good_answer(header)
    return None if good is None or not all_pairs(column) else pair_answers(column, good=good)


def pair_answers(column: CodedColumn, *, good: bool) -> dict[str, LexiconWord]:
    """Return how each yes and no counts where this one of them is good, and what does not apply."""
    words = {}
    for text in column.texts:
        side, word = yes_or_no(text), find_word(text)
        if side is not None:
            answer = Answer.SATISFIED if side is good else Answer.DISSATISFIED
            words[text] = LexiconWord(answer, 0)
        elif word and word.answer is Answer.NOT_APPLICABLE:
            words[text] = LexiconWord(Answer.NOT_APPLICABLE, 0)
    return words


def all_pairs(column: CodedColumn) -> bool:
    """Tell whether every answer is a yes or a no, or says that it does not apply."""
    sides = [yes_or_no(text) for text in column.texts]
    words = [find_word(text) for text in column.texts]
    return any(side is not None for side in sides) and all(
        side is not None or (word and word.answer is Answer.NOT_APPLICABLE)
        for side, word in zip(sides, words, strict=True)
    )


def _by_degree(header: str, column: CodedColumn) -> dict[str, LexiconWord] | None:
    good, degrees = good_answer(header), all_degrees(column)
    if good is None or not degrees:
        return None
    return {text: word if good else turned_word(word) for text, word in degrees.items()}


def all_degrees(column: CodedColumn) -> dict[str, LexiconWord] | None:
    """Return how each answer would count where more is good; None where one says no degree."""
    found = {text: find_degree(text) or _none(text) for text in column.texts}
    known = {text: word for text, word in found.items() if word}
    some = {word.answer for word in known.values()} & SIDED_ANSWERS
    return known if some and len(known) == len(found) else None


def _none(text: str) -> LexiconWord | None:
    word = find_word(text)
    return word if word and word.answer is Answer.NOT_APPLICABLE else None


def good_answer(header: str) -> bool | None:
    """Return which of yes and no is the good one, None where the header does not say."""
    bad, good = header_says("bad", header), header_says("good", without_phrases("bad", header))
    return None if bad is good else good


def turned_word(word: LexiconWord) -> LexiconWord:
    """Return how a word counts where more of it is bad."""
    if word.answer > Answer.VERY_DISSATISFIED:
        return word
    return LexiconWord(Answer(Answer.VERY_DISSATISFIED - word.answer), -word.rank)


def _of(known: Mapping[str, LexiconWord], answer: Answer) -> set[str]:
    return {text for text, word in known.items() if word.answer is answer}


def _count(column: CodedColumn, texts: set[str]) -> int:
    return sum(n for text, n in zip(column.texts, column.counts, strict=True) if text in texts)
