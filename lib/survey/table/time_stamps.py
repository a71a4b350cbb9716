"""Dates and times in texts, taken apart: in figures as programs write them, in words as people do.

What is in figures is read by one pattern, the whole column at once. Only a text that the
pattern cannot read is first put into figures; names of months and of halves of the day are
CLDR's, in every language in which Google Forms is likely to be used here.
"""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from babel import Locale

from lib.survey.model.vietnamese_text import clean_text, spelling_key

StampNumbers = npt.NDArray[np.int64]

_LANGUAGES = (
    "vi en id th fr es pt de ru ja zh ko ar tr it nl pl uk ms fil hi sv cs hu ro el he da fi nb "
    "sk bg ca"
)

_SPACES = r"[\x{00a0}\x{2000}-\x{200f}\x{202f}\x{3000}]"
_PM = ("pm", "ch", "ptg", "下午", "午後", "오후", "μμ")
_VIETNAMESE = r"(?i)\b(?:SA|CH)\b|sáng|trưa|chiều|tối|đêm"
_DATE = r"(?P<a>\d{1,4})\s*[-./年년]\s*(?P<b>\d{1,2})\s*[-./月월]\s*(?P<c>\d{1,4})\s*[日일.]?"
_CLOCK = (
    r"(?:[,T\s]\s*)*(?P<early>上午|下午|午前|午後|오전|오후|[AP]M)?\s*"
    r"(?P<h>\d{1,2})\s*[:.h]\s*(?P<m>\d{2})(?:\s*[:.]\s*(?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<late>(?i:[ap]\.?\s?m\.?|SA|CH|PT?G|[πμ]\.?μ\.?))?"
)
_ZONE = r"\(?(?P<zone>[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|Z|[+-]\d{1,2}:?\d{2})?\)?"
_STAMP = rf"^\s*{_DATE}(?:{_CLOCK}\s*{_ZONE})?[\s,]*$"

# Two groups of digits are an age; three, or a year, may be a date in words.
_PERHAPS = r"^.{0,20}?\p{Nd}(?:\p{Nd}{3}|\p{Nd}*\P{Nd}+\p{Nd}+\P{Nd}+\p{Nd}).{0,40}$"


def _meaning(word: re.Match[str]) -> str:
    return _in_figures().get(_plain(word[0]), word[0])


_WORD = re.compile(r"[^\s\d,/:;()+-]+")
_JOINED = r"[\s,./-]*"
# Step by step into figures: #7# is July wherever it stands, until a date takes it.
_REWRITTEN = [
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^[Tt]h(?:ứ)?\s*[2-7]\s*,", ""),  # Thứ 2, Monday
        (r"(?i)\bth(?:áng|g)\.?\s*(\d{1,2})\b", r" #\1# "),
        (r"(?i)(?<=\d)\s*([ap])\.?\s?m\b\.?", r" \1M"),  # p. m. is one word
        (_WORD, _meaning),
        (r":(?!\s*\d)", ":00 "),  # 8 giờ
        (r":\s*(\d)(?!\d)", r":0\1"),
        (rf"(?<!\d)(\d{{1,2}}){_JOINED}#(\d+)#{_JOINED}(\d{{4}})", r"\3-\2-\1"),
        (rf"(?<!\d)(\d{{1,2}}){_JOINED}#(\d+)#{_JOINED}(\d\d)(?!\d)", r"20\3-\2-\1"),
        (rf"#(\d+)#{_JOINED}(\d{{1,2}}){_JOINED}(\d{{4}})", r"\3-\1-\2"),
        (rf"(\d{{4}}){_JOINED}#(\d+)#{_JOINED}(\d{{1,2}})", r"\1-\2-\3"),
        (r"^[\s,]*(\d{1,2}\s*:[\s\d:]*\d(?:\s*[AP]M)?)[\s,-]+(\d+[-./]\d+[-./]\d+)", r"\2 \1"),
        (r"^[\s,]+", ""),
    )
]
_SIZES = ("abbreviated", "wide")
_HOURS = "h g giờ gio 時 时 点 點 시"
_MINUTES = "分 분"
_IDLE = (
    "ngày ngay lúc vào năm hồi phút 秒 초 เวลา น de del of the st nd rd th at on um uhr à às kl "
    "klo в г р"
)
_HALVES = {
    **dict.fromkeys(("am", "morning1", "morning2"), " AM "),
    **dict.fromkeys(("pm", "afternoon1", "afternoon2", "evening1", "evening2"), " PM "),
}


