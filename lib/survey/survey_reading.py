"""Responses out of raw tables: one survey, however many sheets it lies in."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from lib.source_table import SourceTable
from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.copied_responses import drop_copied_responses
from lib.survey.history.question_ids import FORMER_RULES, QuestionIds
from lib.survey.model.places import Places
from lib.survey.model.survey_form import ColumnKind, CountingState, Form
from lib.survey.notices.form_notices import form_notices
from lib.survey.notices.place_notices import merged_commune_notices
from lib.survey.notices.reading_proposals import reading_proposals
from lib.survey.notices.row_notices import row_notices
from lib.survey.option_codes import remembered_codes
from lib.survey.past_counting import remembered_counting, with_former_counting
from lib.survey.recognise.question_columns import SurveySheets, question_columns
from lib.survey.recognise.survey_questions import ReadQuestion, understand_questions
from lib.survey.response_building import build_responses
from lib.survey.responses import Responses
from lib.survey.table.form_table import FormTable, header_positions, open_form_table
from lib.survey.table.tab_communes import TAB_COMMUNE_HEADER, with_tab_communes
from lib.survey.table.time_column import time_column_position


def read_survey(
    tables: Sequence[SourceTable],
    description: SurveyDescription,
    numbers: QuestionIds,
    places: Places,
    today: dt.date | None = None,
    until: dt.date | None = None,
    moment: dt.datetime | None = None,
) -> Responses:
    """Return the responses of all tables, in the order of the tables and their rows.

    Raises a FormError where a table is no form. `numbers` comes back within the responses
    with what is to be remembered of this reading, done `today`, at this `moment` (UTC; without
    one nothing is remembered of how answers count); no response can have come after the day
    `until`. No answer that identifies a person is kept.
    """
    sheets = [
        open_form_table(with_tab_communes(table, places), numbers.reading_of(table.source))
        for table in tables
    ]
    numbered = numbers.assign(_headers(sheets), _declared_ids(description), today, _below(sheets))
    distinct = drop_copied_responses(sheets, numbered)
    sheets = list(distinct.sheets)
    survey = SurveySheets(sheets, description, numbered)
    columns = question_columns(survey)
    former: list[ReadQuestion] = []
    if any(numbered.rules_of(sheet.table.source) == FORMER_RULES for sheet in sheets):
        former = understand_questions(survey, columns, former=True)
        numbered = with_former_counting(sheets, former, numbered, numbers.known)
    asked = understand_questions(dataclasses.replace(survey, numbers=numbered), columns)
    form = Form(
        title=description.title or ", ".join(table.title for table in tables),
        office=description.office,
        questions=tuple(read.question for read in asked),
        notices=(
            *distinct.notices,
            *reading_proposals(sheets, numbered),
            *row_notices(sheets, asked, until),
            *form_notices(sheets, asked, description, numbered),
        ),
    )
    counting = remembered_counting(sheets, asked, numbered, moment) if moment else {}
    remembered = numbered.remembering(
        _answers(sheets, asked), _certain(sheets, asked, numbered), counting
    )
    made = build_responses(form, sheets, asked, places, remembered)
    coded = dataclasses.replace(remembered, codes=remembered_codes(made))
    made = dataclasses.replace(made, numbers=coded)
    form = dataclasses.replace(form, notices=(*form.notices, *merged_commune_notices(made)))
    identified = [sheet.identified for sheet in sheets]
    if not former and identified == sheets:
        return dataclasses.replace(made, form=form)
    # That version read one tab, and knew no commune by its name.
    once = [read for read in former if read.question.header != TAB_COMMUNE_HEADER] or asked
    before = build_responses(_form_of(form, once), identified, once, places, numbered)
    return dataclasses.replace(made, form=form, before=before)


def _form_of(form: Form, asked: Sequence[ReadQuestion]) -> Form:
    """Return the form as these questions have it; what is said of it is said once."""
    return Form(form.title, form.office, tuple(read.question for read in asked))


def identity_positions(table: SourceTable, responses: Responses) -> frozenset[int]:
    """Return the positions of the table's columns that identify a person."""
    private = {
        header
        for question in responses.form.questions
        if question.kind is ColumnKind.IDENTITY
        for header in question.headers
    }
    current = responses.numbers.reading_of(table.source).current
    found = header_positions(table, time_column_position(table, current=current))
    return frozenset(at for header, at in found.items() if header in private)


def _headers(sheets: Sequence[FormTable]) -> dict[str, list[str]]:
    return {sheet.table.source: list(sheet.positions) for sheet in sheets}


def _below(sheets: Sequence[FormTable]) -> Callable[[str, str], dict[str, int]]:
    by_source = {sheet.table.source: sheet for sheet in sheets}
    return lambda source, header: by_source[source].column(header).common.counted


def _answers(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion]
) -> dict[str, dict[str, dict[str, int]]]:
    """Return what stands below each header of a closed question, by source."""
    found: dict[str, dict[str, dict[str, int]]] = {sheet.table.source: {} for sheet in sheets}
    for one in asked:
        for part in one.parts if one.question.answers else ():
            found[sheets[part.sheet].table.source][part.header] = part.column.common.counted
    return found


def _certain(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], numbers: QuestionIds
) -> Iterator[int]:
    """Yield the numbers of the questions of which every answer was understood."""
    for read in asked:
        if read.question.state is CountingState.CERTAIN:
            for part in read.parts[:1]:
                yield numbers.number(sheets[part.sheet].table.source, part.header)


def _declared_ids(description: SurveyDescription) -> dict[str, str]:
    return {header: q.id for q in description.questions for header in q.headers}
