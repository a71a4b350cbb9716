"""The dimensions of a survey beyond place and sector: every closed question, and what was added.

A link names only what was given by enough people, or is a level of a scale; all else is gathered,
and so is what leaders alone may read.
"""

import threading
import weakref
from collections.abc import Mapping

import numpy as np

from lib.survey.model.dimension import (
    OTHER_CODE,
    Dimension,
    DimensionValue,
    GroupNumbers,
    smallest_numbers,
)
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.option_codes import option_codes
from lib.survey.question_options import question_options, tells_apart
from lib.survey.recognise.checkbox_options import OTHER_OPTION
from lib.survey.responses import Responses

_kept: weakref.WeakKeyDictionary[Responses, dict[str, Dimension]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def dimension_names(responses: Responses) -> Mapping[str, str]:
    """Return the dimensions beyond place and sector: id → name, in the form's order."""
    asked = {q.id: q.label for q in responses.form.questions if tells_apart(q)}
    return asked | {each.id: each.name for each in responses.added}


def dimensions_by_slug(responses: Responses) -> dict[str, str]:
    """Return the dimensions beyond place and sector by the slugs under which links name them."""
    names = dimension_names(responses)
    asked = (q for q in responses.form.questions if q.id in names)
    aliases = {link_slug(alias): q.id for q in asked for alias in q.aliases}
    return aliases | {link_slug(name): name for name in names}


def find_dimension(responses: Responses, name: str) -> Dimension | None:
    """Return the dimension of this id, worked out once for one reading; None where there is none.

    What is neither a level of a scale nor an answer of at least k responses is gathered in one
    value, “Khác”; so are contacts, and words that hint at a denunciation.
    """
    added = next((each for each in responses.added if each.id == name), None)
    if added is not None or name not in dimension_names(responses):
        return added
    with _lock:
        kept = _kept.setdefault(responses, {})
        if name not in kept:
            kept[name] = _made(responses, name)
        return kept[name]


def group_dimension(responses: Responses, name: str) -> Dimension | None:
    """Return any dimension but the communes, which have two boundaries: hamlet and sector too."""
    if name == "linh_vuc":
        sectors = tuple(DimensionValue(each.code, each.name) for each in responses.sectors)
        return _plain(name, sectors, responses.sector)
    if name == "ap":
        hamlets = tuple(DimensionValue(each.code, each.name) for each in responses.hamlets)
        return _plain(name, hamlets, responses.hamlet)
    return find_dimension(responses, name)


def _plain(name: str, values: tuple[DimensionValue, ...], groups: GroupNumbers) -> Dimension:
    return Dimension(name, "", values, groups, tuple((at,) for at in range(len(values))))


def _made(responses: Responses, name: str) -> Dimension:
    """Return the dimension of the options that may be named; all others are one value, the last."""
    question = next(q for q in responses.form.questions if q.id == name)
    asked = question_options(responses, question)
    codes = option_codes(responses, question, asked.options)
    known = [each.is_nameable for each in asked.options]
    values = [
        DimensionValue(codes.by_option[each], each.text)
        for each in asked.options
        if each.is_nameable
    ]
    place = {at: number for number, at in enumerate(np.flatnonzero(known).tolist())}
    rest = len(values)
    if not all(known):
        values.append(DimensionValue(OTHER_CODE, OTHER_OPTION))
    kept = tuple(tuple(sorted({place.get(at, rest) for at in each})) for each in asked.named)
    joined = {each: number for number, each in enumerate(dict.fromkeys(kept))}
    groups = np.array([*(joined[each] for each in kept), -1], dtype=np.int64)[asked.given]
    return Dimension(
        id=question.id,
        name=question.label,
        values=tuple(values),
        groups=smallest_numbers(groups, len(joined)),
        members=tuple(joined),
        former=codes.former,
    )
