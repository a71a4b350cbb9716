"""Grids: a form writes each row as a column of its own, "Câu hỏi [Hàng]"."""

import collections
import re
from collections.abc import Iterable

_ROW = re.compile(r"(.*?\S)\s*\[(.+)\]")


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems that several columns share; one bracket alone makes no grid."""
    shared = collections.Counter(stem for stem, row in map(split, texts) if row)
    return frozenset(stem for stem, n in shared.items() if n > 1)


def split(text: str) -> tuple[str, str]:
    """Return the stem and the row of a header, the row "" where there is none."""
    found = _ROW.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")
