"""A figure of the register: its number and unit, and whether it is exact, a lower bound, or about.

Never guessed: what has two readings is refused with the reason, a finished sentence's key.
"""

import dataclasses
import datetime as dt
import enum
import math
import re
from collections.abc import Iterable
from decimal import Decimal

from lib.movement.numerals import (
    NUMERAL_PATTERN,
    NumberNotation,
    format_figure,
    notation_before_magnitude,
    parse_number,
)
from lib.movement.quantity_units import (
    MAGNITUDE_FACTORS,
    MAGNITUDE_PATTERN,
    UNIT_CONTRADICTION,
    agreed_unit,
    is_money,
    is_unit,
    split_magnitude,
)
from lib.source_table import CellValue
from lib.survey.model.vietnamese_text import clean_text, fold_accents, spelling_key
from lib.wording import current_language, gettext, mark

NO_NUMBER = mark("there is no number")
DATE_FOR_NUMBER = mark("a date where a number is expected")
_TWO_READINGS = mark("the dot or comma can be read in two ways")
_MORE = mark("more than a number and its unit")
_PERCENT = mark("a fraction where per cent are meant: 0.98 or 98?")
_PART = mark("the part is larger than the whole")


class Qualifier(enum.StrEnum):
    """How exact a number is meant."""

    EXACT = "exact"  # bằng
    AT_LEAST = "at_least"  # hơn, trên, ít nhất, trở lên
    ABOUT = "about"  # khoảng, gần, ước
    ABOUT_AT_LEAST = "about_at_least"  # a sum that holds both


@dataclasses.dataclass(frozen=True)
class Quantity:
    """One value with its unit; the magnitude ("tỷ", "ngàn") is in the value, not in the unit."""

    value: Decimal
    unit: str = ""  # as written, cleaned; compare folded
    qualifier: Qualifier = Qualifier.EXACT
    whole: Decimal | None = None  # 13 of 13


