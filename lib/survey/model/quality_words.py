"""Words that judge, and what strengthens, weakens, negates or hedges them, from qualities.json.

An answer or a statement is understood by how it is made, not by a list of finished phrases:
"rất không sạch sẽ" is a strong no to something good, "không gây phiền hà" a no to something bad.
"""

import functools
import json
import re
from pathlib import Path
from typing import NamedTuple

from lib.survey.model.lexicon import answer_key
from lib.survey.model.vietnamese_text import spelling_key

QUALITIES_FILE = Path(__file__).parent / "qualities.json"
TOO_MUCH = ("quá", "too")  # of what is good, it may be bad
_LONGEST = 5  # words of one entry
_PARTS = re.compile(r"\s*(?:[,;/]|\bvà\b|\band\b)\s*")


class Judgement(NamedTuple):
    """One answer taken apart: what it judges by, and whether that is negated."""

    stem: str
    good: bool | None  # of the stem; None: nobody listed it
    negated: bool = False
    strong: bool = False
    weak: bool = False
    not_yet: bool = False  # "chưa …": what is not so yet is wanted
    too_much: bool = False

    def clear(self, *, good: bool) -> bool:
        """Tell whether it takes a side: "quá nhanh" and "không hách dịch lắm" may be either."""
        overdone = self.too_much and good and self.stem not in quality_list("general")
        return not overdone and (good or not (self.negated and self.weak))


class _Step(NamedTuple):
    """A prefix taken off, and what it does."""

    negates: bool = False
    strong: bool = False
    weak: bool = False
    not_yet: bool = False
    too_much: bool = False


@functools.cache
def quality_list(name: str) -> frozenset[str]:
    """Return the entries of one list of the file, as keys."""
    return frozenset(map(spelling_key, _lists()[name]))


@functools.cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = json.loads(QUALITIES_FILE.read_text(encoding="utf-8"))
    return lists


@functools.lru_cache(4096)
def judge_answer(text: str) -> Judgement:
    """Return what an answer of a few words says of its stem, "Không sạch lắm" of "sạch"."""
    words = answer_key(text)
    steps: list[_Step] = []
    for tail in sorted(quality_list("tails"), key=len, reverse=True):
        if words.endswith(f" {tail}"):
            words = words.removesuffix(f" {tail}")
            steps.append(_Step(weak=tail != "at all", strong=tail == "at all"))
            break
    while (taken := _prefix(words)) and quality_of(words) is None:
        words, step = taken
        steps.append(step)
    return Judgement(
        words,
        quality_of(words),
        negated=sum(step.negates for step in steps) % 2 == 1,
        strong=any(step.strong for step in steps),
        weak=any(step.weak for step in steps),
        not_yet=any(step.not_yet for step in steps),
        too_much=any(step.too_much for step in steps),
    )


def _prefix(words: str) -> tuple[str, _Step] | None:
    """Return what is left without the longest word before it that changes its meaning."""
    split = words.split()
    for n in range(min(_LONGEST, len(split) - 1), 0, -1):
        first, rest = " ".join(split[:n]), " ".join(split[n:])
        if first in quality_list("strong_negations"):
            return rest, _Step(negates=True, strong=True)
        if first in quality_list("negations"):
            return rest, _Step(negates=True, not_yet=first.startswith("chưa"))
        if first in quality_list("strong"):
            return rest, _Step(strong=True, too_much=first in TOO_MUCH)
        if first in quality_list("mild"):
            return rest, _Step(weak=True)
        if first in quality_list("little"):
            return rest, _Step(negates=True, weak=True)
    return None


def quality_of(words: str) -> bool | None:
    """Return whether words name something good, None where nobody listed them.

    Of several joined words all must say the same: "rõ ràng, dễ hiểu".
    """
    whole = _one_quality(words)
    if whole is not None:
        return whole
    parts = [part for part in _PARTS.split(words) if part]
    said = {_one_quality(part) for part in parts} if len(parts) > 1 else {None}
    return said.pop() if len(said) == 1 else None


def _one_quality(words: str) -> bool | None:
    if words in quality_list("good"):
        return True
    if words in quality_list("bad"):
        return False
    for name, good in (("good_heads", True), ("bad_heads", False)):
        if any(words.startswith(f"{head} ") for head in quality_list(name)):
            return good
    return None


def about_the_person(header: str) -> bool:
    """Tell whether a header asks of the person who answers, not of the service."""
    return names_one_of("person", header) and not names_one_of("service", header)


def about_anybody(header: str) -> bool:
    """Tell whether a header names what people are, have or can, be it of the service too."""
    return names_one_of("person", header)


def asks_own_part(header: str) -> bool:
    """Tell whether a header asks what people know, use or wish, be it of the service."""
    return names_one_of("own_part", header)


def asks_for_rating(header: str) -> bool:
    """Tell whether a header asks how good something is."""
    return names_one_of("rates", header)


def asks_for_own_words(header: str) -> bool:
    """Tell whether a header leaves room for what people want to say, and asks for no rating."""
    return names_one_of("own_words", header) and not asks_for_rating(header)


def names_one_of(name: str, header: str) -> bool:
    """Tell whether one of a list's phrases stands in a header, as whole words."""
    return _phrases(name).search(spelling_key(header)) is not None


@functools.cache
def _phrases(name: str) -> re.Pattern[str]:
    longest_first = sorted(quality_list(name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
