"""Vietnamese text: one way of writing a word, keys to compare and sort by, names in links."""

import contextlib
import datetime as dt
import functools
import re
import unicodedata

_TONES_ON_FIRST = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE_PLACES = re.compile(rf"(?<!q)({'|'.join(_TONES_ON_FIRST)})(?!\w)")
_BAR_LETTERS = str.maketrans("đĐðÐ", "dDdD")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
_NUMBERS = re.compile(r"(\d+)")


def clean_text(text: str) -> str:
    """Return the text in NFC with single ordinary spaces and none at the ends."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # no other kind of space is printable
    text = text.replace("\u200b", " ").replace("\ufeff", " ")  # invisible, from web pages
    return " ".join(text.split())


def spelling_key(text: str) -> str:
    """Return what two spellings of one word share: case, tone placement and eth do not count."""
    folded = clean_text(unicodedata.normalize("NFKC", text)).casefold().replace("ð", "đ")
    return _TONE_PLACES.sub(lambda found: _TONES_ON_FIRST[found[0]], folded)


def fold_accents(text: str) -> str:
    """Return the key without accents: "Hòa Đồng" and "hoa dong" are equal."""
    apart = unicodedata.normalize("NFD", spelling_key(text).translate(_BAR_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@functools.lru_cache(4096)
def link_slug(text: str) -> str:
    """Return the name in links: "Ấp 7" is "ap-7"."""
    return re.sub(r"[\W_]+", "-", fold_accents(text)).strip("-")


@functools.lru_cache(4096)
def sort_key(text: str) -> tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...]:
    """Return a key that sorts as a Vietnamese dictionary does, and Ấp 2 before Ấp 10.

    Words compare by their letters first and by their tones only when all letters are equal.
    """
    return tuple(map(_part, filter(None, _NUMBERS.split(spelling_key(text)))))


def _part(part: str) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
    if part.isdecimal():
        return (0, int(part), (), ())
    letters, tones = zip(*map(_letter, part), strict=True)
    return (1, 0, letters, tones)


def _letter(letter: str) -> tuple[int, int]:
    apart = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in apart if mark in _TONES), "")
    plain = unicodedata.normalize("NFC", apart.replace(tone, "")) if tone else letter
    place = _ALPHABET.find(plain)
    rank = place + 1 if place >= 0 else (0 if not plain.isalpha() else 100 + ord(plain[0]))
    return rank, _TONES.index(tone) + 1 if tone else 0


def written_day(text: str) -> dt.date | None:
    """Return the day that a line of an office's own list names, None where it names none."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):  # the second is what Excel makes of the first
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(text, form).date()
    return None
