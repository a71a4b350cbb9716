"""The answers to a question that asks for a number, as numbers."""

import math
import re

import numpy as np
import numpy.typing as npt

from lib.survey.answered_column import answered_column
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses

Numbers = npt.NDArray[np.float64]


def number_answers(responses: Responses, question: Question) -> Numbers:
    """Return each response's number, NaN where it gave none."""
    column = answered_column(responses, question)
    values = np.array([*map(parse_answer_number, column.texts), math.nan], dtype=np.float64)
    return values[column.codes]


def parse_answer_number(text: str) -> float:
    """Return the number that an answer is, NaN for none: "1.500", "12,5", "25 %", "1,234.5"."""
    bare = text.replace("%", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    found = re.fullmatch(r"([+-]?)(\d[\d.,]*)", bare)
    if not found:
        return math.nan
    digits = found[2]
    marks = [mark for mark in digits if mark in ".,"]
    if marks and (len(set(marks)) > 1 or not _groups_thousands(digits, marks[0])):
        whole, _, part = digits.rpartition(marks[-1])
        if len(set(marks)) == 1 and len(marks) > 1:
            return math.nan
        digits = whole.replace(".", "").replace(",", "") + "." + part
    else:
        digits = digits.replace(".", "").replace(",", "")
    return float(found[1] + digits)


def _groups_thousands(digits: str, mark: str) -> bool:
    first, *others = digits.split(mark)
    return 0 < len(first) <= 3 and first != "0" and all(len(each) == 3 for each in others)


def are_percents(responses: Responses, question: Question) -> bool:
    """Tell whether the numbers are written with a percent sign."""
    return any("%" in text for text in answered_column(responses, question).texts)
