"""One whole response: every answer as its form asked for it, whatever is counted of it."""

import dataclasses
from collections.abc import Iterator

from lib.survey.model.survey_form import ColumnRole, Question
from lib.survey.responses import Responses


@dataclasses.dataclass(frozen=True)
class GivenAnswer:
    """What somebody answered to one question, "" where it was left blank."""

    question: Question
    text: str


def given_answers(responses: Responses, at: int) -> tuple[GivenAnswer, ...]:
    """Return the answers of one response in the order of its sheet, none that tells who it is.

    A comment that is the only one of the form is not among them: it is read by itself.
    """
    asked = {header: q for q in responses.form.questions for header in q.headers}
    told_apart = len(responses.comments) > 1
    return tuple(
        GivenAnswer(asked[header], text)
        for header, text in _cells(responses, at)
        if header in asked and (told_apart or asked[header].role is not ColumnRole.COMMENT)
    )


def _cells(responses: Responses, at: int) -> Iterator[tuple[str, str]]:
    """Yield each header of the response's sheet with what stands below it."""
    for number, header in responses.sheets[responses.sheet[at]].headers.items():
        if cells := responses.cells.get(number):
            code = int(cells.codes[at])
            yield header, cells.texts[code].as_py() if code >= 0 else ""
