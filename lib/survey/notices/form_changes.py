"""What changed in a form while it was used: reworded, gone, not asked any more, asked twice."""

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.describe.survey_description import SurveyDescription
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.lexicon import answer_key
from lib.survey.model.survey_form import FormNotice, Question
from lib.survey.notices.duplicate_questions import DuplicateQuestions
from lib.survey.recognise.question_columns import QuestionPart
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.table.coded_column import ColumnCodes, first_stated, stack_columns
from lib.survey.table.form_table import FormTable
from lib.wording import format_day, mark

_CHANCE = 0.001  # as rarely would responses leave out by chance what is still asked
_ENOUGH = 5  # newer responses, at least, before a question counts as not asked any more


def rewording_notices(question: Question) -> Iterator[FormNotice]:
    """Return that the question is worded otherwise than before, since when if that is known."""
    before = (*question.former, *question.headers[1:])[:1]
    fields = (("header", question.text), ("before", "".join(before)))
    if before and question.reworded:
        text = mark("Reworded, first seen {day}: {header} (before: {before})")
        when = ("day", format_day(question.reworded))
        yield FormNotice("reworded", text, question.column, (*fields, when))
    elif question.former:
        text = mark("Reworded, it is not known when: {header} (before: {before})")
        yield FormNotice("reworded", text, question.column, fields)


def gone_column_notices(
    sheet: FormTable, numbers: QuestionIds, description: SurveyDescription
) -> Iterator[FormNotice]:
    """Return the columns that this sheet had before; what the description drops is forgotten."""
    source = sheet.table.source
    for header in lost_headers(sheet, numbers, description):
        since = numbers.gone.get(source, {}).get(header)
        instead = numbers.perhaps.get(source, {}).get(header)
        if instead and description.question(instead) and description.question(header):
            instead = None  # somebody stated that they are two
        if instead:
            stated = description.question(header)
            older = stated.id if stated else f"c{numbers.number(source, header)}"
            yield _perhaps(sheet, header, older, instead)
        else:
            yield _gone(sheet, header, since)


def lost_headers(
    sheet: FormTable, numbers: QuestionIds, description: SurveyDescription
) -> list[str]:
    """Return the headers of columns that the sheet had and that nobody said are another's."""
    standing = sheet.positions.keys()
    return [
        header
        for header in numbers.lost(sheet.table.source)
        if header not in description.drop
        and not ((stated := description.question(header)) and standing & set(stated.headers))
    ]


def _perhaps(sheet: FormTable, header: str, older: str, instead: str) -> FormNotice:
    text = mark(
        "{title}: the column is gone: {older}. If “{newer}” asks the same, say so on the page"
        " “Data”; until then it is another question."
    )
    fields = (("title", sheet.table.title), ("newer", instead), ("older", header))
    at = sheet.positions.get(instead)
    return FormNotice("perhaps_reworded", text, at, (*fields, ("older_id", older)))


def _gone(sheet: FormTable, header: str, since: dt.date | None) -> FormNotice:
    fields: list[tuple[str, object]] = [("title", sheet.table.title), ("header", header)]
    fields += [("day", format_day(since))] if since else []
    if since:
        text = mark("{title}: the column is gone, noticed on {day}: {header}")
    else:
        text = mark("{title}: the column is gone, it is not known since when: {header}")
    return FormNotice("gone", text, None, tuple(fields))


def ended_question_notices(
    sheet: FormTable, at: int, asked: Sequence[ReadQuestion]
) -> Iterator[FormNotice]:
    """Return the questions of the sheet at this place that newer responses do not answer."""
    for one in asked:
        parts = [part.column for part in one.parts if part.sheet == at]
        found = _ended(sheet.submitted.times, first_stated(parts).codes) if parts else None
        if found:
            fields = (
                ("title", sheet.table.title),
                ("header", one.question.text),
                ("day", format_day(found[0])),
                ("n", found[1]),
            )
            text = mark("{title}: last answered on {day}, {n} newer responses do not: {header}")
            yield FormNotice("not_asked_since", text, one.question.column, fields)


def _ended(times: npt.NDArray[np.datetime64], codes: ColumnCodes) -> tuple[dt.date, int] | None:
    """Return the day of the last answer and how many are newer, if that is no chance.

    A question that one in two answers is left out by ten in a row once in a thousand times.
    """
    known = ~np.isnat(times)
    answered = times[(codes >= 0) & known]
    if not len(answered) or len(answered) == len(times):
        return None
    last, dated = answered.max(), times[known]
    newer = int(np.count_nonzero(dated > last))
    asked = int(np.count_nonzero((dated >= answered.min()) & (dated <= last)))
    # The span ends with an answer because that is where it ends: it shows nothing of how many.
    share = (len(answered) - 1) / max(1, asked - 1)
    if newer < _ENOUGH or (1 - share) ** newer > _CHANCE:
        return None
    return last.item().date(), newer


def duplicate_question_notices(pairs: Sequence[DuplicateQuestions]) -> Iterator[FormNotice]:
    """Return the proposals to show two columns as one."""
    for newer, older in pairs:
        text = mark(
            "Two columns seem to ask the same: “{newer}” and “{older}”. They count as two "
            "questions until somebody says on the page “Data” that they are one."
        )
        fields = (
            ("newer", newer.headers[0]),
            ("older", older.headers[0]),
            ("newer_id", newer.id),
            ("older_id", older.id),
        )
        yield FormNotice("same_question", text, newer.column, fields)


def contradiction_notices(one: ReadQuestion) -> Iterator[FormNotice]:
    """Return how many responses say two things in the columns of one question."""
    by_sheet: dict[int, list[QuestionPart]] = {}
    for part in one.parts:
        by_sheet.setdefault(part.sheet, []).append(part)
    n = sum(_contradicting(parts) for parts in by_sheet.values() if len(parts) > 1)
    if n:
        text = mark(
            "{n} responses answer both columns, and not the same; the left one counts: {header}"
        )
        fields = (("header", one.question.text), ("n", n))
        yield FormNotice("said_twice", text, one.question.column, fields)


def _contradicting(parts: Sequence[QuestionPart]) -> int:
    keyed = [part.column.mapped([answer_key(t) for t in part.column.texts]) for part in parts]
    codes = stack_columns(keyed).codes.reshape(len(keyed), -1)
    highest = codes.max(axis=0)
    lowest = np.where(codes < 0, highest, codes).min(axis=0)
    return int(np.count_nonzero(lowest < highest))
