"""The questions of a survey: their columns, matched and numbered, understood."""

import dataclasses
from collections.abc import Sequence

from lib.survey.describe.survey_description import DeclaredQuestion
from lib.survey.history.header_groups import HeaderGroup
from lib.survey.history.question_ids import FORMER_RULES
from lib.survey.model.lexicon import question_subject
from lib.survey.model.short_labels import distinct_labels, short_label
from lib.survey.model.sipas_factors import factor_from_words
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.recognise.answer_counts import answer_counts
from lib.survey.recognise.column_meaning import (
    IDENTITY_MEANING,
    KnownBefore,
    understand_column,
)
from lib.survey.recognise.question_columns import (
    QuestionColumns,
    QuestionPart,
    SaidColumn,
    SurveySheets,
    asks_who_somebody_is,
    grid_stem,
)
from lib.survey.recognise.question_grids import split_grid_header
from lib.survey.table.coded_column import CodedColumn, blank_column

_EXAMPLES = 3


@dataclasses.dataclass(frozen=True, eq=False)
class ReadQuestion:
    """A question and what each response says to it; nothing where it identifies a person."""

    question: Question
    column: CodedColumn
    parts: tuple[QuestionPart, ...] = ()  # what the column was put together from
    turned: bool = False  # it identifies a person by its answers alone


def understand_questions(
    survey: SurveySheets, columns: QuestionColumns, *, former: bool = False
) -> list[ReadQuestion]:
    """Return the questions understood, in the order of their columns.

    `former`: by the rules of the version before, where that read one of its sheets first.
    """
    rules = _former_rules if former else _present_rules
    read = [
        _read(survey, words, columns.stems, said, rules(survey, words.headers))
        for words, said in zip(columns.words, columns.said, strict=True)
    ]
    asked = [each.question for each in read]
    labels = distinct_labels([q.label for q in asked], [_subject(q) for q in asked])
    return [
        dataclasses.replace(each, question=dataclasses.replace(each.question, label=label))
        for each, label in zip(read, labels, strict=True)
    ]


def _read(
    survey: SurveySheets,
    words: HeaderGroup,
    stems: frozenset[str],
    said: SaidColumn,
    before: KnownBefore,
) -> ReadQuestion:
    headers, declared, scale = words.headers, words.declared, said.scale
    text = clean_text(survey.wording(headers[0]))
    column = said.column or blank_column(survey.rows)
    understood = (
        understand_column(text, scale, declared, grid_stem(text, stems) is not None, before)
        if scale
        else IDENTITY_MEANING
    )
    identifies = understood.kind is ColumnKind.IDENTITY
    answered = _stated(survey, headers) if identifies else column.answered
    question = Question(
        id=_id(survey, headers, declared),
        column=survey.position(headers[0]),
        header=survey.wording(headers[0]),
        text=text,
        label=_label(text, declared, stems),
        kind=understood.kind,
        role=understood.role,
        grid=grid_stem(text, stems),
        levels=understood.levels,
        factor=(declared and declared.factor) or factor_from_words(text),
        aliases=_aliases(survey, headers, declared),
        declared=declared is not None,
        certainty=understood.certainty,
        answered=answered,
        not_stated=survey.rows - answered,
        answers=() if identifies else answer_counts(understood, column, scale or column),
        examples=() if identifies else _examples(column),
        headers=headers,
        former=words.former,
        reworded=words.reworded,
        proposed=understood.proposed,
    )
    if identifies:
        turned = not asks_who_somebody_is(survey, words)
        return ReadQuestion(question, blank_column(survey.rows), turned=turned)
    return ReadQuestion(question, column, said.parts)


def _present_rules(survey: SurveySheets, headers: Sequence[str]) -> KnownBefore:
    numbers = survey.numbers
    number = numbers.number(survey.holding(headers[0])[0].table.source, headers[0])
    history = numbers.counting.get(number, ())
    known = KnownBefore(certain=number in numbers.certain, counted=any(p.counts for p in history))
    counts = [past for past in history if past.counts]
    return dataclasses.replace(known, polarity=counts[-1].polarity) if counts else known


def _former_rules(survey: SurveySheets, headers: Sequence[str]) -> KnownBefore:
    sources = {sheet.table.source for header in headers for sheet in survey.holding(header)}
    if any(survey.numbers.rules_of(source) == FORMER_RULES for source in sources):
        return KnownBefore(former=True)
    return _present_rules(survey, headers)


def _examples(column: CodedColumn) -> tuple[str, ...]:
    told = column.common
    most = sorted(zip(told.counts, told.texts, strict=True), key=lambda each: -each[0])
    return tuple(text for n, text in most[:_EXAMPLES] if n)


def _stated(survey: SurveySheets, headers: Sequence[str]) -> int:
    return sum(sheet.stated(header) for header in headers for sheet in survey.holding(header))


def _number(survey: SurveySheets, header: str) -> str:
    source = survey.holding(header)[0].table.source
    return f"c{survey.numbers.number(source, header)}"


def _id(survey: SurveySheets, headers: Sequence[str], declared: DeclaredQuestion | None) -> str:
    return declared.id if declared else _number(survey, headers[0])


def _aliases(
    survey: SurveySheets, headers: Sequence[str], declared: DeclaredQuestion | None
) -> tuple[str, ...]:
    ids = {question.id for question in survey.description.questions}
    numbers = dict.fromkeys(_number(survey, header) for header in headers)
    own = _id(survey, headers, declared)
    return tuple(number for number in numbers if number not in (own, *ids))


def _label(text: str, declared: DeclaredQuestion | None, stems: frozenset[str]) -> str:
    if declared and declared.label:
        return declared.label
    if grid_stem(text, stems):
        return short_label(split_grid_header(text)[1])
    return short_label(_capitalised(question_subject(text)))


def _subject(question: Question) -> str:
    """Return what a question is about, in full: of a grid its stem too."""
    return _capitalised(question.text if question.grid else question_subject(question.text))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
