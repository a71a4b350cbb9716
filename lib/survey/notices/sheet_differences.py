"""In what the sheets of one survey differ: questions, words, levels."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.model.survey_form import FormNotice, Question
from lib.survey.model.vietnamese_text import clean_text
from lib.survey.recognise.column_meaning import RATED_ROLES
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.recognise.worded_levels import level_indexes
from lib.survey.table.form_table import FormTable
from lib.wording import mark

_CHANCE = 0.001  # as rarely would a sheet be without a level that the others have, by chance


def sheet_difference_notices(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], lost: Sequence[set[str]]
) -> Iterator[FormNotice]:
    """Return every difference; `lost` are headers of each sheet of which is told already."""
    for one in asked:
        for sheet, told in zip(sheets, lost, strict=True):
            yield from _of_sheet(sheet, one.question, told)
        if one.question.role in RATED_ROLES:
            yield from _levels(sheets, one)


def _of_sheet(sheet: FormTable, question: Question, told: set[str]) -> Iterator[FormNotice]:
    title, header = ("title", sheet.table.title), ("header", question.text)
    standing = [each for each in question.headers if each in sheet.positions]
    if not standing:
        if told.isdisjoint((*question.headers, *question.former)):
            text = mark("{title} does not ask: {header}")
            yield FormNotice("not_in_every_sheet", text, question.column, (title, header))
    elif question.headers[0] not in standing:
        words = clean_text(sheet.table.headers[sheet.positions[standing[0]]])
        text = mark("{title} words it otherwise: “{words}” for “{header}”")
        yield FormNotice(
            "worded_otherwise", text, question.column, (title, ("words", words), header)
        )


def _levels(sheets: Sequence[FormTable], one: ReadQuestion) -> Iterator[FormNotice]:
    known = one.question.levels
    counts = np.zeros((len(sheets), len(known)), dtype=np.int64)
    for part in one.parts:
        for at, n in zip(level_indexes(known, part.column.texts), part.column.counts, strict=True):
            counts[part.sheet, at] += n if at >= 0 else 0
    for at, sheet in enumerate(sheets):
        absent = [known[level].text for level in _absent(counts, at)]
        if absent:
            text = mark("{title} never has “{levels}”, which other sheets have: {header}")
            fields = (
                ("title", sheet.table.title),
                ("levels", "”, “".join(absent)),
                ("header", one.question.text),
            )
            yield FormNotice("levels_differ", text, one.question.column, fields)


def _absent(counts: npt.NDArray[np.int64], at: int) -> list[int]:
    """Return the levels that the sheet at this place lacks though others have them often.

    A level that few choose is missing in a small sheet by chance: that is no difference.
    """
    here, elsewhere = counts[at], counts.sum(axis=0) - counts[at]
    if not here.sum() or not elsewhere.sum():
        return []
    by_chance = (1 - elsewhere / elsewhere.sum()) ** here.sum()
    return [int(level) for level in np.flatnonzero((here == 0) & (by_chance < _CHANCE))]
