"""What the cells of a column are, told from its distinct answers and its header."""

import re
from collections.abc import Mapping

from lib.survey.model.answer_levels import Answer
from lib.survey.model.lexicon import find_degree, find_word, header_says
from lib.survey.model.quality_words import asks_for_rating
from lib.survey.model.survey_form import ColumnKind
from lib.survey.model.vietnamese_text import spelling_key
from lib.survey.recognise.checkbox_options import (
    OWN_WORDS_SHARE,
    checkbox_options,
    gather_other_options,
)
from lib.survey.table.coded_column import CodedColumn

LONGEST_SCALE = 10  # Google's linear scale ends there
_MOST_OPTIONS = 40  # of a checkbox question; people's own words know no end
_FEW = 12  # distinct answers that any closed question may have

_LOWEST_TOP = 4  # of a scale that begins with 0
_NUMBER_OF = re.compile(r"số (?!điểm|sao|hài lòng)[^\W\d]+")
_NAMED_END = re.compile(r"\b[01]\s*[=:–(]|[=(]\s*[01]\)")

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T00:00:00)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?")
_FILE = re.compile(r"(?:https://(?:drive|docs)\.google\.com/\S+(?:,\s*)?)+")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)?|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)\s?%?")
_RANK = re.compile(r"(?:hạng|thứ|ưu tiên|rank)\s*\d{1,2}|\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_POINT = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*(?:sao|stars?|[★⭐]\ufe0f?))?", re.IGNORECASE)
_STARS = re.compile(r"((?:[★⭐]\ufe0f?)+)\s*[☆✩]*")
NEW_POINTS = re.compile(r"[☆✩(]|\d\s*[★⭐]")  # which no earlier version read as points
_WORDED_POINT = re.compile(r"(\d{1,2})\s*(?:[-–—=.):]\s*(?=\D)(.+)|\(([^()\d]+)\))")


def column_kind(header: str, column: CodedColumn) -> ColumnKind:
    """Return what the cells of a column are."""
    if not column.texts:
        return ColumnKind.TEXT if header_says("comment", header) else ColumnKind.OTHER
    if scale_points(header, column):
        return ColumnKind.SCALE
    column = gather_other_options(column)
    for pattern, kind in _PATTERNS.items():
        if all(map(pattern.fullmatch, column.texts[:_FEW])) and _mostly(pattern, column):
            return kind
    # Comments hold commas too; below such a header only a clean list is a list.
    says_own = header_says("comment", header)
    found = checkbox_options(column, OWN_WORDS_SHARE / 5 if says_own else OWN_WORDS_SHARE)
    if 0 < len(found) <= (_FEW if says_own else _MOST_OPTIONS):
        return ColumnKind.MULTIPLE
    return ColumnKind.SINGLE if _is_closed(header, column) else ColumnKind.TEXT


_PATTERNS = {
    _RANK: ColumnKind.SINGLE,
    _FILE: ColumnKind.FILE,
    _DATE: ColumnKind.DATE,
    _TIME: ColumnKind.TIME,
    _NUMBER: ColumnKind.NUMBER,
}


def _mostly(pattern: re.Pattern[str], column: CodedColumn) -> bool:
    return sum(map(bool, map(pattern.fullmatch, column.texts))) * 10 >= len(column.texts) * 9


def scale_points(header: str, column: CodedColumn) -> dict[str, int] | None:
    """Return the point of each text of a linear scale; None where the column is none.

    "4", "4.0" and "4 – gần như luôn" are the point 4. A header that asks for a number, like
    an age, makes no scale of small numbers; neither do words before each number.
    """
    if len(column.texts) > LONGEST_SCALE * 3 or _asks_for_number(header):
        return None
    found = {text: point_and_words(text)[0] for text in opinion_counts(column)}
    if not found or None in found.values():
        return None
    numbers = {text: point for text, point in found.items() if point is not None}
    scale = any(map(_is_bare, numbers)) or _are_degrees(numbers)
    if min(numbers.values()) == 0 and max(numbers.values()) < _LOWEST_TOP:
        # Else 0 and 1 mark something, or count it.
        scale &= asks_for_rating(header) or _NAMED_END.search(header) is not None
    return numbers if scale and max(numbers.values()) <= LONGEST_SCALE else None


def _asks_for_number(header: str) -> bool:
    """Tell whether a header asks how many, be it "Số …" of anything but points."""
    counts = _NUMBER_OF.match(spelling_key(header))
    return header_says("number", header) or bool(counts)


def _is_bare(text: str) -> bool:
    return bool(_POINT.fullmatch(text) or _STARS.fullmatch(text))


def _are_degrees(numbers: Mapping[str, int]) -> bool:
    """Tell whether words say how much, beside each number: "1. Trực tiếp" does not."""
    words = [point_and_words(text)[1] for text in numbers]
    known = any(map(find_word, words))  # which the lexicon rates without any number
    return not known and sum(find_degree(each) is not None for each in words) > 1


def point_and_words(text: str) -> tuple[int | None, str]:
    """Return the number an answer stands for on a scale, and the words that explain it."""
    if bare := _POINT.fullmatch(text):
        return int(bare[1]), ""
    if stars := _STARS.fullmatch(text):
        return len(stars[1].replace("\ufe0f", "")), ""
    worded = _WORDED_POINT.fullmatch(text)
    return (int(worded[1]), worded[2] or worded[3]) if worded else (None, "")


def _is_closed(header: str, column: CodedColumn) -> bool:
    """Tell whether the answers were chosen from a list: few, short, and most of them recur."""
    # Looking every text up would be slow for thousands of comments, and in vain.
    if len(column.texts) > max(_FEW, column.answered // 4) + _FEW:
        return False
    said = opinion_counts(gather_other_options(column))
    if not said:
        return not header_says("comment", header)
    answered = sum(said.values())
    recurring = sum(n for n in said.values() if n > 1)
    if header_says("comment", header):
        return len(said) <= 7 and recurring == answered >= 5 * len(said)
    few = len(said) <= max(_FEW, answered // 4)
    return few and recurring * 10 >= answered * 6


def opinion_counts(column: CodedColumn) -> dict[str, int]:
    """Return the answers that say something, with their counts; "no opinion" does not."""
    counted = zip(column.texts, column.counts, strict=True)
    return {text: n for text, n in counted if not _says_nothing(text)}


def _says_nothing(text: str) -> bool:
    found = find_word(text)
    return found is not None and found.answer is Answer.NOT_APPLICABLE
