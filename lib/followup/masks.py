"""Contacts inside what people wrote, hidden until somebody asks: phones, ID numbers, e-mails.

Names cannot be recognised reliably in Vietnamese; staff are told so.
"""

import re

HIDDEN = "•••"
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
# a run of digits with single gaps; what it is, its length and beginning tell
_RUN = re.compile(r"(?<![0-9])\+?[0-9](?:[ .\-()]{0,2}[0-9]){8,14}(?![0-9])")
_DATES = re.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")  # 12.500.000


def masked(text: str) -> str:
    """Return the text with phones, ID numbers and e-mails hidden."""
    return _RUN.sub(_contact, _MAIL.sub(HIDDEN, text))


def _contact(found: re.Match[str]) -> str:
    run = found[0]
    digits = re.sub(r"\D", "", run)
    phone = (digits.startswith("0") and 9 <= len(digits) <= 11) or digits.startswith("84")
    card = len(digits) in (9, 12)
    if _AMOUNT.fullmatch(run) or _DATES.search(run):
        return run
    return HIDDEN if phone or card else run
