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

NUMERAL = r"\d+(?:[.,]\d+)+|\d{1,3}(?: \d{3})+(?!\d)|\d+"


class Notation(enum.Enum):
    """What the dot and the comma mean in a column."""

    UNKNOWN = enum.auto()
    VIETNAMESE = enum.auto()  # 1.234,5
    ENGLISH = enum.auto()  # 1,234.5


def notation(texts: Iterable[str]) -> Notation:
    """Return how a column writes numbers: by its numerals of one reading, if these agree."""
    numerals = [numeral for text in texts for numeral in re.findall(NUMERAL, text)]
    vietnamese = any(map(_CLEARLY_VIETNAMESE.fullmatch, numerals))
    english = any(map(_CLEARLY_ENGLISH.fullmatch, numerals))
    if vietnamese == english:
        return Notation.UNKNOWN
    return Notation.VIETNAMESE if vietnamese else Notation.ENGLISH


def number(numeral: str, written: Notation = Notation.UNKNOWN) -> Decimal | None:
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
        return None if written is Notation.ENGLISH else _vietnamese(numeral)
    if _EITHER.fullmatch(numeral) and written is not Notation.UNKNOWN:
        return _vietnamese(numeral) if written is Notation.VIETNAMESE else _english(numeral)
    if _DOT.fullmatch(numeral) and written is Notation.ENGLISH:
        return _english(numeral)
    return None


def before_magnitude(numeral: str) -> Notation:
    """Return how a numeral is written that a magnitude follows: 1.5 tỷ is neither day nor group."""
    is_decimal = _DOT.fullmatch(numeral) and not _GROUPED_BY_DOTS.fullmatch(numeral)
    return Notation.ENGLISH if is_decimal else Notation.UNKNOWN


def figure(value: Decimal) -> str:
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
