"""An ordered scale understood by how its answers are made: one adjective or two opposites, more
or less of them, negated or not.

All answers are understood, or the scale is not: what is left out would leave the rate in silence.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from lib.survey.model.answer_levels import Answer
from lib.survey.model.lexicon import (
    LexiconWord,
    find_other_option,
    find_word,
    header_says,
    is_agreement,
)
from lib.survey.model.quality_words import (
    Judgement,
    judge_answer,
    names_one_of,
    quality_list,
)
from lib.survey.recognise.column_kind import point_and_words
from lib.survey.recognise.worded_levels import SIDED_ANSWERS

_LEVEL = re.compile(r"^(?:mức|mức độ|level)\s*\d{1,2}\s*[:.–—-]\s*", re.IGNORECASE)
_VARIANTS = re.compile(r"\s+[/–—-]\s+|\s+(?:hoặc|or)\s*:?\s+|\s*\|\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]*\D[^()]*)\)$")
_RANKS = {  # by strong, weak: the place among those of its class, the best first
    Answer.SATISFIED: {(False, False): 0, (False, True): 1},
    Answer.DISSATISFIED: {(False, True): 0, (False, False): 1},
}
_PROMISED = ("hẹn", "hạn", "giờ")  # sớm, đúng, trễ: one thing, more or less of it
_NEITHER = re.compile(r"^(?:neither)\b", re.IGNORECASE)
_DRAWN_OUT = 2  # syllables
_SIDES, _GENERAL = (True, False), "*"
_AFTER_THE_LEXICON = 1_000  # words made by structure stand behind those of the same class


def scale_answers(texts: Sequence[str]) -> dict[str, LexiconWord] | None:
    """Return how each answer counts; None where one of them is not understood, or none judges.

    One's own words behind "Khác: …" are not asked for.
    """
    words = understood_answers(texts)
    whole = all(text in words or find_other_option(text) for text in texts)
    judges = any(word.answer < Answer.NOT_APPLICABLE for word in words.values())
    return words if whole and judges else None


def understood_answers(texts: Sequence[str]) -> dict[str, LexiconWord]:
    """Return how those of the answers count that are understood."""
    known: dict[str, LexiconWord] = {}
    judged: dict[str, Judgement] = {}
    for text in texts:
        taken_back = header_says("but", text) or names_one_of("exceptions", text)
        if find_other_option(text) or taken_back:
            continue  # what comes behind may take back what stands before
        words, more = _lexicon_words(text), _more_wordings(text)
        if _NEITHER.match(text):
            known[text] = LexiconWord(Answer.NEUTRAL, _AFTER_THE_LEXICON)
        elif len({word.answer for word in words}) == 1 and _say(more, words[0].answer):
            known[text] = words[0]
        elif not words and len({*map(_sign, [_variants(text)[0], *more])}) == 1:
            judged[text] = judge_answer(_variants(text)[0])
    _take_back(known, judged)
    return known | _made(judged, known)


def _take_back(known: dict[str, LexiconWord], judged: dict[str, Judgement]) -> None:
    """Take "Không rõ" for a no where others answer "Rõ", and for none of both beside another no."""
    said = {text: judge_answer(_variants(text)[0]) for text in (*known, *judged)}
    for text in [text for text, word in known.items() if word.answer is Answer.NOT_APPLICABLE]:
        each = said[text]
        alike = [o for t, o in said.items() if t != text and _same_word(o.stem, each.stem)]
        if each.negated and alike:
            del known[text]
            if not any(other.negated for other in alike):
                judged[text] = each


def _variants(text: str) -> list[str]:
    """Return what an option says in each of its languages or wordings."""
    inside = _BRACKETS.match(_bare(text))
    return [inside[1], inside[2]] if inside else _wordings(text)


def _bare(text: str) -> str:
    _, words = point_and_words(text)
    return _LEVEL.sub("", words or text)


def _wordings(text: str) -> list[str]:
    bare = _bare(text)
    return [part for part in _VARIANTS.split(bare) if part.strip()] or [bare]


def _more_wordings(text: str) -> list[str]:
    """Return the wordings that the lexicon does not have; a remark in brackets is none."""
    if find_word(text) or _BRACKETS.match(_bare(text)):
        return []
    return [part for part in _wordings(text) if not find_word(part)]


def _sign(words: str) -> bool | None:
    """Return whether words that the lexicon does not have praise, None where nobody listed them."""
    each = judge_answer(words)
    return None if each.good is None else each.good is not each.negated


def _say(wordings: Sequence[str], answer: Answer) -> bool:
    """Tell whether the other wordings of an option say what one of them says."""
    return all(_sign(words) is (answer < Answer.NEUTRAL) for words in wordings)


def _lexicon_words(text: str) -> list[LexiconWord]:
    """Return how the lexicon counts the option, whole or in each of its wordings."""
    whole = find_word(text)
    if whole:
        return [whole]
    return [word for part in _variants(text) if (word := find_word(part))]


def _made(
    judged: Mapping[str, Judgement], known: Mapping[str, LexiconWord]
) -> dict[str, LexiconWord]:
    """Return how those answers count that the lexicon does not have, of which that is certain."""
    good = {each.stem: each.good for each in judged.values() if each.good is not None}
    open_ = [each for each in judged.values() if each.good is None]
    for stem in dict.fromkeys(each.stem for each in open_):
        said = _direction(stem, [each for each in open_ if each.stem == stem], good, known)
        if said is not None:
            good[stem] = said
    return {
        text: _counted(each, good=bool(good[each.stem]))
        for text, each in judged.items()
        if each.stem in good and each.clear(good=bool(good[each.stem]))
    }


def _direction(
    stem: str,
    said: Sequence[Judgement],
    good: Mapping[str, bool | None],
    known: Mapping[str, LexiconWord],
) -> bool | None:
    """Return whether an adjective that nobody listed is good, by the others of its scale."""
    shortened = {other for other in good if _same_word(stem, other)}
    if shortened:
        return good[shortened.pop()]
    if any(_same_word(stem, word) for word in _stems(known)):
        return True
    if any(each.not_yet for each in said):
        return True  # what is "chưa" so is wanted
    graded = len(said) > 1 and any(each.strong for each in said)
    opposed = any(good[other] is False for other in good)
    return True if graded and opposed and not any(each.negated for each in said) else None


def _stems(known: Mapping[str, LexiconWord]) -> Collection[str]:
    """Return the adjectives of the answers that the lexicon counts as good."""
    good = (text for text, word in known.items() if word.answer <= Answer.SATISFIED)
    return {judge_answer(text).stem for text in good}


def _same_word(one: str, other: str) -> bool:
    """Tell whether one is the other, drawn out as Vietnamese does: "sạch", "sạch sẽ"."""
    short, long = sorted((one.split(), other.split()), key=len)
    drawn_out = len(long) <= _DRAWN_OUT and bool(short) and long[: len(short)] == short
    return one == other or drawn_out


def _counted(each: Judgement, *, good: bool) -> LexiconWord:
    positive = good is not each.negated
    if each.strong:
        answer = Answer.VERY_SATISFIED if positive else Answer.VERY_DISSATISFIED
        return LexiconWord(answer, _AFTER_THE_LEXICON)
    answer = Answer.SATISFIED if positive else Answer.DISSATISFIED
    return LexiconWord(answer, _AFTER_THE_LEXICON + _RANKS[answer][False, each.weak])


def is_one_scale(texts: Sequence[str]) -> bool:
    """Tell whether the answers order one thing, and are no list of reasons: "Nhanh", "Rẻ".

    That is one adjective with what is like it, and at most two for its opposite.
    """
    stems = {judge_answer(_variants(text)[0]) for text in texts if _judges(text)}
    good, bad = (_families({each.stem for each in stems if each.good is side}) for side in _SIDES)
    open_ = _families({each.stem for each in stems if each.good is None})
    return good <= 1 and open_ <= 1 and bad <= (2 if good or open_ else 1)


def _judges(text: str) -> bool:
    """Tell whether an answer takes a side by an adjective of its own.

    One that the lexicon has, and whose adjective nobody listed, is of another language.
    """
    words = _lexicon_words(text)
    if not words:
        return not (_NEITHER.match(text) or find_other_option(text))
    return words[0].answer in SIDED_ANSWERS and judge_answer(_variants(text)[0]).good is not None


def _families(stems: Collection[str]) -> int:
    """Return how many adjectives there are; those that judge anything are one."""
    left = sorted(map(_family, stems))
    return len({next(one for one in left if _same_word(one, stem)) for stem in left})


def _family(stem: str) -> str:
    if stem in quality_list("general"):
        return _GENERAL
    last = stem.split(" ")[-1]
    return last if last in _PROMISED else stem


def is_agreement_scale(texts: Sequence[str]) -> bool:
    """Tell whether the answers say how far one agrees: then the statement says what it means."""
    return any(any(map(is_agreement, _variants(text))) for text in texts)
