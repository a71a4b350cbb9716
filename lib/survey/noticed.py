"""What somebody should know about how a form was read, each a sentence with its column."""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.survey.description import Description
from lib.survey.form import Kind, Notice, Question, Role
from lib.survey.opened import Opened
from lib.survey.scales import Polarity
from lib.wording import mark


def noticed(
    sheets: Sequence[Opened], questions: Sequence[Question], description: Description
) -> tuple[Notice, ...]:
    """Return the notices: first of the whole, then column by column."""
    by_sheet = (notice for sheet in sheets for notice in _of_sheet(sheet))
    by_question = (notice for question in questions for notice in _of_question(question))
    return (
        *by_sheet,
        *_missing(questions, description),
        *(_differences(sheets, questions) if len(sheets) > 1 else ()),
        *by_question,
    )


def _of_sheet(sheet: Opened) -> Iterator[Notice]:
    fields = (("title", sheet.table.title),)
    if sheet.submitted.guessed:
        text = mark("{title}: nothing shows whether day or month comes first; read as {order}.")
        order = ("order", sheet.submitted.guessed)
        yield Notice("day_or_month", text, sheet.time, (*fields, order))
    unread = int(np.isnat(sheet.submitted.times).sum())
    if unread:
        text = mark("{title}: {n} responses whose time of submission cannot be read; kept.")
        yield Notice("time_unknown", text, sheet.time, (*fields, ("n", unread)))
    if sheet.blank_rows:
        text = mark("{title}: {n} blank rows left out.")
        yield Notice("blank_rows", text, None, (*fields, ("n", sheet.blank_rows)))


def _missing(questions: Sequence[Question], description: Description) -> Iterator[Notice]:
    found = {header for question in questions for header in question.headers}
    for declared in description.questions:
        if not found.intersection(declared.headers):
            text = mark("The description has a question that no sheet has: {header}")
            yield Notice("not_found", text, None, (("header", declared.headers[0]),))
    for header in description.drop:
        if header not in found:
            text = mark("The description drops a column that no sheet has: {header}")
            yield Notice("not_found", text, None, (("header", header),))


def _differences(sheets: Sequence[Opened], questions: Sequence[Question]) -> Iterator[Notice]:
    for question in questions:
        for sheet in sheets:
            if not sheet.positions.keys() & set(question.headers):
                text = mark("{title} does not ask: {header}")
                fields = (("title", sheet.table.title), ("header", question.text))
                yield Notice("not_in_every_sheet", text, question.column, fields)


def _of_question(question: Question) -> Iterator[Notice]:
    fields = (("header", question.text),)
    unknown = {level.text for level in question.levels if level.polarity is Polarity.UNCLASSIFIED}
    unclassified = sum(n for text, n in question.answers if text in unknown)
    if question.kind is Kind.IDENTITY:
        text = mark("Dropped because it identifies a person: {header}")
        yield Notice("identity", text, question.column, fields)
    elif question.role is Role.UNDECIDED:
        text = mark(
            "It is not stated which end of the scale is good, so nothing is rated: {header}"
        )
        yield Notice("undecided", text, question.column, fields)
    elif question.role is Role.SATISFACTION and unclassified:
        text = mark("{n} answers that are not classified are counted apart: {header}")
        yield Notice("unclassified", text, question.column, (*fields, ("n", unclassified)))
