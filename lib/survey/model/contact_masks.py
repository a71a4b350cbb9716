"""Contacts inside what people wrote, hidden until somebody asks: phones, ID numbers, e-mails.

Names cannot be recognised reliably in Vietnamese; staff are told so. Where a number may be a
contact or something else, it is hidden: one click shows it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

HIDDEN_MARK = "•••"
_Span = tuple[int, int]

_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# groups of digits with whatever people put between them
_RUN = re.compile(r"\+?\d+(?:[^\w\n:;+•]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_SHORTEST, _LONGEST = 9, 14  # digits of a contact
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
# the same mark twice, and not once more before or after: a date, not a part of something longer
_DATE = "|".join(
    rf"(?<!\d)(?<!\d{mark}){first}{mark}{_MONTH}{mark}{last}(?!{mark}?\d)"
    for mark in ("/", r"\.", "-")
    for first, last in ((_DAY, _YEAR), (_YEAR, _DAY))
)
_DATES = re.compile(f"({_DATE})")


def _spelt(*words: str) -> str:
    """Return a pattern of these words, however their accents are coded."""
    return "|".join(unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD"))


_UNITS = _spelt("đồng", "đ", "triệu", "tr", "tỷ", "tỉ", "nghìn", "ngàn", "k", "vnđ", "vnd",
                "dong", "trieu", "ty", "nghin", "ngan")  # fmt: skip
_NO_UNIT = _spelt("ý", "y", "chí", "chi")  # “0912 345 678 đồng ý”
_UNIT = rf"(?= ?(?:{_UNITS})(?![^\W\d]| +(?:{_NO_UNIT})(?!\w)))"
# no amount begins with a zero; one that has no unit ends in three of them
_AMOUNTS = re.compile(
    rf"(?<!\d)[1-9]\d{{0,2}}([ .,])\d{{3}}(?:\1\d{{3}})*(?!\d)(?:(?<=000)(?!\1\d)|{_UNIT})"
    rf"|(?<!\d)[1-9]\d*{_UNIT}",
    re.IGNORECASE,
)


def mask_contacts(text: str) -> str:
    """Return the text with phones, ID numbers and e-mails hidden."""
    between = _DATES.split(_MAIL.sub(HIDDEN_MARK, text))
    between[::2] = map(_hidden, between[::2])
    return "".join(between)


def _hidden(text: str) -> str:
    """Return a text without dates with its contacts hidden."""
    amounts = dict(amount.span() for amount in _AMOUNTS.finditer(text))
    kept, at = [], 0
    for run in _RUN.finditer(text):
        for start, end in _contacts(text, run, amounts):
            kept.append(text[at:start])
            at = end
    return HIDDEN_MARK.join((*kept, text[at:]))


def _contacts(text: str, run: re.Match[str], amounts: dict[int, int]) -> Iterator[_Span]:
    """Yield where contacts stand in a run: whole groups of digits, as many as fit."""
    groups = [group.span() for group in _GROUP.finditer(text, *run.span())]
    inside = {at for start, end in amounts.items() for at in range(start + 1, end)}
    at = 0
    while at < len(groups):
        start = groups[at][0]
        passed = amounts.get(start, start)
        after = at if passed > start else _after(text, groups, at, inside)
        if after > at:
            passed = groups[after - 1][1]
            yield (run.start() if at == 0 else start), passed
        at = next((n for n in range(at + 1, len(groups)) if groups[n][0] >= passed), len(groups))


def _after(text: str, groups: Sequence[_Span], at: int, inside: set[int]) -> int:
    """Return the group after the contact that begins with this one; this one if none does.

    One that ends inside an amount is the last choice.
    """
    fitting, digits = [], ""
    for n, (start, end) in enumerate(groups[at : at + _LONGEST], at):
        digits += text[start:end]
        if _contact(digits) or (n == at and len(digits) >= _SHORTEST):
            fitting.append((end not in inside, n + 1))
    return max(fitting)[1] if fitting else at


def _contact(digits: str) -> bool:
    """Tell a phone or an ID number by its length and beginning.

    9 digits: the old ID card, or a phone without its zero; 9 to 12 after a zero: phones old
    and new, and the ID card of 12; 84: the country's number.
    """
    n = len(digits)
    home = digits.startswith("0") and 9 <= n <= 12
    abroad = digits.startswith("84") and n in (11, 12)
    return n == 9 or home or abroad or (digits.startswith("0084") and n in (13, 14))
