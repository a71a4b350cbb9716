"""Read questions put together as typed responses, ready to count."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.answer_levels import Answer
from lib.survey.model.places import Places
from lib.survey.model.survey_form import ColumnRole, Form
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.past_counting import past_countings
from lib.survey.question_cells import (
    cells_by_question,
    headers_by_question,
    identity_headers,
    rows_not_counted,
)
from lib.survey.recognise.response_places import (
    locate_communes,
    locate_communes_today,
    locate_hamlets,
    locate_sectors,
)
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.recognise.worded_levels import level_indexes
from lib.survey.responses import Responses, ResponseSheet
from lib.survey.table.coded_column import (
    CodedColumn,
    blank_column,
    constant_column,
    first_stated,
    stack_columns,
)
from lib.survey.table.form_table import FormTable


def build_responses(
    form: Form,
    sheets: list[FormTable],
    asked: list[ReadQuestion],
    places: Places,
    numbers: QuestionIds,
) -> Responses:
    """Return the responses of these sheets as typed arrays, by how their questions were read."""
    submitted = np.concatenate([sheet.submitted.times for sheet in sheets])
    named = _communes(sheets, _of(asked, ColumnRole.COMMUNE, len(submitted)))
    communes = locate_communes(named, submitted, places)
    today = locate_communes_today(communes, places)
    hamlets, hamlet = locate_hamlets(_of(asked, ColumnRole.HAMLET, len(submitted)), communes)
    sectors, sector = locate_sectors(_of(asked, ColumnRole.SECTOR, len(submitted)))
    rated = [one for one in asked if one.question.role is ColumnRole.SATISFACTION]
    index, answers = _rated(rated, len(submitted))
    headers = headers_by_question(sheets, asked, numbers)
    return Responses(
        form=form,
        sheets=tuple(_sheet(*one, asked, numbers) for one in zip(sheets, headers, strict=True)),
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
        comments=tuple(
            _texts(one.column) for one in asked if one.question.role is ColumnRole.COMMENT
        ),
        sheet=np.repeat(np.arange(len(sheets), dtype=np.int16), [s.rows for s in sheets]),
        cells=cells_by_question(sheets, asked, numbers),
        numbers=numbers,
        past=past_countings(sheets, asked, numbers),
    )


def _sheet(
    sheet: FormTable,
    headers: dict[str, str],
    asked: Sequence[ReadQuestion],
    numbers: QuestionIds,
) -> ResponseSheet:
    private = identity_headers(sheet, asked)
    return ResponseSheet(
        source=sheet.table.source,
        title=sheet.table.title,
        timezone=sheet.zone,
        kept=sheet.rows,
        blank=sheet.blank_rows,
        without_time=int(np.isnat(sheet.submitted.times).sum()),
        commune=sheet.table.commune,
        headers=headers,
        private=private,
        persons={header: sheet.stated(header) for header in private},
        turned=identity_headers(sheet, asked, turned=True),
        copies=sheet.copies,
        reread_at=numbers.reread.get(sheet.table.source),
        not_counted=tuple(rows_not_counted(sheet, headers)),
    )


def _of(asked: Sequence[ReadQuestion], role: ColumnRole, rows: int) -> CodedColumn:
    """Return what each response says in this role; of several columns, the first that says it."""
    found = [one.column for one in asked if one.question.role is role]
    column = first_stated(found or [blank_column(rows)])
    return column.mapped([text if link_slug(text) else "" for text in column.texts])


def _communes(sheets: Sequence[FormTable], stated: CodedColumn) -> CodedColumn:
    configured = stack_columns(
        constant_column(sheet.table.commune or "", sheet.rows) for sheet in sheets
    )
    return first_stated([stated, configured])


def _rated(
    asked: Sequence[ReadQuestion], rows: int
) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.uint8]]:
    """Return for each question and response which level it is, and how it counts."""
    index = np.empty((len(asked), rows), dtype=np.int16)
    answers = np.empty((len(asked), rows), dtype=np.uint8)
    for at, one in enumerate(asked):
        moved = level_indexes(one.question.levels, one.column.texts)
        counted = [level.answer for level in one.question.levels]
        index[at] = np.array([*moved, -1], dtype=np.int16)[one.column.codes]
        answers[at] = np.array([*counted, Answer.NOT_STATED], dtype=np.uint8)[index[at]]
    return index, answers


def _texts(column: CodedColumn) -> pa.Array:
    # Arrow, not Python: the collector would walk a list of texts at every rerun of a page.
    codes = pa.array(column.codes, mask=column.codes < 0)
    return pa.array(column.texts, type=pa.string()).take(codes)
