"""The questions of a survey: columns of several sheets matched, numbered and understood."""

import dataclasses
from collections.abc import Sequence

from lib.survey.describe.survey_description import DeclaredQuestion, SurveyDescription
from lib.survey.history.header_groups import HeaderGroup, group_headers
from lib.survey.history.question_ids import FORMER_RULES, QuestionIds
from lib.survey.model.lexicon import question_subject
from lib.survey.model.sipas_factors import factor_from_words
from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.model.vietnamese_text import clean_text, short_label
from lib.survey.recognise.answer_counts import answer_counts
from lib.survey.recognise.column_meaning import (
    IDENTITY_MEANING,
    KnownBefore,
    understand_column,
)
from lib.survey.recognise.personal_data import names_a_person
from lib.survey.recognise.question_grids import grid_stems, pool_same_scale, split_grid_header
from lib.survey.table.coded_column import CodedColumn, blank_column, first_stated, stack_columns
from lib.survey.table.form_table import FormTable

_EXAMPLES = 3


@dataclasses.dataclass(frozen=True, eq=False)
class QuestionPart:
    """What one sheet, by its place among the sheets, says below one header."""

    sheet: int
    header: str
    column: CodedColumn


@dataclasses.dataclass(frozen=True, eq=False)
class ReadQuestion:
    """A question and what each response says to it; nothing where it identifies a person."""

    question: Question
    column: CodedColumn
    parts: tuple[QuestionPart, ...] = ()  # what the column was put together from


@dataclasses.dataclass(frozen=True)
class SurveySheets:
    """What all questions are read from."""

    sheets: Sequence[FormTable]
    description: SurveyDescription
    numbers: QuestionIds  # every header of the sheets has one

    @property
    def rows(self) -> int:
        """The number of responses."""
        return sum(sheet.rows for sheet in self.sheets)

    def holding(self, header: str) -> list[FormTable]:
        """Return the sheets that have this header."""
        return [sheet for sheet in self.sheets if header in sheet.positions]


def read_questions(survey: SurveySheets) -> list[ReadQuestion]:
    """Return the questions in the order of the first sheet, then those of the others alone."""
    known = group_headers(survey.sheets, survey.description, survey.numbers)
    texts = [clean_text(_header(survey, words.headers[0])) for words in known]
    stems = grid_stems(texts)
    parts = [_parts(survey, words) for words in known]
    said = [None if each is None else _column(survey, each) for each in parts]
    scales = _scales([_stem(text, stems) for text in texts], said)
    return [
        _read(survey, words, stems, _Said(tuple(of or ()), column, scale))
        for words, of, column, scale in zip(known, parts, said, scales, strict=True)
    ]


@dataclasses.dataclass(frozen=True, eq=False)
class _Said:
    """What the responses say to a question; None where it must not be looked at."""

    parts: tuple[QuestionPart, ...]
    column: CodedColumn | None
    scale: CodedColumn | None  # what the question is told from


def _parts(survey: SurveySheets, words: HeaderGroup) -> list[QuestionPart] | None:
    if _is_private(survey, words):
        return None
    return [
        QuestionPart(at, header, sheet.column(header))
        for at, sheet in enumerate(survey.sheets)
        # The left column wins, whichever wording is newer.
        for header in sorted(
            sheet.positions.keys() & set(words.headers), key=sheet.positions.__getitem__
        )
    ]


def _scales(
    stems: Sequence[str | None], said: Sequence[CodedColumn | None]
) -> list[CodedColumn | None]:
    """Return what each question is told from: a row of a grid by all rows like it."""
    scales = list(said)
    for stem in {stem for stem in stems if stem}:
        rows = [at for at, of in enumerate(stems) if of == stem and said[at]]
        alike = pool_same_scale([column for at in rows if (column := said[at])])
        for at, column in zip(rows, alike, strict=True):
            scales[at] = column
    return scales


def _read(
    survey: SurveySheets, words: HeaderGroup, stems: frozenset[str], said: _Said
) -> ReadQuestion:
    headers, declared, scale = words.headers, words.declared, said.scale
    text = clean_text(_header(survey, headers[0]))
    column = said.column or blank_column(survey.rows)
    understood = (
        understand_column(
            text, scale, declared, _stem(text, stems) is not None, _before(survey, headers)
        )
        if scale
        else IDENTITY_MEANING
    )
    identifies = understood.kind is ColumnKind.IDENTITY
    answered = _stated(survey, headers) if identifies else column.answered
    question = Question(
        id=_id(survey, headers, declared),
        column=_position(survey, headers[0]),
        header=_header(survey, headers[0]),
        text=text,
        label=_label(text, declared, stems),
        kind=understood.kind,
        role=understood.role,
        grid=_stem(text, stems),
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
        return ReadQuestion(question, blank_column(survey.rows))
    return ReadQuestion(question, column, said.parts)


def _before(survey: SurveySheets, headers: Sequence[str]) -> KnownBefore:
    sources = {sheet.table.source for header in headers for sheet in survey.holding(header)}
    former = any(survey.numbers.rules_of(source) == FORMER_RULES for source in sources)
    number = survey.numbers.number(survey.holding(headers[0])[0].table.source, headers[0])
    return KnownBefore(former, number in survey.numbers.certain)


def _examples(column: CodedColumn) -> tuple[str, ...]:
    told = column.common
    most = sorted(zip(told.counts, told.texts, strict=True), key=lambda each: -each[0])
    return tuple(text for n, text in most[:_EXAMPLES] if n)


def _header(survey: SurveySheets, header: str) -> str:
    return survey.holding(header)[0].table.headers[_position(survey, header)]


def _position(survey: SurveySheets, header: str) -> int:
    return survey.holding(header)[0].positions[header]


def _is_private(survey: SurveySheets, words: HeaderGroup) -> bool:
    # Emptied before it was kept on the disk: its content can tell nothing any more.
    emptied = (
        sheet.positions[header] in sheet.table.dropped
        for header in words.headers
        for sheet in survey.holding(header)
    )
    # Another wording of "Họ và tên" asks for a name still.
    wordings = (*words.headers, *words.former)
    if any(emptied) or any(header in survey.description.drop for header in wordings):
        return True
    if words.declared and (words.declared.kind or words.declared.role):
        return words.declared.kind is ColumnKind.IDENTITY
    return any(map(names_a_person, wordings))


def _stated(survey: SurveySheets, headers: Sequence[str]) -> int:
    return sum(sheet.stated(header) for header in headers for sheet in survey.holding(header))


def _column(survey: SurveySheets, parts: Sequence[QuestionPart]) -> CodedColumn:
    by_sheet = ([p.column for p in parts if p.sheet == at] for at in range(len(survey.sheets)))
    return stack_columns(
        first_stated(found or [blank_column(sheet.rows)])
        for sheet, found in zip(survey.sheets, by_sheet, strict=True)
    )


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


def _stem(text: str, stems: frozenset[str]) -> str | None:
    stem, row = split_grid_header(text)
    return stem if row and stem in stems else None


def _label(text: str, declared: DeclaredQuestion | None, stems: frozenset[str]) -> str:
    if declared and declared.label:
        return declared.label
    if _stem(text, stems):
        return short_label(split_grid_header(text)[1])
    bare = question_subject(text)
    return short_label(bare[:1].upper() + bare[1:])
