"""The columns of several sheets matched as questions, with what is said below them.

Nothing is understood here: which sheets ask what, and which columns name a person.
"""

import dataclasses
from collections.abc import Sequence

from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.header_groups import HeaderGroup, group_headers
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.survey_form import ColumnKind
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.recognise.personal_data import names_a_person
from lib.survey.recognise.question_grids import grid_stems, pool_same_scale, split_grid_header
from lib.survey.table.coded_column import CodedColumn, blank_column, first_stated, stack_columns
from lib.survey.table.form_table import FormTable


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

    def position(self, header: str) -> int:
        """Return where the header stands in the first sheet that has it."""
        return self.holding(header)[0].positions[header]

    def wording(self, header: str) -> str:
        """Return the header as that sheet has it."""
        return self.holding(header)[0].table.headers[self.position(header)]


@dataclasses.dataclass(frozen=True, eq=False)
class QuestionPart:
    """What one sheet, by its place among the sheets, says below one header."""

    sheet: int
    header: str
    column: CodedColumn


@dataclasses.dataclass(frozen=True, eq=False)
class SaidColumn:
    """What the responses say to a question; None where it must not be looked at."""

    parts: tuple[QuestionPart, ...]
    column: CodedColumn | None
    scale: CodedColumn | None  # what the question is told from


@dataclasses.dataclass(frozen=True, eq=False)
class QuestionColumns:
    """The questions with what is said to each, before anything is understood; of one length."""

    words: Sequence[HeaderGroup]
    stems: frozenset[str]
    said: Sequence[SaidColumn]


def question_columns(survey: SurveySheets) -> QuestionColumns:
    """Return the questions in the order of the first sheet, then those of the others alone."""
    known = group_headers(survey.sheets, survey.description, survey.numbers)
    texts = [clean_text(survey.wording(words.headers[0])) for words in known]
    stems = grid_stems(texts)
    parts = [_parts(survey, words) for words in known]
    said = [None if each is None else _column(survey, each) for each in parts]
    scales = _scales([grid_stem(text, stems) for text in texts], said)
    told = (
        SaidColumn(tuple(of or ()), column, scale)
        for of, column, scale in zip(parts, said, scales, strict=True)
    )
    return QuestionColumns(known, stems, tuple(told))


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


def _is_private(survey: SurveySheets, words: HeaderGroup) -> bool:
    # Emptied before it was kept on the disk: its content can tell nothing any more.
    emptied = (
        sheet.positions[header] in sheet.table.dropped
        for header in words.headers
        for sheet in survey.holding(header)
    )
    return any(emptied) or asks_who_somebody_is(survey, words)


def asks_who_somebody_is(survey: SurveySheets, words: HeaderGroup) -> bool:
    """Tell whether the header says that it identifies a person, or the office does."""
    # Another wording of "Họ và tên" asks for a name still.
    wordings = (*words.headers, *words.former)
    if any(header in survey.description.drop for header in wordings):
        return True
    if words.declared and (words.declared.kind or words.declared.role):
        return words.declared.kind is ColumnKind.IDENTITY
    return any(map(names_a_person, wordings))


def _column(survey: SurveySheets, parts: Sequence[QuestionPart]) -> CodedColumn:
    by_sheet = ([p.column for p in parts if p.sheet == at] for at in range(len(survey.sheets)))
    return stack_columns(
        first_stated(found or [blank_column(sheet.rows)])
        for sheet, found in zip(survey.sheets, by_sheet, strict=True)
    )


def grid_stem(text: str, stems: frozenset[str]) -> str | None:
    """Return the stem of a row in one of these grids, None for other questions."""
    stem, row = split_grid_header(text)
    return stem if row and stem in stems else None