class UnreadError(ValueError):
    """A cell that is no quantity; `reason` is a key of the catalogue."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


_DATE = re.compile(
    r"(?:ngay )?\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?: .*)?"  # 5/10.000 is a share
    r"|\d{4}([/.-])\d{1,2}\2\d{1,2}(?:[t ].*)?"
    r"|(?:thang )?(?:0?[1-9]|1[0-2])/(?:19|20)\d\d"
)
_BEFORE = re.compile(
    r"(?:(?P<least>hon|tren|it nhat|toi thieu|khong duoi|tu(?=.*tro len)|>=?|≥)"
    r"|(?P<about>khoang|gan|uoc(?: tinh| dat)?|xap xi|~|≈)|bang|dat|=)(?:(?<=\W)|(?!\w))\s*"
)
_FROM = re.compile(r"\s*tro len$")
_NUMBER = re.compile(rf"(-?)({NUMERAL_PATTERN})(?:\s*/\s*({NUMERAL_PATTERN}))?")
_STEP = re.compile(rf"({NUMERAL_PATTERN})\s*({MAGNITUDE_PATTERN})(?!\w)\s*")


def read_quantity(
    cell: CellValue, unit: str = "", written: NumberNotation = NumberNotation.UNKNOWN
) -> Quantity:
    """Return what a cell says; an UnreadError tells why it says nothing.

    `unit` is that of its row: it may hold a magnitude, "triệu đồng"; `written` is how the
    column writes numbers, where that is known.
    """
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        raise UnreadError(DATE_FOR_NUMBER)
    if isinstance(cell, str):
        return _text(clean_text(cell), unit, written)
    if cell is None or isinstance(cell, bool) or not math.isfinite(cell):
        raise UnreadError(NO_NUMBER)
    if 0 < abs(cell) < 1 and clean_text(unit) == "%":
        raise UnreadError(_PERCENT)  # a cell formatted as percents holds 0.98 for 98 %
    return _united(Decimal(repr(cell)), "", "", unit)


def parse_qualifier(text: str) -> Qualifier | None:
    """Return what a word alone says, "hơn"; None where it is none of those before a number."""
    qualifier, rest = _qualified(clean_text(text))
    return qualifier if text and not rest.strip() else None


def combine_qualifiers(parts: Iterable[Qualifier]) -> Qualifier:
    """Return how exact a sum is: a lower bound in it makes it one, an estimate an estimate."""
    inexact = set(parts) - {Qualifier.EXACT}
    if len(inexact) > 1:
        return Qualifier.ABOUT_AT_LEAST
    return inexact.pop() if inexact else Qualifier.EXACT


def _text(text: str, unit: str, written: NumberNotation) -> Quantity:
    if _DATE.fullmatch(fold_accents(text)):
        raise UnreadError(DATE_FOR_NUMBER)
    qualifier, rest = _qualified(text)
    match = _NUMBER.match(rest)
    if not match:
        raise UnreadError(NO_NUMBER)
    if match[3]:
        return _share(match, rest[match.end() :], qualifier, unit, written)
    value, magnitude, end = _value(rest, written) or (_number(match[2], written), "", match.end())
    value = -value if match[1] else value
    quantity = _united(value, magnitude, _unit(rest[end:]), unit)
    return dataclasses.replace(quantity, qualifier=qualifier)


def _qualified(text: str) -> tuple[Qualifier, str]:
    """Return what stands around the number, and the text without it."""
    folded, least, about = _folded(text), False, False
    start = 0
    while match := _BEFORE.match(folded, start):
        least, about = least or bool(match["least"]), about or bool(match["about"])
        start = match.end()
    behind = _FROM.search(folded)
    least = least or bool(behind)
    return _QUALIFIERS[least, about], text[start : behind.start() if behind else None]


_QUALIFIERS = {
    (False, False): Qualifier.EXACT,
    (True, False): Qualifier.AT_LEAST,
    (False, True): Qualifier.ABOUT,
    (True, True): Qualifier.ABOUT_AT_LEAST,
}


def _folded(text: str) -> str:
    """Return the text without accents, letter by letter, so that places in it stay the same."""
    return "".join(fold_accents(letter)[:1] or " " for letter in text)


def _value(text: str, written: NumberNotation) -> tuple[Decimal, str, int] | None:
    """Return the value of "1 tỷ 200 triệu", its last magnitude and where it ends."""
    lowered, start, last = spelling_key(text), 1 if text.startswith("-") else 0, math.inf
    total, magnitude = Decimal(0), ""
    while match := _STEP.match(lowered, start):
        factor = MAGNITUDE_FACTORS[match[2]]
        if factor >= last:
            raise UnreadError(_MORE)
        known = notation_before_magnitude(match[1])
        total += _number(match[1], written if known is NumberNotation.UNKNOWN else known) * factor
        start, last, magnitude = match.end(), factor, match[2]
    return (total, magnitude, start) if magnitude else None


def _number(numeral: str, written: NumberNotation) -> Decimal:
    value = parse_number(numeral, written)
    if value is None:
        raise UnreadError(_TWO_READINGS)
    return value


def _share(
    match: re.Match[str], rest: str, qualifier: Qualifier, unit: str, written: NumberNotation
) -> Quantity:
    value, whole = _number(match[2], written), _number(match[3], written)
    if match[1] or value > whole:
        raise UnreadError(_PART)
    quantity = _united(value, "", _unit(rest), unit)
    return dataclasses.replace(quantity, qualifier=qualifier, whole=whole)


def _unit(rest: str) -> str:
    unit = rest.strip()
    if not is_unit(unit):
        raise UnreadError(_MORE)
    return unit


def _united(value: Decimal, magnitude: str, own: str, of_row: str) -> Quantity:
    """Return the value with the unit of its cell and of its row, where these agree."""
    factor, unit = split_magnitude(clean_text(of_row))
    agreed = agreed_unit(own, unit)
    if agreed is None:
        raise UnreadError(UNIT_CONTRADICTION)
    if factor != 1 and not magnitude and own:
        raise UnreadError(UNIT_CONTRADICTION)  # "37 đồng" in a row of millions
    if magnitude and not own and factor not in (1, MAGNITUDE_FACTORS[magnitude]):
        raise UnreadError(UNIT_CONTRADICTION)
    return Quantity(value if magnitude else value * factor, agreed)


def quantity_words(quantity: Quantity) -> str:
    """Return "hơn 18.000 cuốn vở", "13/13 xã", "37 tỷ đồng" in the reader's language.

    In Vietnamese it is read again as the same quantity.
    """
    if quantity.qualifier is Qualifier.EXACT:
        return amount_words(quantity)
    return gettext(_WORDS[quantity.qualifier], amount=amount_words(quantity))


_WORDS = {
    Qualifier.AT_LEAST: mark("more than {amount}"),
    Qualifier.ABOUT: mark("about {amount}"),
    Qualifier.ABOUT_AT_LEAST: mark("at least about {amount}"),
}


def amount_words(quantity: Quantity) -> str:
    """Return number and unit alone: "18.000 cuốn vở"."""
    if quantity.whole is not None:
        share = f"{_figure(quantity.value)}/{_figure(quantity.whole)}"
        return f"{share} {quantity.unit}".strip()
    for factor, message in _ROUND.items() if is_money(quantity.unit) else ():
        if quantity.value >= factor and quantity.value % (factor // 100) == 0:
            return gettext(message, n=_figure(quantity.value / factor), unit=quantity.unit)
    return f"{_figure(quantity.value)} {quantity.unit}".strip()


_ROUND = {10**9: mark("{n} billion {unit}"), 10**6: mark("{n} million {unit}")}


def _figure(value: Decimal) -> str:
    text = format_figure(value)
    return text if current_language() == "vi" else text.translate(str.maketrans(",.", ".,"))
