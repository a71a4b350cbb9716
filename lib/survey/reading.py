"""Responses out of raw tables: one survey, however many sheets it lies in."""

import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.survey import cells, columns, levels, located, times
from lib.survey.columns import Column
from lib.survey.copies import counted_once
from lib.survey.description import Description
from lib.survey.form import Form, Kind, Role
from lib.survey.noticed import noticed
from lib.survey.numbers import Numbers
from lib.survey.opened import Opened, opened, positions
from lib.survey.places import Places
from lib.survey.questions import Read, Survey, questions
from lib.survey.responses import Responses, Sheet
from lib.survey.scales import Answer
from lib.survey.text import slug
from lib.table import Table


def read(
    tables: Sequence[Table],
    description: Description,
    numbers: Numbers,
    places: Places,
    today: dt.date | None = None,
) -> Responses:
    """Return the responses of all tables, in the order of the tables and their rows.

    Raises a FormError where a table is no form. `numbers` comes back within the responses
    with what is to be remembered of this reading, done `today`. No answer that identifies a
    person is kept.
    """
    sheets = [opened(table, numbers.halves_of(table.source)) for table in tables]
    numbered = numbers.assign(_headers(sheets), _declared_ids(description), today, _below(sheets))
    once = counted_once(sheets, numbered)
    sheets = list(once.sheets)
    asked = questions(Survey(sheets, description, numbered))
    known = tuple(read.question for read in asked)
    form = Form(
        title=description.title or ", ".join(table.title for table in tables),
        office=description.office,
        questions=known,
        notices=(*once.notices, *noticed(sheets, asked, description, numbered)),
    )
    remembered = numbered.remembering(_answers(sheets, asked))
    return _responses(form, sheets, asked, places, remembered)


def identity_columns(table: Table, responses: Responses) -> frozenset[int]:
    """Return the positions of the table's columns that identify a person."""
    private = {
        header
        for question in responses.form.questions
        if question.kind is Kind.IDENTITY
        for header in question.headers
    }
    found = positions(table, times.position(table))
    return frozenset(at for header, at in found.items() if header in private)


def _headers(sheets: Sequence[Opened]) -> dict[str, list[str]]:
    return {sheet.table.source: list(sheet.positions) for sheet in sheets}


def _below(sheets: Sequence[Opened]) -> Callable[[str, str], dict[str, int]]:
    by_source = {sheet.table.source: sheet for sheet in sheets}
    return lambda source, header: by_source[source].column(header).common.counted


def _answers(
    sheets: Sequence[Opened], asked: Sequence[Read]
) -> dict[str, dict[str, dict[str, int]]]:
    """Return what stands below each header of a closed question, by source."""
    found: dict[str, dict[str, dict[str, int]]] = {sheet.table.source: {} for sheet in sheets}
    for one in asked:
        for part in one.parts if one.question.answers else ():
            found[sheets[part.sheet].table.source][part.header] = part.column.common.counted
    return found


def _declared_ids(description: Description) -> dict[str, str]:
    return {header: q.id for q in description.questions for header in q.headers}


def _responses(
    form: Form, sheets: list[Opened], asked: list[Read], places: Places, numbers: Numbers
) -> Responses:
    submitted = np.concatenate([sheet.submitted.times for sheet in sheets])
    named = _communes(sheets, _of(asked, Role.COMMUNE, len(submitted)))
    communes = located.communes(named, submitted, places)
    today = located.today(communes, places)
    hamlets, hamlet = located.hamlets(_of(asked, Role.HAMLET, len(submitted)), communes)
    sectors, sector = located.sectors(_of(asked, Role.SECTOR, len(submitted)))
    rated = [one for one in asked if one.question.role is Role.SATISFACTION]
    index, answers = _rated(rated, len(submitted))
    headers = cells.headers(sheets, asked, numbers)
    return Responses(
        form=form,
        sheets=tuple(_sheet(*one, asked) for one in zip(sheets, headers, strict=True)),
        submitted=submitted,
        answers=answers,
        levels=index,
        communes=communes.names,
        commune=communes.codes,
        today=today.names,
        commune_today=today.codes,
        hamlets=hamlets,
        hamlet=hamlet,
        sectors=sectors,
        sector=sector,
        comments=tuple(_texts(one.column) for one in asked if one.question.role is Role.COMMENT),
        sheet=np.repeat(np.arange(len(sheets), dtype=np.int16), [s.rows for s in sheets]),
        cells=cells.cells(sheets, asked, numbers),
        numbers=numbers,
    )


def _sheet(sheet: Opened, headers: dict[str, str], asked: Sequence[Read]) -> Sheet:
    return Sheet(
        source=sheet.table.source,
        title=sheet.table.title,
        timezone=sheet.table.timezone or sheet.submitted.timezone,
        kept=sheet.rows,
        blank=sheet.blank_rows,
        without_time=int(np.isnat(sheet.submitted.times).sum()),
        commune=sheet.table.commune,
        headers=headers,
        private=cells.private(sheet, asked),
        copies=sheet.copies,
    )


def _of(asked: Sequence[Read], role: Role, rows: int) -> Column:
    """Return what each response says in this role; of several columns, the first that says it."""
    found = [one.column for one in asked if one.question.role is role]
    column = columns.first_stated(found or [columns.blank(rows)])
    return column.mapped([text if slug(text) else "" for text in column.texts])


def _communes(sheets: Sequence[Opened], stated: Column) -> Column:
    configured = columns.together(
        columns.constant(sheet.table.commune or "", sheet.rows) for sheet in sheets
    )
    return columns.first_stated([stated, configured])


def _rated(asked: Sequence[Read], rows: int) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.uint8]]:
    """Return for each question and response which level it is, and how it counts."""
    index = np.empty((len(asked), rows), dtype=np.int16)
    answers = np.empty((len(asked), rows), dtype=np.uint8)
    for at, one in enumerate(asked):
        moved = levels.indexes(one.question.levels, one.column.texts)
        counted = [level.answer for level in one.question.levels]
        index[at] = np.array([*moved, -1], dtype=np.int16)[one.column.codes]
        answers[at] = np.array([*counted, Answer.NOT_STATED], dtype=np.uint8)[index[at]]
    return index, answers


def _texts(column: Column) -> pa.Array:
    # Arrow, not Python: the collector would walk a list of texts at every rerun of a page.
    codes = pa.array(column.codes, mask=column.codes < 0)
    return pa.array(column.texts, type=pa.string()).take(codes)
