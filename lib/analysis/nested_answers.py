"""Questions that only some were asked: what lies inside another answer gives the rest of it away.

Twenty say that they use the portal, nineteen say then how: whoever may choose both learns what the
twentieth thinks, although each group alone is large enough.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from lib.survey.dimensions import dimension_names, find_dimension
from lib.survey.model.dimension import Dimension
from lib.survey.responses import Responses

_BY_CHANCE = 1e-3  # less likely than that nobody else answered: they were not asked


def is_nested_answer(responses: Responses, dimension: Dimension, k: int) -> bool:
    """Tell whether the dimension may not be chosen beside others, for those who see totals only.

    Whether it was asked only of those who gave another answer, and not all of these answered it; or
    whether its values fill one of another, which goes before it, but for fewer than k.
    """
    own = dimension.groups.astype(np.int64) + 1  # 0: not stated
    size = int(own.max(initial=0)) + 1
    for other, goes_before in _others(responses, dimension):
        rows = int(other.max(initial=0)) + 1
        joint = np.bincount(other * size + own, minlength=rows * size).reshape(rows, size)
        if _asked_of_some(joint) or (goes_before and _fills_but_for_few(joint, k)):
            return True
    return False


def _others(responses: Responses, own: Dimension) -> Iterator[tuple[npt.NDArray[np.int64], bool]]:
    """Yield each response's group of everything else that can be chosen.

    And whether that goes before this dimension: one of two that give each other away stays.
    """
    for each in (responses.commune, responses.commune_today, responses.hamlet, responses.sector):
        yield each.astype(np.int64) + 1, True
    stated, is_before = np.count_nonzero(own.groups >= 0), True
    for name in dimension_names(responses):
        if name == own.id:
            is_before = False
            continue
        other = find_dimension(responses, name)
        if other and not other.is_several:
            more = np.count_nonzero(other.groups >= 0) - stated
            yield other.groups.astype(np.int64) + 1, bool(more > 0 or (more == 0 and is_before))


def _asked_of_some(joint: npt.NDArray[np.int64]) -> bool:
    """Tell from counts [group of the other, own group], not stated the first of both."""
    sizes, asked = joint.sum(axis=1), joint[:, 1:].sum(axis=1) > 0
    outside, inside, silent = sizes[~asked].sum(), sizes[asked].sum(), joint[asked, 0].sum()
    return bool(silent and (silent / inside) ** outside < _BY_CHANCE)


def _fills_but_for_few(joint: npt.NDArray[np.int64], k: int) -> bool:
    """Tell whether stated values lie inside a stated one and leave fewer than k of it."""
    inside = np.where(joint == joint.sum(axis=0), joint, 0)
    filled, sizes = inside[1:, 1:].sum(axis=1), joint[1:].sum(axis=1)
    rest = sizes - filled
    return bool(((filled > 0) & (rest > 0) & (rest < k)).any())
