"""What another reading would make of a sheet that an earlier version read: proposed, never done.

Its time column, its clock and its rows stay as they were until somebody has it read anew.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lib.survey.history.question_ids import FORMER_RULES, QuestionIds
from lib.survey.model.survey_form import FormNotice
from lib.survey.table.form_table import FormTable, open_form_table
from lib.survey.table.table_reading import PRESENT_READING
from lib.wording import mark

PROPOSED_READING = "reading_proposed"  # the code of the notice that the button stands beside


def reading_proposals(sheets: Sequence[FormTable], numbers: QuestionIds) -> Iterator[FormNotice]:
    """Yield a notice for each sheet that would be read otherwise were it new.

    `times` are responses that would have another time, `tabs` those of a workbook not read.
    """
    for sheet in sheets:
        source = sheet.table.source
        if numbers.rules_of(source) != FORMER_RULES or source in numbers.reread:
            continue
        anew = open_form_table(sheet.table, PRESENT_READING)
        times, tabs = _moved(sheet, anew), len(sheet.table.left_out)
        if times or tabs:
            fields = (("title", sheet.table.title), ("times", times), ("tabs", tabs))
            text = mark(
                "{title}: read as a new sheet is, {times} responses have another time and {tabs} "
                "more tabs are looked at. It stays as it was until you decide."
            )
            yield FormNotice(PROPOSED_READING, text, None, (*fields, ("source", source)))


def _moved(sheet: FormTable, anew: FormTable) -> int:
    """Return how many rows that are kept either way have another time, or one only now."""
    rows, again = np.flatnonzero(sheet.kept), np.flatnonzero(anew.kept)
    both = np.intersect1d(rows, again)
    before = sheet.submitted.times[np.searchsorted(rows, both)]
    after = anew.submitted.times[np.searchsorted(again, both)]
    return int(((before != after) & ~(np.isnat(before) & np.isnat(after))).sum())
