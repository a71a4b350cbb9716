"""What every response answered to one question, whatever it asks and wherever it stands."""

import numpy as np

from lib.survey.model.survey_form import ColumnKind, Question
from lib.survey.responses import Responses
from lib.survey.table.coded_column import CodedColumn, blank_column, first_stated


def answered_column(responses: Responses, question: Question) -> CodedColumn:
    """Return the answers as they were given, each text once, one code a response.

    Empty for what identifies a person: of that nothing is kept.
    """
    if question.kind is ColumnKind.IDENTITY:
        return blank_column(responses.n)
    numbers = {
        number: question.headers.index(header)
        for sheet in responses.sheets
        for number, header in sheet.headers.items()
        if header in question.headers and number in responses.cells
    }
    columns = [
        CodedColumn(
            responses.cells[number].codes.astype(np.int32),
            tuple(responses.cells[number].texts.to_pylist()),
        )
        for number in sorted(numbers, key=numbers.__getitem__)
    ]
    return first_stated(columns) if columns else blank_column(responses.n)
