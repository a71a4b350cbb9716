"""Words that answers and headers are made of, read from lexicon.json.

An answer is compared as a whole, never in parts: "Không hài lòng" contains "hài lòng". Within a
class the words stand best first, which orders the levels of a question.
"""

import functools
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict, TypeVar

from lib.survey.model.answer_levels import Answer
from lib.survey.model.vietnamese_text import fold_accents, spelling_key

_Found = TypeVar("_Found")

LEXICON_FILE = Path(__file__).parent / "lexicon.json"

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-zđ])\)?\s*[-–—.):]\s+")
_NUMBERED_BEHIND = re.compile(r"\s*\((?:=\s*)?\d{1,2}(?: điểm| points?)?\)$")
_BOTH_GENDERS = re.compile(r"(?<=\w{3})(?:\((?:e|a|o|на|а)\)|/[ao])(?!\w)")  # "satisfecho/a"
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


class LexiconWord(NamedTuple):
    """How a word is counted, and its place among the words of its class."""

    answer: Answer
    rank: int


class _File(TypedDict):
    answers: dict[str, list[str]]
    pairs: dict[str, list[str]]
    agreement: list[str]
    degrees: dict[str, list[str]]
    family_names: list[str]
    headers: dict[str, list[str]]
    other: list[str]


def answer_key(text: str) -> str:
    """Return the answer without number, case, marks and emoji: "5 - Rất tốt!" is "rất tốt"."""
    whole = spelling_key(text).replace("ё", "е").replace("’", "'")  # people write either
    bare = _NUMBERED_BEHIND.sub("", _NUMBERED.sub("", whole))
    return _AROUND.sub("", _BOTH_GENDERS.sub("", bare)) or whole


def find_word(text: str) -> LexiconWord | None:
    """Return how the whole answer is counted; None where the lexicon does not have it.

    Without any accent it may stand for the accented word: "hai long" is "hài lòng".
    """
    return _find(_words(), text)


def yes_or_no(text: str) -> bool | None:
    """Return True for a yes, False for a no, None for any other answer.

    "Có, một vài lần" is a yes; a "but" may take back what stands before it.
    """
    first, *more = text.split(",")
    whole = _find(_pairs(), text)
    return (
        _find(_pairs(), first) if whole is None and more and not header_says("but", text) else whole
    )


def is_full_name(text: str) -> bool:
    """Tell whether a text is written like a Vietnamese person's full name."""
    first, *more = text.split() or [""]
    names = [first, *more]
    return (
        1 <= len(more) <= 4
        and all(name.isalpha() and name[0].isupper() for name in names)
        and fold_accents(first) in _family_names()
    )


def is_agreement(text: str) -> bool:
    """Tell whether the answer says how far one agrees; then the statement decides what it means."""
    return _find(_agreement(), text) is not None


def find_degree(text: str) -> LexiconWord | None:
    """Return how an answer like "Thường xuyên" or "Ít" would count where more of it is good."""
    return _find(_degrees(), text)


def find_other_option(text: str) -> re.Match[str] | None:
    """Return where an answer holds what somebody wrote behind "Khác: ", with the comma before."""
    return _other().search(text) if ":" in text or "：" in text else None


def is_time_header(header: str) -> bool:
    """Tell whether Google or an office names the column of submission times so."""
    return spelling_key(header) in _time_headers()


def question_subject(text: str) -> str:
    """Return what a question is about: without the polite frame that many questions share.

    "Có bị … không?" is turned round, so that a high rate reads as the good it is.
    """
    for frame, before in (("opening", ""), ("suffered", "Không bị ")):
        found = _phrases(frame).match(spelling_key(text))
        rest = re.sub(r"\s+không\s*\??$", "", text[found.end() :]).strip() if found else ""
        if rest:
            return before + rest
    return text


def header_says(about: str, header: str) -> bool:
    """Tell whether a header contains one of the phrases about this subject, as whole words."""
    return _phrases(about).search(spelling_key(header)) is not None


def header_says_only(about: str, header: str) -> bool:
    """Tell whether a header is one of the phrases about this subject and nothing more."""
    return _phrases(about).fullmatch(spelling_key(header)) is not None


def without_phrases(about: str, header: str) -> str:
    """Return the header's key without the phrases about this subject."""
    return _phrases(about).sub(" ", spelling_key(header))


def header_begins(about: str, header: str) -> bool:
    """Tell whether a header begins with a phrase about this subject.

    Where no spaces stand between words it must be the last one: "您的姓名", not "电话服务".
    """
    whole = spelling_key(header)
    return any(
        found.end() == len(whole) if _UNSPACED.search(found[0]) else found.start() == 0
        for found in _phrases(about).finditer(whole)
    )


@functools.cache
def _file() -> _File:
    content: _File = json.loads(LEXICON_FILE.read_text(encoding="utf-8"))
    return content


def _find(known: dict[str, _Found], text: str) -> _Found | None:
    whole = answer_key(text)
    return known.get(whole, known.get(f"~{whole}"))


def _index(words: Iterable[tuple[str, _Found]]) -> dict[str, _Found]:
    """Return the words by key, and by "~" and their letters for texts typed without accents."""
    exact = {answer_key(text): found for text, found in words}
    return {**{f"~{fold_accents(text)}": found for text, found in exact.items()}, **exact}


@functools.cache
def _words() -> dict[str, LexiconWord]:
    return _classes(_file()["answers"])


@functools.cache
def _degrees() -> dict[str, LexiconWord]:
    return _classes(_file()["degrees"])


def _classes(classes: Mapping[str, Sequence[str]]) -> dict[str, LexiconWord]:
    return _index(
        (text, LexiconWord(Answer[name.upper()], rank))
        for name, words in classes.items()
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
def _family_names() -> frozenset[str]:
    return frozenset(map(fold_accents, _file()["family_names"]))


@functools.cache
def _other() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _file()["other"]))
    return re.compile(rf"(?:^|[;,]\s*)(?:{words})\s*[:：].*", re.IGNORECASE | re.DOTALL)


@functools.cache
def _time_headers() -> frozenset[str]:
    return frozenset(map(spelling_key, _file()["headers"]["time"]))


@functools.cache
def _phrases(about: str) -> re.Pattern[str]:
    longest_first = sorted(map(spelling_key, _file()["headers"][about]), key=len, reverse=True)
    words = [re.escape(phrase) for phrase in longest_first if not _UNSPACED.search(phrase)]
    # Where no spaces stand between words, a phrase may stand anywhere.
    anywhere = [re.escape(phrase) for phrase in longest_first if _UNSPACED.search(phrase)]
    return re.compile("|".join([rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", *anywhere]))
