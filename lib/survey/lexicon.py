"""Words that answers and headers are made of, read from lexicon.json.

An answer is compared as a whole, never in parts: "Không hài lòng" contains "hài lòng". Within a
class the words stand best first, which orders the levels of a question.
"""

import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypedDict, TypeVar

from lib.survey.scales import Answer
from lib.survey.text import fold, key

Found = TypeVar("Found")

FILE = Path(__file__).parent / "lexicon.json"

_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-zđ])\)?\s*[-–—.):]\s+")
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


class Word(NamedTuple):
    """How a word is counted, and its place among the words of its class."""

    answer: Answer
    rank: int


class _File(TypedDict):
    answers: dict[str, list[str]]
    pairs: dict[str, list[str]]
    agreement: list[str]
    headers: dict[str, list[str]]


def answer_key(text: str) -> str:
    """Return the answer without number, case, marks and emoji: "5 - Rất tốt!" is "rất tốt"."""
    whole = key(text)
    return _AROUND.sub("", _NUMBERED.sub("", whole)) or whole


def word(text: str) -> Word | None:
    """Return how the whole answer is counted; None where the lexicon does not have it.

    Without any accent it may stand for the accented word: "hai long" is "hài lòng".
    """
    return _find(_words(), text)


def pair(text: str) -> bool | None:
    """Return True for a yes, False for a no, None for any other answer."""
    return _find(_pairs(), text)


def is_agreement(text: str) -> bool:
    """Tell whether the answer says how far one agrees; then the statement decides what it means."""
    return _find(_agreement(), text) is not None


def is_time_header(header: str) -> bool:
    """Tell whether Google or an office names the column of submission times so."""
    return key(header) in _time_headers()


def subject(text: str) -> str:
    """Return what a question is about: without the polite frame that many questions share.

    "Có bị … không?" is turned round, so that a high rate reads as the good it is.
    """
    for frame, before in (("opening", ""), ("suffered", "Không bị ")):
        found = _phrases(frame).match(key(text))
        rest = re.sub(r"\s+không\s*\??$", "", text[found.end() :]).strip() if found else ""
        if rest:
            return before + rest
    return text


def says(about: str, header: str) -> bool:
    """Tell whether a header contains one of the phrases about this subject, as whole words."""
    return _phrases(about).search(key(header)) is not None


def without(about: str, header: str) -> str:
    """Return the header's key without the phrases about this subject."""
    return _phrases(about).sub(" ", key(header))


def begins(about: str, header: str) -> bool:
    """Tell whether a header begins with a phrase about this subject."""
    return _phrases(about).match(key(header)) is not None


@functools.cache
def _file() -> _File:
    content: _File = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def _find(known: dict[str, Found], text: str) -> Found | None:
    whole = answer_key(text)
    return known.get(whole, known.get(f"~{whole}"))


def _index(words: Iterable[tuple[str, Found]]) -> dict[str, Found]:
    """Return the words by key, and by "~" and their letters for texts typed without accents."""
    exact = {answer_key(text): found for text, found in words}
    return {**{f"~{fold(text)}": found for text, found in exact.items()}, **exact}


@functools.cache
def _words() -> dict[str, Word]:
    classes = _file()["answers"].items()
    return _index(
        (text, Word(Answer[name.upper()], rank))
        for name, words in classes
        for rank, text in enumerate(words)
    )


@functools.cache
def _pairs() -> dict[str, bool]:
    return _index(
        (text, side == "yes") for side, words in _file()["pairs"].items() for text in words
    )


@functools.cache
def _agreement() -> dict[str, bool]:
    return _index((text, True) for text in _file()["agreement"])


@functools.cache
def _time_headers() -> frozenset[str]:
    return frozenset(map(key, _file()["headers"]["time"]))


@functools.cache
def _phrases(about: str) -> re.Pattern[str]:
    longest_first = sorted(map(key, _file()["headers"][about]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
