"""Units of quantities: which word is one, which only makes a number larger, and when two agree."""

import re

from lib.survey.model.vietnamese_text import clean_text, fold_accents, spelling_key
from lib.wording import mark

UNIT_CONTRADICTION = mark("the unit of the cell and of its row contradict each other")

# With their accents: "ngan" is a duck, "ti vi" a television, "tram" a station.
MAGNITUDE_FACTORS = {
    **dict.fromkeys(("nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ"), 10**12),
    **dict.fromkeys(("tỷ", "tỉ", "ty"), 10**9),
    **dict.fromkeys(("triệu", "trieu", "tr"), 10**6),
    **dict.fromkeys(("nghìn", "ngàn", "nghin"), 10**3),
}
MAGNITUDE_PATTERN = rf"(?:{'|'.join(MAGNITUDE_FACTORS)})(?! (?:lệ|le)\b)"
_MAGNITUDE = re.compile(rf"({MAGNITUDE_PATTERN})(?!\w)\s*")
_MAYBE_MAGNITUDES = frozenset(("k", "ngan", "ti", "tram", "trăm", "vạn", "van", "rưỡi", "chục"))
_UNIT = re.compile(r"(?:[^\W\d_]|[%‰₫$°])[^\d,;:()?<>~=…]*(?:(?<=[^\W_])\d[^\d,;:()?<>~=…]*)*")
_MONEY = re.compile(r"(?:đồng|vnđ|vnd|đ|₫)(?:$|[ /])")
_RATE = re.compile(r"[/%‰]")
_DIGIT_APART = re.compile(r"(?<![^\W\d_])\d")


def is_unit(text: str) -> bool:
    """Tell whether a text is the name of one unit, or nothing; no second number, no remark."""
    if not text:
        return True
    plain = _UNIT.fullmatch(text) and not _DIGIT_APART.search(text)
    return bool(plain) and spelling_key(text).split()[0] not in _MAYBE_MAGNITUDES


def split_magnitude(unit: str) -> tuple[int, str]:
    """Return the factor that "triệu đồng" holds, and the unit without it."""
    match = _MAGNITUDE.match(spelling_key(unit))
    if not match:
        return 1, unit
    return MAGNITUDE_FACTORS[match[1]], unit[match.end() :].strip()


def agreed_unit(own: str, of_row: str) -> str | None:
    """Return the one unit that a cell and its row mean; None where they contradict each other.

    One may say more than the other: "đồng/năm" in a row of "đồng/người/năm". The row's counts.
    """
    if not own or not of_row:
        return clean_text(own or of_row)
    mine, rows = (fold_accents(text).split("/") for text in (own, of_row))
    shorter, longer = sorted((mine, rows), key=len)
    same_kind = longer[0].startswith(shorter[0]) or shorter[0].startswith(longer[0])
    whole_words = set(shorter[0].split()) & set(longer[0].split())
    if same_kind and whole_words and set(shorter[1:]) <= set(longer[1:]):
        return clean_text(of_row)
    return None


def is_money(unit: str) -> bool:
    """Tell whether a unit is the country's money, alone or for each of something."""
    return _MONEY.match(spelling_key(unit)) is not None


def is_rate(unit: str) -> bool:
    """Tell whether values of this unit cannot be added: so much of each, or a percentage."""
    return _RATE.search(unit) is not None
