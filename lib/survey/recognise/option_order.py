"""The order of a closed question's options, where they are the steps of one scale."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lib.survey.model.answer_levels import Answer
from lib.survey.recognise.column_kind import LONGEST_SCALE, point_and_words
from lib.survey.recognise.scale_structure import is_one_scale, scale_answers
from lib.survey.recognise.worded_levels import all_degrees
from lib.survey.table.coded_column import CodedColumn

_MOST = 2 * LONGEST_SCALE  # options; looking up more would be slow, and in vain


class ScaleSteps(NamedTuple):
    """The options that are steps, in their order, and those that say nothing."""

    steps: tuple[str, ...]
    silent: tuple[str, ...]


def scale_steps(options: Sequence[str]) -> ScaleSteps | None:
    """Return points from the lowest up, words from the best or most down; None of no scale."""
    if not options or len(options) > _MOST:
        return None
    points = {
        option: point for option in options if (point := point_and_words(option)[0]) is not None
    }
    if len(points) == len(options):
        return ScaleSteps(tuple(sorted(options, key=points.__getitem__)), ())
    words = scale_answers(options) if is_one_scale(options) else None
    words = words or all_degrees(CodedColumn(np.empty(0, dtype=np.int32), tuple(options)))
    if not words or not words.keys() >= set(options):
        return None
    ordered = sorted(options, key=words.__getitem__)
    silent = {text for text in options if words[text].answer is Answer.NOT_APPLICABLE}
    return ScaleSteps(
        tuple(text for text in ordered if text not in silent),
        tuple(text for text in ordered if text in silent),
    )
