"""When two headers word one question: rules for texts, and for the answers below them."""

import difflib
import functools
import hashlib
import re
from collections.abc import Mapping

from lib.survey.model.lexicon import question_subject
from lib.survey.model.vietnamese_text import link_slug, spelling_key

_SHARED_WORDS = 0.6  # of the words of both: two words more or less in a short question
_KEPT_ANSWERS = 0.9  # of those remembered; a few may have been corrected meanwhile
_REMEMBERED = 50  # answers of a column, the commonest

_NUMBER = re.compile(r"^(?:câu\s+)?\d+(?:/\d+)?\s*[.):]\s*")
_MARKS = " :*?."


@functools.lru_cache(4096)
def plain_wording(header: str) -> str:
    """Return the wording alone, without its number, case and marks: "4. Thái độ:" is "thái độ"."""
    whole = spelling_key(header)
    bare = whole.strip(_MARKS)
    return _NUMBER.sub("", bare) or bare or whole


def wordings_alike(one: str, other: str) -> bool:
    """Tell whether most words of both wordings are the same, in the same order.

    Accents do not count, as they are what gets corrected; the polite frame that all questions
    of a form share does not count either. "Ấp 1" and "Ấp 2" are two things.
    """
    words, others = (
        link_slug(question_subject(plain_wording(header))).split("-") for header in (one, other)
    )
    figures, other_figures = (set(filter(str.isdecimal, each)) for each in (words, others))
    return figures == other_figures and _likeness(words, others) >= _SHARED_WORDS


def _likeness(one: list[str], other: list[str]) -> float:
    """Return the share of the words that both have, from 0 to 1."""
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def answer_digests(answers: Mapping[str, int]) -> dict[str, int]:
    """Return the commonest answers with their counts, each by a digest too short to be undone."""
    common = sorted(answers.items(), key=lambda answer: (-answer[1], answer[0]))[:_REMEMBERED]
    return {answer_digest(text): n for text, n in common}


@functools.lru_cache(4096)
def answer_digest(text: str) -> str:
    """Return the digest of one answer, too short to be undone."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()


def still_holds_answers(now: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Tell whether what was answered before still stands there: editing a header moves no cell."""
    kept = sum(min(n, now.get(digest, 0)) for digest, n in before.items())
    return kept >= _KEPT_ANSWERS * sum(before.values())
