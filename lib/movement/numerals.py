"""Numbers as offices write them, and where a dot or a comma can mean two things."""

import enum
import re
from collections.abc import Iterable
from decimal import Decimal

_GROUPED_BY_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_CLEARLY_VIETNAMESE = re.compile(
    r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|(?![1-9]\d{0,2},\d{3}$)\d+,\d+"
)
_CLEARLY_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+|0\.\d+")
_EITHER = re.compile(r"\d{1,3},\d{3}")  # 1,234
_DOT = re.compile(r"\d+\.\d+")  # 12.5: a decimal, or a day and a month
_PLAIN = re.compile(r"\d+|\d{1,3}(?: \d{3})+")

NUMERAL_PATTERN = r"\d+(?:[.,]\d+)+|\d{1,3}(?: \d{3})+(?!\d)|\d+"


class NumberNotation(enum.Enum):
    """What the dot and the comma mean in a column."""

    UNKNOWN = enum.auto()
    VIETNAMESE = enum.auto()  # 1.234,5
    ENGLISH = enum.auto()  # 1,234.5


def column_notation(texts: Iterable[str]) -> NumberNotation:
    """Return how a column writes numbers: by its numerals of one reading, if these agree."""
    numerals = [numeral for text in texts for numeral in re.findall(NUMERAL_PATTERN, text)]
    vietnamese = any(map(_CLEARLY_VIETNAMESE.fullmatch, numerals))
    english = any(map(_CLEARLY_ENGLISH.fullmatch, numerals))
    if vietnamese == english:
        return NumberNotation.UNKNOWN
    return NumberNotation.VIETNAMESE if vietnamese else NumberNotation.ENGLISH


def parse_number(numeral: str, written: NumberNotation = NumberNotation.UNKNOWN) -> Decimal | None:
    """Return the number; None where it can be read in two ways and the column does not say which.

    Alone, 1.234 is 1234 as everywhere in the country; 1,234 and 12.5 are nobody's guess.
    """
    if _PLAIN.fullmatch(numeral):
        return Decimal(numeral.replace(" ", ""))
    if _CLEARLY_VIETNAMESE.fullmatch(numeral):
        return _vietnamese(numeral)
    if _CLEARLY_ENGLISH.fullmatch(numeral):
        return _english(numeral)
    if _GROUPED_BY_DOTS.fullmatch(numeral):
        return None if written is NumberNotation.ENGLISH else _vietnamese(numeral)
    if _EITHER.fullmatch(numeral) and written is not NumberNotation.UNKNOWN:
        return _vietnamese(numeral) if written is NumberNotation.VIETNAMESE else _english(numeral)
    if _DOT.fullmatch(numeral) and written is NumberNotation.ENGLISH:
        return _english(numeral)
    return None


def notation_before_magnitude(numeral: str) -> NumberNotation:
    """Return how a numeral is written that a magnitude follows: 1.5 tỷ is neither day nor group."""
    is_decimal = _DOT.fullmatch(numeral) and not _GROUPED_BY_DOTS.fullmatch(numeral)
    return NumberNotation.ENGLISH if is_decimal else NumberNotation.UNKNOWN


def format_figure(value: Decimal) -> str:
    """Return the number as the country writes it, all its decimals, in one reading only.

    A fourth decimal keeps 1,234 from being taken for a thousand.
    """
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.translate(str.maketrans(",.", ".,"))
    return f"{text}0" if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text) else text


def _vietnamese(numeral: str) -> Decimal:
    return Decimal(numeral.replace(".", "").replace(",", "."))


def _english(numeral: str) -> Decimal:
    return Decimal(numeral.replace(",", ""))
