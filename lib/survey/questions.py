"""The questions of a survey: columns of several sheets matched, numbered and understood."""

import collections
import dataclasses
from collections.abc import Sequence

from lib.survey import columns, factors, grids, identity, levels, lexicon, options
from lib.survey.asked import IDENTITY, RATED, Asked, asked
from lib.survey.columns import Column
from lib.survey.description import Declared, Description
from lib.survey.form import Kind, Question
from lib.survey.numbers import Numbers
from lib.survey.opened import Opened
from lib.survey.scales import Level
from lib.survey.text import clean, cut, sort_key
from lib.survey.worded import Worded, worded

EXAMPLES = 3


@dataclasses.dataclass(frozen=True, eq=False)
class Part:
    """What one sheet, by its place among the sheets, says below one header."""

    sheet: int
    header: str
    column: Column


@dataclasses.dataclass(frozen=True, eq=False)
class Read:
    """A question and what each response says to it; nothing where it identifies a person."""

    question: Question
    column: Column
    parts: tuple[Part, ...] = ()  # what the column was put together from


@dataclasses.dataclass(frozen=True)
class Survey:
    """What all questions are read from."""

    sheets: Sequence[Opened]
    description: Description
    numbers: Numbers  # every header of the sheets has one

    @property
    def rows(self) -> int:
        """The number of responses."""
        return sum(sheet.rows for sheet in self.sheets)

    def holding(self, header: str) -> list[Opened]:
        """Return the sheets that have this header."""
        return [sheet for sheet in self.sheets if header in sheet.positions]


def questions(survey: Survey) -> list[Read]:
    """Return the questions in the order of the first sheet, then those of the others alone."""
    known = worded(survey.sheets, survey.description, survey.numbers)
    texts = [clean(_header(survey, words.headers[0])) for words in known]
    stems = grids.stems(texts)
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

    parts: tuple[Part, ...]
    column: Column | None
    scale: Column | None  # what the question is told from


def _parts(survey: Survey, words: Worded) -> list[Part] | None:
    if _is_private(survey, words):
        return None
    return [
        Part(at, header, sheet.column(header))
        for at, sheet in enumerate(survey.sheets)
        # The left column wins, whichever wording is newer.
        for header in sorted(
            sheet.positions.keys() & set(words.headers), key=sheet.positions.__getitem__
        )
    ]


def _scales(stems: Sequence[str | None], said: Sequence[Column | None]) -> list[Column | None]:
    """Return what each question is told from: a row of a grid by all rows like it."""
    scales = list(said)
    for stem in {stem for stem in stems if stem}:
        rows = [at for at, of in enumerate(stems) if of == stem and said[at]]
        alike = grids.alike([column for at in rows if (column := said[at])])
        for at, column in zip(rows, alike, strict=True):
            scales[at] = column
    return scales


def _read(survey: Survey, words: Worded, stems: frozenset[str], said: _Said) -> Read:
    headers, declared, scale = words.headers, words.declared, said.scale
    text = clean(_header(survey, headers[0]))
    column = said.column or columns.blank(survey.rows)
    understood = asked(text, scale, declared, _stem(text, stems) is not None) if scale else IDENTITY
    identifies = understood.kind is Kind.IDENTITY
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
        factor=(declared and declared.factor) or factors.proposed(text),
        aliases=_aliases(survey, headers, declared),
        declared=declared is not None,
        certainty=understood.certainty,
        answered=answered,
        not_stated=survey.rows - answered,
        answers=() if identifies else _answers(understood, column, scale or column),
        examples=() if identifies else _examples(column),
        headers=headers,
        former=words.former,
        reworded=words.reworded,
    )
    if identifies:
        return Read(question, columns.blank(survey.rows))
    return Read(question, column, said.parts)


def _examples(column: Column) -> tuple[str, ...]:
    told = column.common
    most = sorted(zip(told.counts, told.texts, strict=True), key=lambda each: -each[0])
    return tuple(text for n, text in most[:EXAMPLES] if n)


def _header(survey: Survey, header: str) -> str:
    return survey.holding(header)[0].table.headers[_position(survey, header)]


def _position(survey: Survey, header: str) -> int:
    return survey.holding(header)[0].positions[header]


def _is_private(survey: Survey, words: Worded) -> bool:
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
        return words.declared.kind is Kind.IDENTITY
    return any(map(identity.names_a_person, wordings))


def _stated(survey: Survey, headers: Sequence[str]) -> int:
    return sum(sheet.stated(header) for header in headers for sheet in survey.holding(header))


def _column(survey: Survey, parts: Sequence[Part]) -> Column:
    by_sheet = ([p.column for p in parts if p.sheet == at] for at in range(len(survey.sheets)))
    return columns.together(
        columns.first_stated(found or [columns.blank(sheet.rows)])
        for sheet, found in zip(survey.sheets, by_sheet, strict=True)
    )


def _number(survey: Survey, header: str) -> str:
    source = survey.holding(header)[0].table.source
    return f"c{survey.numbers.number(source, header)}"


def _id(survey: Survey, headers: Sequence[str], declared: Declared | None) -> str:
    return declared.id if declared else _number(survey, headers[0])


def _aliases(survey: Survey, headers: Sequence[str], declared: Declared | None) -> tuple[str, ...]:
    ids = {question.id for question in survey.description.questions}
    numbers = dict.fromkeys(_number(survey, header) for header in headers)
    return tuple(number for number in numbers if number not in ids) if declared else ()


def _stem(text: str, stems: frozenset[str]) -> str | None:
    stem, row = grids.split(text)
    return stem if row and stem in stems else None


def _label(text: str, declared: Declared | None, stems: frozenset[str]) -> str:
    if declared and declared.label:
        return declared.label
    if _stem(text, stems):
        return cut(grids.split(text)[1])
    bare = lexicon.subject(text)
    return cut(bare[:1].upper() + bare[1:])


def _answers(understood: Asked, column: Column, scale: Column) -> tuple[tuple[str, int], ...]:
    if understood.role in RATED:
        return _by_level(understood.levels, column)
    if understood.kind is Kind.MULTIPLE:
        counts = options.counted(column, options.options(scale))
    elif understood.kind in (Kind.SINGLE, Kind.SCALE):
        stated = options.gathered(column)
        counts = dict(zip(stated.texts, stated.counts, strict=True))
    else:
        counts = {}
    given = ((text, n) for text, n in counts.items() if n)
    return tuple(sorted(given, key=lambda answer: (-answer[1], sort_key(answer[0]))))


def _by_level(known: tuple[Level, ...], column: Column) -> tuple[tuple[str, int], ...]:
    counts: collections.Counter[int] = collections.Counter()
    for at, n in zip(levels.indexes(known, column.texts), column.counts, strict=True):
        counts[at] += n
    return tuple((level.text, counts[at]) for at, level in enumerate(known) if counts[at])
