"""The options of a closed question, and which of them each answer names.

Options are what the form offers, as far as the answers tell: of a checkbox list each by itself, of
other questions every text. What somebody wrote behind “Khác: ” counts as “Khác”.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lib.survey.answered_column import answered_column
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.model.vietnamese_text import sort_key, spelling_key
from lib.survey.recognise.checkbox_options import (
    OTHER_OPTION,
    gather_other_options,
    options_in_answer,
)
from lib.survey.recognise.option_order import scale_steps
from lib.survey.responses import Responses
from lib.survey.table.coded_column import CodedColumn

CLOSED_KINDS = (ColumnKind.SINGLE, ColumnKind.SCALE, ColumnKind.MULTIPLE)  # that have options
_FIRST_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_BELOW = ("dưới", "duoi", "below", "under", "less", "<", "≤")
_ABOVE = ("trên", "tren", "từ", "above", "over", "more", ">", "≥")


class ClosedAnswers(NamedTuple):
    """What was answered to a closed question: one code a response, and what each text names."""

    column: CodedColumn
    options: tuple[str, ...]  # in the order that they have, else the most chosen first
    named: tuple[tuple[int, ...], ...]  # of each text of the column: positions among the options


def closed_answers(responses: Responses, question: Question) -> ClosedAnswers:
    """Return the options of a closed question and which each answer names; “Khác” is the last."""
    column = gather_other_options(answered_column(responses, question))
    named = [list(dict.fromkeys(_options(question, text))) for text in column.texts]
    counts: dict[str, int] = {}
    for found, n in zip(named, column.counts, strict=True):
        for option in found:
            counts[option] = counts.get(option, 0) + n
    options = ordered_options(counts)
    place = {option: at for at, option in enumerate(options)}
    return ClosedAnswers(
        column, options, tuple(tuple(place[option] for option in found) for found in named)
    )


def _options(question: Question, text: str) -> list[str]:
    if question.kind is not ColumnKind.MULTIPLE:
        return [text]
    known = (option for option, _ in question.answers if option != OTHER_OPTION)
    return options_in_answer(text, sorted(known, key=len, reverse=True))


def ordered_options(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the options by their numbers or the steps of their scale, else by their counts."""
    own = [option for option in counts if option == OTHER_OPTION]
    offered = [option for option in counts if option != OTHER_OPTION]
    if offered and all(_FIRST_NUMBER.search(option) for option in offered):
        return (*sorted(offered, key=_by_number), *own)
    if scale := scale_steps(offered):
        return (*scale.steps, *scale.silent, *own)
    return (*sorted(offered, key=lambda option: (-counts[option], sort_key(option))), *own)


def _by_number(option: str) -> tuple[float, int, object]:
    """Order “Dưới 18”, “18–30”, “Trên 60”."""
    found = _FIRST_NUMBER.search(option)
    number = float(found[0].replace(",", ".")) if found else 0.0
    words = spelling_key(option)
    side = -1 if words.startswith(_BELOW) else int(words.startswith(_ABOVE))
    return number, side, sort_key(option)
