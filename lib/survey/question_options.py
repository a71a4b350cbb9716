"""The options of a question by which responses are told apart, and which of them links may name.

A link names only what was given by enough people, or is a level of a scale; never what leaders
alone may read.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lib.settings import LEAST_GROUP
from lib.survey.answered_column import answered_column
from lib.survey.closed_answers import CLOSED_KINDS, closed_answers
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.contact_masks import mask_contacts
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.model.dimension import GroupNumbers
from lib.survey.model.survey_form import ColumnRole, Question
from lib.survey.recognise.checkbox_options import OTHER_OPTION
from lib.survey.recognise.worded_levels import level_indexes
from lib.survey.responses import Responses

_PLACES_AND_SECTORS = (ColumnRole.COMMUNE, ColumnRole.HAMLET, ColumnRole.SECTOR)  # have their own


class QuestionOption(NamedTuple):
    """One option: its text, then the other spellings that count as it."""

    spellings: tuple[str, ...]
    is_nameable: bool  # by links
    is_lasting: bool  # given by so many, or declared, that it may be written down

    @property
    def text(self) -> str:
        """The option as it is shown."""
        return self.spellings[0]


class QuestionOptions(NamedTuple):
    """The options in their order, and what was given: which options each given answer names."""

    options: tuple[QuestionOption, ...]
    given: GroupNumbers  # one a response: index into `named`, -1 not stated
    named: Sequence[Sequence[int]]  # positions among the options


def tells_apart(question: Question) -> bool:
    """Tell whether responses are told apart by what they answer to this question."""
    if question.role is ColumnRole.SATISFACTION:
        return len(question.levels) > 1
    closed = question.kind in CLOSED_KINDS and question.role not in _PLACES_AND_SECTORS
    return closed and len(question.answers) > 1


def question_options(responses: Responses, question: Question) -> QuestionOptions:
    """Return the options of a question that tells responses apart."""
    rated = next((at for at, q in enumerate(responses.form.rated) if q.id == question.id), None)
    if rated is not None:
        return _levels(responses, question, rated)
    answers = closed_answers(responses, question)
    counts = np.zeros(len(answers.options), dtype=np.int64)
    for found, n in zip(answers.named, answers.column.counts, strict=True):
        counts[list(found)] += n
    declared = _declared(question)
    options = []
    for text, n in zip(answers.options, counts.tolist(), strict=True):
        lasting = (n >= LEAST_GROUP or text in declared) and _may_be_named(text)
        options.append(QuestionOption((text,), lasting, lasting))
    return QuestionOptions(tuple(options), answers.column.codes, answers.named)


def _levels(responses: Responses, question: Question, rated: int) -> QuestionOptions:
    """Return the levels of a scale, best first; words of nobody's scale cannot be named."""
    given = responses.levels[rated]
    counts = np.bincount(given + 1, minlength=len(question.levels) + 1)[1:].tolist()
    texts = answered_column(responses, question).texts
    placed = level_indexes(question.levels, texts)
    declared, options = _declared(question), []
    for at, (level, n) in enumerate(zip(question.levels, counts, strict=True)):
        same = (text for text, level_at in zip(texts, placed, strict=True) if level_at == at)
        nameable = level.polarity is not Polarity.UNCLASSIFIED and _may_be_named(level.text)
        lasting = nameable and (n >= LEAST_GROUP or level.text in declared)
        spellings = tuple(dict.fromkeys((level.text, *same)))
        options.append(QuestionOption(spellings, nameable, lasting))
    return QuestionOptions(tuple(options), given, [(at,) for at in range(len(options))])


def _declared(question: Question) -> set[str]:
    return {level.text for level in question.levels} if question.declared else set()


def _may_be_named(option: str) -> bool:
    """Tell whether an answer may stand in links, which everybody reads, whoever may choose it."""
    private = hints_denunciation(option) or mask_contacts(option) != option
    return option != OTHER_OPTION and not private
