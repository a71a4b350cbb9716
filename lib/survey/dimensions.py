"""The dimensions of a survey beyond place and sector: every closed question, and what was added.

A link names only what was given by enough people, or is a level of a scale; all else is gathered,
and so is what leaders alone may read.
"""

import threading
import weakref
from collections.abc import Mapping, Sequence

import numpy as np

from lib.settings import LEAST_GROUP
from lib.survey.closed_answers import CLOSED_KINDS, closed_answers
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.contact_masks import mask_contacts
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.model.dimension import (
    OTHER_CODE,
    Dimension,
    DimensionValue,
    GroupNumbers,
    smallest_numbers,
    value_codes,
)
from lib.survey.model.survey_form import ColumnRole, Question
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.recognise.checkbox_options import OTHER_OPTION
from lib.survey.responses import Responses

_PLACES_AND_SECTORS = (ColumnRole.COMMUNE, ColumnRole.HAMLET, ColumnRole.SECTOR)  # have their own

_kept: weakref.WeakKeyDictionary[Responses, dict[str, Dimension]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def dimension_names(responses: Responses) -> Mapping[str, str]:
    """Return the dimensions beyond place and sector: id → name, in the form's order."""
    asked = {q.id: q.label for q in responses.form.questions if _tells_apart(q)}
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


def _tells_apart(question: Question) -> bool:
    if question.role is ColumnRole.SATISFACTION:
        return len(question.levels) > 1
    closed = question.kind in CLOSED_KINDS and question.role not in _PLACES_AND_SECTORS
    return closed and len(question.answers) > 1


def _made(responses: Responses, name: str) -> Dimension:
    rated = next((at for at, q in enumerate(responses.form.rated) if q.id == name), None)
    if rated is not None:
        return _levels(responses, rated)
    question = next(q for q in responses.form.questions if q.id == name)
    answers = closed_answers(responses, question)
    declared = {level.text for level in question.levels} if question.declared else set()
    counts = np.zeros(len(answers.options), dtype=np.int64)
    for found, n in zip(answers.named, answers.column.counts, strict=True):
        counts[list(found)] += n
    known = [
        (n >= LEAST_GROUP or option in declared) and _may_be_named(option)
        for option, n in zip(answers.options, counts.tolist(), strict=True)
    ]
    first_seen = {answers.options[at]: None for found in answers.named for at in found}
    codes = _codes(tuple(first_seen))
    named = [(codes[option], option) for option in answers.options]
    return _gathered(question, named, known, answers.column.codes, answers.named)


def _may_be_named(option: str) -> bool:
    """Tell whether an answer may stand in links, which everybody reads, whoever may choose it."""
    private = hints_denunciation(option) or mask_contacts(option) != option
    return option != OTHER_OPTION and not private


def _levels(responses: Responses, rated: int) -> Dimension:
    """Return the levels of a scale, best first; words of nobody's scale are gathered."""
    question = responses.form.rated[rated]
    texts = tuple(level.text for level in question.levels)
    codes = _codes(texts)
    return _gathered(
        question,
        [(codes[text], text) for text in texts],
        [level.polarity is not Polarity.UNCLASSIFIED for level in question.levels],
        responses.levels[rated],
        [(at,) for at in range(len(texts))],
    )


def _codes(texts: Sequence[str]) -> dict[str, str]:
    return value_codes(texts, [link_slug(text) for text in texts])


def _gathered(
    question: Question,
    named: Sequence[tuple[str, str]],
    known: Sequence[bool],
    codes: GroupNumbers,
    members: Sequence[Sequence[int]],
) -> Dimension:
    """Return the dimension of the known options; all others are one value, the last."""
    values = [
        DimensionValue(*each) for each, is_known in zip(named, known, strict=True) if is_known
    ]
    place = {at: number for number, at in enumerate(np.flatnonzero(known).tolist())}
    rest = len(values)
    if not all(known):
        values.append(DimensionValue(OTHER_CODE, OTHER_OPTION))
    kept = tuple(tuple(sorted({place.get(at, rest) for at in each})) for each in members)
    joined = {each: number for number, each in enumerate(dict.fromkeys(kept))}
    groups = np.array([*(joined[each] for each in kept), -1], dtype=np.int64)[codes]
    return Dimension(
        id=question.id,
        name=question.label,
        values=tuple(values),
        groups=smallest_numbers(groups, len(joined)),
        members=tuple(joined),
    )
