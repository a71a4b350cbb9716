"""Columns that identify a person, by what they ask for and by what stands in them."""

import re
from collections.abc import Sequence

from lib.survey.model.lexicon import (
    header_begins,
    header_says,
    header_says_only,
    is_full_name,
    without_phrases,
)
from lib.survey.model.quality_words import names_one_of
from lib.survey.model.survey_form import ColumnKind
from lib.survey.table.coded_column import CodedColumn

IDENTITY_SAMPLE = 300  # distinct answers looked at
_LONGEST_NAME_OF_A_FIELD = 8  # words; a longer header is a question that mentions one
_FEWEST_NAMES = 3  # one or two texts with capitals prove nothing
_LONGEST_ANSWER = 5  # words of a name or an address, on average

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:\+?84|0)\d{8,10}|[35789]\d{8}")  # a sheet may eat the leading zero
_CITIZEN = re.compile(r"0\d{11}")  # căn cước công dân
_NUMBER_OF_ONES_OWN = re.compile(r"(?=\d{9,13}$)(?!\d*000$)\d+")  # phones, cards, in any country
_HOUSE = re.compile(
    r"(?:(?:số nhà|nhà số|số) \S*\d|\d+\S*,? (?:đường|hẻm|ngõ|tổ|ấp|thôn|khu phố|kp)\b).*",
    re.IGNORECASE,
)
_GAPS = re.compile(r"[\s.\-()]")


def names_a_person(header: str) -> bool:
    """Tell whether the header alone says so: a field's name, not a question about one."""
    field = without_phrases("optional", header).strip(" :*")
    if header_says_only("identity_alone", field):
        return True
    return (
        header_begins("identity", field)
        and not field.endswith("?")
        and len(field.split()) <= _LONGEST_NAME_OF_A_FIELD
        and not any(header_says(place, header) for place in ("commune", "hamlet"))
    )


def identifies_person(header: str, kind: ColumnKind, column: CodedColumn) -> bool:
    """Tell whether the column identifies a person, by header and content together."""
    if (
        kind not in (ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.SINGLE)
        or not column.texts
    ):
        return False
    texts = column.texts[:IDENTITY_SAMPLE]
    contacts = sum(map(_is_contact, texts)) / len(texts)
    # Whatever the header says: half of the answers being contacts is enough, and of names that
    # most have to themselves; one that recurs is somebody whom many met.
    if contacts >= 0.5 or _holds_own_names(header, texts):
        return True
    if kind is ColumnKind.SINGLE:
        return False
    if kind is ColumnKind.TEXT and _are_names(column, texts):
        return True
    if _share(_NUMBER_OF_ONES_OWN, texts) >= 0.8 and _are_ones_own(column):
        return not header_says("number", header)
    if kind is ColumnKind.TEXT and _share(_HOUSE, texts) >= 0.5:
        return True
    if kind is not ColumnKind.TEXT:
        return header_begins("identity", header)
    words = sum(len(text.split()) for text in texts) / len(texts)
    short = words <= _LONGEST_ANSWER and not header_says("comment", header)
    return header_says("identity", header) and (short or contacts > 0.2)


def _holds_own_names(header: str, texts: Sequence[str]) -> bool:
    """Tell whether a header asks for the name of who answers, and names stand below it.

    They may recur: people answer again, and namesakes do.
    """
    other = names_one_of("service", without_phrases("own_name", header))  # an official's name
    asked = header_says("own_name", header) and not other
    return asked and sum(map(_looks_like_a_name, texts)) * 2 >= len(texts)


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    capital = all(word[0].isupper() and word.isalpha() for word in words)
    return is_full_name(text) or (1 < len(words) <= _LONGEST_ANSWER and capital)


def is_personal_answer(text: str) -> bool:
    """Tell whether an answer by itself says who somebody is."""
    return _is_contact(text) or is_full_name(text)


def _is_contact(text: str) -> bool:
    digits = _GAPS.sub("", text)
    return bool(_MAIL.fullmatch(text) or _PHONE.fullmatch(digits) or _CITIZEN.fullmatch(digits))


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(bool(pattern.fullmatch(_bare(text))) for text in texts) / len(texts)


def _bare(text: str) -> str:
    digits = _GAPS.sub("", text).lstrip("+")
    return digits if digits.isdecimal() else text


def _are_names(column: CodedColumn, texts: Sequence[str]) -> bool:
    names = sum(map(is_full_name, texts))
    return len(texts) >= _FEWEST_NAMES and names >= 0.7 * len(texts) and _are_ones_own(column)


def _are_ones_own(column: CodedColumn) -> bool:
    """Tell whether most people gave an answer that nobody else gave."""
    return len(column.texts) >= 0.8 * column.answered