class TimeStamps:
    """The parts of each text, as numbers or texts; of what is no date they are -1 or ""."""

    def __init__(self, texts: pa.Array) -> None:
        """Take the texts apart; null is no date."""
        plain = pc.replace_substring_regex(texts, _SPACES, " ")
        parts = pc.extract_regex(plain, _STAMP)
        if parts.null_count:
            plain = _reworded(plain, pc.is_null(parts))
            parts = pc.extract_regex(plain, _STAMP)
        self._parts, self._written = parts, texts

    def texts(self, name: str) -> pa.Array:
        """Return one part of every text."""
        return pc.fill_null(pc.struct_field(self._parts, name), "")

    def number(self, name: str) -> StampNumbers:
        """Return one part of every text as a number."""
        texts = self.texts(name)
        stated = pc.if_else(pc.equal(texts, ""), "-1", texts)
        return np.asarray(stated.cast(pa.int64()))

    @functools.cached_property
    def halves(self) -> npt.NDArray[np.bool_]:
        """Which texts count to twelve and say which half of the day."""
        return np.asarray(pc.not_equal(self._half, ""))

    @functools.cached_property
    def vietnamese(self) -> bool:
        """Whether a half of the day is said in Vietnamese: SA, CH, buổi chiều."""
        said = pc.match_substring_regex(self._written, _VIETNAMESE)
        return bool(np.any(self.halves & np.asarray(pc.fill_null(said, False))))

    @functools.cached_property
    def clock(self) -> npt.NDArray[np.timedelta64]:
        """The time of day: midnight where only a day is stated, NaT where there is no such."""
        hour, minute, second = (self.number(name) for name in ("h", "m", "s"))
        afternoon = np.asarray(pc.is_in(self._half, pa.array(_PM)))
        hour = np.where(self.halves, hour % 12 + 12 * afternoon, hour)
        seconds = hour * 3600 + minute * 60 + np.maximum(second, 0)
        readable = (hour < 24) & (minute < 60) & (second < 60)
        clock = np.where(hour < 0, 0, seconds).astype("timedelta64[s]")
        return np.where(readable, clock, np.timedelta64("NaT", "s"))

    @functools.cached_property
    def _half(self) -> pa.Array:
        stated = pc.binary_join_element_wise(self.texts("early"), self.texts("late"), "")
        return pc.replace_substring_regex(pc.utf8_lower(stated), r"[\s.]", "")


def _reworded(texts: pa.Array, where: pa.Array) -> pa.Array:
    """Return the texts, those in these places that may be a date in words put into figures."""
    perhaps = pc.match_substring_regex(pc.if_else(where, texts, ""), _PERHAPS)
    perhaps = pc.fill_null(perhaps, False)
    figures = map(text_in_figures, pc.filter(texts, perhaps).to_pylist())
    return pc.replace_with_mask(texts, perhaps, pa.array(figures, pa.string()))


def text_in_figures(text: str) -> str:
    """Return the text with its date and time in figures: "8h ngày 12 thg 3, 2023" too."""
    plain = clean_text(unicodedata.normalize("NFKC", text)).replace("\u2212", "-")
    written = re.sub(r"[\d،]", _digit, plain)
    for pattern, by in _REWRITTEN:
        written = pattern.sub(by, written)
    return written


def _digit(found: re.Match[str]) -> str:
    return "," if found[0] == "،" else str(unicodedata.decimal(found[0]))


def _plain(word: str) -> str:
    return spelling_key(word).replace(".", "")


@functools.cache
def _in_figures() -> dict[str, str]:
    """Return what stands for a word; of the words of two meanings the later one counts."""
    days = (word for _, day in _named("days") for word in day.split())
    known = {day: ", " for day in days if len(day) > 1}  # 月 is Monday, and month
    known |= {name: _HALVES[half] for half, name in _named("day_periods") if half in _HALVES}
    known |= {name: f" #{number}# " for number, name in _named("months")}
    known |= dict.fromkeys(_HOURS.split() + _MINUTES.split(), ":")
    return {_plain(name): by for name, by in known.items()} | dict.fromkeys(_IDLE.split(), ", ")


def _named(what: str) -> Iterator[tuple[Any, str]]:
    """Yield CLDR's names of this kind that are words; "tháng 7" is in figures already."""
    for language in _LANGUAGES.split():
        contexts = getattr(Locale(language), what)
        widths = (contexts[context] for context in contexts)
        names = (width.get(size, {}).items() for width in widths for size in _SIZES)
        yield from (pair for pair in itertools.chain(*names) if not re.search(r"\d", pair[1]))
