"""What the invented respondents write: a sentence that fits their answers, typed as people do."""

import datetime as dt
import random
import tomllib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tools.sample.places import MERGER_DAY

_SENTENCES = tomllib.loads(Path(__file__).with_name("comments.toml").read_text("utf-8"))
MARKUP_COMMENTS: tuple[str, ...] = tuple(_SENTENCES["markup"]["texts"])


def write_complaint(rng: random.Random, question: str, strong: bool, day: dt.date) -> str:
    """Return what somebody writes who was dissatisfied with this question."""
    usual = _SENTENCES["complaints"][question]
    sentences = _SENTENCES["strong"].get(question, usual) if strong else usual
    if day >= MERGER_DAY:
        sentences = sentences + _SENTENCES["merged"].get(question, [])
    return _typed(rng, _framed(rng, rng.choice(sentences), "after_complaint"))


def write_remark(rng: random.Random, sector: str, online: bool) -> str:
    """Return what somebody writes who was satisfied: mostly praise, else a suggestion."""
    content = _SENTENCES["content"]
    luck = rng.random()
    if luck < 0.65:
        sentences = content["praise"] + _SENTENCES["sector"].get(sector, [])
    else:
        sentences = content["online"] if online else content["suggestion"]
    return _typed(rng, _framed(rng, rng.choice(sentences), "after_content"))


def _framed(rng: random.Random, sentence: str, after: str) -> str:
    """Return the sentence alone, or with an opening or a second, shorter sentence."""
    around: dict[str, Sequence[str]] = _SENTENCES["around"]
    luck = rng.random()
    polite = any(words in sentence for words in ("ảm ơn", "ong xã", "ề nghị"))
    if luck < 0.25 and not polite:
        return f"{sentence} {rng.choice(around[after])}"
    if luck < 0.4 and after == "after_complaint":
        return rng.choice(around["before"]) + sentence[0].lower() + sentence[1:]
    return sentence


def _typed(rng: random.Random, text: str) -> str:
    """Return the text as somebody in a hurry types it, about one time in four."""
    luck = rng.random()
    if luck < 0.75:
        return text
    text = text[0].lower() + text[1:].removesuffix(".")
    if luck < 0.85:
        return text.replace("không", "ko").replace("được", "dc")
    return text if luck < 0.96 else _bare(text)


def _bare(text: str) -> str:
    """Return the text without accents, as typed without a Vietnamese keyboard."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
