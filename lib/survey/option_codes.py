"""The codes by which links name the options of questions: those kept before, and new ones.

They are kept with the permanent numbers of questions, by number.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lib.survey.history.header_likeness import answer_digest
from lib.survey.history.permanent_codes import (
    AnswerCodes,
    codes_to_keep,
    joined_codes,
    permanent_codes,
)
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.model.vietnamese_text import link_slug, sort_key
from lib.survey.question_options import QuestionOption, question_options, tells_apart
from lib.survey.responses import Responses


class OptionCodes(NamedTuple):
    """The code of each option that may be named, and what links said before it was joined."""

    by_option: Mapping[QuestionOption, str]
    former: Mapping[str, str]  # "c9-co" → the code of now


def option_codes(
    responses: Responses, question: Question, options: Sequence[QuestionOption]
) -> OptionCodes:
    """Return the codes of a question's options, those that were given before first."""
    kept = _kept(responses, question)
    # In whatever order rows and options come; what is kept has its code before what is not.
    named = sorted(
        (each for each in options if each.is_nameable),
        key=lambda each: (not each.is_lasting, sort_key(each.text), each.text),
    )
    spellings = [each.spellings for each in named]
    codes = permanent_codes(joined_codes(kept.values()), spellings)
    by_option = dict(zip(named, codes, strict=True))
    return OptionCodes(by_option, _former(question, kept, by_option))


def _former(
    question: Question, kept: Mapping[int, AnswerCodes], by_option: Mapping[QuestionOption, str]
) -> dict[str, str]:
    """Return what links said of options that have another code now, by its slug."""
    present = set(by_option.values())
    former: dict[str, str] = {}
    for number, codes in kept.items():
        for option, code in by_option.items():
            for digest in map(answer_digest, option.spellings):
                old = codes.get(digest, code)
                if old not in present:
                    former[link_slug(f"{question.id} {old}")] = code
                if old != code:
                    former[link_slug(f"c{number} {old}")] = code
    return former


def remembered_codes(responses: Responses) -> dict[int, AnswerCodes]:
    """Return by number the codes of all options that last, beside those that were kept before.

    Nothing is kept of what names persons, whatever it was taken for before.
    """
    remembered = dict(responses.numbers.codes)
    for question in responses.form.questions:
        if question.kind is ColumnKind.IDENTITY:
            for number in _kept(responses, question):
                remembered.pop(number, None)
        elif tells_apart(question):
            remembered |= _remembered(responses, question)
    return remembered


def _remembered(responses: Responses, question: Question) -> dict[int, AnswerCodes]:
    """Return what is kept of a question from now on: what is new, of the first of its columns."""
    options = question_options(responses, question).options
    codes = option_codes(responses, question, options).by_option
    lasting = [each for each in codes if each.is_lasting]
    spellings, given = [each.spellings for each in lasting], [codes[each] for each in lasting]
    kept = _kept(responses, question)
    new = codes_to_keep(joined_codes(kept.values()), spellings, given)
    return {number: {**kept[number], **new} for number in [*kept][:1] if new}


def _kept(responses: Responses, question: Question) -> dict[int, AnswerCodes]:
    """Return what is kept of each number of a question, in the order of its columns."""
    known = responses.numbers.known
    numbers = [
        known[sheet.source][header]
        for header in question.headers
        for sheet in responses.sheets
        if header in known.get(sheet.source, {})
    ]
    return {number: responses.numbers.codes.get(number, {}) for number in numbers}
