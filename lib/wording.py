"""Words, numbers and dates in the reader's language: Vietnamese, or English when asked for.

English sentences are the keys; `lib/locale/vi.po` is the catalogue. The language belongs to
the thread that draws, so `str(error)` is a finished sentence wherever it is shown.
"""

import contextlib
import contextvars
import dataclasses
import datetime as dt
import functools
import gettext as _gettext
import io
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SCREEN_LANGUAGES = ("vi", "en")
CATALOGUE_FILE = Path(__file__).parent / "locale" / "vi.po"
ROMAN_NUMERALS = ("I", "II", "III", "IV")

_language = contextvars.ContextVar("language", default="vi")


def use_language(language: str) -> None:
    """Choose the language of everything this thread says from now on."""
    _language.set(language if language in SCREEN_LANGUAGES else "vi")


def current_language() -> str:
    """Return "vi" or "en"."""
    return _language.get()


@contextlib.contextmanager
def in_vietnamese() -> Iterator[None]:
    """Say everything inside in Vietnamese, whoever reads: papers of an office are."""
    before = _language.set("vi")
    try:
        yield
    finally:
        _language.reset(before)


@functools.cache
def _vietnamese() -> _gettext.NullTranslations:
    with CATALOGUE_FILE.open("rb") as po:
        catalogue = read_po(po, locale="vi")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def gettext(message: str, **fields: object) -> str:
    """Return the sentence in the reader's language, its {fields} filled in."""
    words = _vietnamese().gettext(message) if current_language() == "vi" else message
    return words.format(**fields) if fields else words


def ngettext(one: str, many: str, n: int, **fields: object) -> str:
    """Return the sentence for n things; {n} is written as a number of the language."""
    english = one if n == 1 else many
    words = _vietnamese().ngettext(one, many, n) if current_language() == "vi" else english
    return words.format(n=format_count(n), **fields)


@dataclasses.dataclass(frozen=True)
class Phrase:
    """Words inside a sentence, said in the language of whoever reads it, not of who wrote it."""

    message: str
    fields: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        """Return the words in the reader's language."""
        return gettext(self.message, **self.fields)


def mark(message: str) -> str:
    """Mark a sentence for the catalogue where it is declared, to be translated when said."""
    return message


def _point(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,")) if current_language() == "vi" else text


def format_count(n: int) -> str:
    """Return 1234 as "1.234" ("1,234" in English)."""
    return _point(f"{n:,}")


def format_decimal(value: float, places: int = 1) -> str:
    """Return 98.25 as "98,3": rounded half up, as offices do."""
    step = Decimal(1).scaleb(-places)
    return _point(f"{Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP):,}")


def format_percent(rate: float) -> str:
    """Return 0.982 as "98,2 %" ("98.2%" in English)."""
    return format_decimal(rate * 100) + (" %" if current_language() == "vi" else "%")


def format_percent_range(low: float, high: float) -> str:
    """Return an interval as "94,8–96,5 %"."""
    return f"{format_decimal(low * 100)}–{format_percent(high)}"


def format_points(difference: float) -> str:
    """Return the size of a difference of two rates as "0,9 điểm phần trăm", without its sign."""
    return gettext("{n} points", n=format_decimal(abs(difference) * 100))


def format_day(when: dt.date) -> str:
    """Return a date as "10/02/2023", the way offices of the country write it."""
    return when.strftime("%d/%m/%Y")


def format_clock(when: dt.datetime) -> str:
    """Return a time as "08:05"."""
    return when.strftime("%H:%M")


def format_moment(when: dt.datetime) -> str:
    """Return "08:05 ngày 10/02/2023"."""
    return gettext("{time} on {day}", time=format_clock(when), day=format_day(when))


def with_capital(words: str) -> str:
    """Return words as a sentence or a cell begins with them: "Xã Xuân Tây"."""
    return words[:1].upper() + words[1:]


def without_capital(words: str) -> str:
    """Return words as they stand inside a sentence; an abbreviation stays as it is."""
    first = words.split(" ", 1)[0]
    return words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]
