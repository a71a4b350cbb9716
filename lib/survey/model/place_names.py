"""How the name of a unit is written, and what of it counts when names are compared."""

import functools
import re

from lib.survey.model.vietnamese_text import fold_accents

_RANK = re.compile(
    r"(?:(?:ubnd|uy ban nhan dan)\s+)?(?:xa|x|phuong|p|thi tran|tt|dac khu)(?:\.\s*|\s+)"
)
_ABOVE = re.compile(
    r"\s*[,(;]|\s+[-–]\s|(?:^|\s)(?:(?:huyen|thi xa|thanh pho|tinh)\s|(?:h|tx|tp|t)\.)"
)
_DISTRICT = re.compile(r"\b(?:huyen\s|h\.)\s*")


@functools.lru_cache(maxsize=4096)
def plain_place_name(name: str) -> str:
    """Return a unit's name as names are compared: no accents, rank, district or province."""
    folded = fold_accents(name)
    rank = _RANK.match(folded)
    rest = folded[rank.end() :] if rank else folded
    above = _ABOVE.search(rest)
    return (rest[: above.start()] if above else rest).strip(" .")


def district_in_name(name: str) -> str:
    """Return what follows the word for a district, folded; "" where there is none."""
    folded = fold_accents(name)
    stated = _DISTRICT.search(folded)
    return folded[stated.end() :] if stated else ""
