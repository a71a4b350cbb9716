"""What somebody should know about how a form was read, each a sentence with its column."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole, FormNotice, Question
from lib.survey.notices.duplicate_questions import find_duplicate_questions
from lib.survey.notices.form_changes import (
    contradiction_notices,
    duplicate_question_notices,
    ended_question_notices,
    gone_column_notices,
    lost_headers,
    rewording_notices,
)
from lib.survey.notices.sheet_differences import sheet_difference_notices
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.table.form_table import FormTable
from lib.wording import mark


def form_notices(
    sheets: Sequence[FormTable],
    asked: Sequence[ReadQuestion],
    description: SurveyDescription,
    numbers: QuestionIds,
) -> tuple[FormNotice, ...]:
    """Return the notices: first of the whole, then column by column."""
    questions = [one.question for one in asked]
    lost = [set(lost_headers(sheet, numbers, description)) for sheet in sheets]
    former = {header for sheet in sheets for header in numbers.lost(sheet.table.source)}
    submitted = np.concatenate([sheet.submitted.times for sheet in sheets])
    by_sheet = (notice for sheet in sheets for notice in _of_sheet(sheet))
    of_gone = (
        notice for sheet in sheets for notice in gone_column_notices(sheet, numbers, description)
    )
    ended = (
        notice
        for at, sheet in enumerate(sheets)
        for notice in ended_question_notices(sheet, at, asked)
    )
    by_question = (notice for one in asked for notice in _of_question(one))
    return (
        *by_sheet,
        *_missing(questions, description, former),
        *of_gone,
        *ended,
        *duplicate_question_notices(find_duplicate_questions(asked, submitted, description)),
        *(sheet_difference_notices(sheets, asked, lost) if len(sheets) > 1 else ()),
        *by_question,
    )


def _of_sheet(sheet: FormTable) -> Iterator[FormNotice]:
    fields = (("title", sheet.table.title),)
    if sheet.submitted.guessed:
        text = mark("{title}: nothing shows whether day or month comes first; read as {order}.")
        order = ("order", sheet.submitted.guessed)
        yield FormNotice("day_or_month", text, sheet.time, (*fields, order))
    unread = int(np.isnat(sheet.submitted.times).sum())
    if unread:
        text = mark("{title}: {n} responses whose time of submission cannot be read; kept.")
        yield FormNotice("time_unknown", text, sheet.time, (*fields, ("n", unread)))
    if sheet.blank_rows:
        text = mark("{title}: {n} blank rows left out.")
        yield FormNotice("blank_rows", text, None, (*fields, ("n", sheet.blank_rows)))


def _missing(
    questions: Sequence[Question], description: SurveyDescription, former: set[str]
) -> Iterator[FormNotice]:
    # What was there and is gone has a notice of its own; what the office drops is not missed.
    known = {h for question in questions for h in (*question.headers, *question.former)} | former
    for declared in description.questions:
        if not known.intersection(declared.headers):
            text = mark("The description has a question that no sheet has: {header}")
            yield FormNotice("not_found", text, None, (("header", declared.headers[0]),))
    for header in description.drop:
        if header not in known:
            text = mark("The description drops a column that no sheet has: {header}")
            yield FormNotice("not_found", text, None, (("header", header),))


def _of_question(one: ReadQuestion) -> Iterator[FormNotice]:
    yield from rewording_notices(one.question)
    yield from _joined(one.question)
    yield from _understood(one.question)
    yield from contradiction_notices(one)


def _joined(question: Question) -> Iterator[FormNotice]:
    if question.aliases and not question.declared:
        text = mark("Asked in several columns of which nobody answered two, read as one: {header}")
        fields = (("header", question.text),)
        yield FormNotice("columns_joined", text, question.column, fields)


def _understood(question: Question) -> Iterator[FormNotice]:
    fields = (("header", question.text),)
    unknown = {level.text for level in question.levels if level.polarity is Polarity.UNCLASSIFIED}
    unclassified = sum(n for text, n in question.answers if text in unknown)
    if question.kind is ColumnKind.IDENTITY:
        text = mark("Dropped because it identifies a person: {header}")
        yield FormNotice("identity", text, question.column, fields)
    elif question.role is ColumnRole.UNDECIDED:
        text = (
            mark("It is not stated which end of the scale is good, so nothing is rated: {header}")
            if question.kind is ColumnKind.SCALE
            else mark("It is not known how all answers count, so nothing is rated: {header}")
        )
        yield FormNotice("undecided", text, question.column, fields)
    elif question.role is ColumnRole.SATISFACTION and unclassified:
        text = mark("{n} answers that are not classified are counted apart: {header}")
        yield FormNotice("unclassified", text, question.column, (*fields, ("n", unclassified)))
