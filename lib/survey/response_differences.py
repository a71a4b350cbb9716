"""How many responses tell two readings of one survey apart, by what viewers see of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.survey.responses import Responses

_Prints = npt.NDArray[np.uint64]
_ODD = np.uint64(0x9E3779B97F4A7C15)  # spreads the bits of what it multiplies
_HALF = np.uint64(32)


def count_differing_responses(one: Responses, other: Responses) -> int:
    """Return how many responses stand in only one of two readings; an edited one counts once.

    What is not stated tells nothing apart, so that a new column alone does not.
    """
    prints = _prints(one), _prints(other)
    _, of = np.unique(np.concatenate(prints), return_inverse=True)
    size = int(of.max(initial=-1)) + 1
    more = np.bincount(of[: one.n], minlength=size) - np.bincount(of[one.n :], minlength=size)
    return max(int(more[more > 0].sum()), -int(more[more < 0].sum()))


def _prints(of: Responses) -> _Prints:
    """Return a number for each response, the same wherever its time, place and answers are."""
    prints = _spread(of.submitted.view(np.int64).view(np.uint64))
    places = (
        ("sheet", [sheet.source for sheet in of.sheets], of.sheet),
        ("commune", [place.code for place in of.communes], of.commune),
        ("today", [place.code for place in of.today], of.commune_today),
        ("hamlet", [hamlet.code for hamlet in of.hamlets], of.hamlet),
        ("sector", [sector.code for sector in of.sectors], of.sector),
    )
    answers = (
        (question.id, [level.text for level in question.levels], given)
        for question, given in zip(of.form.rated, of.levels, strict=True)
    )
    for name, texts, codes in (*places, *answers):
        prints += _texts(name, texts)[codes]
    return prints


def _texts(name: str, texts: Sequence[str]) -> _Prints:
    """Return a number for each text under this name, and 0 after them: not stated."""
    named = np.array([f"{name}\0{text}" for text in texts], dtype=object)
    return np.append(_spread(pd.util.hash_array(named, categorize=False)), np.uint64(0))


def _spread(numbers: _Prints) -> _Prints:
    mixed = numbers * _ODD
    mixed ^= mixed >> _HALF
    return mixed * _ODD
